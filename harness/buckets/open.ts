import type { Bucket, WritableBucket } from '../bucket.ts';
import { formatLocation, parseBucketUri } from './bucket-uri.ts';
import { openFolderBucket } from './folder-bucket.ts';
import { createS3Bucket, type S3BucketOptions } from './s3-bucket.ts';
import { readCredentials, targetOf, type Environment } from './store-target.ts';

/**
 * Opens the bucket that a URI names, for reading. Object stores are not contacted before the first use.
 * @param uri `./folder`, `/folder`, `file:///folder`, `s3://bucket/prefix?endpoint=&region=&addressing=path|virtual`,
 * `cos://name-appid/prefix?region=`, `obs://bucket/prefix?region=`.
 * @param environment credentials under the names that each cloud's own tools use; see `providers.ts`.
 * @throws SoundcheckError `CONFIGURATION` for the URI and the credentials, `BUCKET` for a folder that is not there.
 */
export async function openBucket(
  uri: string,
  environment: Environment,
  options?: S3BucketOptions,
): Promise<Bucket> {
  const bucket = await openWritableBucket(uri, environment, options);
  return {
    uri: bucket.uri,
    list: (listOptions) => bucket.list(listOptions),
    read: (object, readOptions) => bucket.read(object, readOptions),
  };
}

/** Opens the bucket that a URI names for the recovery profile, which puts objects and removes its own. As `openBucket` otherwise. */
export async function openWritableBucket(
  uri: string,
  environment: Environment,
  options?: S3BucketOptions,
): Promise<WritableBucket> {
  const location = parseBucketUri(uri);
  if (location.kind === 'folder') {
    return openFolderBucket(location.folder);
  }
  const target = targetOf(location, environment);
  const credentials = readCredentials(target.profile, environment);
  return createS3Bucket(formatLocation(location), target, credentials, options);
}
