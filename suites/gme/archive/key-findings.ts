import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { classifyKey, type KeyClass } from './classify-key.ts';
import { findKeys as findClassedKeys } from '../../archive/key-findings.ts';
import type { ArchiveIndex } from './index-archive.ts';

type OfKind<K extends KeyClass['kind']> = Extract<KeyClass, { readonly kind: K }>;

/** One finding for each object whose key is of the given class. */
export function findKeys<K extends KeyClass['kind']>(
  facts: ArchiveFacts,
  { reading }: ArchiveIndex,
  kind: K,
  describe: (keyClass: OfKind<K>) => Omit<Finding, 'at'> | undefined,
): readonly Finding[] {
  const classify = (key: string): KeyClass => classifyKey(key, Number(facts.appId), reading);
  return findClassedKeys(facts, classify, kind, describe);
}

/** Recordings of the kind that the declared scope leaves out; with both kinds, a bucket that lacks the mixed ones. */
export function findOutOfScope(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const { scope } = facts;
  if (scope !== 'both') {
    const other = scope === 'single' ? 'mixed' : 'single';
    return findKeys(facts, index, 'recording', ({ name }) =>
      name.kind === other
        ? {
            code: 'outside-scope',
            expected: `recordings of ${scope} streams only, as the scope is declared`,
            actual: `a recording of a ${other} stream`,
          }
        : undefined,
    );
  }
  const first = index.streams[0]?.segments[0];
  return index.counts.mixed > 0 || first === undefined
    ? []
    : [
        {
          at: first.key,
          code: 'mixed-streams-missing',
          expected:
            'recordings of mixed streams beside those of single streams, as the scope is declared',
          actual: `${String(index.counts.single)} recordings of single streams and none of a mixed one`,
        },
      ];
}
