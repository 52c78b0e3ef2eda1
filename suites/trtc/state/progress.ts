import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { implications, type ImpliedCase, type Telling } from '../../kit/relations.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import { hlsTask, mp4Task, vodTask } from '../stories.ts';
import type { Story, StoryEvent } from '../story.ts';

/** All events of a story but those of some types. */
function without({ events }: Story, ...types: readonly number[]): readonly number[] {
  return events.flatMap(([, type], event) => (types.includes(type) ? [] : [event]));
}

/** Events of a type. */
function only({ events }: Story, type: number): readonly number[] {
  return events.flatMap(([, one], event) => (one === type ? [event] : []));
}

/** Where news shows at the end of a whole task, it shows alone, too, and where only the start is missing. */
function alone(story: Story, type: number): readonly ImpliedCase<Story>[] {
  const known = { story, events: without(story) };
  const knownWithout = { story, events: without(story, type) };
  return [
    {
      title: `${story.title}: of all callbacks only event type ${String(type)} arrives`,
      known,
      knownWithout,
      asked: { story, events: only(story, type) },
      askedWithout: { story, events: [] },
    },
    {
      title: `${story.title}: event type ${String(type)} when the start was lost`,
      known,
      knownWithout,
      asked: { story, events: without(story, 301) },
      askedWithout: { story, events: without(story, 301, type) },
    },
  ];
}

export const lostEventsHarmNothingElse = claimFor('trtc', claims.lostEventsHarmNothingElse, {
  title: 'What a receiver keeps of a callback it keeps though others never came',
  basis: 'inferred',
  clauses: [clauses.retrySchedule, clauses.lossPossible],
  hint: 'Let every event create the task and file it speaks of: after a minute without answer its 301 is gone for good.',
  evaluate: (seen) => expectImplied(seen, 'needs-what-was-lost'),
  experiments: (context) =>
    implications(trtcKit, context, [
      ...alone(hlsTask, 304),
      ...alone(hlsTask, 305),
      ...alone(mp4Task, 310),
      ...alone(vodTask, 311),
      ...alone(vodTask, 312),
    ]),
});

type FileType = 304 | 310 | 311;

/** A task's start, perhaps something between, and one of two files of the task. */
function oneOfTwoFiles(
  between: readonly StoryEvent[],
  type: FileType,
  file: 'F1' | 'F2',
): Telling<Story> {
  const events: readonly StoryEvent[] = [['T1', 301], ...between, [file, type]];
  return {
    story: {
      title: `a file after ${between.map(([, one]) => String(one)).join()}, event type ${String(type)}`,
      // Of one user, so that the two differ in nothing but the file.
      files: { F1: { media: 'main' }, F2: { media: 'aux' } },
      events,
    },
    events: events.map((_, event) => event),
  };
}

/** Whoever tells two files of a task apart at first does so after what came between as well. */
function filesStillCount(
  between: StoryEvent,
  types: readonly FileType[],
): readonly ImpliedCase<Story>[] {
  return types.map((type) => ({
    title: `event type ${String(type)} after ${String(between[1])}`,
    known: oneOfTwoFiles([], type, 'F1'),
    knownWithout: oneOfTwoFiles([], type, 'F2'),
    asked: oneOfTwoFiles([between], type, 'F1'),
    askedWithout: oneOfTwoFiles([between], type, 'F2'),
  }));
}

/** The same of uploads that left files behind and of those that did not. */
function uploadsStillCount(between: StoryEvent): ImpliedCase<Story> {
  const told = (before: readonly StoryEvent[], status: 0 | 1): Telling<Story> => {
    const events: readonly StoryEvent[] = [['T1', 301], ...before, ['T1', 305, status]];
    return {
      story: { title: 'the end of an upload', files: {}, events },
      events: events.map((_, event) => event),
    };
  };
  return {
    title: `the end of the upload after ${String(between[1])}`,
    known: told([], 1),
    knownWithout: told([], 0),
    asked: told([between], 1),
    askedWithout: told([between], 0),
  };
}

const afterStop = claims.stateClaim({
  path: 'state/news-after-the-stop-counts',
  title: 'What is told of files and uploads after the 302 counts like what came before',
  basis: 'stated',
  hint: 'A 302 ends the recording, not the task: uploads, MP4 files and VOD come after it, so do not close the record.',
  evaluate: (seen) => expectImplied(seen, 'later-news-lost'),
});

export const newsAfterTheStopCounts = claimFor('trtc', afterStop, {
  clauses: [
    clauses.recorderStop,
    clauses.intermediateStates,
    clauses.mp4Format,
    clauses.vodRecording,
    clauses.maxIdleTime,
    clauses.stopRequest,
  ],
  experiments: (context) =>
    implications(trtcKit, context, [
      ...filesStillCount(['T1', 302], [304, 310, 311]),
      ...filesStillCount(['T1', 302, 99], [310, 311]),
      ...filesStillCount(['T1', 305], [310]),
      ...filesStillCount(['T1', 312], [311]),
      uploadsStillCount(['T1', 302]),
    ]),
});

const troubles = claims.stateClaim({
  path: 'state/troubles-end-nothing',
  title:
    'A migration, an upload error or a missing image takes nothing away, and later news of the task counts',
  basis: 'inferred',
  hint: '306, 308 and 309 end nothing: the task goes on under its id, and its files may still come.',
  evaluate: (seen) => expectImplied(seen, 'later-news-lost'),
});

export const troublesEndNothing = claimFor('trtc', troubles, {
  clauses: [clauses.failover, clauses.uploadError, clauses.downloadImageError],
  experiments: (context) =>
    implications(
      trtcKit,
      context,
      ([306, 308, 309] as const).flatMap((type) => [
        ...filesStillCount(['T1', type], [304, 310]),
        uploadsStillCount(['T1', type]),
      ]),
    ),
});

/** Before the end of the upload comes what always does: with so many callbacks none of the codes counts them. */
const untilStop: readonly StoryEvent[] = [
  ['T1', 301],
  ['T1', 303],
  ['T1', 302],
];
const leftBehind: Story = {
  title: 'an upload that left files behind',
  files: {},
  events: [...untilStop, ['T1', 305, 1], ['T1', 305, 2]],
};
const complete: Story = {
  ...leftBehind,
  title: 'a complete upload',
  events: [...untilStop, ['T1', 305]],
};

const recovered = claims.stateClaim({
  path: 'state/recovered-uploads-count',
  title: 'A 305 that says that files left behind are stored after all changes what is known',
  basis: 'stated',
  hint: 'A task may have two 305s: Status 1, and later 2, which ends the trouble that 1 told of.',
  evaluate: (seen) => expectImplied(seen, 'recovery-ignored'),
});

export const recoveredUploadsCount = claimFor('trtc', recovered, {
  clauses: [clauses.uploadStop],
  experiments: (context) =>
    implications(trtcKit, context, [
      {
        title: 'whoever tells a complete upload from one with files left behind',
        known: { story: leftBehind, events: [0, 1, 2, 3] },
        knownWithout: { story: complete, events: [0, 1, 2, 3] },
        asked: { story: leftBehind, events: [0, 1, 2, 3, 4] },
        askedWithout: { story: leftBehind, events: [0, 1, 2, 3] },
      },
    ]),
});
