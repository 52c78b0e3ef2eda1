const shownMax = 160;

/**
 * An object key or file name as an error may show it: quoted, on one line, at most 160 characters.
 *
 * Keys come from whoever writes to the bucket, so control, format and bidirectional characters, lone surrogates,
 * quotes and backslashes are written as `\u{…}`; a longer key is cut and its length is said.
 */
export function printableKey(key: string): string {
  const shown = key.length > shownMax ? key.slice(0, shownMax) : key;
  const escaped = shown.replace(
    /[\p{C}\p{Zl}\p{Zp}"\\]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return key.length > shownMax
    ? `"${escaped}…" (${String(key.length)} characters)`
    : `"${escaped}"`;
}
