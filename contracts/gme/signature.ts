import { createHmac } from 'node:crypto';
import { isSameText } from '../same-text.ts';
import { defaultReading, type GmeReading } from './reading.ts';

/** Name of the header, or of the query parameter under `gme-sig-in-query`, that carries the signature. */
export const signatureName = 'Signature';

/**
 * Signs a callback as GME does: HMAC-SHA1 over the raw body bytes, by default in padded standard Base64.
 * @param body The bytes that go over the wire; any change of them, white space included, changes the value.
 * @param secretKey The application's permission key, as UTF-8.
 * @returns The value of the `Signature` header or parameter.
 * Clauses `signature`, `signatureEncoding`.
 */
export function signCallback(
  body: Uint8Array,
  secretKey: string,
  reading: GmeReading = defaultReading,
): string {
  const mac = createHmac('sha1', secretKey).update(reading.signedPrefix).update(body).digest();
  switch (reading.signatureEncoding) {
    case 'base64':
      return mac.toString('base64');
    case 'hex':
      return mac.toString('hex');
    case 'base64-of-hex':
      return Buffer.from(mac.toString('hex')).toString('base64');
  }
}

/**
 * Whether `value` is exactly the signature of `body`: letter case, padding and surrounding blanks count.
 * Takes the same time wherever the two differ.
 */
export function verifySignature(
  body: Uint8Array,
  secretKey: string,
  value: string,
  reading: GmeReading = defaultReading,
): boolean {
  return isSameText(signCallback(body, secretKey, reading), value);
}
