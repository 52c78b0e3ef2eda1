import { clauses, limits } from '#contracts/gme/index.ts';
import { claimFor } from '../claims/claim.ts';
import * as claims from '../claims/delivery.ts';
import { burst, disturbances, methodProbes } from '../kit/disturbances.ts';
import { duplicate, inOrder, resend, sequence } from '../kit/plan.ts';
import { bothStreams, mixedFile, oneFile, wideRoom } from './stories.ts';
import { deliveries } from '../kit/experiments.ts';
import { gmeKit } from './kit.ts';

const { orderNotGuaranteed, retries, requestMethod, requestBody, signatureBytes } = clauses;

export const acceptsEachEvent = claimFor('gme', claims.acceptsEachEvent, {
  title: 'Valid callbacks of all three event types in both recording modes are accepted',
  clauses: [
    requestMethod,
    clauses.eventStarted,
    clauses.eventCompleted,
    clauses.eventUploaded,
    clauses.recordMode,
    clauses.responseStatus,
  ],
  hint: 'Answer 2xx to every rightly signed callback with EventType 1, 2 or 3 and RecordMode 0 or 1, also those you have no use for.',
  experiments: (context) =>
    deliveries(gmeKit, context, [
      { title: 'a single stream from start to upload', story: oneFile, plan: inOrder(oneFile) },
      { title: 'a mixed stream from start to upload', story: mixedFile, plan: inOrder(mixedFile) },
    ]),
});

export const answersInTime = claimFor('gme', claims.answersInTime(limits.responseTimeMsMax), {
  clauses: [clauses.responseTime],
  experiments: (context) =>
    deliveries(gmeKit, context, [
      { title: 'two streams of one task', story: bothStreams, plan: inOrder(bothStreams) },
    ]),
});

export const acceptsDuplicates = claimFor('gme', claims.acceptsDuplicates, {
  clauses: [retries],
  experiments: (context) =>
    deliveries(
      gmeKit,
      context,
      [0, 1, 2].flatMap((event) => [
        {
          title: 'the same callback twice in a row',
          story: oneFile,
          plan: [...sequence(event), [duplicate(event)]],
        },
        {
          title: 'the same callback twice at the same time',
          story: oneFile,
          plan: [[{ event }, duplicate(event)]],
        },
      ]),
    ),
});

export const acceptsResends = claimFor('gme', claims.acceptsResends, {
  title: 'A callback that is sent again with a new Timestamp and signature is accepted',
  clauses: [retries, clauses.timestamp],
  hint: 'Timestamp says when the request was sent, so a retry may carry a later one: do not compare it with the first.',
  experiments: (context) =>
    deliveries(
      gmeKit,
      context,
      [0, 1, 2].map((event) => ({
        title: 'a callback and its re-send',
        story: oneFile,
        plan: [...sequence(event), [resend(event)]],
      })),
    ),
});

export const acceptsAnyOrder = claimFor('gme', claims.acceptsAnyOrder, {
  clauses: [orderNotGuaranteed, clauses.lossPossible],
  hint: 'Accept "uploaded" before "started": the order is not guaranteed, and "started" may never come.',
  experiments: (context) =>
    deliveries(
      gmeKit,
      context,
      [
        sequence(2),
        sequence(1),
        sequence(2, 0),
        sequence(1, 0),
        sequence(2, 1, 0),
        sequence(0, 2, 1),
      ].map((plan) => ({ title: 'callbacks of one file out of order', story: oneFile, plan })),
    ),
});

export const acceptsSplitBodies = claimFor('gme', claims.acceptsSplitBodies, {
  clauses: [signatureBytes, requestBody],
  experiments: (context) =>
    deliveries(gmeKit, context, [
      ...[[1], [60], [40, 80, 120], [-1]].map((splitAt) => ({
        title: `a body cut at ${splitAt.map((at) => (at < 0 ? 'its last byte' : `byte ${String(at)}`)).join(', ')}`,
        story: oneFile,
        plan: [[{ event: 2, shape: { splitAt } }]],
      })),
      {
        title: 'a body cut inside a character',
        story: wideRoom,
        // RoomID begins behind `{"BizID":`, the application id and `,"RoomID":"`.
        plan: [[{ event: 2, shape: { splitAt: [21 + context.appId.length] } }]],
      },
    ]),
});

export const holdsConcurrentCallbacks = claimFor('gme', claims.holdsConcurrentCallbacks, {
  clauses: [clauses.concurrency],
  experiments: (context) => [burst(gmeKit, context, claims.concurrentCallbacks)],
});

export const takesPostOnly = claimFor('gme', claims.takesPostOnly, {
  clauses: [requestMethod],
  experiments: (context) => methodProbes(gmeKit, context),
});

export const doesNotRedirect = claimFor('gme', claims.doesNotRedirect, {
  clauses: [clauses.noRedirect],
  experiments: (context) =>
    deliveries(gmeKit, context, [{ title: 'one file', story: oneFile, plan: inOrder(oneFile) }]),
});

export const keepsServingAfterMalformedInput = claimFor(
  'gme',
  claims.keepsServingAfterMalformedInput,
  {
    clauses: [requestMethod, clauses.robustness],
    experiments: (context) =>
      disturbances(gmeKit, context, ['syntax', 'shape', 'missing-field', 'encoding']),
  },
);

export const keepsServingAfterBurdens = claimFor('gme', claims.keepsServingAfterBurdens, {
  clauses: [requestMethod, clauses.robustness],
  experiments: (context) => disturbances(gmeKit, context, ['burden']),
});
