import { clauses, signatureName } from '#contracts/trtc/index.ts';
import { directedSpellings } from '#generators/trtc/body-spelling.ts';
import type { ActiveCheck } from '#harness/check.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import * as claims from '../claims/signature.ts';
import { deliveries } from '../kit/experiments.ts';
import { forgedExperiments, inTurn, ofEach, type ForgedCase } from '../kit/forgeries.ts';
import { paddedCases } from '../kit/padded.ts';
import { trtcKit } from './kit.ts';
import { probesInTurn, probesOfEachType } from './probes.ts';
import { hlsTask, mp4Task } from './stories.ts';
import type { Story } from './story.ts';

const { forgeriesOf } = claims;
const { signature, signatureHeader, signatureBytes, sdkAppIdHeader } = clauses;

export * from './signature/in-state.ts';

export const acceptsEverySpelling = claimFor('trtc', claims.acceptsEverySpelling, {
  clauses: [signature, signatureBytes, clauses.requestBody],
  experiments: (context) =>
    deliveries(
      trtcKit,
      context,
      directedSpellings
        // Key order and unknown fields have checks of their own.
        .filter(({ name }) => !/^(?:unknown|everything|keys)/u.test(name))
        .map(({ name, spelling }) => ({
          title: `a body with ${name}`,
          story: mp4Task,
          plan: [[{ event: 6, spelling }]],
        })),
    ),
});

export const acceptsStandardBase64 = claimFor('trtc', claims.acceptsStandardBase64, {
  clauses: [signature],
  experiments: (context) =>
    deliveries(trtcKit, context, paddedCases(trtcKit, context, hlsTask, signatureName)),
});

/** A claim proved with forged callbacks. */
function refuses(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & { readonly cases: readonly ForgedCase<Story>[] },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('trtc', claim, {
    ...rest,
    experiments: (context) => forgedExperiments(trtcKit, context, cases),
  });
}

const forgedInTurn = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  inTurn(probesInTurn, names);
const forgedOfEachType = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  ofEach(probesOfEachType, names);
/** One event of a task, a file to COS and one to VOD. */
const forgedOfEachCode = (names: readonly string[]): readonly ForgedCase<Story>[] =>
  ofEach(probesInTurn.slice(0, 3), names);

export const refusesWrongKey = refuses(claims.refusesWrongKey, {
  clauses: [signature],
  cases: forgedOfEachType(['wrong-key']),
});

export const refusesMissingSignature = refuses(claims.refusesMissingSignature, {
  clauses: [signatureHeader, sdkAppIdHeader],
  hint: 'A missing or empty Sign is a failed verification, not a reason to skip it; the right SdkAppId proves nothing.',
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
  clauses: [signature],
  cases: forgedInTurn(forgeriesOf.keyless),
});

export const refusesOtherAlgorithm = refuses(claims.refusesOtherAlgorithm('HMAC-SHA256'), {
  clauses: [signature],
  cases: forgedInTurn(['hmac-sha1', 'hmac-sha512', 'hmac-md5']),
});

export const refusesWrongCase = refuses(claims.refusesWrongCase, {
  clauses: [signature],
  cases: forgedInTurn(['wrong-case']),
});

export const refusesOtherBodysSignature = refuses(claims.refusesOtherBodysSignature, {
  clauses: [signature, signatureBytes],
  cases: forgedOfEachCode(forgeriesOf.otherBodys),
});

export const refusesChangedBody = refuses(claims.refusesChangedBody, {
  clauses: [signature, signatureBytes],
  cases: [...forgedOfEachCode(forgeriesOf.changed), ...forgedInTurn(forgeriesOf.rewritten)],
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
  cases: [...forgedInTurn(forgeriesOf.refusedPlainly), ...forgedOfEachType(['wrong-key'])],
});

export const refusalLeaksNothing = refuses(claims.refusalLeaksNothing, {
  clauses: [signature, clauses.secretKept],
  cases: forgedInTurn(forgeriesOf.leaking),
});
