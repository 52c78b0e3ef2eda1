import type { MediaVerdict } from './verdict.ts';

/** A verdict on lines for people: what it is, then each fault. */
export function spellVerdict({ faults, ...summary }: MediaVerdict): string {
  return [
    `  ${JSON.stringify(summary)}`,
    ...faults.map(
      ({ code, severity, offset, message }) => `  ${severity} ${code} @${offset}: ${message}`,
    ),
  ].join('\n');
}
