import { clauses, limits } from '#contracts/gme/index.ts';
import { defineActive } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { expectAccepted, expectAnsweredWithin } from '../oracles/acceptance.ts';
import { expectKeepsServing } from '../oracles/serving.ts';
import { inOrder, oneFile, sequence } from './arms.ts';
import { burst, methodProbes, disturbances } from './disturbance.ts';
import { deliveries } from './experiments.ts';
import { bothStreams, mixedFile, wideRoom } from './stories.ts';

const { orderNotGuaranteed, retries, requestMethod, requestBody, signatureBytes } = clauses;

export const acceptsEachEvent = defineActive({
  id: 'gme/delivery/accepts-each-event',
  title: 'Valid callbacks of all three event types in both recording modes are accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: [
    requestMethod,
    clauses.eventStarted,
    clauses.eventCompleted,
    clauses.eventUploaded,
    clauses.recordMode,
    clauses.responseStatus,
  ],
  observes: ['arms'],
  hint: 'Answer 2xx to every rightly signed callback with EventType 1, 2 or 3 and RecordMode 0 or 1, also those you have no use for.',
  experiments: (context) =>
    deliveries(context, [
      { title: 'a single stream from start to upload', story: oneFile, plan: inOrder(oneFile) },
      { title: 'a mixed stream from start to upload', story: mixedFile, plan: inOrder(mixedFile) },
    ]),
  evaluate: expectAccepted,
});

/** Answers may be late by what the network and our own scheduling add. */
const lateMs = 250;

export const answersInTime = defineActive({
  id: 'gme/delivery/answers-in-time',
  title: 'Every callback is answered within five seconds',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  clauses: [clauses.responseTime],
  observes: ['arms'],
  hint: 'Store the callback and answer; do slow work (downloads, notifications) afterwards.',
  experiments: (context) =>
    deliveries(context, [
      { title: 'two streams of one task', story: bothStreams, plan: inOrder(bothStreams) },
    ]),
  evaluate: (seen) => expectAnsweredWithin(seen, limits.responseTimeMsMax + lateMs),
});

export const acceptsDuplicates = defineActive({
  id: 'gme/delivery/accepts-duplicates',
  title: 'A callback that comes again, byte for byte, is accepted again',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: [retries],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-any-order'],
  hint: 'Answer a known callback like a new one; a 4xx or 5xx makes the service send it yet again.',
  experiments: (context) =>
    deliveries(
      context,
      [0, 1, 2].flatMap((event) => [
        {
          title: 'the same callback twice in a row',
          story: oneFile,
          plan: [...sequence(event), [{ event, kind: 'duplicate' as const }]],
        },
        {
          title: 'the same callback twice at the same time',
          story: oneFile,
          plan: [[{ event }, { event, kind: 'duplicate' as const }]],
        },
      ]),
    ),
  evaluate: expectAccepted,
});

export const acceptsResends = defineActive({
  id: 'gme/delivery/accepts-resends',
  title: 'A callback that is sent again with a new Timestamp and signature is accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: [retries, clauses.timestamp],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-any-order'],
  hint: 'Timestamp says when the request was sent, so a retry may carry a later one: do not compare it with the first.',
  experiments: (context) =>
    deliveries(
      context,
      [0, 1, 2].map((event) => ({
        title: 'a callback and its re-send',
        story: oneFile,
        plan: [...sequence(event), [{ event, kind: 're-send' as const }]],
      })),
    ),
  evaluate: expectAccepted,
});

