import { clauses, limits } from '#contracts/sparkrtc/index.ts';
import { claimFor, type Claim } from '../claims/claim.ts';
import * as claims from '../claims/delivery.ts';
import { burst, disturbances, methodProbes } from '../kit/disturbances.ts';
import { deliveries, type Case } from '../kit/experiments.ts';
import { inOrder, resend, sequence } from '../kit/plan.ts';
import { expectAccepted } from '../oracles/acceptance.ts';
import { expectJsonAnswers } from '../oracles/exact-answer.ts';
import { singleCallbacks } from './extensions.ts';
import { sparkKit } from './kit.ts';
import {
  apiFile,
  bothFormats,
  cutFile,
  mixedFile,
  mp4File,
  oneFile,
  screenFile,
} from './stories.ts';
import type { Story } from './story.ts';

const { requestMethod, requestBody, responseStatus, orderNotPromised, lossPossible } = clauses;

/** Each story once, as it happened. */
function told(...stories: readonly Story[]): readonly Case<Story>[] {
  return stories.map((story) => ({ title: story.title, story, plan: inOrder(story) }));
}

export const acceptsEachEvent = claimFor('sparkrtc', claims.acceptsEachEvent, {
  title: 'Valid callbacks of all three events, both formats and every kind of stream are accepted',
  clauses: [
    requestMethod,
    responseStatus,
    clauses.eventStarted,
    clauses.eventCompleted,
    clauses.eventJobOver,
    clauses.recordFormat,
    clauses.completedFields,
    clauses.streamNameAutomatic,
    clauses.streamNameSingle,
    clauses.streamNameMixed,
  ],
  hint: 'Answer 200 to every rightly signed callback, also those you have no use for.',
  experiments: (context) =>
    deliveries(
      sparkKit,
      context,
      told(oneFile, mp4File, mixedFile, screenFile, apiFile, bothFormats),
    ),
});

export const answers200 = claimFor('sparkrtc', claims.answers200, {
  clauses: [responseStatus],
  experiments: (context) => deliveries(sparkKit, context, told(bothFormats)),
});

const jsonAnswers: Claim = {
  path: 'delivery/answers-json',
  title: 'Where the answer to an accepted callback has a body, it is JSON',
  level: 'SHOULD',
  basis: 'stated',
  profile: 'wire',
  hint: 'Answer {"status":1,"result":"success"} or any JSON of yours; an empty body is none.',
  evaluate: expectJsonAnswers,
};

export const answersJson = claimFor('sparkrtc', jsonAnswers, {
  clauses: [clauses.responseBody],
  experiments: (context) => deliveries(sparkKit, context, told(bothFormats)),
});

export const answersInTime = claimFor('sparkrtc', claims.answersInTime(limits.responseTimeMsMax), {
  clauses: [clauses.responseTime],
  experiments: (context) => deliveries(sparkKit, context, told(oneFile)),
});

const equalBeginnings: Claim = {
  path: 'delivery/accepts-equal-beginnings',
  title: 'Files of one job that begin with the very same body are all accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  needs: ['delivery/accepts-each-event'],
  hint: 'RECORD_NEW_FILE_START names job and format, not the file: a second equal body is the next file, no fault.',
  evaluate: expectAccepted,
};

/** The second and third file of a stream begin. */
const beginnings: Story = {
  title: 'three files of a stream begin',
  files: { F1: {}, F2: { afterSeconds: 600 }, F3: { afterSeconds: 1200 } },
  events: [
    ['F1', 'start'],
    ['F2', 'start'],
    ['F3', 'start'],
  ],
};

export const acceptsEqualBeginnings = claimFor('sparkrtc', equalBeginnings, {
  clauses: [responseStatus, clauses.eventStarted, clauses.cutAtLength],
  experiments: (context) => [
    ...deliveries(sparkKit, context, told(beginnings)),
    ...deliveries(sparkKit, context, [
      { title: cutFile.title, story: cutFile, plan: sequence(0, 1, 2) },
    ]).map((experiment) => ({ ...experiment, key: `${experiment.key}:cut` })),
  ],
});

