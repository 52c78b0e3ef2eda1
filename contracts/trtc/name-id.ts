/**
 * An identifier as names carry it: the standard Base64 of its UTF-8 bytes with `/` as `-` and `=` as `.`. A `+` stays,
 * and has to be percent-encoded in URLs.
 * Clause `nameIdentifiers`.
 */
export function encodeNameId(id: string): string {
  return Buffer.from(id).toString('base64').replaceAll('/', '-').replaceAll('=', '.');
}

/** The identifier behind a name's text; undefined unless the text is exactly what `encodeNameId` writes for it. */
export function decodeNameId(text: string): string | undefined {
  const bytes = Buffer.from(text.replaceAll('-', '/').replaceAll('.', '='), 'base64');
  const id = bytes.toString();
  return encodeNameId(id) === text ? id : undefined;
}
