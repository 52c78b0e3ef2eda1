import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck } from '#harness/check.ts';
import { indexArchive } from './archive/index-archive.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import * as segmentation from './segmentation.ts';

/** Every check over a GME bucket: names first, then lengths, then bytes. */
export const archiveChecks: readonly ArchiveCheck[] = [naming, segmentation, media].flatMap(
  // By id: the order of a module's exports depends on the loader.
  (area) => Object.values(area).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** Why an archive cannot be judged as one of GME at all; null when it can. Each check adds reasons of its own. */
export function archiveFault({
  appId,
  count,
}: Pick<ArchiveFacts, 'appId' | 'count'>): string | null {
  if (!/^[1-9]\d{0,15}$/u.test(appId) || !Number.isSafeInteger(Number(appId))) {
    return `The application id ${JSON.stringify(appId)} is not a number, as GME’s are.`;
  }
  return count === 0 ? 'The bucket holds no objects below the audited prefix.' : null;
}

/**
 * Whether an object is read and judged as a recording, by its key relative to the audited prefix. Broader than the naming
 * rule: a file with a wrong name is still looked into.
 */
export function isRecordingKey(key: string): boolean {
  return /^\d+_.*\.mp3$/isu.test(key);
}

/** Short facts about an archive for the evidence of every check: what there was to judge, and what names leave open. */
export function archiveEvidence(facts: ArchiveFacts): readonly string[] {
  const { counts, streams } = indexArchive(facts);
  const tasks = new Set(streams.flatMap(({ taskId }) => (taskId === undefined ? [] : [taskId])));
  return [
    `${String(counts.objects)} objects, ${String(counts.recordings)} recordings: ${String(counts.mixed)} of mixed streams in ${String(tasks.size)} tasks, ${String(counts.single)} of single streams`,
    ...(counts.unread > 0 ? [`${String(counts.unread)} recordings were not read`] : []),
    ...(counts.ambiguous > 0
      ? [
          `${String(counts.ambiguous)} names are ambiguous (an underscore in a room or user id): they were judged only where every way to read them agrees`,
        ]
      : []),
  ];
}