export const acceptsResends = claimFor('sparkrtc', claims.acceptsResends, {
  title: 'A callback that comes once more under a new rand and timestamp is accepted',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.duplicates],
  hint: 'Answer 200 to what you know already; only the same rand again is a replay, which you may refuse.',
  experiments: (context) =>
    deliveries(
      sparkKit,
      context,
      [0, 1, 2].map((event) => ({
        title: 'a callback and its re-send',
        story: oneFile,
        plan: [...sequence(event), [resend(event)]],
      })),
    ),
});

/** The answer is owed to every genuine callback; only that others came before it is assumed nowhere. */
export const acceptsAnyOrder = claimFor('sparkrtc', claims.acceptsAnyOrder, {
  title: 'A callback is accepted whatever has come before it, and if nothing has',
  basis: 'inferred',
  clauses: [responseStatus, orderNotPromised, lossPossible],
  hint: 'Accept every event of a job that you have not heard of: no document promises that the beginning comes first.',
  experiments: (context) =>
    deliveries(sparkKit, context, [
      ...[sequence(1), sequence(2), sequence(1, 0), sequence(2, 1), sequence(2, 1, 0)].map(
        (plan) => ({ title: 'callbacks of a file out of order', story: oneFile, plan }),
      ),
      ...[sequence(3), sequence(3, 2), sequence(4, 3, 2)].map((plan) => ({
        title: 'callbacks of two formats out of order',
        story: bothFormats,
        plan,
      })),
    ]).filter(({ arms }) => arms.some(({ waves }) => waves.length > 0)),
});

/** A message in letters of three bytes. */
const wideMessage = '录制完成';

export const acceptsSplitBodies = claimFor('sparkrtc', claims.acceptsSplitBodies, {
  clauses: [clauses.signatureBytes, requestBody],
  experiments: (context) => [
    ...deliveries(
      sparkKit,
      context,
      [[1], [60], [40, 80, 120], [-1]].map((splitAt) => ({
        title: `a body cut at ${splitAt.map((at) => (at < 0 ? 'its last byte' : `byte ${String(at)}`)).join(', ')}`,
        story: oneFile,
        plan: [[{ event: 1, shape: { splitAt } }]],
      })),
    ),
    ...singleCallbacks(context, 'split', [
      {
        title: 'a body cut inside a character',
        change: (complete) => ({ ...complete, detailMessage: wideMessage }),
        shape: (body) => ({ splitAt: [Buffer.from(body).indexOf(wideMessage) + 1] }),
      },
    ]).map((experiment) => ({ ...experiment, key: `${experiment.key}:inside` })),
  ],
});

export const holdsConcurrentCallbacks = claimFor('sparkrtc', claims.holdsConcurrentCallbacks, {
  clauses: [clauses.concurrency],
  experiments: (context) => [burst(sparkKit, context, claims.concurrentCallbacks)],
});

export const takesPostOnly = claimFor('sparkrtc', claims.takesPostOnly, {
  clauses: [requestMethod],
  experiments: (context) => methodProbes(sparkKit, context),
});

export const doesNotRedirect = claimFor('sparkrtc', claims.doesNotRedirect, {
  clauses: [clauses.noRedirect],
  experiments: (context) => deliveries(sparkKit, context, told(oneFile)),
});

export const keepsServingAfterMalformedInput = claimFor(
  'sparkrtc',
  claims.keepsServingAfterMalformedInput,
  {
    clauses: [requestMethod, clauses.robustness],
    experiments: (context) =>
      disturbances(sparkKit, context, ['syntax', 'shape', 'wrong-type', 'encoding']),
  },
);

export const keepsServingAfterBurdens = claimFor('sparkrtc', claims.keepsServingAfterBurdens, {
  clauses: [requestMethod, clauses.robustness],
  experiments: (context) => disturbances(sparkKit, context, ['burden']),
});
