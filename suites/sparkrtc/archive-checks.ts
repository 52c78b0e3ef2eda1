import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck } from '#harness/check.ts';
import { promisedFormat } from '#media/promised-format.ts';
import { indexArchive } from './archive/index-archive.ts';
import { streamsOf } from './archive/streams.ts';
import * as agreement from './agreement.ts';
import * as media from './media.ts';
import * as naming from './naming.ts';
import * as segmentation from './segmentation.ts';

/** Every check over a SparkRTC bucket: names first, then lengths, then bytes, then callbacks. */
export const archiveChecks: readonly ArchiveCheck[] = [
  naming,
  segmentation,
  media,
  agreement,
].flatMap(
  // By id: the order of a module's exports depends on the loader.
  (area) => Object.values(area).sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** Why an archive cannot be judged as one of SparkRTC at all; null when it can. Each check adds reasons of its own. */
export function archiveFault({
  appId,
  count,
}: Pick<ArchiveFacts, 'appId' | 'count'>): string | null {
  if (!/^[\w-]+$/u.test(appId)) {
    return `The application id ${JSON.stringify(appId)} is none of SparkRTC’s, which are letters and digits.`;
  }
  return count === 0 ? 'The bucket holds no objects below the audited prefix.' : null;
}

/**
 * Whether an object is read and judged as a recording, by its key relative to the audited prefix. Broader than the naming
 * rule: a file with a wrong name is still looked into.
 */
export function isRecordingKey(key: string): boolean {
  const promised = promisedFormat(key);
  return promised === 'm3u8' || promised === 'ts' || promised === 'mp4';
}

/** Short facts about an archive for the evidence of every check: what there was to judge, and by which rule. */
export function archiveEvidence(facts: ArchiveFacts): readonly string[] {
  const index = indexArchive(facts);
  const { counts, declared } = index;
  const streams = new Set(streamsOf(index).map(({ streamName }) => streamName));
  return [
    `${String(counts.objects)} objects: ${String(counts.playlists)} playlists with ${String(counts.segments)} segments, ${String(counts.mp4)} MP4 files, of ${String(streams.size)} streams`,
    ...(counts.unread > 0 ? [`${String(counts.unread)} files were not read`] : []),
    declared.rule === null
      ? 'No recording rule is declared (--rule): lengths, cuts and pauses were judged only as far as every rule agrees'
      : 'Judged by the declared recording rule',
  ];
}
