import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { ObjectAddress } from './object-address.ts';
import type { Credentials } from './store-target.ts';

/** What a signature covers besides address and time. */
export interface Unsigned {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

/** Signs a request: returns all its headers, lower-case names, `host` and `authorization` included. */
export type Sign = (address: ObjectAddress, request: Unsigned) => Promise<Record<string, string>>;

/**
 * A Signature Version 4 signer for one region.
 *
 * The payload's SHA-256 is always signed and no checksum trailer is ever sent: COS and OBS refuse trailers, and plain-HTTP
 * endpoints refuse unsigned payloads.
 */
export function createSigner(
  credentials: Credentials,
  region: string,
  nowMs: () => number = Date.now,
): Sign {
  const cache = new Map<string, ArrayBuffer>();
  return async (address, { method, headers, body }) => {
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url: `${address.protocol}//${address.host}/`,
      headers: {
        ...headers,
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      service: 's3',
      region,
      cache,
      datetime: new Date(nowMs()).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    });
    // The signer would take both from a URL object, which folds `..` and `%2e%2e` away; such keys exist in buckets.
    signer.encodedPath = address.path;
    signer.encodedSearch = address.query;
    const signed = await signer.sign();
    return { ...Object.fromEntries(signed.headers), host: address.host };
  };
}
