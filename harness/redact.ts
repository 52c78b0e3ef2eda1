import type { Send } from './experiment.ts';
import { patternsOf } from './secret-pattern.ts';

/** Removes what must not be written anywhere: the callback key and whatever was signed with it. */
export interface Redactor {
  text(raw: string): string;
  headers(raw: readonly (readonly [string, string])[]): readonly (readonly [string, string])[];
}

const redacted = '[redacted]';

/** Headers whose values are signatures or credentials, lower case. */
const secretHeaders = new Set([
  'signature',
  'sign',
  'x-rtc-signature',
  'authorization',
  'proxy-authorization',
  'cookie',
  'set-cookie',
]);

/** A digest in Base64 or hex: 20 or 32 bytes, as receivers echo the signature they expected. */
const digest =
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{27}=|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{54}(?:==)?)(?![A-Za-z0-9+/=])|(?<![0-9A-Za-z])(?:[0-9a-fA-F]{40}|[0-9a-fA-F]{64})(?![0-9A-Za-z])/gu;

/** Values of signatures shorter than this are forged ones; blotting them out would blot out words. */
const signatureLengthMin = 8;

/** `secrets`: values that may appear nowhere, in any of their usual encodings. Blank ones are ignored. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const patterns = [...new Set(secrets)]
    .filter((secret) => secret.trim() !== '')
    .sort((a, b) => b.length - a.length)
    .flatMap(patternsOf);
  const text = (raw: string): string => {
    const whole = patterns.reduce((rest, pattern) => rest.replace(pattern.whole, redacted), raw);
    // Texts that were cut before they came here end in `…`: the cut may go through a secret.
    const clean = whole.endsWith('…')
      ? patterns.reduce(
          (rest, { half }) => (half === null ? rest : rest.replace(half, `${redacted}…`)),
          whole,
        )
      : whole;
    return clean.replace(digest, '[redacted digest]');
  };
  return {
    text,
    headers: (raw) =>
      raw.map(([name, value]) => [
        text(name),
        secretHeaders.has(name.toLowerCase()) && value !== '' ? redacted : text(value),
      ]),
  };
}

/** Signatures that a request really carries, and what its answer must not hold. */
export function secretsOfSend({ request, secrets = [] }: Send): readonly string[] {
  const carried = [...request.headers, ...(request.query ?? [])]
    .filter(([name]) => secretHeaders.has(name.toLowerCase()))
    .map(([, value]) => value)
    .filter((value) => value.length >= signatureLengthMin);
  return [...carried, ...secrets];
}

/** A URL for reports: no user, no password, no query values. */
export function publicUrl(raw: string): string {
  const url = new URL(raw);
  const names = [...url.searchParams.keys()].map((name) => `${name}=…`).join('&');
  return `${url.protocol}//${url.host}${url.pathname}${names === '' ? '' : `?${names}`}`;
}
