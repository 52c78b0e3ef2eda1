import { isJsonObject, parseJson } from '#contracts/json.ts';
import { spellJson, type JsonSpelling } from '#contracts/json-spelling.ts';

/** The body with `insertion` before the byte at `index`. */
export function insert(body: Buffer, index: number, insertion: string | Uint8Array): Buffer {
  const inserted = typeof insertion === 'string' ? Buffer.from(insertion) : insertion;
  return Buffer.concat([body.subarray(0, index), inserted, body.subarray(index)]);
}

/**
 * Offset of the first byte inside the text that is the value of `field`, wherever in the body that member stands.
 * @throws RangeError where no member of that name is a text.
 */
export function insideText(body: Buffer, field: string): number {
  const opening = new RegExp(`"${field}"\\s*:\\s*"`, 'u').exec(body.toString('latin1'));
  if (opening === null) {
    throw new RangeError(`The body has no string ${field}.`);
  }
  return opening.index + opening[0].length;
}

/** The body with the plain number that is the value of `field` written with an exponent that changes nothing. */
export function withExponent(body: Buffer, field: string): Buffer {
  const number = new RegExp(`("${field}"\\s*:\\s*\\d+)`, 'u');
  return Buffer.from(body.toString('latin1').replace(number, '$1e0'), 'latin1');
}

/**
 * The body with the digit nearest to its start, middle or end made another one. Digits stand in values only and none
 * becomes a leading zero, so the result is still a readable callback.
 */
export function changeDigit(body: Buffer, place: 'start' | 'middle' | 'end'): Buffer {
  const goal = { start: 0, middle: body.length / 2, end: body.length }[place];
  let nearest = -1;
  for (const [index, byte] of body.entries()) {
    const isDigit = byte >= 0x30 && byte <= 0x39;
    if (isDigit && (nearest < 0 || Math.abs(index - goal) < Math.abs(nearest - goal))) {
      nearest = index;
    }
  }
  const digit = body[nearest];
  if (digit === undefined) {
    throw new RangeError('The body has no digit.');
  }
  const changed = Buffer.from(body);
  changed[nearest] = digit === 0x39 ? 0x38 : digit + 1;
  return changed;
}

/** The same JSON value in the first of the spellings whose bytes differ. */
export function respell(body: Buffer, spellings: readonly JsonSpelling[]): Buffer {
  const value = parseJson(body.toString('utf8'));
  const texts = spellings.map((spelling) => Buffer.from(spellJson(value, spelling)));
  return texts.find((text) => !text.equals(body)) ?? insert(body, body.length, '\n');
}

/** The same JSON value with the keys of the outermost object in reverse. */
export function reverseKeys(body: Buffer): Buffer {
  const value = parseJson(body.toString('utf8'));
  if (!isJsonObject(value)) {
    throw new RangeError('The body is not a JSON object.');
  }
  return Buffer.from(spellJson(Object.fromEntries(Object.entries(value).reverse())));
}
