import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { convergences, type Case } from '../../kit/experiments.ts';
import { duplicate } from '../../kit/plan.ts';
import { trtcKit } from '../kit.ts';
import type { Story } from '../story.ts';
import { courses, each, news, twoFiles } from './courses.ts';

const { orderNotGuaranteed, retrySchedule, repetition, concurrency } = clauses;

/** A race shows now and then: enough tries that it shows in every run. */
const raceTries = 3;

export const concurrentDuplicatesChangeNothing = claimFor(
  'trtc',
  claims.concurrentDuplicatesChangeNothing,
  {
    clauses: [retrySchedule, repetition, concurrency],
    experiments: (context) =>
      convergences(
        trtcKit,
        context,
        Array.from({ length: raceTries }, () =>
          (
            [
              ['F1', 310],
              ['F1', 311],
              ['F1', 304],
              ['T1', 305],
            ] as const
          ).map((event): Case<Story> => {
            const story = news([event]);
            return {
              title: `four copies of a callback at the same time: ${story.title}`,
              story,
              plan: [[{ event: 0 }, duplicate(0), duplicate(0), duplicate(0)]],
            };
          }),
        ).flat(),
      ),
  },
);

export const concurrentEventsChangeNothing = claimFor(
  'trtc',
  claims.concurrentEventsChangeNothing,
  {
    clauses: [orderNotGuaranteed, concurrency, clauses.mp4Events],
    experiments: (context) =>
      convergences(
        trtcKit,
        context,
        Array.from({ length: 2 }, (): readonly Case<Story>[] => [
          ...each('callbacks of a task at the same time', courses, [
            [{ event: 2 }, { event: 1 }, { event: 0 }],
          ]),
          // The later event first: a receiver that writes back what it read lets the earlier one win.
          ...each('stop and file at the same time', courses.slice(0, 2), [
            [{ event: 2 }, { event: 1 }],
          ]),
          ...each('two files at the same time', twoFiles, [[{ event: 0 }, { event: 1 }]]),
        ]).flat(),
      ),
  },
);

export const burstsAreRecorded = claimFor('trtc', claims.burstsAreRecorded, {
  clauses: [concurrency, clauses.eventNotification],
  hint: 'Answer 200 only for what has been stored; a bounded queue that is full must refuse, not forget.',
  experiments: (context) =>
    convergences(trtcKit, context, [
      {
        title: 'sixteen users’ files at the same time',
        story: trtcKit.crowd(claims.crowdSize),
        plan: [Array.from({ length: claims.crowdSize }, (_, event) => ({ event }))],
      },
    ]),
});
