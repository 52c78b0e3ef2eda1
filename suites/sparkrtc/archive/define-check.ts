import { ruleOfFormat, type RecordFormat } from '#contracts/sparkrtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck, Finding } from '#harness/check.ts';
import { declaredOf, type Declared } from './declared.ts';
import { indexArchive, type ArchiveCounts, type ArchiveIndex } from './index-archive.ts';

/** An archive check of SparkRTC: what is common to all of them is left out. */
export interface SparkArchiveDefinition extends Omit<
  ArchiveCheck,
  'profile' | 'observes' | 'evaluate' | 'notApplicable' | 'untestable'
> {
  /** What a clean result rests on; none of them in the bucket, and the check says nothing. */
  readonly judges: Population;
  /** The verdict rests on the bytes of every recording and segment, so none may be unread. */
  readonly looksInside?: true;
  /** Why the check does not apply under what is declared. */
  readonly notApplicable?: (declared: Declared) => string | null;
  /** Why finding nothing would say nothing, beyond the two reasons above. */
  readonly untestable?: (index: ArchiveIndex, facts: ArchiveFacts) => string | null;
  /** Pure; sees the objects one by one through `facts.objects`, or their groups through `index`. */
  readonly find: (facts: ArchiveFacts, index: ArchiveIndex) => readonly Finding[];
}

type Population = Exclude<keyof ArchiveCounts, 'unread'>;

const populations: Readonly<Record<Population, string>> = {
  objects: 'object',
  recordings: 'playlist or MP4 file of the application',
  named: 'recording that is named by the pattern',
  playlists: 'playlist of the application',
  mp4: 'MP4 file of the application',
  segments: 'media segment of the application',
  dated: 'recording with a known time of last modification',
};

/** What there is of one format alone. */
const formatOf: Partial<Readonly<Record<Population, RecordFormat>>> = {
  playlists: 'HLS',
  segments: 'HLS',
  mp4: 'MP4',
};

/** Why there is nothing to judge and need not be; null where a rule may record it, or is not declared. */
function unrecorded(judges: Population, facts: ArchiveFacts): string | null {
  const format = formatOf[judges];
  const { rule } = declaredOf(facts);
  if (format === undefined || rule === null || ruleOfFormat(rule, format) !== undefined) {
    return null;
  }
  return indexArchive(facts).counts[judges] === 0
    ? `The declared rule does not record ${format}, and none is there.`
    : null;
}

/** What to do where a format is not there. */
function adviceOn(judges: Population, facts: ArchiveFacts): string {
  return formatOf[judges] === undefined || declaredOf(facts).rule !== null
    ? ''
    : ' If it is not recorded, declare the recording rule (--rule).';
}

/** Completes a definition: an archive that holds nothing to judge, or files that nobody read, is never met. */
export function defineSparkArchive(definition: SparkArchiveDefinition): ArchiveCheck {
  const { judges, looksInside, notApplicable, untestable, find, ...rest } = definition;
  return {
    ...rest,
    profile: 'archive',
    observes: ['archive'],
    notApplicable: (facts) => notApplicable?.(declaredOf(facts)) ?? unrecorded(judges, facts),
    untestable(facts) {
      const index = indexArchive(facts);
      const { counts, firstUnread } = index;
      if (counts[judges] === 0) {
        return `No ${populations[judges]} was found among ${String(counts.objects)} objects.${adviceOn(judges, facts)}`;
      }
      if (looksInside === true && firstUnread !== undefined) {
        const all = counts.recordings + counts.segments;
        return `${String(counts.unread)} of ${String(all)} files were not read, first ${JSON.stringify(firstUnread.key)}: ${firstUnread.reason}`;
      }
      return untestable?.(index, facts) ?? null;
    },
    evaluate: ({ archive }) => find(archive, indexArchive(archive)),
  };
}
