import { createHash } from 'node:crypto';
import type { MediaVerdict } from './verdict.ts';

/** Longest summary that people may want to read; of longer ones (a playlist of two weeks) a digest says enough. */
const summaryLengthMax = 2000;

/** First digits of a SHA-256. */
export function digestOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 12);
}

/** A verdict on lines for people: what it is, then each fault. */
export function spellVerdict({ faults, ...summary }: MediaVerdict): string {
  const text = JSON.stringify(summary);
  const told = text.length <= summaryLengthMax ? text : `${text.length} letters ${digestOf(text)}`;
  return [
    `  ${told}`,
    ...faults.map(
      ({ code, severity, offset, message }) => `  ${severity} ${code} @${offset}: ${message}`,
    ),
  ].join('\n');
}
