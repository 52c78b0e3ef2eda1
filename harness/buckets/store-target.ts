import { isIP } from 'node:net';
import { SoundcheckError } from '../errors.ts';
import type { StoreLocation } from './bucket-uri.ts';
import {
  providers,
  type Addressing,
  type CredentialVariables,
  type ProviderProfile,
} from './providers.ts';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Keys to sign with. Never printed; errors name the variables only. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** Where requests go and how they name the bucket. */
export interface StoreTarget {
  readonly profile: ProviderProfile;
  readonly bucket: string;
  /** Empty, or ends in `/`. */
  readonly prefix: string;
  /** The region to sign with. */
  readonly region: string;
  readonly protocol: 'http:' | 'https:';
  /** Host of the endpoint without the bucket, with the port where it is not the protocol's own. */
  readonly host: string;
  readonly addressing: Addressing;
}

/**
 * Completes a location with what its provider and the environment say: host, region, addressing.
 *
 * Providers' own domains get virtual-hosted addressing (Tencent COS refuses the path form), other endpoints get the path form.
 * @throws SoundcheckError `CONFIGURATION` when no region is known, or where a bucket should stand before an IP address.
 */
export function targetOf(location: StoreLocation, environment: Environment): StoreTarget {
  const profile = providers[location.provider];
  const region = regionOf(location, profile, environment);
  const origin = new URL(location.endpoint ?? `https://${profile.hostOf(region)}`);
  const isHttps = origin.protocol === 'https:';
  const addressing =
    location.addressing ?? defaultAddressing(profile, origin.hostname, location.bucket);
  if (addressing === 'virtual' && isIP(origin.hostname.replace(/^\[|\]$/gu, '')) !== 0) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `addressing=virtual puts the bucket before a host name, and ${origin.hostname} is an address.`,
      'Use addressing=path, or give the endpoint by its name.',
    );
  }
  return {
    profile,
    bucket: location.bucket,
    prefix: location.prefix,
    region,
    protocol: isHttps ? 'https:' : 'http:',
    host: origin.host,
    addressing,
  };
}

function regionOf(
  location: StoreLocation,
  profile: ProviderProfile,
  environment: Environment,
): string {
  const named = profile.regionVariables.map((name) => environment[name]).find(isFilled);
  const region =
    location.region ??
    named ??
    (location.endpoint === undefined ? undefined : profile.regionOfOwnEndpoint);
  if (region === undefined) {
    const orSet =
      profile.regionVariables.length === 0
        ? ''
        : `, or set ${profile.regionVariables.join(' or ')}`;
    throw new SoundcheckError(
      'CONFIGURATION',
      `The region of the ${profile.title} bucket "${location.bucket}" is missing.`,
      `Add it to the URI, for example ?region=${profile.regionExample}${orSet}.`,
    );
  }
  return region;
}

function defaultAddressing(profile: ProviderProfile, hostname: string, bucket: string): Addressing {
  const isOwnDomain = profile.domains.some(
    (domain) => hostname === domain || hostname.endsWith(`.${domain}`),
  );
  // A wildcard certificate covers one label only, so a bucket with a dot fails TLS in virtual-hosted form.
  return isOwnDomain && !bucket.includes('.') ? 'virtual' : 'path';
}

/**
 * Reads the keys under the names that the provider's own tools use.
 * @throws SoundcheckError `CONFIGURATION` naming the variables when no set is complete.
 */
export function readCredentials(profile: ProviderProfile, environment: Environment): Credentials {
  for (const names of profile.credentials) {
    const accessKeyId = environment[names.id];
    const secretAccessKey = environment[names.secret];
    const sessionToken = names.tokens.map((name) => environment[name]).find(isFilled);
    if (isFilled(accessKeyId) && isFilled(secretAccessKey)) {
      assertPlain(names, environment);
      return {
        accessKeyId,
        secretAccessKey,
        ...(sessionToken === undefined ? {} : { sessionToken }),
      };
    }
    if (isFilled(accessKeyId) !== isFilled(secretAccessKey)) {
      const [present, absent] = isFilled(accessKeyId)
        ? [names.id, names.secret]
        : [names.secret, names.id];
      throw new SoundcheckError(
        'CONFIGURATION',
        `Half of the ${profile.title} credentials is missing: ${present} is set, ${absent} is not.`,
        `Set ${absent} too.`,
      );
    }
  }
  const sets = profile.credentials.map((names) => `${names.id} and ${names.secret}`).join(', or ');
  throw new SoundcheckError(
    'CONFIGURATION',
    `There are no credentials for ${profile.title} in the environment.`,
    `Set ${sets} (and ${profile.credentials[0].tokens[0] ?? 'a session token'} for temporary keys).`,
  );
}

/** A key with a line break or space in it (a copying mistake) would only surface inside an HTTP error, value included. */
function assertPlain(names: CredentialVariables, environment: Environment): void {
  for (const name of [names.id, names.secret, ...names.tokens]) {
    if (!/^[!-~]*$/.test(environment[name] ?? '')) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `${name} contains white space or characters that no key has.`,
        `Set ${name} again, without quotes, spaces or line breaks.`,
      );
    }
  }
}

function isFilled(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
