import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text.ts';
import { defaultReading, type SparkReading } from './reading.ts';

/** Names of the request headers that authenticate a callback; receivers compare names without letter case. */
export const signatureHeaders = {
  rand: 'X-Rtc-Rand',
  timestamp: 'X-Rtc-Timestamp',
  signature: 'X-Rtc-Signature',
} as const;

/** What is signed in front of the body, as the headers carry it. */
export interface SparkNonce {
  /** `X-Rtc-Rand`: a text without meaning. */
  readonly rand: string;
  /** `X-Rtc-Timestamp`: opaque to the signature; unix time by `formatTimestamp`. */
  readonly timestamp: string;
}

/** Values by header name. */
export type SparkHeaders = Readonly<Record<string, string>>;

/**
 * Signs a callback as SparkRTC does: HMAC-SHA256 over rand, timestamp and the raw body, nothing between them, in 64
 * lower-case hexadecimal digits.
 * @param body The bytes that go over the wire; any change of them, white space included, changes the value.
 * @param callbackKey The key that is set with the callback URL, as UTF-8.
 * @returns The value of `X-Rtc-Signature`.
 * Clauses `signature`, `signatureEncoding`.
 */
export function signCallback(
  body: Uint8Array,
  callbackKey: string,
  { rand, timestamp }: SparkNonce,
): string {
  return createHmac('sha256', callbackKey)
    .update(rand)
    .update(timestamp)
    .update(body)
    .digest('hex');
}

/**
 * Whether `value` is exactly the signature of `body`: letter case and surrounding blanks count.
 * Takes the same time wherever the two differ.
 */
export function verifySignature(
  body: Uint8Array,
  callbackKey: string,
  nonce: SparkNonce,
  value: string,
): boolean {
  return isSameText(signCallback(body, callbackKey, nonce), value);
}

/**
 * The three headers that authenticate a callback; none at all where no key is set.
 * Clauses `signatureHeaders`, `noKeyNoHeaders`.
 */
export function authenticationHeaders(
  body: Uint8Array,
  callbackKey: string,
  nonce: SparkNonce,
): SparkHeaders {
  if (callbackKey === '') {
    return {};
  }
  return {
    [signatureHeaders.rand]: nonce.rand,
    [signatureHeaders.timestamp]: nonce.timestamp,
    [signatureHeaders.signature]: signCallback(body, callbackKey, nonce),
  };
}

/**
 * The text of `X-Rtc-Timestamp` for a time: whole seconds by default, milliseconds under `spark-timestamp-ms`.
 * @param unixMs Milliseconds since the epoch, not negative.
 */
export function formatTimestamp(unixMs: number, reading: SparkReading = defaultReading): string {
  return String(Math.floor(reading.timestampUnit === 'seconds' ? unixMs / 1000 : unixMs));
}
