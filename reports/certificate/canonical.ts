/** Hashes UTF-8 text with SHA-256; lower-case hexadecimal. Renderers do no cryptography of their own. */
export type Sha256 = (text: string) => string;

/**
 * JSON text that depends on nothing but the value: keys sorted by code unit at every depth, no white space. Two equal
 * values give equal texts however they were put together, so their digests can be compared.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    isRecord(member) ? sorted(member) : member,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
}
