import { clauses } from '#contracts/gme/index.ts';
import { toldStories } from '#generators/gme/told-story.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { duplicate, resend, sequence } from '../../kit/plan.ts';
import { mixedFile, oneFile, twoSegments, twoTasks, twoUsers, wideRoom } from '../stories.ts';
import type { Story } from '../story.ts';
import {
  afterPause,
  afterthoughts,
  convergences,
  firstOnesAgain,
  generatedPlans,
  type Case as AnyCase,
} from '../../kit/experiments.ts';
import { gmeKit } from '../kit.ts';

type Case = AnyCase<Story>;

function plans(title: string, ...all: readonly Case['plan'][]): readonly Case[] {
  return all.map((plan) => ({ title, story: oneFile, plan }));
}

/** The file of a story under circumstances that a receiver may have a path of its own for. */
const variants: readonly Story[] = [
  mixedFile,
  { ...oneFile, title: 'segment 0', files: { F1: { seqNo: 0 } } },
  { ...oneFile, title: 'a later segment', files: { F1: { seqNo: 3 } } },
  { ...oneFile, title: 'a mixed segment 0', files: { F1: { seqNo: 0, mode: 'mixed' } } },
  {
    ...oneFile,
    title: 'a task id of 63 bits',
    identifiers: (fresh) => ({ T1: String(2n ** 62n + fresh.task('T1') * 2n + 1n) }),
  },
  wideRoom,
  {
    ...oneFile,
    title: 'a long room id',
    identifiers: (fresh) => ({ R1: fresh.room('R1').padEnd(127, 'x') }),
  },
];

export const orderChangesNothing = claimFor('gme', claims.orderChangesNothing, {
  clauses: [clauses.orderNotGuaranteed],
  hint: 'Merge instead of overwriting: keep the highest phase a file has reached (started < completed < uploaded).',
  experiments: (context) =>
    convergences(gmeKit, context, [
      ...plans(
        'callbacks of one file out of order',
        sequence(2, 0),
        sequence(1, 0),
        sequence(2, 1),
        sequence(2, 1, 0),
        sequence(1, 2, 0),
        sequence(2, 0, 1),
        sequence(0, 2, 1),
        sequence(1, 0, 2),
      ),
      ...variants.flatMap((story) =>
        [sequence(2, 0), sequence(2, 1)].map((plan) => ({
          title: `${story.title}, out of order`,
          story,
          plan,
        })),
      ),
      { title: 'two segments in reverse', story: twoSegments, plan: sequence(1, 0) },
      { title: 'two tasks in reverse', story: twoTasks, plan: sequence(1, 0) },
    ]),
});

export const duplicatesChangeNothing = claimFor('gme', claims.duplicatesChangeNothing, {
  clauses: [clauses.retries],
  hint: 'Make the write idempotent: a unique key per file (and event), insert-or-update instead of insert.',
  experiments: (context) =>
    convergences(gmeKit, context, [
      ...[0, 1, 2].map((event) => ({
        title: 'a callback comes twice in a row',
        story: oneFile,
        plan: [0, 1, 2].flatMap((other) =>
          other === event ? [[{ event: other }], [duplicate(other)]] : [[{ event: other }]],
        ),
      })),
      ...variants.map((story) => ({
        title: `${story.title}, a callback comes twice in a row`,
        story,
        plan: [...sequence(0, 2), [duplicate(2)]],
      })),
    ]),
});

export const lateDuplicatesChangeNothing = claimFor('gme', claims.lateDuplicatesChangeNothing, {
  clauses: [clauses.retries, clauses.orderNotGuaranteed],
  hint: 'A repeated "started" after "uploaded" is old news: never go back to an earlier phase.',
  experiments: (context) => [
    ...convergences(gmeKit, context, [
      ...plans(
        'a callback comes again at the end',
        [...sequence(0, 1, 2), [duplicate(0)]],
        [...sequence(0, 1, 2), [duplicate(1)]],
        [...sequence(0, 2), [duplicate(0)], [duplicate(2)]],
      ),
      firstOnesAgain(gmeKit),
    ]),
    ...convergences(
      gmeKit,
      context,
      plans(
        'a callback comes again a while later',
        [...sequence(0, 1, 2), [duplicate(2)]],
        [...sequence(0, 1, 2), [duplicate(0)]],
        [...sequence(0, 1, 2), [resend(0)]],
        // Rooms of their own: the cases above have the same keys.
      ).map((one) => ({ ...one, story: { ...one.story, title: 'one file, much later' } })),
    ).map(afterPause),
  ],
});

