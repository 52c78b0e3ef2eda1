import {
  decodeCallback,
  resolveReading,
  signatureName,
  signCallback,
  verifySignature,
  type GmeCallback,
} from '#contracts/gme/index.ts';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { RequestShape } from '../kit/service.ts';

/**
 * Soundcheck reads its own message back before it is sent: a fault of ours must never be blamed on the target.
 * @throws Error where the body does not say what it should; the engine reports a harness error.
 */
export function requireReadBack(body: Uint8Array, callback: GmeCallback): void {
  const decoded = decodeCallback(body);
  if (!decoded.ok || !isSame(decoded.callback, callback)) {
    throw new Error(`own callback does not read back: ${callback.detail.fileName}`);
  }
}

/** Any body with any signature; `undefined` sends none at all. */
export function signedRequest(
  context: SuiteContext,
  body: Uint8Array,
  signature: string | undefined,
  shape: RequestShape = {},
): RequestSpec {
  const inQuery = resolveReading(context.dialects).signatureIn === 'query';
  const carried = signature === undefined ? [] : [[signatureName, signature] as const];
  return {
    method: 'POST',
    headers: [
      ['Content-Type', shape.contentType ?? 'application/json'],
      ...(inQuery ? [] : carried),
    ],
    body,
    ...(inQuery ? { query: carried } : {}),
    ...(shape.splitAt === undefined
      ? {}
      : { splitAt: shape.splitAt.map((at) => (at < 0 ? body.byteLength + at : at)) }),
    ...(shape.connection === undefined ? {} : { connection: shape.connection }),
  };
}

/**
 * Signs any bytes as the service would in this run's reading.
 * @throws Error where our own signature does not verify; the engine reports a harness error.
 */
export function signBytes(context: SuiteContext, body: Uint8Array): string {
  const reading = resolveReading(context.dialects);
  const signature = signCallback(body, context.secretKey, reading);
  if (!verifySignature(body, context.secretKey, signature, reading)) {
    throw new Error('own signature does not verify');
  }
  return signature;
}

/** How callbacks are signed under these dialects, for the scripts in reports. */
export function signingRecipe(dialects: readonly string[]): SigningRecipe {
  const { signatureEncoding, signatureIn, signedPrefix } = resolveReading(dialects);
  return {
    name: signatureName,
    in: signatureIn,
    algorithm: 'sha1',
    encoding: signatureEncoding,
    ...(signedPrefix === '' ? {} : { prefix: signedPrefix }),
  };
}

function isSame(left: GmeCallback, right: GmeCallback): boolean {
  return (
    left.bizId === right.bizId &&
    left.roomId === right.roomId &&
    left.userId === right.userId &&
    left.taskId === right.taskId &&
    left.recordMode === right.recordMode &&
    left.timestamp === right.timestamp &&
    left.eventType === right.eventType &&
    left.detail.seqNo === right.detail.seqNo &&
    left.detail.fileName === right.detail.fileName
  );
}
