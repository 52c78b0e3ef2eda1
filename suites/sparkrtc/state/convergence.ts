import { clauses, resolveReading } from '#contracts/sparkrtc/index.ts';
import { toldStories } from '#generators/sparkrtc/told-story.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import {
  afterPause,
  afterthoughts,
  convergences,
  firstOnesAgain,
  generatedPlans,
} from '../../kit/experiments.ts';
import { duplicate, resend, sequence } from '../../kit/plan.ts';
import { sparkKit } from '../kit.ts';
import { withPlainBeginnings } from './beginnings.ts';
import { courses, each, mixtures, news, pairs, twoCompletions, twoJobs } from './courses.ts';

const { orderNotPromised, duplicates, lossPossible, concurrency } = clauses;

const advice = { level: 'SHOULD', basis: 'assumed' } as const;

export const orderChangesNothing = claimFor('sparkrtc', claims.orderChangesNothing, {
  ...advice,
  clauses: [orderNotPromised],
  needs: ['state/records-each-file', 'delivery/accepts-any-order'],
  hint: 'Merge instead of overwriting: the end of a job stays its end, and each completed file stays, whatever comes next.',
  experiments: (context) =>
    convergences(sparkKit, context, [
      ...each(context, 'two callbacks in reverse', pairs, sequence(1, 0)),
      ...each(
        context,
        'callbacks out of order',
        courses,
        sequence(2, 1, 0),
        sequence(1, 0, 2),
        sequence(2, 0, 1),
      ),
    ]),
});

const known = ['state/records-each-file', 'delivery/accepts-any-order'] as const;

