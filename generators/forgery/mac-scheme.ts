import { createHmac } from 'node:crypto';

/** How a service signs a request, as far as a forger has to know it. */
export interface MacScheme {
  /** The hash under the HMAC. */
  readonly hash: 'sha1' | 'sha256';
  /** Whether letters of the other case are another signature; in hexadecimal they spell the same MAC. */
  readonly caseMatters: boolean;
  /** What is signed of a body: the bytes themselves, or the bytes behind what the service puts before them. */
  input(body: Uint8Array): Uint8Array;
  /** What a forger without the key hashes, where that is not the `input`. */
  readonly bareInput?: (body: Uint8Array) => Uint8Array;
  /** The text form of MAC bytes of any length. */
  encode(mac: Uint8Array): string;
}

/** Bytes of a MAC. */
export const macLengths: Readonly<Record<MacScheme['hash'], number>> = { sha1: 20, sha256: 32 };

/** The MAC of a body under a key, by the scheme's hash or another one. */
export function macOf(
  body: Uint8Array,
  key: string,
  scheme: MacScheme,
  hash: string = scheme.hash,
): Buffer {
  return createHmac(hash, key).update(scheme.input(body)).digest();
}

/** The signature that the service would give a body. */
export function signWith(scheme: MacScheme, body: Uint8Array, key: string): string {
  return scheme.encode(macOf(body, key, scheme));
}
