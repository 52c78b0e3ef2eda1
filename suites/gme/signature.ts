import type { Basis } from '#contracts/clause.ts';
import { clauses, resolveReading, type GmeReading } from '#contracts/gme/index.ts';
import { directedSpellings } from '#generators/gme/body-spelling.ts';
import { defineActive, type ActiveCheck, type CheckId } from '#harness/check.ts';
import { expectAccepted } from '../oracles/acceptance.ts';
import { expectClientError, expectNotTaken } from '../oracles/refusal.ts';
import { oneFile } from './arms.ts';
import { deliveries } from './experiments.ts';
import { forgedExperiments, forgedInTurn, forgedOfEachType, ofAcceptedBody } from './forged.ts';
import { expectNoLeak } from './leak.ts';
import { paddedCases } from './padded.ts';

const encodingOf = (dialects: readonly string[]): GmeReading['signatureEncoding'] =>
  resolveReading(dialects).signatureEncoding;

export * from './signature/in-state.ts';

const { signature, signatureHeader, signatureBytes, signatureAlgorithm, signatureEncoding } =
  clauses;

export const acceptsEverySpelling = defineActive({
  id: 'gme/signature/accepts-every-spelling',
  title: 'The signature is verified over the bytes as they came, whatever the JSON looks like',
  level: 'MUST',
  basis: 'stated',
  profile: 'wire',
  clauses: [signature, signatureBytes],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-any-order'],
  hint: 'Compute the MAC over the raw request body, before any JSON parser has touched it; never over re-serialised JSON.',
  experiments: (context) =>
    deliveries(
      context,
      directedSpellings
        // Key order and unknown fields have checks of their own.
        .filter(({ name }) => !/^(?:unknown|everything|keys)/u.test(name))
        .map(({ name, spelling }) => ({
          title: `a body with ${name}`,
          story: oneFile,
          plan: [[{ event: 2, spelling }]],
        })),
    ),
  evaluate: expectAccepted,
});

export const acceptsStandardBase64 = defineActive({
  id: 'gme/signature/accepts-standard-base64',
  title: 'Signatures with the characters + and / are accepted',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: [signatureEncoding],
  observes: ['arms'],
  notApplicable: ({ dialects }) =>
    encodingOf(dialects) === 'base64' ? null : 'no signature holds + or / in this reading',
  hint: 'Compare with standard Base64 including padding; do not decode it as URL-safe Base64 or as form data, where + is a blank.',
  experiments: (context) => deliveries(context, paddedCases(context)),
  evaluate: expectAccepted,
});

/** Once a receiver takes any key, its other omissions are no news. */
const needsKey: readonly CheckId[] = ['gme/signature/refuses-wrong-key'];

function refuses(
  check: Pick<
    ActiveCheck,
    'id' | 'title' | 'clauses' | 'hint' | 'experiments' | 'needs' | 'notApplicable'
  > & {
    /** Default `stated`. */
    readonly basis?: Basis;
  },
): ActiveCheck {
  return defineActive({
    basis: 'stated',
    ...check,
    level: 'MUST',
    profile: 'wire',
    observes: ['arms'],
    evaluate: expectNotTaken,
  });
}

export const refusesWrongKey = refuses({
  id: 'gme/signature/refuses-wrong-key',
  title: 'A callback signed with another key is refused',
  clauses: [signature],
  hint: 'Verify every callback with your application’s permission key before you use it.',
  experiments: (context) => forgedExperiments(context, forgedOfEachType(['wrong-key'])),
});

export const refusesMissingSignature = refuses({
  id: 'gme/signature/refuses-missing-signature',
  title: 'A callback without a signature is refused',
  clauses: [signatureHeader],
  needs: needsKey,
  hint: 'A missing or empty Signature is a failed verification, not a reason to skip it.',
  experiments: (context) =>
    forgedExperiments(context, [
      ...forgedOfEachType(['missing']),
      ...forgedInTurn(['empty', 'literal-null', 'literal-undefined']),
      // A verification that hangs on the media type is one that a forger can switch off.
      ...['text/plain', 'application/octet-stream'].flatMap((contentType) =>
        forgedInTurn(['missing']).map((one) => ({ ...one, contentType })),
      ),
    ]),
});

export const refusesTruncatedSignature = refuses({
  id: 'gme/signature/refuses-truncated-signature',
  title: 'A shortened or altered signature is refused',
  clauses: [signature],
  needs: needsKey,
  hint: 'Compare the whole value, all characters, in constant time; check the lengths first.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn([
        'truncated',
        'first-character',
        'one-character-changed',
        'last-byte-changed',
        'bytes-reversed',
        'high-bits-flipped',
        'bytes-unreadable-as-text',
        'all-zeros',
      ]),
    ),
});

