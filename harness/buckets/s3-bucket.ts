import type { WritableBucket } from '../bucket.ts';
import { alreadyThere, notOwn } from './own-objects.ts';
import { printableKey } from './printable-key.ts';
import { patientRetry, type RetryPolicy } from './retry.ts';
import { createS3Client, type S3Client } from './s3-client.ts';
import { listObjects } from './s3-listing.ts';
import { readObject } from './s3-reading.ts';
import { createSigner } from './signature.ts';
import type { Credentials, StoreTarget } from './store-target.ts';
import { createTransport, type Transport } from './transport.ts';

/** Parts of an S3 bucket that tests replace. */
export interface S3BucketOptions {
  readonly transport?: Transport;
  readonly retry?: RetryPolicy;
  readonly nowMs?: () => number;
}

/** Longest answer to a write, in bytes. */
const answerBytesMax = 65_536;

/**
 * A bucket of an object store that speaks the S3 protocol.
 *
 * Nothing is sent before it is used. Writing refuses keys that exist already, and deleting refuses keys that this
 * bucket object has not put: what others wrote is never touched.
 * @param uri the location for reports, without credentials.
 */
export function createS3Bucket(
  uri: string,
  target: StoreTarget,
  credentials: Credentials,
  options: S3BucketOptions = {},
): WritableBucket {
  const client = createS3Client({
    target,
    sign: createSigner(credentials, target.region, options.nowMs),
    transport: options.transport ?? createTransport(),
    retry: options.retry ?? patientRetry,
  });
  const own = new Set<string>();
  return {
    uri,
    list: ({ signal } = {}) => listObjects(client, uri, signal),
    read: (object, { start = 0, signal } = {}) => readObject(client, object, start, signal),
    put: async (key, bytes) => {
      if (!own.has(key)) {
        await assertAbsent(client, key);
      }
      // Before the request: a write whose answer is lost has still put the object.
      own.add(key);
      await settleWrite(client, key, 'PUT', bytes);
    },
    remove: async (key) => {
      if (!own.has(key)) {
        throw notOwn(key);
      }
      await settleWrite(client, key, 'DELETE');
      own.delete(key);
    },
  };
}

async function assertAbsent(client: S3Client, key: string): Promise<void> {
  const { status } = await client.fetchWhole(
    {
      method: 'HEAD',
      verb: 'look up',
      object: printableKey(key),
      key: client.target.prefix + key,
      accept: [200, 404],
    },
    answerBytesMax,
  );
  if (status === 200) {
    throw alreadyThere(key, `the bucket "${client.target.bucket}"`);
  }
}

async function settleWrite(
  client: S3Client,
  key: string,
  method: 'PUT' | 'DELETE',
  body?: Uint8Array,
): Promise<void> {
  const operation = {
    method,
    verb: method === 'PUT' ? 'write' : 'delete',
    object: printableKey(key),
    key: client.target.prefix + key,
    accept: method === 'PUT' ? [200] : [200, 204],
  };
  await client.fetchWhole(body === undefined ? operation : { ...operation, body }, answerBytesMax);
}
