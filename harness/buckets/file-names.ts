/**
 * File names as keys and back, without loss.
 *
 * POSIX names are bytes. A name that is UTF-8 is its text; a byte that is no part of valid UTF-8 becomes the lone
 * surrogate U+DC00 + byte (as Python's `surrogateescape` does), which no valid UTF-8 decodes to, so that two names never
 * share a key.
 */

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a name; see above for bytes that are no UTF-8. */
export function decodeName(bytes: Uint8Array): string {
  const whole = tryDecode(bytes);
  if (whole !== undefined) {
    return whole;
  }
  let text = '';
  let position = 0;
  while (position < bytes.length) {
    const [part, length] = decodeOne(bytes, position);
    text += part;
    position += length;
  }
  return text;
}

/** The bytes of a name; inverse of `decodeName`. Lone surrogates that it does not produce become U+FFFD. */
export function encodeName(text: string): Buffer {
  const parts: Buffer[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const isRawByte = point >= 0xdc80 && point <= 0xdcff;
    parts.push(isRawByte ? Buffer.of(point - 0xdc00) : Buffer.from(character));
  }
  return Buffer.concat(parts);
}

/** One character, or one raw byte where none begins. */
function decodeOne(bytes: Uint8Array, position: number): readonly [string, number] {
  for (const length of [1, 2, 3, 4]) {
    const character =
      position + length <= bytes.length
        ? tryDecode(bytes.subarray(position, position + length))
        : undefined;
    if (character !== undefined) {
      return [character, length];
    }
  }
  return [String.fromCharCode(0xdc00 + (bytes[position] ?? 0)), 1];
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    // Not UTF-8: the answer to the question, no fault.
    return undefined;
  }
}
