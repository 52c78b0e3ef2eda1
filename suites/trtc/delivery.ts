import { clauses, deliveryLaw } from '#contracts/trtc/index.ts';
import { claimFor, type Claim } from '../claims/claim.ts';
import * as claims from '../claims/delivery.ts';
import { burst, disturbances, methodProbes } from '../kit/disturbances.ts';
import { deliveries, type Case } from '../kit/experiments.ts';
import { duplicate, inOrder, resend, sequence } from '../kit/plan.ts';
import { expectAccepted } from '../oracles/acceptance.ts';
import { trtcKit } from './kit.ts';
import {
  failures,
  hlsTask,
  mixedTask,
  mixedVodTask,
  mp4Task,
  troubledTask,
  vodTask,
} from './stories.ts';
import type { Story } from './story.ts';

const { requestMethod, requestBody, retrySchedule, repetition, signatureBytes, robustness } =
  clauses;

/** Each story once, as it happened. */
function told(...stories: readonly Story[]): readonly Case<Story>[] {
  return stories.map((story) => ({ title: story.title, story, plan: inOrder(story) }));
}

export const acceptsEachEvent = claimFor('trtc', claims.acceptsEachEvent, {
  title: 'Valid callbacks of every event from 301 to 312 are accepted',
  clauses: [
    requestMethod,
    clauses.responseStatus,
    clauses.eventGroupId,
    clauses.eventType,
    clauses.eventInfo,
    clauses.payload,
    clauses.recorderStart,
    clauses.recorderStop,
    clauses.uploadStart,
    clauses.fileInfo,
    clauses.uploadStop,
    clauses.failover,
    clauses.fileSlice,
    clauses.uploadError,
    clauses.downloadImageError,
    clauses.mp4Stop,
    clauses.vodCommit,
    clauses.vodStop,
  ],
  hint: 'Answer 200 to every rightly signed callback with EventType 301 to 312, also those you have no use for.',
  experiments: (context) =>
    deliveries(trtcKit, context, told(mp4Task, mixedTask, vodTask, mixedVodTask, troubledTask)),
});

const outcomes: Claim = {
  path: 'delivery/accepts-each-outcome',
  title: 'Callbacks that tell of failures are accepted like those of success',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  needs: ['delivery/accepts-each-event'],
  hint: 'A Status of 1 or 2 and any LeaveCode are news like others: answer 200, then deal with them.',
  evaluate: expectAccepted,
};

/** Every documented reason why the robot leaves. */
const leaves: Story = {
  title: 'the robot leaves',
  files: {},
  events: [0, 1, 2, 3, 4, 99, 100, 101].map((code) => ['T1', 302, code]),
};

export const acceptsEachOutcome = claimFor('trtc', outcomes, {
  clauses: [clauses.responseStatus, clauses.leaveCode, clauses.vodFailure, clauses.uploadStop],
  experiments: (context) => deliveries(trtcKit, context, told(failures, leaves)),
});

export const answers200 = claimFor('trtc', claims.answers200, {
  clauses: [clauses.responseStatus],
  experiments: (context) => deliveries(trtcKit, context, told(hlsTask, vodTask)),
});

export const answersBriefly = claimFor(
  'trtc',
  claims.answersWithinBytes(deliveryLaw.responseBytesMax),
  {
    clauses: [clauses.responseSize],
    experiments: (context) => deliveries(trtcKit, context, told(hlsTask, vodTask)),
  },
);

export const answersInTime = claimFor('trtc', claims.answersInTime(deliveryLaw.responseTimeMsMax), {
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.responseTime],
  experiments: (context) =>
    deliveries(
      trtcKit,
      context,
      // What may set off slow work: a file to fetch, an end to deal with.
      [
        { story: mp4Task, event: 6 },
        { story: vodTask, event: 2 },
        { story: mp4Task, event: 3 },
        { story: mp4Task, event: 4 },
        { story: mp4Task, event: 5 },
        { story: mp4Task, event: 0 },
      ].map(({ story, event }) => ({ title: story.title, story, plan: sequence(event) })),
    ),
});

/** A stop, a file of either storage and the end of an upload: what a receiver may have code for. */
const repeated: Story = {
  title: 'what is told again',
  files: { F1: {}, F2: { task: 'T2' } },
  tasks: { T1: {}, T2: { robot: 'B2' } },
  events: [
    ['T1', 301],
    ['F1', 304],
    ['F1', 310],
    ['F2', 311],
    ['T1', 305],
  ],
};
const repeatedEvents = repeated.events.map((_, event) => event);

