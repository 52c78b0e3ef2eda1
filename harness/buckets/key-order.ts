/**
 * Compares two keys as object stores order them: by their UTF-8 bytes.
 *
 * JavaScript's own comparison goes by UTF-16 units, which puts characters beyond the basic plane before U+E000…U+FFFF.
 * @returns negative, zero or positive, as `Array.prototype.sort` takes it.
 */
export function compareKeys(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
