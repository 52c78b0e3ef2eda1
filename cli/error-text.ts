import { SoundcheckError } from '#harness/errors.ts';
import { escapeForTerminal } from './terminal.ts';

/**
 * What the user reads when a run ends by an error: one sentence, and what to do next. Never a stack trace; a fault of
 * our own says that it is one.
 */
export function errorText(error: unknown): string {
  if (error instanceof SoundcheckError) {
    return `soundcheck: ${escapeForTerminal(error.message)}\n  → ${escapeForTerminal(error.hint)}`;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (
    `soundcheck: internal error: ${escapeForTerminal(message)}\n` +
    '  → This is a fault of Soundcheck, not of your target. Please report it with the command you ran.'
  );
}
