import { joinBytes } from '../join.ts';

/** Four letters, or any other text of one byte a character. */
export function letters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Numbers as 16-bit words, modulo 2^16, most significant byte first. */
export function words(...values: readonly number[]): Uint8Array {
  return joinBytes(...values.map((value) => Uint8Array.of((value >>> 8) & 0xff, value & 0xff)));
}

/** Numbers as 32-bit words, modulo 2^32, most significant byte first. Any number of them. */
export function longList(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  values.forEach((value, index) => view.setUint32(4 * index, value));
  return new Uint8Array(view.buffer);
}

/** The same for a few numbers. */
export function longs(...values: readonly number[]): Uint8Array {
  return longList(values);
}

/** A number as a 64-bit word, exact up to 2^53. */
export function longLong(value: number): Uint8Array {
  return longs(Math.floor(value / 2 ** 32), value % 2 ** 32);
}

/** A box (ISO/IEC 14496-12 4.2) around its parts, with a 32-bit size. */
export function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(...parts);
  return joinBytes(longs(8 + content.length), letters(type), content);
}

/** A box with version and flags. */
export function fullBox(
  type: string,
  version: number,
  flags: number,
  ...parts: readonly Uint8Array[]
): Uint8Array {
  return box(type, longs((version << 24) | flags), ...parts);
}
