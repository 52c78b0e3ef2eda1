import type { Send } from './experiment.ts';

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

/** A word of a secret that stands before a cut is as long as this at least to count. */
const halfLengthMin = 4;

/** `secrets`: values that may appear nowhere, in any of their usual encodings. Blank ones are ignored. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = [
    ...new Set(secrets.filter((secret) => secret.trim() !== '').flatMap(spellingsOf)),
  ].sort((a, b) => b.length - a.length);
  const text = (raw: string): string => {
    const clean = forms.reduce((rest, form) => rest.replaceAll(form, redacted), raw);
    return withoutHalf(clean, forms).replace(digest, '[redacted digest]');
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

function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    json,
    json.replaceAll('/', String.raw`\/`),
    secret.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, ''),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
}

/** Texts that were cut before they came here end in `…`: the cut may go through a secret. */
function withoutHalf(text: string, forms: readonly string[]): string {
  if (!text.endsWith('…')) {
    return text;
  }
  const kept = text.slice(0, -1);
  for (const form of forms) {
    for (let length = form.length - 1; length >= halfLengthMin; length -= 1) {
      if (kept.endsWith(form.slice(0, length))) {
        return `${kept.slice(0, -length)}${redacted}…`;
      }
    }
  }
  return text;
}

/** A URL for reports: no user, no password, no query values. */
export function publicUrl(raw: string): string {
  const url = new URL(raw);
  const names = [...url.searchParams.keys()].map((name) => `${name}=…`).join('&');
  return `${url.protocol}//${url.host}${url.pathname}${names === '' ? '' : `?${names}`}`;
}
