import type { RecordingKey } from '#contracts/trtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import { findKeys as findClassedKeys } from '../../archive/key-findings.ts';
import { classifyKey, type KeyClass } from './classify-key.ts';
import type { ArchiveIndex } from './index-archive.ts';
import { recordingsOf } from './recordings.ts';

type OfKind<K extends KeyClass['kind']> = Extract<KeyClass, { readonly kind: K }>;

/** One finding for each object whose key is of the given class. */
export function findKeys<K extends KeyClass['kind']>(
  facts: ArchiveFacts,
  { reading }: ArchiveIndex,
  kind: K,
  describe: (keyClass: OfKind<K>, key: string) => Omit<Finding, 'at'> | undefined,
): readonly Finding[] {
  const classify = (key: string): KeyClass => classifyKey(key, Number(facts.appId), reading);
  return findClassedKeys(facts, classify, kind, describe);
}

/** Files under another application's number in a folder in which the application has files of the same task. */
export function findMovedFiles(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  return findKeys(facts, index, 'other-application', ({ appId, name: { file } }, key) => {
    const folder = key.slice(0, key.lastIndexOf('/'));
    return index.tasks.get(file.taskId)?.folders.has(folder) === true
      ? {
          code: 'task-of-another-application',
          expected: `a name that begins with ${facts.appId}_, as the task’s other files`,
          actual: `one that begins with ${String(appId)}_`,
        }
      : undefined;
  });
}

/** Names that spell what the editions of the documents spell differently otherwise than the reading. */
export function findOtherSpellings(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const { objectUnderscores, mergedType } = index.reading;
  return findKeys(
    facts,
    index,
    'recording',
    ({ name: { underscores = objectUnderscores } }, key) => {
      const word = /_(audio_?video)(?:_\d{17})?\.(?:m3u8|ts)$/u.exec(key)?.[1] ?? mergedType;
      if (underscores !== objectUnderscores) {
        return {
          code: 'other-underscores',
          expected: `${underscoresText(objectUnderscores)} before UserId_s_ and UserId_e_`,
          actual: `${underscoresText(underscores)}${underscores === 1 ? ' (dialect trtc-name-single-underscore)' : ''}`,
        };
      }
      return word === mergedType
        ? undefined
        : {
            code: 'other-merged-type',
            expected: `a name that says ${mergedType}`,
            actual: `one that says ${word}${word === 'audiovideo' ? ' (dialect trtc-type-audiovideo)' : ''}`,
          };
    },
  );
}

function underscoresText(count: number): string {
  return count === 1 ? 'one underscore' : 'two underscores';
}

/** How findings call the names of the rules. */
export const recordingName =
  'prefix/task/sdkappid_room… .m3u8, .ts or .mp4, as the naming rules have it';

/** That a bucket holds nothing of the application. */
export function findNothing({ appId }: ArchiveFacts, { counts }: ArchiveIndex): readonly Finding[] {
  return counts.recordings > 0
    ? []
    : [
        {
          at: 'the bucket',
          code: 'no-recordings',
          expected: `at least one object named ${recordingName}, with the SdkAppId ${appId}`,
          actual: `none among ${String(counts.objects)} objects`,
        },
      ];
}

/** Recordings of the kind that the declared scope leaves out. With both kinds every task may be of either. */
export function findOutOfScope(facts: ArchiveFacts, index: ArchiveIndex): readonly Finding[] {
  const { scope } = facts;
  return findKeys(facts, index, 'recording', ({ name: { file } }) =>
    scope === 'both' || file.stream.mode === scope
      ? undefined
      : {
          code: 'outside-scope',
          expected: `recordings of ${scope} streams only, as the scope is declared`,
          actual: `a recording of a ${file.stream.mode} stream`,
        },
  );
}

/** How far the clocks of recorder and storage may differ, milliseconds. */
const clockSkewMs = 60_000;

/** Segments that, by their names, began after they were last modified. */
export function findNamesAfterUpload(facts: ArchiveFacts): readonly Finding[] {
  const findings = new FindingList();
  for (const { object, name } of recordingsOf(facts)) {
    const aheadMs = startMsOf(name) - (object.modifiedMs ?? Infinity);
    if (aheadMs > clockSkewMs) {
      findings.add({
        at: object.key,
        code: 'named-after-upload',
        expected: 'a start time before the object’s last modification',
        actual: `the name is ${String(Math.round(aheadMs / 1000))} s later`,
      });
    }
  }
  return findings.list();
}

function startMsOf({ file }: RecordingKey): number {
  return file.kind === 'segment' ? file.startMs : -Infinity;
}
