import { expectAccepted } from '../oracles/acceptance.ts';
import { expectConvergence } from '../oracles/convergence.ts';
import { expectNoLeak } from '../oracles/leak.ts';
import { expectClientError, expectNotTaken, expectNoTrace } from '../oracles/refusal.ts';
import type { Claim } from './claim.ts';

/** Once a receiver takes any key, its other omissions are no news. */
const needsKey = ['signature/refuses-wrong-key'] as const;

const wire = { level: 'MUST', profile: 'wire' } as const;

/** Forged requests are refused: a MUST that the document states, unless `words` say otherwise. */
export function refusal(words: Pick<Claim, 'path' | 'title' | 'hint'> & Partial<Claim>): Claim {
  return { ...wire, basis: 'stated', needs: needsKey, evaluate: expectNotTaken, ...words };
}

export const acceptsEverySpelling: Claim = {
  ...wire,
  path: 'signature/accepts-every-spelling',
  title: 'The signature is verified over the bytes as they came, whatever the JSON looks like',
  basis: 'stated',
  needs: ['delivery/accepts-any-order'],
  hint: 'Compute the MAC over the raw request body, before any JSON parser has touched it; never over re-serialised JSON.',
  evaluate: expectAccepted,
};

export const acceptsStandardBase64: Claim = {
  ...wire,
  path: 'signature/accepts-standard-base64',
  title: 'Signatures with the characters + and / are accepted',
  basis: 'inferred',
  hint: 'Compare with standard Base64 including padding; do not decode it as URL-safe Base64 or as form data, where + is a blank.',
  evaluate: expectAccepted,
};

export const refusesWrongKey = refusal({
  path: 'signature/refuses-wrong-key',
  title: 'A callback signed with another key is refused',
  needs: [],
  hint: 'Verify every callback with your application’s callback key before you use it.',
});

export const refusesMissingSignature = refusal({
  path: 'signature/refuses-missing-signature',
  title: 'A callback without a signature is refused',
  hint: 'A missing or empty signature is a failed verification, not a reason to skip it.',
});

export const refusesTruncatedSignature = refusal({
  path: 'signature/refuses-truncated-signature',
  title: 'A shortened or altered signature is refused',
  hint: 'Compare the whole value, all characters, in constant time; check the lengths first.',
});

export const refusesKeylessSignature = refusal({
  path: 'signature/refuses-keyless-signature',
  title: 'A value that can be made without the key’s HMAC is refused',
  hint: 'Use HMAC with the callback key; refuse to start when the key is empty.',
});

/** @param algorithm As the service's document names it: `HMAC-SHA256`. */
export function refusesOtherAlgorithm(algorithm: string): Claim {
  return refusal({
    path: 'signature/refuses-other-algorithm',
    title: `A MAC of another algorithm than ${algorithm} is refused`,
    basis: 'inferred',
    hint: `Accept ${algorithm} only; do not try several algorithms in turn.`,
  });
}

export const refusesWrongCase = refusal({
  path: 'signature/refuses-wrong-case',
  title: 'A signature with upper and lower case swapped is refused',
  basis: 'inferred',
  hint: 'Base64 is case-sensitive: compare the value as it is.',
});

export const refusesOtherBodysSignature = refusal({
  path: 'signature/refuses-other-bodys-signature',
  title: 'A signature that is right for another body is refused',
  hint: 'Compute the MAC anew for each request; never remember signatures as good.',
});

export const refusesChangedBody = refusal({
  path: 'signature/refuses-changed-body',
  title: 'A body changed at its start, middle or end is refused, for every event type',
  hint: 'The MAC covers the whole body: verify all Content-Length bytes of it.',
});

export const refusesRespelledBody = refusal({
  path: 'signature/refuses-respelled-body',
  title: 'A body with other white space, escapes or key order than was signed is refused',
  needs: [...needsKey, 'signature/accepts-every-spelling'],
  hint: 'Compute the MAC over the raw bytes, untrimmed; equal JSON is not an equal body.',
});

export const refusesInsertedBytes = refusal({
  path: 'signature/refuses-inserted-bytes',
  title: 'A body with inserted bytes that are not UTF-8 is refused',
  hint: 'Compute the MAC over bytes, not over a decoded text in which invalid bytes have been dropped or replaced.',
});

export const refusalIs4xx: Claim = {
  path: 'signature/refusal-is-4xx',
  title: 'A forged callback is answered with a 4xx status',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  needs: needsKey,
  hint: 'Answer 401 or 403: a 2xx hides the attack, a 5xx makes it look like your fault.',
  evaluate: expectClientError,
};

export const refusalLeaksNothing: Claim = {
  ...wire,
  path: 'signature/refusal-leaks-nothing',
  title: 'A refusal tells neither the key nor the signature that would have been right',
  basis: 'inferred',
  hint: 'Answer a failed verification with a fixed text; log the expected value at most on your side.',
  evaluate: expectNoLeak,
};

export const refusedLeavesNoTrace: Claim = {
  path: 'signature/refused-leaves-no-trace',
  title: 'A refused callback changes nothing in the receiver’s state',
  level: 'MUST',
  basis: 'inferred',
  profile: 'state',
  needs: ['state/records-each-file'],
  hint: 'Verify first and store afterwards; a refused callback must not reach the database.',
  evaluate: expectNoTrace,
};

export const refusedChangesNothing: Claim = {
  path: 'signature/refused-changes-nothing',
  title: 'A forged callback changes nothing in what is already known',
  level: 'MUST',
  basis: 'inferred',
  profile: 'state',
  needs: ['state/records-each-file', 'signature/refuses-wrong-key'],
  hint: 'Verify before you look anything up: also an update of a known recording needs a right signature.',
  evaluate: (seen) => expectConvergence(seen, 'changed-by-forgery'),
};

/** Names of the forgeries that each refusal is proved with; services add their own. */
export const forgeriesOf = {
  missing: ['missing'],
  emptyOrLiteral: ['empty', 'literal-null', 'literal-undefined'],
  altered: [
    'truncated',
    'first-character',
    'one-character-changed',
    'last-byte-changed',
    'bytes-reversed',
    'high-bits-flipped',
    'bytes-unreadable-as-text',
    'all-zeros',
  ],
  keyless: ['empty-key', 'unkeyed', 'key-prefixed-hash', 'key-and-body-swapped'],
  otherBodys: ['of-accepted-body', 'of-another-body', 'of-empty-body'],
  changed: ['changed-at-start', 'changed-in-middle', 'changed-at-end'],
  rewritten: ['other-room', 'other-task', 'other-event', 'cut', 'emptied', 'long-changed-at-end'],
  respelled: [
    'blank-behind',
    'line-feed-behind',
    'blank-before',
    'blank-inside',
    'other-white-space',
    'other-escapes',
    'other-key-order',
    'other-number',
  ],
  inserted: [
    'invalid-byte-before',
    'invalid-byte-inside',
    'invalid-byte-behind',
    'byte-order-mark-before',
    'null-byte-behind',
    'null-byte-inside',
    'of-replaced-bytes',
  ],
  refusedPlainly: ['wrong-key', 'missing', 'changed-in-middle', 'empty'],
  leaking: ['wrong-key', 'missing', 'one-character-changed'],
  tracing: ['wrong-key', 'missing', 'changed-at-end', 'blank-behind', 'truncated', 'empty'],
  news: ['missing', 'wrong-key', 'changed-at-end'],
} as const;
