import type { RecordFormat } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { findKeys as findKeysOf } from '../../archive/key-findings.ts';
import { classifyKey, type KeyClass } from './classify-key.ts';
import type { ArchiveIndex } from './index-archive.ts';

/** One finding for each object whose key is of the given class. */
export function findKeys<K extends KeyClass['kind']>(
  facts: ArchiveFacts,
  { declared }: ArchiveIndex,
  kind: K,
  describe: (keyClass: Extract<KeyClass, { readonly kind: K }>) => Omit<Finding, 'at'> | undefined,
): readonly Finding[] {
  return findKeysOf<KeyClass, K>(facts, (key) => classifyKey(key, declared), kind, describe);
}

/** The bucket, where nothing in it can be a recording of the application. */
export function findNoRecordings(
  { appId, objects }: ArchiveFacts,
  { counts, declared }: ArchiveIndex,
): readonly Finding[] {
  let others = 0;
  let elsewhere = 0;
  for (const { key } of objects) {
    const { kind } = classifyKey(key, declared);
    others += kind === 'other-application' ? 1 : 0;
    elsewhere += kind === 'elsewhere' ? 1 : 0;
  }
  const isNone =
    declared.rule === null ? counts.recordings === 0 : counts.recordings - elsewhere <= 0;
  return isNone
    ? [
        {
          at: 'the bucket',
          code: 'no-recordings',
          expected: `at least one playlist or MP4 file of the application ${appId}`,
          actual: `none among ${String(counts.objects)} objects${others > 0 ? `, of which ${String(others)} are of other applications` : ''}`,
        },
      ]
    : [];
}

/** Recordings that are named by no pattern in force. `isJudged`: whether that of a format is known. */
export function findMalformedNames(
  facts: ArchiveFacts,
  index: ArchiveIndex,
  isJudged: (format: RecordFormat) => boolean = () => true,
): readonly Finding[] {
  const { patterns } = index.declared.layout;
  return findKeys(facts, index, 'malformed', ({ format, reason, dialect }) =>
    isJudged(format)
      ? {
          code: 'malformed-name',
          expected: String(patterns[format]),
          actual:
            dialect === undefined ? reason : `${reason} Under --dialect ${dialect} it is a name.`,
        }
      : undefined,
  );
}
