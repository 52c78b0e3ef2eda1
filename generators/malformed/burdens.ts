import { insert } from '../forgery/byte-edits.ts';
import type { Malformed, MalformedGround, MalformedOptions } from './malformed.ts';

function burden(name: string, body: () => Buffer): Malformed {
  return { kind: 'burden', name: `burden: ${name}`, body };
}

/** Bodies that are large or deep; some of them are proper callbacks none the less. */
export function burdens(
  { genuine }: MalformedGround,
  { oversizeBytes = 2 * 1024 * 1024, nestingDepth = 20_000 }: MalformedOptions,
): readonly Malformed[] {
  const nested = (): string => '['.repeat(nestingDepth) + ']'.repeat(nestingDepth);
  const extended = (member: string): Buffer => insert(genuine, 1, `"Extra":${member},`);
  return [
    burden('brackets never closed', () => Buffer.from('['.repeat(nestingDepth))),
    burden('a callback with deep nesting', () => extended(nested())),
    burden('a callback with a huge field', () => extended(`"${'x'.repeat(oversizeBytes)}"`)),
    burden('a huge text that is no JSON', () => Buffer.alloc(oversizeBytes, 'x')),
    burden('a huge number', () => extended('9'.repeat(Math.min(oversizeBytes, 100_000)))),
  ];
}
