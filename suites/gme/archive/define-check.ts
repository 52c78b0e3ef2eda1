import { resolveReading } from '#contracts/gme/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck, Finding } from '#harness/check.ts';
import type { Declared } from './declared.ts';
import { indexArchive, type ArchiveCounts, type ArchiveIndex } from './index-archive.ts';

/** An archive check of GME: what is common to all of them is left out. */
export interface GmeArchiveDefinition extends Omit<
  ArchiveCheck,
  'profile' | 'observes' | 'evaluate' | 'notApplicable' | 'untestable'
> {
  /** What a clean result rests on; none of them in the bucket, and the check says nothing. */
  readonly judges: Population;
  /** The verdict rests on the bytes of every recording, so none may be unread. */
  readonly looksInside?: true;
  /** Why the check does not apply under the declared scope and reading. */
  readonly notApplicable?: (declared: Declared) => string | null;
  /** Pure; sees the objects one by one through `facts.objects`, or their groups through `index`. */
  readonly find: (facts: ArchiveFacts, index: ArchiveIndex) => readonly Finding[];
}

type Population = Exclude<keyof ArchiveCounts, 'ambiguous' | 'unread'>;

const populations: Readonly<Record<Population, string>> = {
  objects: 'object',
  recordings: 'recording of the application',
  single: 'single-stream recording of the application',
  mixed: 'mixed-stream recording of the application',
  dated: 'recording of the application with a known time of last modification',
};

/** Completes a definition: an archive that holds nothing to judge, or files that nobody read, is never met. */
export function defineGmeArchive(definition: GmeArchiveDefinition): ArchiveCheck {
  const { judges, looksInside, notApplicable, find, ...rest } = definition;
  return {
    ...rest,
    profile: 'archive',
    observes: ['archive'],
    notApplicable: (facts) =>
      notApplicable?.({ scope: facts.scope, reading: resolveReading(facts.dialects) }) ?? null,
    untestable(facts) {
      const { counts, firstUnread } = indexArchive(facts);
      if (counts[judges] === 0) {
        return `No ${populations[judges]} was found among ${String(counts.objects)} objects.`;
      }
      return looksInside === true && firstUnread !== undefined
        ? `${String(counts.unread)} of ${String(counts.recordings)} recordings were not read, first ${JSON.stringify(firstUnread.key)}: ${firstUnread.reason}`
        : null;
    },
    evaluate: ({ archive }) => find(archive, indexArchive(archive)),
  };
}
