import { trtc } from '#contracts/trtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck } from '#harness/check.ts';
import * as agreement from './agreement.ts';
import { indexArchive } from './archive/index-archive.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import * as segmentation from './segmentation.ts';

/** Every check over a TRTC bucket: names first, then streams, then bytes, then what callbacks said of them. */
export const archiveChecks: readonly ArchiveCheck[] = [
  naming,
  segmentation,
  media,
  agreement,
].flatMap(
  // By id: the order of a module's exports depends on the loader.
  (area) => Object.values(area).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** Why an archive cannot be judged as one of TRTC at all; null when it can. Each check adds reasons of its own. */
export function archiveFault({
  appId,
  count,
}: Pick<ArchiveFacts, 'appId' | 'count'>): string | null {
  if (!/^[1-9]\d{0,15}$/u.test(appId) || !Number.isSafeInteger(Number(appId))) {
    return `The application id ${JSON.stringify(appId)} is not a number, as TRTC’s are.`;
  }
  return count === 0 ? 'The bucket holds no objects below the audited prefix.' : null;
}

/**
 * Whether an object is read and judged as a recording, by its key relative to the audited prefix. Broader than the naming
 * rules: a file with a wrong name is still looked into.
 */
export function isRecordingKey(key: string): boolean {
  return trtc.recordingExtensions.some((extension) => key.toLowerCase().endsWith(extension));
}

/** Short facts about an archive for the evidence of every check: what there was to judge, and what was told of it. */
export function archiveEvidence(facts: ArchiveFacts): readonly string[] {
  const { counts, tasks, told } = indexArchive(facts);
  return [
    `${String(counts.objects)} objects, ${String(counts.recordings)} recordings of ${String(tasks.size)} tasks: ${String(counts.playlists)} playlists, ${String(counts.segments)} segments, ${String(counts.mp4)} MP4 files`,
    ...(counts.unread > 0 ? [`${String(counts.unread)} recordings were not read`] : []),
    ...(told === null
      ? []
      : [`${String(told.count)} callbacks tell of ${String(told.tasks.size)} tasks`]),
  ];
}