export const resendsChangeNothing = claimFor('gme', claims.resendsChangeNothing, {
  title: 'A callback sent again with a new Timestamp leaves the state as it was',
  clauses: [clauses.retries, clauses.timestamp],
  hint: 'Recognise a repetition by task, file and event type: Timestamp, signature and so the body’s hash differ.',
  experiments: (context) =>
    convergences(
      gmeKit,
      context,
      plans(
        'a callback is sent again with a new Timestamp',
        [...sequence(0, 1, 2), [resend(2)]],
        [...sequence(0), [resend(0)], ...sequence(1, 2)],
        [...sequence(0, 1), [resend(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [resend(0)]],
      ),
    ),
});

/** A race shows now and then: enough tries that it shows in every run. */
const raceTries = 6;

export const concurrentDuplicatesChangeNothing = claimFor(
  'gme',
  claims.concurrentDuplicatesChangeNothing,
  {
    clauses: [clauses.retries, clauses.concurrency],
    hint: 'Let the database decide (unique constraint, upsert, lock): between a look and an insert another request comes in.',
    experiments: (context) =>
      convergences(
        gmeKit,
        context,
        Array.from({ length: raceTries }, (_, index) => ({
          title: 'four copies of a callback at the same time',
          story: oneFile,
          plan: [[{ event: index % 3 }, ...[1, 2, 3].map(() => duplicate(index % 3))]],
        })),
      ),
  },
);

export const concurrentEventsChangeNothing = claimFor('gme', claims.concurrentEventsChangeNothing, {
  clauses: [clauses.orderNotGuaranteed, clauses.concurrency],
  hint: 'Read, change and write in one transaction (or per-room lock): two requests must not overwrite each other.',
  experiments: (context) =>
    convergences(
      gmeKit,
      context,
      Array.from({ length: 2 }, (): readonly Case[] => [
        {
          title: 'the three callbacks of a file at the same time',
          story: oneFile,
          plan: [[{ event: 2 }, { event: 1 }, { event: 0 }]],
        },
        {
          // The later event first: a receiver that writes back what it read lets the earlier one win.
          title: 'upload and start of a file at the same time',
          story: oneFile,
          plan: [[{ event: 2 }, { event: 0 }]],
        },
        {
          title: 'start and upload of a file at the same time',
          story: oneFile,
          plan: [[{ event: 0 }, { event: 2 }]],
        },
        {
          title: 'two segments at the same time',
          story: twoSegments,
          plan: [[{ event: 0 }, { event: 1 }]],
        },
        {
          title: 'two users at the same time',
          story: twoUsers,
          plan: [[{ event: 0 }, { event: 1 }]],
        },
      ]).flat(),
    ),
});

/** A start, then something that no document names yet. */
const unknownNews: Story = {
  title: 'an unknown event type',
  files: { F1: {} },
  events: [
    ['F1', 1],
    ['F1', 4],
  ],
};

export const unknownEventsChangeNothing = claimFor('gme', claims.unknownEventsChangeNothing, {
  clauses: [clauses.fieldEvolution, clauses.eventType],
  hint: 'Acknowledge what you do not know and leave the state alone; a default branch is no upload.',
  experiments: (context) => afterthoughts(gmeKit, context, unknownNews, 'with the unknown event'),
});

export const burstsAreRecorded = claimFor('gme', claims.burstsAreRecorded, {
  clauses: [clauses.concurrency, clauses.eventNotification],
  hint: 'Answer 2xx only for what has been stored; a bounded queue that is full must refuse, not forget.',
  experiments: (context) =>
    convergences(gmeKit, context, [
      {
        title: 'sixteen users’ files at the same time',
        story: gmeKit.crowd(claims.crowdSize),
        plan: [Array.from({ length: claims.crowdSize }, (_, event) => ({ event }))],
      },
    ]),
});

export const anyPlanConverges = claimFor('gme', claims.anyPlanConverges, {
  clauses: [clauses.orderNotGuaranteed, clauses.retries, clauses.lossPossible],
  hint: 'See the timeline: it is the smallest mixture found that leaves another state.',
  experiments: () => [],
  property: (context) => generatedPlans(gmeKit, context, toldStories),
});
