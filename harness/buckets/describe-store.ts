import { parseBucketUri } from './bucket-uri.ts';
import { targetOf, type Environment } from './store-target.ts';

/**
 * Where requests for a bucket go, for people: host, addressing and region, as far as the URI and the environment decide
 * them. Null for a folder.
 * @throws SoundcheckError CONFIGURATION where no region is known.
 */
export function describeStore(uri: string, environment: Environment): string | null {
  const location = parseBucketUri(uri);
  if (location.kind === 'folder') {
    return null;
  }
  const { profile, protocol, host, bucket, region, addressing } = targetOf(location, environment);
  const address =
    addressing === 'path' ? `${protocol}//${host}/${bucket}` : `${protocol}//${bucket}.${host}`;
  return `${profile.title} at ${address} (${addressing} addressing), signed for region ${region}`;
}
