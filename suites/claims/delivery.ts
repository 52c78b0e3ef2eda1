import { expectAccepted, expectAnsweredWithin } from '../oracles/acceptance.ts';
import { expectAnswersWithinBytes, expectStatus200 } from '../oracles/exact-answer.ts';
import { expectMethodRefused, expectNoRedirect } from '../oracles/redirection.ts';
import { expectKeepsServing } from '../oracles/serving.ts';
import type { Claim } from './claim.ts';

/** Callbacks are taken as they come. `title` and `hint` name the service's events. */
export const acceptsEachEvent: Claim = {
  path: 'delivery/accepts-each-event',
  title: 'Valid callbacks of every documented event are accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  hint: 'Answer 2xx to every rightly signed callback, also those you have no use for.',
  evaluate: expectAccepted,
};

/** Answers may be late by what the network and our own scheduling add. */
const lateMs = 250;

/** @param limitMs How long the service waits for an answer, milliseconds. */
export function answersInTime(limitMs: number): Claim {
  return {
    path: 'delivery/answers-in-time',
    title: 'Every callback is answered within five seconds',
    level: 'SHOULD',
    basis: 'assumed',
    profile: 'wire',
    hint: 'Store the callback and answer; do slow work (downloads, notifications) afterwards.',
    evaluate: (seen) => expectAnsweredWithin(seen, limitMs + lateMs),
  };
}

export const answers200: Claim = {
  path: 'delivery/answers-200',
  title: 'Accepted callbacks are answered with the status 200, not with another 2xx',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  hint: 'Set the status to 200; a framework may choose 201 for POST, or 204 where there is no body.',
  evaluate: expectStatus200,
};

/** @param bytesMax Header and body of an answer together. */
export function answersWithinBytes(bytesMax: number): Claim {
  return {
    path: 'delivery/answers-briefly',
    title: `Answers have at most ${String(bytesMax)} bytes, header and body together`,
    level: 'MUST',
    basis: 'stated',
    profile: 'wire',
    hint: 'Answer {"code":0} and no more; leave page headers and cookies off the callback route.',
    evaluate: (seen) => expectAnswersWithinBytes(seen, bytesMax),
  };
}

export const acceptsDuplicates: Claim = {
  path: 'delivery/accepts-duplicates',
  title: 'A callback that comes again, byte for byte, is accepted again',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  needs: ['delivery/accepts-any-order'],
  hint: 'Answer a known callback like a new one; a 4xx or 5xx makes the service send it yet again.',
  evaluate: expectAccepted,
};

export const acceptsResends: Claim = {
  path: 'delivery/accepts-resends',
  title: 'A callback that is sent again with a new time of sending and signature is accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  needs: ['delivery/accepts-any-order'],
  hint: 'A retry may say that it was sent later: do not compare that with the first.',
  evaluate: expectAccepted,
};

export const acceptsAnyOrder: Claim = {
  path: 'delivery/accepts-any-order',
  title: 'Callbacks are accepted in whatever order they come',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  hint: 'Accept the end before the beginning: the order is not guaranteed, and the beginning may never come.',
  evaluate: expectAccepted,
};

export const acceptsSplitBodies: Claim = {
  path: 'delivery/accepts-split-bodies',
  title: 'A body that arrives in several TCP segments is accepted',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  needs: ['delivery/accepts-any-order'],
  hint: 'Read the request until Content-Length bytes have come before you verify and parse it.',
  evaluate: expectAccepted,
};

export const holdsConcurrentCallbacks: Claim = {
  path: 'delivery/holds-concurrent-callbacks',
  title: 'Thirty-two callbacks at the same time are all accepted',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  needs: ['delivery/accepts-each-event', 'delivery/accepts-any-order'],
  hint: 'When a large room ends, all its files are reported at once: queue callbacks instead of refusing them.',
  evaluate: expectAccepted,
};

/** So many callbacks go out at once. */
export const concurrentCallbacks = 32;

export const takesPostOnly: Claim = {
  path: 'delivery/takes-post-only',
  title: 'Requests with another method than POST are refused',
  level: 'SHOULD',
  basis: 'inferred',
  profile: 'wire',
  hint: 'Route the callback URL for POST only and answer 405 (or 404) to anything else.',
  evaluate: expectMethodRefused,
};

export const doesNotRedirect: Claim = {
  path: 'delivery/does-not-redirect',
  title: 'Callbacks are answered by the endpoint itself, not by a redirect',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  hint: 'Configure the final URL (scheme, host, trailing slash) at the service.',
  evaluate: expectNoRedirect,
};

export const keepsServingAfterMalformedInput: Claim = {
  path: 'delivery/keeps-serving-after-malformed-input',
  title: 'After malformed input, valid callbacks are accepted on the same and on new connections',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  disturbs: true,
  hint: 'Catch parse errors per request and answer 400; no request may end the process or poison its state.',
  evaluate: expectKeepsServing,
};

export const keepsServingAfterBurdens: Claim = {
  path: 'delivery/keeps-serving-after-burdens',
  title: 'After deeply nested and oversized bodies, valid callbacks are accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  disturbs: true,
  needs: ['delivery/keeps-serving-after-malformed-input'],
  hint: 'Bound the body you read (413 beyond it) and the nesting you parse; catch stack overflows and memory limits.',
  evaluate: expectKeepsServing,
};
