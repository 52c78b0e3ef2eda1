import { clauses, resolveReading, signatureName, type GmeReading } from '#contracts/gme/index.ts';
import { directedSpellings } from '#generators/gme/body-spelling.ts';
import type { ActiveCheck } from '#harness/check.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import * as claims from '../claims/signature.ts';
import { forgedExperiments, inTurn, ofEach, type ForgedCase } from '../kit/forgeries.ts';
import { paddedCases } from '../kit/padded.ts';
import { probesInTurn, probesOfEachType } from './probes.ts';
import { oneFile } from './stories.ts';
import type { Story } from './story.ts';
import { deliveries } from '../kit/experiments.ts';
import { gmeKit } from './kit.ts';

const { forgeriesOf } = claims;

const encodingOf = (dialects: readonly string[]): GmeReading['signatureEncoding'] =>
  resolveReading(dialects).signatureEncoding;

export * from './signature/in-state.ts';

const { signature, signatureHeader, signatureBytes, signatureAlgorithm, signatureEncoding } =
  clauses;

export const acceptsEverySpelling = claimFor('gme', claims.acceptsEverySpelling, {
  clauses: [signature, signatureBytes],
  experiments: (context) =>
    deliveries(
      gmeKit,
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
});

export const acceptsStandardBase64 = claimFor('gme', claims.acceptsStandardBase64, {
  clauses: [signatureEncoding],
  notApplicable: ({ dialects }) =>
    encodingOf(dialects) === 'base64' ? null : 'no signature holds + or / in this reading',
  experiments: (context) =>
    deliveries(gmeKit, context, paddedCases(gmeKit, context, oneFile, signatureName)),
});

/** A claim proved with forged callbacks. */
function refuses(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & { readonly cases: readonly ForgedCase<Story>[] },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('gme', claim, {
    ...rest,
    experiments: (context) => forgedExperiments(gmeKit, context, cases),
  });
}

const forgedInTurn = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  inTurn(probesInTurn, names);
const forgedOfEachType = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  ofEach(probesOfEachType, names);

export const refusesWrongKey = refuses(claims.refusesWrongKey, {
  clauses: [signature],
  hint: 'Verify every callback with your application’s permission key before you use it.',
  cases: forgedOfEachType(['wrong-key']),
});

export const refusesMissingSignature = refuses(claims.refusesMissingSignature, {
  clauses: [signatureHeader],
  hint: 'A missing or empty Signature is a failed verification, not a reason to skip it.',
  cases: [
    ...forgedOfEachType(forgeriesOf.missing),
    ...forgedInTurn(forgeriesOf.emptyOrLiteral),
    // A verification that hangs on the media type is one that a forger can switch off.
    ...['text/plain', 'application/octet-stream'].flatMap((contentType) =>
      forgedInTurn(forgeriesOf.missing).map((one) => ({ ...one, contentType })),
    ),
  ],
});

export const refusesTruncatedSignature = refuses(claims.refusesTruncatedSignature, {
  clauses: [signature],
  cases: forgedInTurn(forgeriesOf.altered),
});

export const refusesKeylessSignature = refuses(claims.refusesKeylessSignature, {
  clauses: [signature, signatureAlgorithm],
  hint: 'Use HMAC with the permission key; refuse to start when the key is empty.',
  cases: forgedInTurn(forgeriesOf.keyless),
});

export const refusesOtherAlgorithm = refuses(claims.refusesOtherAlgorithm('HMAC-SHA1'), {
  clauses: [signatureAlgorithm],
  cases: forgedInTurn(['hmac-sha256', 'hmac-sha512', 'hmac-md5']),
});

export const refusesWrongCase = claimFor('gme', claims.refusesWrongCase, {
  clauses: [signatureEncoding],
  notApplicable: ({ dialects }) =>
    encodingOf(dialects) === 'hex'
      ? 'signatures are hexadecimal in this reading, where either case proves knowledge of the key'
      : null,
  experiments: (context) =>
    encodingOf(context.dialects) === 'hex'
      ? []
      : forgedExperiments(gmeKit, context, forgedInTurn(['wrong-case'])),
});

export const refusesOtherBodysSignature = refuses(claims.refusesOtherBodysSignature, {
  clauses: [signature, signatureBytes],
  cases: forgedOfEachType(forgeriesOf.otherBodys),
});

export const refusesChangedBody = refuses(claims.refusesChangedBody, {
  clauses: [signature, signatureBytes],
  cases: [...forgedOfEachType(forgeriesOf.changed), ...forgedInTurn(forgeriesOf.rewritten)],
});

export const refusesRespelledBody = refuses(claims.refusesRespelledBody, {
  clauses: [signatureBytes],
  cases: forgedInTurn(forgeriesOf.respelled),
});

export const refusesInsertedBytes = refuses(claims.refusesInsertedBytes, {
  clauses: [signatureBytes],
  cases: forgedInTurn(forgeriesOf.inserted),
});

export const refusalIs4xx = refuses(claims.refusalIs4xx, {
  clauses: [clauses.refusalStatus],
  cases: forgedInTurn(forgeriesOf.refusedPlainly),
});

export const refusalLeaksNothing = refuses(claims.refusalLeaksNothing, {
  clauses: [signature, clauses.secretKept],
  cases: forgedInTurn(forgeriesOf.leaking),
});