export const acceptsAnyOrder = defineActive({
  id: 'gme/delivery/accepts-any-order',
  title: 'Callbacks are accepted in whatever order they come',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  clauses: [orderNotGuaranteed, clauses.lossPossible],
  observes: ['arms'],
  hint: 'Accept "uploaded" before "started": the order is not guaranteed, and "started" may never come.',
  experiments: (context) =>
    deliveries(
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
  evaluate: expectAccepted,
});

export const acceptsSplitBodies = defineActive({
  id: 'gme/delivery/accepts-split-bodies',
  title: 'A body that arrives in several TCP segments is accepted',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  clauses: [signatureBytes, requestBody],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-any-order'],
  hint: 'Read the request until Content-Length bytes have come before you verify and parse it.',
  experiments: (context) =>
    deliveries(context, [
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
  evaluate: expectAccepted,
});

export const holdsConcurrentCallbacks = defineActive({
  id: 'gme/delivery/holds-concurrent-callbacks',
  title: 'Thirty-two callbacks at the same time are all accepted',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  clauses: [clauses.concurrency],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-each-event', 'gme/delivery/accepts-any-order'],
  hint: 'When a large room ends, all its files are reported at once: queue callbacks instead of refusing them.',
  experiments: (context) => [burst(context, 32)],
  evaluate: expectAccepted,
});

export const takesPostOnly = defineActive({
  id: 'gme/delivery/takes-post-only',
  title: 'Requests with another method than POST are refused',
  level: 'SHOULD',
  basis: 'inferred',
  profile: 'wire',
  clauses: [requestMethod],
  observes: ['arms'],
  hint: 'Route the callback URL for POST only and answer 405 (or 404) to anything else.',
  experiments: (context) => methodProbes(context),
  evaluate: ({ arms }) =>
    [...arms.values()].flatMap(({ exchanges }) =>
      exchanges
        .filter(({ send, result }) => send.role === 'probe' && 'answer' in result)
        .flatMap(({ send, result }) =>
          'answer' in result && result.answer.status >= 200 && result.answer.status < 300
            ? [
                {
                  at: send.label,
                  code: 'method-accepted',
                  expected: 'a 4xx status, 405 for instance',
                  actual: String(result.answer.status),
                },
              ]
            : [],
        ),
    ),
});

export const doesNotRedirect = defineActive({
  id: 'gme/delivery/does-not-redirect',
  title: 'Callbacks are answered by the endpoint itself, not by a redirect',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  clauses: [clauses.noRedirect],
  observes: ['arms'],
  hint: 'Configure the final URL (scheme, host, trailing slash) at the service.',
  experiments: (context) =>
    deliveries(context, [{ title: 'one file', story: oneFile, plan: inOrder(oneFile) }]),
  evaluate: ({ arms }) =>
    [...arms.values()].flatMap(({ exchanges }) =>
      exchanges.flatMap(({ send, result }) =>
        'answer' in result && result.answer.status >= 300 && result.answer.status < 400
          ? [
              {
                at: send.label,
                code: 'redirected',
                expected: 'a 2xx status',
                actual: `${String(result.answer.status)} to ${result.answer.headers['location'] ?? 'nowhere'}`,
              },
            ]
          : [],
      ),
    ),
});

const servingClauses = [requestMethod, clauses.robustness] as const;

export const keepsServingAfterMalformedInput = defineActive({
  id: 'gme/delivery/keeps-serving-after-malformed-input',
  title: 'After malformed input, valid callbacks are accepted on the same and on new connections',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: servingClauses,
  observes: ['arms'],
  disturbs: true,
  hint: 'Catch parse errors per request and answer 400; no request may end the process or poison its state.',
  experiments: (context: SuiteContext) =>
    disturbances(context, ['syntax', 'shape', 'missing-field', 'encoding']),
  evaluate: expectKeepsServing,
});

export const keepsServingAfterBurdens = defineActive({
  id: 'gme/delivery/keeps-serving-after-burdens',
  title: 'After deeply nested and oversized bodies, valid callbacks are accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: servingClauses,
  observes: ['arms'],
  disturbs: true,
  needs: ['gme/delivery/keeps-serving-after-malformed-input'],
  hint: 'Bound the body you read (413 beyond it) and the nesting you parse; catch stack overflows and memory limits.',
  experiments: (context: SuiteContext) => disturbances(context, ['burden']),
  evaluate: expectKeepsServing,
});
