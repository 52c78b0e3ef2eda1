/**
 * Compares two keys as object stores order them: by their UTF-8 bytes.
 *
 * UTF-16 units order like UTF-8 bytes except that surrogates (characters beyond the basic plane) must come after U+FFFF,
 * so nothing need be encoded.
 * @returns negative, zero or positive, as `Array.prototype.sort` takes it.
 */
export function compareKeys(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(left.charCodeAt(index)) - rank(right.charCodeAt(index));
    if (difference !== 0) {
      return difference;
    }
  }
  return left.length - right.length;
}

function rank(unit: number): number {
  if (unit < 0xd800) {
    return unit;
  }
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
