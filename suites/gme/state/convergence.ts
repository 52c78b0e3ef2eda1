import { clauses } from '#contracts/gme/index.ts';
import type { Experiment } from '#harness/experiment.ts';
import { isAccepted } from '#harness/observation.ts';
import { expectConvergence } from '../../oracles/convergence.ts';
import { oneFile, sequence, type Step } from '../arms.ts';
import { convergences, unknownEventExperiments, type Case } from '../experiments.ts';
import { mixedFile, twoSegments, twoTasks, twoUsers, wideRoom } from '../stories.ts';
import type { Story } from '../story.ts';
import { generatedPlans } from './any-plan.ts';
import { defineState } from './define.ts';

const duplicate = (event: number): Step => ({ event, kind: 'duplicate' });
const resend = (event: number): Step => ({ event, kind: 're-send' });

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

export const orderChangesNothing = defineState({
  id: 'gme/state/order-changes-nothing',
  title: 'The same callbacks in another order leave the same state',
  basis: 'stated',
  clauses: [clauses.orderNotGuaranteed],
  needs: ['gme/delivery/accepts-any-order', 'gme/state/lost-events-harm-nothing-else'],
  hint: 'Merge instead of overwriting: keep the highest phase a file has reached (started < completed < uploaded).',
  experiments: (context) =>
    convergences(context, [
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
  evaluate: (seen) => expectConvergence(seen, 'order-matters'),
});

export const duplicatesChangeNothing = defineState({
  id: 'gme/state/duplicates-change-nothing',
  title: 'A callback that comes again leaves the state as it was',
  basis: 'stated',
  clauses: [clauses.retries],
  needs: ['gme/delivery/accepts-duplicates'],
  hint: 'Make the write idempotent: a unique key per file (and event), insert-or-update instead of insert.',
  experiments: (context) =>
    convergences(context, [
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
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

/** Longer than a cache of a second remembers. */
const pauseMs = 1300;

/** The same with a pause before the last callback of the hostile delivery. */
function afterPause(experiment: Experiment): Experiment {
  return {
    ...experiment,
    key: `${experiment.key}:late`,
    arms: experiment.arms.map((arm) => (arm.name === experiment.shows ? { ...arm, pauseMs } : arm)),
  };
}

export const lateDuplicatesChangeNothing = defineState({
  id: 'gme/state/late-duplicates-change-nothing',
  title: 'A callback that comes again after later ones leaves the state as it was',
  basis: 'stated',
  clauses: [clauses.retries, clauses.orderNotGuaranteed],
  needs: ['gme/state/duplicates-change-nothing', 'gme/state/order-changes-nothing'],
  hint: 'A repeated "started" after "uploaded" is old news: never go back to an earlier phase.',
  experiments: (context) => [
    ...convergences(
      context,
      plans(
        'a callback comes again at the end',
        [...sequence(0, 1, 2), [duplicate(0)]],
        [...sequence(0, 1, 2), [duplicate(1)]],
        [...sequence(0, 2), [duplicate(0)], [duplicate(2)]],
      ),
    ),
    ...convergences(
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
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

export const resendsChangeNothing = defineState({
  id: 'gme/state/resends-change-nothing',
  title: 'A callback sent again with a new Timestamp leaves the state as it was',
  basis: 'inferred',
  clauses: [clauses.retries, clauses.timestamp],
  needs: ['gme/delivery/accepts-resends', 'gme/state/duplicates-change-nothing'],
  hint: 'Recognise a repetition by task, file and event type: Timestamp, signature and so the body’s hash differ.',
  experiments: (context) =>
    convergences(
      context,
      plans(
        'a callback is sent again with a new Timestamp',
        [...sequence(0, 1, 2), [resend(2)]],
        [...sequence(0), [resend(0)], ...sequence(1, 2)],
        [...sequence(0, 1), [resend(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [resend(0)]],
      ),
    ),
  evaluate: (seen) => expectConvergence(seen, 're-send-counts'),
});

/** A race shows now and then: enough tries that it shows in every run. */
const raceTries = 6;

export const concurrentDuplicatesChangeNothing = defineState({
  id: 'gme/state/concurrent-duplicates-change-nothing',
  title: 'A callback that comes several times at once is recorded once',
  basis: 'inferred',
  clauses: [clauses.retries, clauses.concurrency],
  needs: ['gme/state/duplicates-change-nothing'],
  hint: 'Let the database decide (unique constraint, upsert, lock): between a look and an insert another request comes in.',
  experiments: (context) =>
    convergences(
      context,
      Array.from({ length: raceTries }, (_, index) => ({
        title: 'four copies of a callback at the same time',
        story: oneFile,
        plan: [[{ event: index % 3 }, ...[1, 2, 3].map(() => duplicate(index % 3))]],
      })),
    ),
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

export const concurrentEventsChangeNothing = defineState({
  id: 'gme/state/concurrent-events-change-nothing',
  title: 'Callbacks that come at the same time are all recorded',
  basis: 'inferred',
  clauses: [clauses.orderNotGuaranteed, clauses.concurrency],
  needs: ['gme/state/order-changes-nothing', 'gme/state/segments-stay-apart'],
  hint: 'Read, change and write in one transaction (or per-room lock): two requests must not overwrite each other.',
  experiments: (context) =>
    convergences(
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
  evaluate: (seen) => expectConvergence(seen, 'event-lost'),
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

export const unknownEventsChangeNothing = defineState({
  id: 'gme/state/unknown-events-change-nothing',
  title: 'A callback of an unknown event type leaves the recording as it was',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fieldEvolution, clauses.eventType],
  needs: ['gme/callback/accepts-unknown-event-types'],
  hint: 'Acknowledge what you do not know and leave the state alone; a default branch is no upload.',
  experiments: (context) => unknownEventExperiments(context, unknownNews),
  evaluate: (seen) => expectConvergence(seen, 'unknown-event-counts'),
});

const crowdSize = 16;
const crowd = Array.from({ length: crowdSize }, (_, index) => `F${String(index + 1)}`);

/** A large room ends: every user's file is uploaded in the same second. */
const crowdedRoom: Story = {
  title: 'a crowded room',
  sameSecond: true,
  files: Object.fromEntries(crowd.map((file, index) => [file, { user: `U${String(index + 1)}` }])),
  events: crowd.map((file) => [file, 3]),
};

export const burstsAreRecorded = defineState({
  id: 'gme/state/bursts-are-recorded',
  title: 'Of many callbacks at the same time, every accepted one is recorded',
  basis: 'inferred',
  clauses: [clauses.concurrency, clauses.eventNotification],
  needs: ['gme/state/concurrent-events-change-nothing', 'gme/state/users-stay-apart'],
  hint: 'Answer 2xx only for what has been stored; a bounded queue that is full must refuse, not forget.',
  experiments: (context) =>
    convergences(context, [
      {
        title: 'sixteen users’ files at the same time',
        story: crowdedRoom,
        plan: [crowd.map((_, event) => ({ event }))],
      },
    ]),
  evaluate: (seen) =>
    // What was refused will be sent again: whether it should have been is another check's matter.
    [...seen.arms.values()].every(({ exchanges }) => exchanges.every(isAccepted))
      ? expectConvergence(seen, 'event-lost')
      : [],
});

export const anyPlanConverges = defineState({
  id: 'gme/state/any-plan-converges',
  title:
    'Whatever mixture of order, repetition, re-sends, loss and concurrency: the state is that of in-order delivery',
  basis: 'inferred',
  clauses: [clauses.orderNotGuaranteed, clauses.retries, clauses.lossPossible],
  needs: [
    'gme/state/order-changes-nothing',
    'gme/state/duplicates-change-nothing',
    'gme/state/resends-change-nothing',
    'gme/state/concurrent-duplicates-change-nothing',
    'gme/state/concurrent-events-change-nothing',
    'gme/state/users-stay-apart',
    'gme/state/streams-stay-apart',
    'gme/state/tasks-stay-apart',
  ],
  hint: 'See the timeline: it is the smallest mixture found that leaves another state.',
  experiments: () => [],
  property: generatedPlans,
  evaluate: (seen) => expectConvergence(seen, 'plan-matters'),
});
