import { clauses } from '#contracts/sparkrtc/index.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { besides, implications, type ImpliedCase, type Telling } from '../../kit/relations.ts';
import { expectImplied, expectOneKeptBeside } from '../../oracles/relations.ts';
import { sparkKit } from '../kit.ts';
import { bothFormats, cutFile, mixedFile, mp4File, oneFile } from '../stories.ts';
import { isEventSent, type Story, type StoryEvent } from '../story.ts';

export const lostEventsHarmNothingElse = claimFor('sparkrtc', claims.lostEventsHarmNothingElse, {
  title: 'A complete file is kept though its beginning never came',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.lossPossible, clauses.eventCompleted],
  hint: 'Let RECORD_FILE_COMPLETE create the job and the file that it speaks of: it says all there is to know.',
  evaluate: (seen) => expectImplied(seen, 'needs-what-was-lost'),
  experiments: (context) =>
    implications(
      sparkKit,
      context,
      [oneFile, mp4File, mixedFile].flatMap((story): readonly ImpliedCase<Story>[] => {
        const known = { story, events: [0, 1] };
        const knownWithout = { story, events: [0] };
        return [
          {
            title: `${story.title}: only the completion arrives`,
            known,
            knownWithout,
            asked: { story, events: [1] },
            askedWithout: { story, events: [] },
          },
          {
            title: `${story.title}: only the completion and the job’s end arrive`,
            known,
            knownWithout,
            asked: { story, events: [1, 2] },
            askedWithout: { story, events: [2] },
          },
        ];
      }),
    ),
});

/** A job that has begun, perhaps something between, and one of two files of it. */
function oneOfTwoFiles(
  between: readonly StoryEvent[],
  format: 'HLS' | 'MP4',
  file: 'F1' | 'F2',
): Telling<Story> {
  const events: readonly StoryEvent[] = [['F0', 'start'], ...between, [file, 'complete']];
  return {
    story: {
      title: `a ${format} file after ${between.map(([what, type]) => `${what} ${type}`).join()}`,
      files: {
        F0: {},
        F1: { format, afterSeconds: 600 },
        // The two differ in nothing but the file.
        F2: { format, afterSeconds: 1200 },
      },
      events,
    },
    events: events.map((_, event) => event),
  };
}

/** Whoever tells two files of a job apart at first does so after what came between as well. */
function filesStillCount(between: readonly StoryEvent[]): readonly ImpliedCase<Story>[] {
  return (['HLS', 'MP4'] as const).map((format) => ({
    title: `a ${format} file after ${between.map(([what, type]) => `${what} ${type}`).join(', ')}`,
    known: oneOfTwoFiles([], format, 'F1'),
    knownWithout: oneOfTwoFiles([], format, 'F2'),
    asked: oneOfTwoFiles(between, format, 'F1'),
    askedWithout: oneOfTwoFiles(between, format, 'F2'),
  }));
}

const afterEnd = claims.stateClaim({
  path: 'state/files-after-the-end-count',
  title: 'A file that is told complete after the end of its job is kept like one before it',
  level: 'SHOULD',
  basis: 'assumed',
  hint: 'CLOUD_RECORD_SERVER_OVER ends the recording, not your bookkeeping: uploads take time, so do not close the record.',
  evaluate: (seen) => expectImplied(seen, 'later-news-lost'),
});

const end: readonly StoryEvent[] = [['T1', 'over']];

export const filesAfterTheEndCount = claimFor('sparkrtc', afterEnd, {
  clauses: [clauses.orderNotPromised, clauses.eventJobOver],
  notApplicable: endsAreUntold,
  experiments: (context) =>
    implications(sparkKit, context, [
      ...filesStillCount(end),
      ...filesStillCount([['F0', 'complete'], ...end]),
    ]),
});

/** Why nothing can be asked of the ends of jobs; null where they are told. */
function endsAreUntold(context: SuiteContext): string | null {
  return isEventSent({ ...oneFile, events: end }, 0, context)
    ? null
    : 'in the declared reading the end of a job is not told';
}

const kept = claims.stateClaim({
  path: 'state/ended-jobs-keep-their-files',
  title: 'The end of a job takes nothing from the files that it completed',
  basis: 'inferred',
  hint: 'CLOUD_RECORD_SERVER_OVER marks the job as over; do not delete, replace or hide its files on that account.',
  evaluate: expectOneKeptBeside,
});

export const endedJobsKeepTheirFiles = claimFor('sparkrtc', kept, {
  clauses: [clauses.eventJobOver, clauses.eventCompleted, clauses.completionNotified],
  notApplicable: endsAreUntold,
  experiments: (context) =>
    besides(sparkKit, context, [
      ...[oneFile, mp4File, mixedFile].map((story) => ({
        title: `${story.title}: its completion, then the end of its job`,
        story,
        before: [0],
        one: [1],
        other: [2],
      })),
      {
        title: 'a stream as HLS and MP4: both completions, then the end of its job',
        story: bothFormats,
        before: [0],
        one: [2, 3],
        other: [4],
      },
      {
        title: 'a stream in two files: their completions, then the end of its job',
        story: cutFile,
        before: [0],
        one: [1, 3],
        other: [4],
      },
    ]),
});

const later = claims.stateClaim({
  path: 'state/later-files-count',
  title: 'Files that a job completes after its first one are kept like the first',
  basis: 'inferred',
  hint: 'A complete file does not complete the job: it goes on in the next file, and in the other format.',
  evaluate: (seen) => expectImplied(seen, 'later-news-lost'),
});

export const laterFilesCount = claimFor('sparkrtc', later, {
  clauses: [clauses.eventCompleted, clauses.cutAtLength, clauses.formats],
  experiments: (context) => implications(sparkKit, context, filesStillCount([['F0', 'complete']])),
});
