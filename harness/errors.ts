import { exitCodes } from './verdict.ts';

/** Which exit code an error ends the run with. */
const exitCodeOf = {
  CONFIGURATION: exitCodes.configuration,
  PREFLIGHT: exitCodes.configuration,
  USAGE: exitCodes.usage,
  HARNESS: exitCodes.harness,
  BUCKET: exitCodes.configuration,
  OBSERVATION: exitCodes.configuration,
} as const;

export type ErrorKind = keyof typeof exitCodeOf;

/**
 * An error that a user can act on: what happened to what, and what to do about it.
 * Expected violations of the target are findings, never errors.
 */
export class SoundcheckError extends Error {
  readonly kind: ErrorKind;
  /** What to do next, one sentence. */
  readonly hint: string;

  constructor(kind: ErrorKind, message: string, hint: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'SoundcheckError';
    this.kind = kind;
    this.hint = hint;
  }

  /** The process's exit code for this error. */
  get exitCode(): (typeof exitCodeOf)[ErrorKind] {
    return exitCodeOf[this.kind];
  }
}
