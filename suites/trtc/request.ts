import {
  decodeCallback,
  encodeCallback,
  sdkAppIdName,
  signatureName,
  signCallback,
  verifySignature,
  type TrtcCallback,
  type TrtcReading,
} from '#contracts/trtc/index.ts';
import type { RequestSpec } from '#harness/experiment.ts';
import type { SigningRecipe } from '#harness/result.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { RequestShape } from '../kit/service.ts';

/**
 * Soundcheck reads its own message back before it is sent: a fault of ours must never be blamed on the target.
 * @throws Error where the body does not say what it should; the engine reports a harness error.
 */
export function requireReadBack(
  body: Uint8Array,
  callback: TrtcCallback,
  reading: TrtcReading,
): void {
  const decoded = decodeCallback(body);
  const meant = encodeCallback(callback, reading);
  if (!decoded.ok || !encodeCallback(decoded.callback, reading).equals(meant)) {
    throw new Error(`own callback does not read back: ${callback.event.kind} ${callback.taskId}`);
  }
}

/** Any body with any signature; `undefined` sends none at all. */
export function signedRequest(
  context: SuiteContext,
  body: Uint8Array,
  signature: string | undefined,
  shape: RequestShape = {},
): RequestSpec {
  return {
    method: 'POST',
    headers: [
      ['Content-Type', shape.contentType ?? 'application/json'],
      ...(signature === undefined ? [] : [[signatureName, signature] as const]),
      [sdkAppIdName, context.appId],
    ],
    body,
    ...(shape.splitAt === undefined
      ? {}
      : { splitAt: shape.splitAt.map((at) => (at < 0 ? body.byteLength + at : at)) }),
    ...(shape.connection === undefined ? {} : { connection: shape.connection }),
  };
}

/**
 * Signs any bytes as the service would.
 * @throws Error where our own signature does not verify; the engine reports a harness error.
 */
export function signBytes(context: SuiteContext, body: Uint8Array): string {
  const signature = signCallback(body, context.secretKey);
  if (!verifySignature(body, context.secretKey, signature)) {
    throw new Error('own signature does not verify');
  }
  return signature;
}

/** How callbacks are signed, for the scripts in reports. */
export function signingRecipe(): SigningRecipe {
  return { name: signatureName, in: 'header', algorithm: 'sha256', encoding: 'base64' };
}
