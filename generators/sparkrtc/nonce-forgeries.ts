import { makeSignature } from '#contracts/signature-making.ts';
import type { SparkNonce } from '#contracts/sparkrtc/signature.ts';
import { rightMaking } from '../forgery/forgery.ts';
import type { Forgery } from './forgery.ts';
import { macScheme } from './mac-scheme.ts';

/** Genuine bodies whose headers are not those that were signed, or whose MAC is of less than what has to be signed. */
export const nonceForgeries: readonly Forgery[] = [
  ...otherHeaders(),
  ...missingHeaders(),
  ...otherInputs(),
];

function headers(
  name: string,
  statement: string,
  forge: (nonce: SparkNonce) => Partial<SparkNonce>,
): Forgery {
  return {
    name,
    statement,
    forges: 'nonce',
    apply: ({ body, signature, nonce }) => {
      const { rand, timestamp } = forge(nonce);
      return {
        body,
        signature,
        rand,
        timestamp,
        making: rightMaking(macScheme(nonce), body),
      };
    },
  };
}

/** What was signed is not what the headers say. */
function otherHeaders(): readonly Forgery[] {
  return [
    headers('other-rand', 'X-Rtc-Rand is another than the signed one.', ({ rand, timestamp }) => ({
      rand: `${rand.slice(0, -1)}${rand.endsWith('0') ? '1' : '0'}`,
      timestamp,
    })),
    headers(
      'other-timestamp',
      'X-Rtc-Timestamp is a second later than the signed one.',
      ({ rand, timestamp }) => ({ rand, timestamp: String(BigInt(timestamp) + 1n) }),
    ),
    headers(
      'rand-and-timestamp-swapped',
      'X-Rtc-Rand and X-Rtc-Timestamp carry each other’s value.',
      ({ rand, timestamp }) => ({ rand: timestamp, timestamp: rand }),
    ),
    headers('rand-in-other-case', 'The letters of X-Rtc-Rand are in upper case.', (nonce) => ({
      ...nonce,
      rand: nonce.rand.toUpperCase() === nonce.rand ? `${nonce.rand}F` : nonce.rand.toUpperCase(),
    })),
  ];
}

/** What was signed is not there. */
function missingHeaders(): readonly Forgery[] {
  return [
    headers('missing-rand', 'There is no X-Rtc-Rand.', ({ timestamp }) => ({ timestamp })),
    headers('missing-timestamp', 'There is no X-Rtc-Timestamp.', ({ rand }) => ({ rand })),
    headers(
      'missing-rand-and-timestamp',
      'There is neither X-Rtc-Rand nor X-Rtc-Timestamp.',
      () => ({}),
    ),
    headers('empty-rand', 'X-Rtc-Rand is empty.', ({ timestamp }) => ({ rand: '', timestamp })),
    headers('empty-timestamp', 'X-Rtc-Timestamp is empty.', ({ rand }) => ({
      rand,
      timestamp: '',
    })),
    {
      name: 'no-headers',
      statement: 'There is none of the three headers, as where no key is set.',
      forges: 'both',
      apply: ({ body }) => ({ body, signature: undefined, rand: undefined, timestamp: undefined }),
    },
  ];
}

/** The key is used rightly, but on something else. */
function otherInputs(): readonly Forgery[] {
  const of = (
    name: string,
    what: string,
    input: (nonce: SparkNonce, body: Uint8Array) => readonly (string | Uint8Array)[],
  ): Forgery => ({
    name: `of-${name}`,
    statement: `The MAC is of ${what}.`,
    forges: 'signature',
    apply: ({ body, key, nonce }) => {
      const pieces = input(nonce, body).map((piece) => Buffer.from(piece));
      const making = { ...rightMaking(macScheme(nonce), body), input: Buffer.concat(pieces) };
      return { body, signature: makeSignature(making, key), ...nonce, making };
    },
  });
  return [
    of('body-alone', 'the body alone', (_, body) => [body]),
    of('rand-and-body', 'rand and body, without the timestamp', ({ rand }, body) => [rand, body]),
    of('timestamp-and-body', 'timestamp and body, without rand', ({ timestamp }, body) => [
      timestamp,
      body,
    ]),
    of('timestamp-before-rand', 'timestamp, rand and body', ({ rand, timestamp }, body) => [
      timestamp,
      rand,
      body,
    ]),
    of('body-first', 'body, rand and timestamp', ({ rand, timestamp }, body) => [
      body,
      rand,
      timestamp,
    ]),
    of('lines', 'rand, timestamp and body on lines of their own', (nonce, body) => [
      `${nonce.rand}\n${nonce.timestamp}\n`,
      body,
    ]),
    of('rand-and-timestamp', 'rand and timestamp, without the body', ({ rand, timestamp }) => [
      rand,
      timestamp,
    ]),
  ];
}
