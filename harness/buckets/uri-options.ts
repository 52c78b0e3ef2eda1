import { SoundcheckError } from '../errors.ts';
import { printableKey } from './printable-key.ts';
import type { Addressing, ProviderProfile } from './providers.ts';

/** What the query of a bucket URI may say. */
export interface StoreOptions {
  readonly region?: string;
  /** `http://host[:port]` or `https://host[:port]`. */
  readonly endpoint?: string;
  readonly addressing?: Addressing;
}

/** The options in the order in which a URI is written. */
export const optionNames = ['endpoint', 'region', 'addressing'] as const;

/**
 * Reads the query of a bucket URI.
 * @throws SoundcheckError `CONFIGURATION` for unknown, repeated and malformed options.
 */
export function optionsOf(rawQuery: string, profile: ProviderProfile): StoreOptions {
  const query = new URLSearchParams(rawQuery);
  for (const name of query.keys()) {
    if (!optionNames.some((known) => known === name)) {
      // The value stays out of the message: a mistaken option may carry a secret.
      throw misconfigured(
        `The ${profile.name} URI has an unknown option ${printableKey(name)}.`,
        `Known options are ${optionNames.join(', ')}.`,
      );
    }
    if (query.getAll(name).length > 1) {
      throw misconfigured(
        `The ${profile.name} URI gives the option "${name}" twice.`,
        'Give each option once.',
      );
    }
  }
  // An option without a value (`region=`) says nothing, like an absent one.
  const region = query.get('region') ?? '';
  const endpoint = query.get('endpoint') ?? '';
  const addressing = query.get('addressing') ?? '';
  return {
    ...(region === '' ? {} : { region: regionOf(region, profile) }),
    ...(endpoint === '' ? {} : { endpoint: endpointOf(endpoint) }),
    ...(addressing === '' ? {} : { addressing: addressingOf(addressing) }),
  };
}

/** A region becomes part of a host name, so nothing but letters, digits and hyphens may stand in it. */
function regionOf(region: string, profile: ProviderProfile): string {
  if (!/^[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?$/.test(region)) {
    throw misconfigured(
      `${printableKey(region)} is not a region.`,
      `Write it as the provider does, for example region=${profile.regionExample}.`,
    );
  }
  return region;
}

function endpointOf(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isPlain =
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '';
  if (!isPlain) {
    // Not repeated: it may carry a password.
    throw misconfigured(
      'The endpoint of the bucket URI is not a plain http or https origin.',
      'Write endpoint=https://host[:port], without user, path or query.',
    );
  }
  return url.origin;
}

function addressingOf(addressing: string): Addressing {
  if (addressing === 'path' || addressing === 'virtual') {
    return addressing;
  }
  throw misconfigured(
    `The addressing ${printableKey(addressing)} is not known.`,
    'Use addressing=path (host/bucket/key) or addressing=virtual (bucket.host/key).',
  );
}

/** An error in what the user configured. */
export function misconfigured(message: string, hint: string, cause?: unknown): SoundcheckError {
  return new SoundcheckError('CONFIGURATION', message, hint, { cause });
}
