import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text.ts';
import { limits } from './limits.ts';

/** Name of the header that carries the signature. */
export const signatureName = 'Sign';

/** Name of the header that carries the application's id. */
export const sdkAppIdName = 'SdkAppId';

/**
 * Signs a callback as TRTC does: the padded standard Base64 of the HMAC-SHA256 of the raw body bytes.
 * @param body The bytes that go over the wire; any change of them, white space included, changes the value.
 * @param key The callback key set in the console, as UTF-8.
 * @returns The value of the `Sign` header, 44 characters.
 * Clauses `signature`, `signatureBytes`.
 */
export function signCallback(body: Uint8Array, key: string): string {
  return createHmac('sha256', key).update(body).digest('base64');
}

/**
 * Whether `value` is exactly the signature of `body`: letter case, padding and surrounding blanks count.
 * Takes the same time wherever the two differ.
 */
export function verifySignature(body: Uint8Array, key: string, value: string): boolean {
  return isSameText(signCallback(body, key), value);
}

/** Whether the console would take this text as a callback key: 1 to 32 ASCII letters and digits. Clause `callbackKey`. */
export function isCallbackKey(text: string): boolean {
  return /^[A-Za-z\d]+$/u.test(text) && text.length <= limits.callbackKeyLengthMax;
}

/**
 * The documented headers of a callback, in the order of the table.
 * @param key Undefined where the console has none: then there is no `Sign`, as no document says otherwise.
 */
export function callbackHeaders(
  body: Uint8Array,
  sdkAppId: number,
  key: string | undefined,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['Content-Type', 'application/json'],
    ...(key === undefined ? [] : [[signatureName, signCallback(body, key)] as const]),
    [sdkAppIdName, String(sdkAppId)],
  ];
}
