import { clauses } from '#contracts/sparkrtc/index.ts';
import { directedSpellings } from '#generators/sparkrtc/body-spelling.ts';
import type { ActiveCheck } from '#harness/check.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import * as claims from '../claims/signature.ts';
import { deliveries } from '../kit/experiments.ts';
import { forgedExperiments, inTurn, ofEach, type ForgedCase } from '../kit/forgeries.ts';
import { sparkKit } from './kit.ts';
import { probeOfEnd, probesInTurn, probesOfFiles } from './probes.ts';
import { oneFile } from './stories.ts';
import { isEventSent, type Story } from './story.ts';

const { forgeriesOf } = claims;
const { signature, signatureBytes, signatureHeaders, signatureEncoding } = clauses;

export * from './signature/in-state.ts';
export * from './signature/nonce.ts';

export const acceptsEverySpelling = claimFor('sparkrtc', claims.acceptsEverySpelling, {
  clauses: [signatureBytes, clauses.requestBody],
  experiments: (context) =>
    deliveries(
      sparkKit,
      context,
      directedSpellings
        // Key order and unknown fields have checks of their own.
        .filter(({ name }) => !/^(?:unknown|everything|keys)/u.test(name))
        .map(({ name, spelling }) => ({
          title: `a body with ${name}`,
          story: oneFile,
          plan: [[{ event: 1, spelling }]],
        })),
    ),
});

/** A claim proved with forged callbacks. */
function refuses(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & { readonly cases: readonly ForgedCase<Story>[] },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('sparkrtc', claim, {
    ...rest,
    experiments: (context) =>
      forgedExperiments(
        sparkKit,
        context,
        cases.filter(({ story, event }) => isEventSent(story, event, context)),
      ),
  });
}

const forgedInTurn = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  inTurn(probesInTurn, names);
const forgedOfEachKind = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  ofEach([...probesOfFiles, probeOfEnd], names);

export const refusesWrongKey = refuses(claims.refusesWrongKey, {
  clauses: [signature],
  cases: forgedOfEachKind(['wrong-key']),
});

export const refusesMissingSignature = refuses(claims.refusesMissingSignature, {
  clauses: [signatureHeaders, signature],
  hint: 'A missing or empty X-Rtc-Signature is a failed verification, not a reason to skip it.',
  cases: [
    ...forgedOfEachKind(forgeriesOf.missing),
    ...forgedInTurn(forgeriesOf.emptyOrLiteral),
    // A verification that hangs on the media type is one that a forger can switch off.
    ...['text/plain', 'application/octet-stream'].flatMap((contentType) =>
      forgedInTurn(forgeriesOf.missing).map((one) => ({ ...one, contentType })),
    ),
  ],
});

export const refusesTruncatedSignature = refuses(claims.refusesTruncatedSignature, {
  clauses: [signature, signatureEncoding],
  cases: forgedInTurn(forgeriesOf.altered),
});

export const refusesKeylessSignature = refuses(claims.refusesKeylessSignature, {
  clauses: [signature, clauses.callbackKey],
  cases: forgedInTurn(forgeriesOf.keyless),
});

export const refusesOtherAlgorithm = refuses(claims.refusesOtherAlgorithm('HMAC-SHA256'), {
  clauses: [signature],
  cases: forgedInTurn(['hmac-sha1', 'hmac-sha512', 'hmac-md5']),
});

export const refusesOtherBodysSignature = refuses(claims.refusesOtherBodysSignature, {
  clauses: [signature, signatureBytes],
  cases: ofEach(probesInTurn.slice(0, 3), forgeriesOf.otherBodys),
});

export const refusesChangedBody = refuses(claims.refusesChangedBody, {
  title: 'A body changed at its start, middle or end is refused, for every event',
  clauses: [signature, signatureBytes],
  cases: [...forgedOfEachKind(forgeriesOf.changed), ...forgedInTurn(forgeriesOf.rewritten)],
});

export const refusesRespelledBody = refuses(claims.refusesRespelledBody, {
  clauses: [signature, signatureBytes],
  // Only completed files have numbers to respell.
  cases: forgedInTurn(forgeriesOf.respelled.filter((name) => name !== 'other-number')),
});

export const refusesInsertedBytes = refuses(claims.refusesInsertedBytes, {
  clauses: [signature, signatureBytes],
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
