import { Buffer } from 'node:buffer';
import { createHash, createHmac } from 'node:crypto';

/** How MAC bytes are written as text. `base64-of-hex`: Base64 of the lower-case hexadecimal digits. */
export type MacEncoding = 'base64' | 'hex' | 'base64-of-hex';

/**
 * How the signature of a request was made, rightly or by a forger: enough to make it again for whoever has the key, and
 * nothing of the key itself.
 */
export interface SignatureMaking {
  /**
   * `hmac`: the MAC of the input under the key. `hash-behind-key`: the bare hash of the key and then the input.
   * `hmac-of-key`: the MAC of the key under the input.
   */
  readonly way: 'hmac' | 'hash-behind-key' | 'hmac-of-key';
  readonly hash: 'md5' | 'sha1' | 'sha256' | 'sha512';
  /** Text behind the key, which makes it a wrong one; empty for the right key. */
  readonly keySuffix: string;
  /** What is signed. */
  readonly input: Uint8Array;
  /** What was done to the bytes of the MAC before they were written as text. */
  readonly bytes: MacChange;
  readonly encoding: MacEncoding;
  /** What was done to the text. */
  readonly text: TextChange;
}

/** A signature that is made without the key: anybody may know it. */
export interface LiteralSignature {
  readonly way: 'literal';
  readonly value: string;
}

/** `unreadable`: bytes beyond ASCII are others, which as UTF-8 are as unreadable. */
export type MacChange = 'none' | 'last-byte' | 'reversed' | 'high-bits' | 'unreadable';

/** `one-character`: the one in the middle is A, or B where it was an A. */
export type TextChange = 'none' | 'first-half' | 'first-character' | 'one-character' | 'other-case';

/** Bytes of a MAC as text. */
export function encodeMac(mac: Uint8Array, encoding: MacEncoding): string {
  const bytes = Buffer.from(mac.buffer, mac.byteOffset, mac.byteLength);
  switch (encoding) {
    case 'base64':
      return bytes.toString('base64');
    case 'hex':
      return bytes.toString('hex');
    case 'base64-of-hex':
      return Buffer.from(bytes.toString('hex')).toString('base64');
  }
}

/** The signature that a making makes with a key. */
export function makeSignature(making: SignatureMaking, key: string): string {
  const mac = macOf(making, `${key}${making.keySuffix}`);
  return changedText(encodeMac(changedMac(mac, making.bytes), making.encoding), making);
}

function macOf({ way, hash, input }: SignatureMaking, key: string): Uint8Array {
  switch (way) {
    case 'hmac':
      return createHmac(hash, key).update(input).digest();
    case 'hash-behind-key':
      return createHash(hash).update(key).update(input).digest();
    case 'hmac-of-key':
      return createHmac(hash, input).update(key).digest();
  }
}

function changedMac(mac: Uint8Array, change: MacChange): Uint8Array {
  switch (change) {
    case 'none':
      return mac;
    case 'last-byte':
      return mac.map((byte, at) => (at === mac.length - 1 ? byte ^ 1 : byte));
    case 'reversed':
      return Uint8Array.from(mac).reverse();
    case 'high-bits':
      return mac.map((byte) => byte ^ 0x80);
    case 'unreadable':
      return mac.map((byte) => (byte < 0x80 ? byte : byte === 0xff ? 0xfe : 0xff));
  }
}

function changedText(text: string, { text: change, encoding }: SignatureMaking): string {
  switch (change) {
    case 'none':
      return text;
    case 'first-half':
      return text.slice(0, text.length / 2);
    case 'first-character':
      return text.slice(0, 1);
    case 'one-character': {
      const at = Math.floor(text.length / 2);
      const there = text.charAt(at);
      // In hexadecimal a and A are the same digit.
      const isA = there === 'A' || (there === 'a' && encoding === 'hex');
      return `${text.slice(0, at)}${isA ? 'B' : 'A'}${text.slice(at + 1)}`;
    }
    case 'other-case':
      return Array.from(text, (letter) =>
        letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
      ).join('');
  }
}
