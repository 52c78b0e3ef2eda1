/**
 * Digits that depend on nothing but `seedText`: identifiers that no other run or delivery has used.
 * The first digit is 1 to 9. `length` 1 to 30.
 */
export function freshDigits(seedText: string, length: number): string {
  let digits = '';
  for (let round = 0; digits.length < length; round += 1) {
    digits += String(hash53(`${seedText}#${String(round)}`)).padStart(15, '0');
  }
  const first = '123456789'.charAt(Number(digits.charAt(0)) % 9);
  return first + digits.slice(1, length);
}

/** A whole number from 0 to `bound` - 1 that depends on nothing but `seedText`. */
export function freshBelow(seedText: string, bound: number): number {
  return hash53(seedText) % bound;
}

/** cyrb53 by bryc (public domain): 53 well-mixed bits of a text; not a cryptographic hash. */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
