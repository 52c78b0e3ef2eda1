import {
  authenticationHeaders,
  decodeCallback,
  encodeCallback,
  findInconsistencies,
  formatTimestamp,
  resolveReading,
  signatureHeaders,
  signCallback,
  verifySignature,
  type SparkCallback,
  type SparkNonce,
} from '#contracts/sparkrtc/index.ts';
import { freshDigits } from '#generators/fresh.ts';
import type { ForgedRequest } from '#generators/sparkrtc/forgery.ts';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { RequestShape } from '../kit/service.ts';

/**
 * Soundcheck reads its own message back before it is sent: a fault of ours must never be blamed on the target.
 * @throws Error where the body does not say what it should, or contradicts itself; the engine reports a harness error.
 */
export function requireReadBack(body: Uint8Array, callback: SparkCallback): void {
  const decoded = decodeCallback(body);
  const isSame = decoded.ok && encodeCallback(decoded.callback).equals(encodeCallback(callback));
  if (!isSame || findInconsistencies(callback).length > 0) {
    throw new Error(`own callback does not read back: ${String(callback.eventType)}`);
  }
}

const randDigits = 15;

/**
 * What stands in the headers of a body that is sent at a moment (Unix seconds): a random number that no other request
 * has, unless it is the very same request again, and the time.
 */
export function nonceOf(
  { nonce, dialects }: SuiteContext,
  body: Uint8Array,
  sentAtSeconds: number,
): SparkNonce {
  const text = Buffer.from(body).toString('latin1');
  return {
    rand: freshDigits(`${nonce}/${String(sentAtSeconds)}/${text}`, randDigits),
    timestamp: formatTimestamp(sentAtSeconds * 1000, resolveReading(dialects)),
  };
}

/** A request with any headers of authentication; those that are undefined are not there at all. */
export function requestWith(
  { body, rand, timestamp, signature }: ForgedRequest,
  shape: RequestShape = {},
): RequestSpec {
  const carried: readonly (readonly [string, string | undefined])[] = [
    [signatureHeaders.rand, rand],
    [signatureHeaders.timestamp, timestamp],
    [signatureHeaders.signature, signature],
  ];
  return {
    method: 'POST',
    headers: [
      ['Content-Type', shape.contentType ?? 'application/json'],
      ...carried.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
    ],
    body,
    ...(shape.splitAt === undefined
      ? {}
      : { splitAt: shape.splitAt.map((at) => (at < 0 ? body.byteLength + at : at)) }),
    ...(shape.connection === undefined ? {} : { connection: shape.connection }),
  };
}

/**
 * Any bytes as the service would send them, under a nonce.
 * @throws Error where our own signature does not verify; the engine reports a harness error.
 */
export function genuineRequest(
  { secretKey }: SuiteContext,
  body: Uint8Array,
  nonce: SparkNonce,
  shape?: RequestShape,
): RequestSpec {
  const headers = authenticationHeaders(body, secretKey, nonce);
  const signature = headers[signatureHeaders.signature];
  if (signature === undefined || !verifySignature(body, secretKey, nonce, signature)) {
    throw new Error('own signature does not verify');
  }
  return requestWith({ body, ...nonce, signature }, shape);
}

/** How callbacks are signed, for scripts. */
export function signingRecipe(): SigningRecipe {
  return {
    name: signatureHeaders.signature,
    in: 'header',
    algorithm: 'sha256',
    encoding: 'hex',
    prefixHeaders: [signatureHeaders.rand, signatureHeaders.timestamp],
  };
}

/** The signature that bytes should have under a nonce. */
export function signatureOf(
  { secretKey }: SuiteContext,
  body: Uint8Array,
  nonce: SparkNonce,
): string {
  return signCallback(body, secretKey, nonce);
}