export const duplicatesChangeNothing = claimFor('sparkrtc', claims.duplicatesChangeNothing, {
  ...advice,
  clauses: [duplicates],
  needs: known,
  hint: 'Make the write idempotent: a unique key per object, insert-or-update instead of insert; or refuse a rand seen before.',
  experiments: (context) =>
    convergences(sparkKit, context, [
      ...each(
        context,
        'a callback comes twice in a row',
        courses,
        [...sequence(0), [duplicate(0)], ...sequence(1, 2)],
        [...sequence(0, 1), [duplicate(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [duplicate(2)]],
      ),
      ...each(context, 'a callback comes twice in a row', twoCompletions, [
        ...sequence(0),
        [duplicate(0)],
        ...sequence(1),
      ]),
    ]),
});

export const lateDuplicatesChangeNothing = claimFor(
  'sparkrtc',
  claims.lateDuplicatesChangeNothing,
  {
    ...advice,
    clauses: [duplicates, orderNotPromised],
    hint: 'What comes again after later news is old news: a job that is over stays over, and no file comes twice.',
    experiments: (context) => [
      ...convergences(sparkKit, context, [
        ...each(
          context,
          'a callback comes again at the end',
          courses,
          [...sequence(0, 1, 2), [duplicate(0)]],
          [...sequence(0, 1, 2), [duplicate(1)]],
        ),
        ...each(context, 'a completion comes again at the end', twoCompletions, [
          ...sequence(0, 1),
          [duplicate(0)],
        ]),
        firstOnesAgain(sparkKit),
      ]),
      ...convergences(
        sparkKit,
        context,
        each(
          context,
          'a completion comes again a while later',
          // Rooms of their own: the cases above have the same keys.
          [...courses.slice(0, 2), ...twoCompletions].map((story) => ({
            ...story,
            title: `${story.title}, much later`,
          })),
          [...sequence(0, 1), [duplicate(1)]],
          [...sequence(0, 1), [resend(1)]],
        ),
      ).map(afterPause),
    ],
  },
);

export const resendsChangeNothing = claimFor('sparkrtc', claims.resendsChangeNothing, {
  ...advice,
  title: 'A completion or end that comes once more under a new rand leaves the state as it was',
  clauses: [duplicates],
  hint: 'Recognise a repetition by what it speaks of, job and object: rand, timestamp and signature differ.',
  experiments: (context) =>
    convergences(sparkKit, context, [
      ...each(
        context,
        'a callback is sent again under a new rand',
        courses,
        [...sequence(0, 1), [resend(1)], ...sequence(2)],
        [...sequence(0, 1, 2), [resend(1)]],
        [...sequence(0, 1, 2), [resend(2)]],
      ),
      ...each(
        context,
        'a completion is sent again under a new rand',
        twoCompletions,
        [...sequence(0, 1), [resend(0)]],
        [...sequence(0), [resend(0)], ...sequence(1)],
      ),
    ]),
});

/** Races show now and then: enough tries that they show in every run. */
const raceTries = 3;

export const concurrentDuplicatesChangeNothing = claimFor(
  'sparkrtc',
  claims.concurrentDuplicatesChangeNothing,
  {
    ...advice,
    clauses: [duplicates, concurrency],
    experiments: (context) =>
      convergences(
        sparkKit,
        context,
        Array.from({ length: raceTries }, () =>
          each(
            context,
            'four copies of a callback at the same time',
            [news([['F1', 'complete']]), news([['M1', 'complete']]), news([['T1', 'over']])],
            [[{ event: 0 }, duplicate(0), duplicate(0), duplicate(0)]],
          ),
        ).flat(),
      ),
  },
);

export const concurrentEventsChangeNothing = claimFor(
  'sparkrtc',
  claims.concurrentEventsChangeNothing,
  {
    ...advice,
    clauses: [concurrency, orderNotPromised],
    experiments: (context) =>
      convergences(
        sparkKit,
        context,
        Array.from({ length: 2 }, () => [
          ...each(context, 'callbacks of a file at the same time', courses, [
            [{ event: 2 }, { event: 1 }, { event: 0 }],
          ]),
          ...each(
            context,
            'two callbacks at the same time',
            [...twoCompletions, ...pairs.slice(0, 1)],
            [[{ event: 1 }, { event: 0 }]],
          ),
          ...each(
            context,
            'two users at the same time',
            [sparkKit.crowd(2)],
            [[{ event: 0 }, { event: 1 }]],
          ),
        ]).flat(),
      ),
  },
);

export const burstsAreRecorded = claimFor('sparkrtc', claims.burstsAreRecorded, {
  ...advice,
  clauses: [concurrency, clauses.completionNotified],
  hint: 'Answer 200 only for what has been stored; a bounded queue that is full must refuse, not forget.',
  experiments: (context) =>
    convergences(sparkKit, context, [
      {
        title: 'sixteen users’ files at the same time',
        story: sparkKit.crowd(claims.crowdSize),
        plan: [Array.from({ length: claims.crowdSize }, (_, event) => ({ event }))],
      },
    ]),
});

export const unknownEventsChangeNothing = claimFor('sparkrtc', claims.unknownEventsChangeNothing, {
  clauses: [clauses.fieldEvolution],
  hint: 'Acknowledge what you do not know and leave the state alone; a default branch is no end of a job.',
  experiments: (context) =>
    (['complete', 'start'] as const).flatMap((type) =>
      afterthoughts(
        sparkKit,
        context,
        news([
          ['F1', type],
          ['T1', 'unknown'],
        ]),
        'with the unknown event',
      ).map((experiment) => ({ ...experiment, key: `${experiment.key}:${type}` })),
    ),
});

export const anyPlanConverges = claimFor('sparkrtc', claims.anyPlanConverges, {
  ...advice,
  clauses: [orderNotPromised, duplicates, lossPossible],
  experiments: (context) =>
    convergences(sparkKit, context, each(context, 'all mixed', [twoJobs], ...mixtures)),
  property: (context) =>
    generatedPlans(
      sparkKit,
      context,
      toldStories(resolveReading(context.dialects)).map(withPlainBeginnings),
    ),
});