export const refusesKeylessSignature = refuses({
  id: 'gme/signature/refuses-keyless-signature',
  title: 'A value that can be made without the key’s HMAC is refused',
  clauses: [signature, signatureAlgorithm],
  needs: needsKey,
  hint: 'Use HMAC with the permission key; refuse to start when the key is empty.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn(['empty-key', 'unkeyed', 'key-prefixed-hash', 'key-and-body-swapped']),
    ),
});

export const refusesOtherAlgorithm = refuses({
  id: 'gme/signature/refuses-other-algorithm',
  title: 'A MAC of another algorithm than HMAC-SHA1 is refused',
  basis: 'inferred',
  clauses: [signatureAlgorithm],
  needs: needsKey,
  hint: 'Accept HMAC-SHA1 only; do not try several algorithms in turn.',
  experiments: (context) =>
    forgedExperiments(context, forgedInTurn(['hmac-sha256', 'hmac-sha512', 'hmac-md5'])),
});

export const refusesWrongCase = refuses({
  id: 'gme/signature/refuses-wrong-case',
  title: 'A signature with upper and lower case swapped is refused',
  basis: 'inferred',
  clauses: [signatureEncoding],
  needs: needsKey,
  hint: 'Base64 is case-sensitive: compare the value as it is.',
  notApplicable: ({ dialects }) =>
    encodingOf(dialects) === 'hex'
      ? 'signatures are hexadecimal in this reading, where either case proves knowledge of the key'
      : null,
  experiments: (context) =>
    encodingOf(context.dialects) === 'hex'
      ? []
      : forgedExperiments(context, forgedInTurn(['wrong-case'])),
});

export const refusesOtherBodysSignature = refuses({
  id: 'gme/signature/refuses-other-bodys-signature',
  title: 'A signature that is right for another body is refused',
  clauses: [signature, signatureBytes],
  needs: needsKey,
  hint: 'Compute the MAC anew for each request; never remember signatures as good.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedOfEachType([ofAcceptedBody, 'of-another-body', 'of-empty-body']),
    ),
});

export const refusesChangedBody = refuses({
  id: 'gme/signature/refuses-changed-body',
  title: 'A body changed at its start, middle or end is refused, for every event type',
  clauses: [signature, signatureBytes],
  needs: needsKey,
  hint: 'The MAC covers the whole body: verify all Content-Length bytes of it.',
  experiments: (context) =>
    forgedExperiments(context, [
      ...forgedOfEachType(['changed-at-start', 'changed-in-middle', 'changed-at-end']),
      ...forgedInTurn(['other-room', 'other-task', 'other-event', 'cut', 'emptied']),
    ]),
});

export const refusesRespelledBody = refuses({
  id: 'gme/signature/refuses-respelled-body',
  title: 'A body with other white space, escapes or key order than was signed is refused',
  clauses: [signatureBytes],
  needs: [...needsKey, 'gme/signature/accepts-every-spelling'],
  hint: 'Compute the MAC over the raw bytes, untrimmed; equal JSON is not an equal body.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn([
        'blank-behind',
        'line-feed-behind',
        'blank-before',
        'blank-inside',
        'other-white-space',
        'other-escapes',
        'other-key-order',
        'other-number',
      ]),
    ),
});

export const refusesInsertedBytes = refuses({
  id: 'gme/signature/refuses-inserted-bytes',
  title: 'A body with inserted bytes that are not UTF-8 is refused',
  clauses: [signatureBytes],
  needs: needsKey,
  hint: 'Compute the MAC over bytes, not over a decoded text in which invalid bytes have been dropped or replaced.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn([
        'invalid-byte-before',
        'invalid-byte-inside',
        'invalid-byte-behind',
        'byte-order-mark-before',
        'null-byte-behind',
        'null-byte-inside',
        'of-replaced-bytes',
      ]),
    ),
});

export const refusalIs4xx = defineActive({
  id: 'gme/signature/refusal-is-4xx',
  title: 'A forged callback is answered with a 4xx status',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  clauses: [clauses.refusalStatus],
  observes: ['arms'],
  needs: needsKey,
  hint: 'Answer 401 or 403: a 2xx hides the attack, a 5xx makes it look like your fault.',
  experiments: (context) =>
    forgedExperiments(
      context,
      forgedInTurn(['wrong-key', 'missing', 'changed-in-middle', 'empty']),
    ),
  evaluate: expectClientError,
});

export const refusalLeaksNothing = defineActive({
  id: 'gme/signature/refusal-leaks-nothing',
  title: 'A refusal tells neither the key nor the signature that would have been right',
  level: 'MUST',
  basis: 'inferred',
  profile: 'wire',
  clauses: [signature, clauses.secretKept],
  observes: ['arms'],
  hint: 'Answer a failed verification with a fixed text; log the expected value at most on your side.',
  experiments: (context) =>
    forgedExperiments(context, forgedInTurn(['wrong-key', 'missing', 'one-character-changed'])),
  evaluate: expectNoLeak,
});
