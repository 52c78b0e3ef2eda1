import {
  makeSignature,
  type MacEncoding,
  type SignatureMaking,
} from '#contracts/signature-making.ts';

/** How a service signs a request, as far as a forger has to know it. */
export interface MacScheme {
  /** The hash under the HMAC. */
  readonly hash: 'sha1' | 'sha256';
  /** The text form of the MAC. In hexadecimal letters of the other case spell the same MAC. */
  readonly encoding: MacEncoding;
  /** What is signed of a body: the bytes themselves, or the bytes behind what the service puts before them. */
  input(body: Uint8Array): Uint8Array;
  /** What a forger without the key hashes, where that is not the `input`. */
  readonly bareInput?: (body: Uint8Array) => Uint8Array;
}

/** Bytes of a MAC. */
export const macLengths: Readonly<Record<MacScheme['hash'], number>> = { sha1: 20, sha256: 32 };

/** How the service signs a body. */
export function rightMaking(scheme: MacScheme, body: Uint8Array): SignatureMaking {
  return {
    way: 'hmac',
    hash: scheme.hash,
    keySuffix: '',
    input: scheme.input(body),
    bytes: 'none',
    encoding: scheme.encoding,
    text: 'none',
  };
}

/** The signature that the service would give a body. */
export function signWith(scheme: MacScheme, body: Uint8Array, key: string): string {
  return makeSignature(rightMaking(scheme, body), key);
}
