import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck, Finding } from '#harness/check.ts';
import { indexArchive, type ArchiveCounts, type ArchiveIndex } from './index-archive.ts';

/** An archive check of TRTC: what is common to all of them is left out. */
export interface TrtcArchiveDefinition extends Omit<
  ArchiveCheck,
  'profile' | 'observes' | 'evaluate' | 'notApplicable' | 'untestable'
> {
  /** What a clean result rests on; none of them in the bucket, and the check says nothing. */
  readonly judges: Population;
  /** The verdict rests on the bytes of every recording, so none may be unread. */
  readonly looksInside?: true;
  /** Why the check does not apply by what is declared and what kinds of files there are. */
  readonly notApplicable?: (facts: ArchiveFacts, index: ArchiveIndex) => string | null;
  /** Why finding nothing would say nothing, beyond the population and unread files. */
  readonly untestable?: (facts: ArchiveFacts, index: ArchiveIndex) => string | null;
  /** Pure; sees the objects one by one through `facts.objects`, or their groups through `index`. */
  readonly find: (facts: ArchiveFacts, index: ArchiveIndex) => readonly Finding[];
}

type Population = Exclude<keyof ArchiveCounts, 'unread'>;

const populations: Readonly<Record<Population, string>> = {
  objects: 'object',
  recordings: 'recording of the application',
  playlists: 'playlist of the application',
  segments: 'segment of the application',
  mp4: 'MP4 file of the application',
  dated: 'recording of the application with a known time of last modification',
};

/** Completes a definition: an archive that holds nothing to judge, or files that nobody read, is never met. */
export function defineTrtcArchive(definition: TrtcArchiveDefinition): ArchiveCheck {
  const { judges, looksInside, notApplicable, untestable, find, ...rest } = definition;
  return {
    ...rest,
    profile: 'archive',
    observes: ['archive'],
    notApplicable: (facts) =>
      notApplicable === undefined ? null : notApplicable(facts, indexArchive(facts)),
    untestable(facts) {
      const index = indexArchive(facts);
      const { counts, firstUnread } = index;
      if (counts[judges] === 0) {
        return `No ${populations[judges]} was found among ${String(counts.objects)} objects.`;
      }
      if (looksInside === true && firstUnread !== undefined) {
        const unread = `${String(counts.unread)} of ${String(counts.recordings)} recordings were not read`;
        return `${unread}, first ${JSON.stringify(firstUnread.key)}: ${firstUnread.reason}`;
      }
      return untestable?.(facts, index) ?? null;
    },
    evaluate: ({ archive }) => find(archive, indexArchive(archive)),
  };
}

/**
 * Why checks of MP4 files do not apply to a bucket that has none: unless the request says otherwise only HLS is
 * recorded. Where callbacks speak of MP4 files there should be some.
 */
export function withoutMp4(_: ArchiveFacts, { counts, told }: ArchiveIndex): string | null {
  const isTold = [...(told?.tasks.values() ?? [])].some(({ mp4Files }) => mp4Files.length > 0);
  return counts.mp4 > 0 || counts.recordings === 0 || isTold
    ? null
    : 'There are no MP4 files, and by default none are recorded.';
}

/** Why checks of playlists and segments do not apply to a bucket in which only MP4 files are kept. */
export function withoutHls(_: ArchiveFacts, { counts }: ArchiveIndex): string | null {
  return counts.playlists + counts.segments > 0 || counts.mp4 === 0
    ? null
    : 'There are MP4 files alone: the HLS files are kept elsewhere, or not at all.';
}
