import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { printableKey } from './printable-key.ts';
import { providers, type ProviderName, type ProviderProfile } from './providers.ts';
import { misconfigured, optionNames, optionsOf, type StoreOptions } from './uri-options.ts';

/** A folder of this machine. */
export interface FolderLocation {
  readonly kind: 'folder';
  /** As the user wrote it, or the path of a `file:` URI. */
  readonly folder: string;
}

/** A prefix in a bucket of an object store, as the URI says it. */
export interface StoreLocation extends StoreOptions {
  readonly kind: 'store';
  readonly provider: ProviderName;
  readonly bucket: string;
  /** Decoded; empty, or ends in `/`. */
  readonly prefix: string;
}

const storeUri = /^([a-z][a-z\d+.-]*):\/\/([^/?#]*)(\/[^?#]*)?(?:\?([^#]*))?(#.*)?$/i;

/**
 * Takes a bucket URI apart: `./folder`, an absolute path, `file:///folder`, `s3://bucket/prefix?endpoint=&region=&addressing=path|virtual`,
 * `cos://name-appid/prefix?region=`, `obs://bucket/prefix?region=`.
 *
 * Pure: nothing is looked up. Credentials do not belong in a URI; one that carries them is refused without being repeated.
 * @throws SoundcheckError `CONFIGURATION` for anything else, unknown options included.
 */
export function parseBucketUri(uri: string): FolderLocation | StoreLocation {
  if (/^\.{1,2}(?:[/\\]|$)/.test(uri) || path.isAbsolute(uri)) {
    return { kind: 'folder', folder: uri };
  }
  if (/^file:/i.test(uri)) {
    return { kind: 'folder', folder: folderOf(uri) };
  }
  const parts = storeUri.exec(uri);
  if (parts === null) {
    throw misconfigured(
      'The bucket is neither a path nor a URI that is known.',
      'Write ./folder, an absolute path, s3://bucket/prefix, cos://name-appid/prefix?region=… or obs://bucket/prefix?region=….',
    );
  }
  const [, scheme = '', authority = '', rawPath = '', rawQuery = '', fragment] = parts;
  const profile = profileOf(scheme.toLowerCase());
  if (authority.includes('@')) {
    throw misconfigured(
      `The ${profile.name} URI carries credentials before an "@".`,
      `Take them out of the URI and set ${profile.credentials[0].id} and ${profile.credentials[0].secret}.`,
    );
  }
  if (fragment !== undefined) {
    throw misconfigured(
      `The ${profile.name} URI has a part after "#".`,
      'Write "#" in a prefix as %23.',
    );
  }
  return {
    kind: 'store',
    provider: profile.name,
    bucket: bucketOf(authority, profile),
    prefix: prefixOf(rawPath),
    ...optionsOf(rawQuery, profile),
  };
}

/** The location as one line for reports; carries no credentials, since a location cannot. */
export function formatLocation(location: FolderLocation | StoreLocation): string {
  if (location.kind === 'folder') {
    return location.folder;
  }
  const prefix = location.prefix.split('/').map(encodeURIComponent).join('/');
  const query = optionNames
    .filter((name) => location[name] !== undefined)
    .map((name) => `${name}=${location[name] ?? ''}`);
  const tail = query.length === 0 ? '' : `?${query.join('&')}`;
  return `${location.provider}://${location.bucket}/${prefix}${tail}`;
}

function folderOf(uri: string): string {
  try {
    return fileURLToPath(uri);
  } catch (cause) {
    throw misconfigured(
      'The file: URI of the bucket is malformed.',
      'Write file:///absolute/folder, or ./folder.',
      cause,
    );
  }
}

function profileOf(scheme: string): ProviderProfile {
  if (scheme === 's3' || scheme === 'cos' || scheme === 'obs') {
    return providers[scheme];
  }
  throw misconfigured(
    `The bucket's scheme ${printableKey(scheme)} is not known.`,
    'Known are s3, cos, obs, file and plain paths such as ./folder.',
  );
}

function bucketOf(authority: string, profile: ProviderProfile): string {
  if (!profile.bucketName.test(authority)) {
    throw misconfigured(
      `${printableKey(authority)} is not a bucket name of ${profile.title}.`,
      `Use ${profile.bucketRule}.`,
    );
  }
  return authority;
}

/** The prefix without its leading `/`, always ending in `/` so that `a/b` never matches `a/bc`. */
function prefixOf(rawPath: string): string {
  let prefix: string;
  try {
    prefix = decodeURIComponent(rawPath.slice(1));
  } catch (cause) {
    throw misconfigured(
      'The prefix in the bucket URI has a malformed percent escape.',
      'Write a literal "%" as %25.',
      cause,
    );
  }
  return prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
}