export const acceptsDuplicates = claimFor('trtc', claims.acceptsDuplicates, {
  clauses: [retrySchedule, repetition],
  experiments: (context) =>
    deliveries(
      trtcKit,
      context,
      repeatedEvents.flatMap((event) => [
        {
          title: 'the same callback twice in a row',
          story: repeated,
          plan: [...sequence(event), [duplicate(event)]],
        },
        {
          title: 'the same callback twice at the same time',
          story: repeated,
          plan: [[{ event }, duplicate(event)]],
        },
      ]),
    ),
});

export const acceptsResends = claimFor('trtc', claims.acceptsResends, {
  title: 'A callback that is sent again with a new CallbackTs and signature is accepted',
  clauses: [retrySchedule, clauses.callbackTs],
  hint: 'CallbackTs says when the request was sent, so a retry may carry a later one: do not compare it with the first.',
  experiments: (context) =>
    deliveries(
      trtcKit,
      context,
      repeatedEvents.map((event) => ({
        title: 'a callback and its re-send',
        story: repeated,
        plan: [...sequence(event), [resend(event)]],
      })),
    ),
});

/** Retries alone already change the order: a callback that failed comes again after later ones. */
export const acceptsAnyOrder = claimFor('trtc', claims.acceptsAnyOrder, {
  basis: 'inferred',
  clauses: [retrySchedule, clauses.orderNotGuaranteed, clauses.lossPossible],
  hint: 'Accept every event for a task that you have not heard of: a 301 that failed comes again after the 302, or never.',
  experiments: (context) => [
    ...deliveries(trtcKit, context, [
      ...mp4Task.events.map((_, event) => ({
        title: 'one callback of a task and no other',
        story: mp4Task,
        plan: sequence(event),
      })),
      ...[sequence(6, 4), sequence(5, 4, 0), sequence(3, 2), sequence(6, 5, 4, 3)].map((plan) => ({
        title: 'callbacks of a task out of order',
        story: mp4Task,
        plan,
      })),
      ...[sequence(2), sequence(3), sequence(2, 1, 0), sequence(3, 2)].map((plan) => ({
        title: 'callbacks of a task to VOD out of order',
        story: vodTask,
        plan,
      })),
      ...[sequence(5), sequence(6), sequence(6, 5), sequence(1), sequence(2), sequence(3)].map(
        (plan) => ({ title: 'troubles of a task out of order', story: troubledTask, plan }),
      ),
    ]),
  ],
});

/** A letter of three bytes at a place that is known: behind `{"EventInfo":{"UserId":"`. */
const wideRobot: Story = {
  ...hlsTask,
  title: 'a robot named in Chinese',
  identifiers: (fresh) => ({ B1: `录${fresh.robot('B1')}` }),
};
const wideSpelling = {
  style: 'compact',
  keyOrder: ['EventInfo'],
  infoKeyOrder: ['UserId'],
} as const;
const insideWideLetter = '{"EventInfo":{"UserId":"'.length + 1;

export const acceptsSplitBodies = claimFor('trtc', claims.acceptsSplitBodies, {
  clauses: [signatureBytes, requestBody, clauses.requestEncoding],
  experiments: (context) => [
    ...deliveries(trtcKit, context, [
      ...[[1], [60], [40, 80, 120], [-1]].map((splitAt) => ({
        title: `a body cut at ${splitAt.map((at) => (at < 0 ? 'its last byte' : `byte ${String(at)}`)).join(', ')}`,
        story: hlsTask,
        plan: [[{ event: 3, shape: { splitAt } }]],
      })),
      {
        title: 'a body cut inside a character',
        story: wideRobot,
        plan: [[{ event: 0, spelling: wideSpelling, shape: { splitAt: [insideWideLetter] } }]],
      },
    ]),
  ],
});

export const holdsConcurrentCallbacks = claimFor('trtc', claims.holdsConcurrentCallbacks, {
  clauses: [clauses.concurrency, clauses.streamsPerRoom],
  experiments: (context) => [burst(trtcKit, context, claims.concurrentCallbacks)],
});

export const takesPostOnly = claimFor('trtc', claims.takesPostOnly, {
  clauses: [requestMethod],
  experiments: (context) => methodProbes(trtcKit, context),
});

export const doesNotRedirect = claimFor('trtc', claims.doesNotRedirect, {
  clauses: [clauses.noRedirect],
  experiments: (context) => deliveries(trtcKit, context, told(hlsTask)),
});

export const keepsServingAfterMalformedInput = claimFor(
  'trtc',
  claims.keepsServingAfterMalformedInput,
  {
    clauses: [requestMethod, robustness],
    experiments: (context) =>
      disturbances(trtcKit, context, ['syntax', 'shape', 'missing-field', 'encoding']),
  },
);

export const keepsServingAfterBurdens = claimFor('trtc', claims.keepsServingAfterBurdens, {
  clauses: [requestMethod, robustness],
  experiments: (context) => disturbances(trtcKit, context, ['burden']),
});
