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

/** `secrets`: values that may appear nowhere, in any of their usual encodings. Blank ones are ignored. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = [
    ...new Set(
      secrets
        .filter((secret) => secret.trim() !== '')
        .flatMap((secret) => [
          secret,
          encodeURIComponent(secret),
          JSON.stringify(secret).slice(1, -1),
          Buffer.from(secret, 'utf8').toString('base64'),
          Buffer.from(secret, 'utf8').toString('base64url'),
          Buffer.from(secret, 'utf8').toString('hex'),
        ]),
    ),
  ].sort((a, b) => b.length - a.length);
  const text = (raw: string): string =>
    forms
      .reduce((clean, form) => clean.replaceAll(form, redacted), raw)
      .replace(digest, '[redacted digest]');
  return {
    text,
    headers: (raw) =>
      raw.map(([name, value]) => [
        name,
        secretHeaders.has(name.toLowerCase()) && value !== '' ? redacted : text(value),
      ]),
  };
}

/** A URL for reports: no user, no password, no query values. */
export function publicUrl(raw: string): string {
  const url = new URL(raw);
  const names = [...url.searchParams.keys()].map((name) => `${name}=…`).join('&');
  return `${url.protocol}//${url.host}${url.pathname}${names === '' ? '' : `?${names}`}`;
}
