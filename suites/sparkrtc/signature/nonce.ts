import { clauses, type SparkCallback } from '#contracts/sparkrtc/index.ts';
import { freshDigits } from '#generators/fresh.ts';
import type { ActiveCheck } from '#harness/check.ts';
import { acceptance } from '../../claims/callback.ts';
import { claimFor } from '../../claims/claim.ts';
import { refusal } from '../../claims/signature.ts';
import { forgedExperiments, inTurn, ofEach } from '../../kit/forgeries.ts';
import { singleCallbacks } from '../extensions.ts';
import { sparkKit } from '../kit.ts';
import { probesInTurn, probesOfFiles } from '../probes.ts';

const { signature, signatureHeaders, timestampHeader } = clauses;

/** A refusal that only SparkRTC's two signed headers make. */
function refuses(
  words: Parameters<typeof refusal>[0],
  part: Pick<ActiveCheck, 'clauses'> & {
    readonly forged: readonly string[];
    /** Every kind of callback instead of one kind after the other. */
    readonly isOfEach?: true;
  },
): ActiveCheck {
  const { forged, isOfEach, clauses: own } = part;
  const cases = isOfEach ? ofEach(probesOfFiles, forged) : inTurn(probesInTurn, forged);
  return claimFor('sparkrtc', refusal(words), {
    clauses: own,
    experiments: (context) => forgedExperiments(sparkKit, context, cases),
  });
}

export const refusesOtherRand = refuses(
  {
    path: 'signature/refuses-other-rand',
    title: 'A callback whose X-Rtc-Rand is not the signed one is refused',
    hint: 'The MAC covers X-Rtc-Rand, then X-Rtc-Timestamp, then the body: put the header’s own text first.',
  },
  {
    clauses: [signature, signatureHeaders],
    forged: ['other-rand', 'empty-rand', 'rand-in-other-case'],
    isOfEach: true,
  },
);

export const refusesOtherTimestamp = refuses(
  {
    path: 'signature/refuses-other-timestamp',
    title: 'A callback whose X-Rtc-Timestamp is not the signed one is refused',
    hint: 'The MAC covers X-Rtc-Timestamp as well; a time that is not signed says nothing of the sender’s clock.',
  },
  {
    clauses: [signature, signatureHeaders, timestampHeader],
    forged: ['other-timestamp', 'empty-timestamp', 'rand-and-timestamp-swapped'],
    isOfEach: true,
  },
);

export const refusesMissingHeaders = refuses(
  {
    path: 'signature/refuses-missing-headers',
    title:
      'A callback without X-Rtc-Rand or X-Rtc-Timestamp, or without any of the headers, is refused',
    hint: 'Where a key is set every callback has all three headers: what lacks one is not from the service.',
  },
  {
    clauses: [signatureHeaders, clauses.noKeyNoHeaders],
    forged: ['missing-rand', 'missing-timestamp', 'missing-rand-and-timestamp', 'no-headers'],
    isOfEach: true,
  },
);

export const refusesOtherInput = refuses(
  {
    path: 'signature/refuses-other-input',
    title:
      'A MAC over less than rand, timestamp and body, or over them in another order, is refused',
    hint: 'Compute HMAC-SHA256 over rand + timestamp + body, in this order and with nothing between; do not try other ways.',
  },
  {
    clauses: [signature],
    forged: [
      'of-body-alone',
      'of-rand-and-body',
      'of-timestamp-and-body',
      'of-timestamp-before-rand',
      'of-body-first',
      'of-lines',
      'of-rand-and-timestamp',
    ],
  },
);

const opaque = acceptance({
  path: 'signature/takes-rand-as-text',
  title: 'A random number is taken as the text it is, with leading zeros, short or long',
  level: 'SHOULD',
  basis: 'inferred',
  hint: 'Sign the header’s text: a rand that went through a number type loses zeros and digits.',
});

export const takesRandAsText = claimFor('sparkrtc', opaque, {
  clauses: [signatureHeaders, signature],
  experiments: (context) =>
    singleCallbacks(
      context,
      'told',
      ['00', '', '9'].map((head, index) => {
        const rand = `${head}${freshDigits(`${context.nonce}/rand`, 9 + index * 7)}`;
        return {
          title: `X-Rtc-Rand of ${String(rand.length)} digits, first ${rand.charAt(0)}`,
          change: (complete: SparkCallback) => complete,
          rand,
        };
      }),
    ),
});
