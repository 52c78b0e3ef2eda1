import type { LookupFunction } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { S3Quirks } from '#fixtures/s3/quirks.ts';
import { startS3Server, type S3Server, type S3ServerOptions } from '#fixtures/s3/server.ts';
import type { Bucket, WritableBucket } from '../bucket.ts';
import { openWritableBucket } from './open.ts';
import { patientRetry, type RetryPolicy } from './retry.ts';
import type { S3BucketOptions } from './s3-bucket.ts';
import { contentOf, listed } from './store-checks.test-kit.ts';
import { createTransport } from './transport.ts';

const credentials = { accessKeyId: 'AK', secretAccessKey: 'SK' };
const environment = {
  AWS_ACCESS_KEY_ID: 'AK',
  AWS_SECRET_ACCESS_KEY: 'SK',
  TENCENTCLOUD_SECRET_ID: 'AK',
  TENCENTCLOUD_SECRET_KEY: 'SK',
  HUAWEICLOUD_SDK_AK: 'AK',
  HUAWEICLOUD_SDK_SK: 'SK',
};
/** Names resolve to the loopback interface, so that real host names can be used. */
const lookup: LookupFunction = (_, options, callback) => {
  if (options.all === true) {
    callback(null, [{ address: '127.0.0.1', family: 4 }]);
  } else {
    callback(null, '127.0.0.1', 4);
  }
};

const open: S3Server[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

async function serve(quirks: S3Quirks, options: Partial<S3ServerOptions> = {}): Promise<S3Server> {
  const server = await startS3Server({ credentials, quirks, ...options });
  open.push(server);
  return server;
}

/** A retry policy that notes its pauses instead of making them. */
function noted(attempts = 4): { readonly retry: RetryPolicy; readonly pauses: number[] } {
  const pauses: number[] = [];
  const retry: RetryPolicy = {
    attempts,
    baseMs: 100,
    capMs: 1000,
    random: () => 1,
    sleep: async (ms) => {
      pauses.push(ms);
    },
  };
  return { retry, pauses };
}

const openS3 = (
  server: S3Server,
  options: S3BucketOptions = {},
  query = '',
): Promise<WritableBucket> =>
  openWritableBucket(`s3://rec/p?endpoint=${server.endpoint}${query}`, environment, options);

function fill(server: S3Server, count: number, bucket = 'rec'): string[] {
  const keys = Array.from({ length: count }, (_, index) => `k${String(index).padStart(4, '0')}`);
  for (const key of keys) {
    server.putObject(bucket, `p/${key}`, key);
  }
  return keys;
}
const keysOf = async (bucket: Bucket): Promise<string[]> =>
  (await listed(bucket)).map((object) => object.key);

describe('listing', () => {
  test('is whole through short pages, on all three clouds', async () => {
    const server = await serve({ shortPages: 7 });
    const keys = fill(server, 50);
    fill(server, 50, 'rec-1250000000');
    const at = `endpoint=${server.endpoint}`;

    for (const uri of [
      `s3://rec/p?${at}`,
      `cos://rec-1250000000/p?region=ap-guangzhou&${at}`,
      `obs://rec/p?region=cn-north-4&${at}`,
    ]) {
      expect(await keysOf(await openWritableBucket(uri, environment))).toEqual(keys);
    }
  });

  test('is not touched by the faults of Huawei OBS, because it uses neither V2 nor encoding-type', async () => {
    const server = await serve({
      listV2WithoutToken: true,
      markerIgnoredWithUrlEncoding: true,
      shortPages: 5,
    });
    const keys = fill(server, 12);

    expect(await keysOf(await openS3(server))).toEqual(keys);
    const urls = server.requests.map((request) => request.url);
    expect(urls).toHaveLength(3);
    expect(urls.join('\n')).not.toMatch(/list-type|encoding-type/);
    expect(urls[1]).toBe('/rec?marker=p%2Fk0004&max-keys=1000&prefix=p%2F');
  });

  test.each([
    ['repeat', 2, /repeats a page/],
    ['empty', 1, /does not get to them/],
  ] as const)('ends with an error when it goes on for ever: %s', async (kind, calls, message) => {
    const server = await serve({ endlessListing: kind, shortPages: 5 });
    fill(server, 12);

    await expect(listed(await openS3(server))).rejects.toThrow(message);
    expect(server.requests).toHaveLength(calls);
  });

  test('shows late objects when they appear', async () => {
    const server = await serve({ lateObjects: 2 });
    server.store.create('rec');
    const bucket = await openS3(server);
    await bucket.put('late', Buffer.from('x'));

    expect(await keysOf(bucket)).toEqual([]);
    expect(await keysOf(bucket)).toEqual([]);
    expect(await keysOf(bucket)).toEqual(['late']);
  });

  test('stops when it is aborted, also in the middle', async () => {
    const server = await serve({ shortPages: 5 });
    fill(server, 12);
    const bucket = await openS3(server);
    const stop = new AbortController();
    const seen: string[] = [];
    const run = async (): Promise<void> => {
      for await (const object of bucket.list({ signal: stop.signal })) {
        seen.push(object.key);
        if (seen.length === 3) {
          stop.abort(new Error('stopped by the test'));
        }
      }
    };

    await expect(run()).rejects.toThrow('stopped by the test');
    expect(seen).toHaveLength(3);
    expect(server.requests).toHaveLength(1);
  });
});

describe('retries', () => {
  test('listing and reading survive 503 SlowDown', async () => {
    const server = await serve({ slowDownEvery: 2, shortPages: 5 });
    const keys = fill(server, 12);
    const { retry, pauses } = noted();
    const bucket = await openS3(server, { retry });

    expect(await keysOf(bucket)).toEqual(keys);
    expect((await contentOf(bucket, { key: 'k0000', size: 5 })).toString()).toBe('k0000');
    expect(pauses).toEqual([100, 100, 100]);
  });

  test('give up after the last try, with pauses that double up to the cap', async () => {
    const server = await serve({ slowDownEvery: 1 });
    const { retry, pauses } = noted(6);

    await expect(listed(await openS3(server, { retry }))).rejects.toMatchObject({
      hint: 'The store is overloaded or broken; run again later.',
    });
    expect(pauses).toEqual([100, 200, 400, 800, 1000]);
    expect(server.requests).toHaveLength(6);
  });

  test('listing survives connections that are reset', async () => {
    const server = await serve({ resetEvery: 2, shortPages: 5 });
    const keys = fill(server, 12);
    const { retry } = noted();

    expect(await keysOf(await openS3(server, { retry }))).toEqual(keys);
  });

  test('a connection that is always reset ends in one clear sentence', async () => {
    const server = await serve({ resetEvery: 1 });
    const { retry } = noted();

    await expect(listed(await openS3(server, { retry }))).rejects.toThrow(
      /Cannot list s3:\/\/rec\/p\/.*: the connection kept breaking off \(ECONNRESET at 127/,
    );
    expect(server.requests).toHaveLength(4);
  });

  test('pauses can be aborted', async () => {
    const server = await serve({ slowDownEvery: 1 });
    const bucket = await openS3(server, {
      retry: { ...patientRetry, baseMs: 3_600_000, capMs: 3_600_000, random: () => 1 },
    });
    const stop = new AbortController();
    const first = bucket.list({ signal: stop.signal })[Symbol.asyncIterator]().next();
    const watch = setInterval(() => {
      if (server.requests.some((request) => request.status === 503)) {
        stop.abort(new Error('stopped by the test'));
      }
    }, 5);

    await expect(first).rejects.toThrow('stopped by the test');
    clearInterval(watch);
  });
});

describe('reading', () => {
  const bytes = Buffer.from(Array.from({ length: 500_000 }, (_, index) => (index * 7) % 253));
  const object = { key: 'a', size: bytes.length };

  test('goes on from where a body broke off, and with the same ETag', async () => {
    const server = await serve({ truncatedBodies: { afterBytes: 100_000, times: 3 } });
    server.putObject('rec', 'p/a', bytes);
    const { retry } = noted();

    const content = await contentOf(await openS3(server, { retry }), object);

    expect(content.equals(bytes)).toBe(true);
    expect(server.requests.map(({ headers }) => headers['range'])).toEqual([
      undefined,
      'bytes=100000-',
      'bytes=200000-',
      'bytes=300000-',
    ]);
    expect(server.requests[1]?.headers['if-match']).toMatch(/^"[\da-f]{32}"$/);
  });

  test('gives up when bodies keep breaking off', async () => {
    const server = await serve({ truncatedBodies: { afterBytes: 10, times: 99 } });
    server.putObject('rec', 'p/a', bytes);
    const { retry } = noted();

    await expect(contentOf(await openS3(server, { retry }), object)).rejects.toThrow(
      /Cannot read "a": the connection kept breaking off/,
    );
    expect(server.requests).toHaveLength(4);
  });

  test('does not join two versions of an object', async () => {
    const server = await serve({ truncatedBodies: { afterBytes: 100_000, times: 1 } });
    server.putObject('rec', 'p/a', bytes);
    const { retry } = noted();
    const replacing: RetryPolicy = {
      ...retry,
      sleep: async () => {
        server.putObject('rec', 'p/a', Buffer.alloc(bytes.length));
      },
    };

    await expect(contentOf(await openS3(server, { retry: replacing }), object)).rejects.toThrow(
      /Cannot read "a" whole: its bytes from 100000 on are not there any more/,
    );
  });

  test.each([
    [{ ignoresRange: true }, /does not serve ranges: .* sent the whole/],
    [{ wrongContentRange: true }, /does not serve ranges: the Content-Range/],
  ])('does not believe a store with %o', async (quirks, message) => {
    const server = await serve(quirks);
    server.putObject('rec', 'p/a', bytes);

    await expect(contentOf(await openS3(server), object, 1000)).rejects.toThrow(message);
  });

  test('stops when it is aborted and when the consumer breaks off', async () => {
    const server = await serve({});
    server.putObject('rec', 'p/a', bytes);
    const bucket = await openS3(server);
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      for await (const chunk of bucket.read(object, { signal: stop.signal })) {
        expect(chunk.byteLength).toBeLessThan(bytes.length);
        stop.abort(new Error('stopped by the test'));
      }
    };

    await expect(run()).rejects.toThrow('stopped by the test');
    for await (const chunk of bucket.read(object)) {
      expect(chunk.byteLength).toBeGreaterThan(0);
      break;
    }
    expect(await contentOf(bucket, object)).toHaveLength(bytes.length);
  });
});

describe('addressing and signing', () => {
  test.each([
    ['cos', 'rec-1250000000', 'cos.ap-guangzhou.myqcloud.com', 'ap-guangzhou'],
    ['obs', 'rec', 'obs.cn-north-4.myhuaweicloud.com', 'cn-north-4'],
    ['s3', 'rec', 's3.eu-west-1.amazonaws.com', 'eu-west-1'],
  ])('%s is asked by virtual host', async (scheme, name, host, region) => {
    const server = await serve({ pathStyleForbidden: true, region });
    server.putObject(name, 'p/a+b', 'hello');
    const uri = `${scheme}://${name}/p?region=${region}&endpoint=http://${host}:${String(server.port)}`;

    const bucket = await openWritableBucket(uri, environment, {
      transport: createTransport({ lookup }),
    });

    expect(await keysOf(bucket)).toEqual(['a+b']);
    expect((await contentOf(bucket, { key: 'a+b', size: 5 })).toString()).toBe('hello');
    expect(server.requests[0]?.host).toBe(`${name}.${host}:${String(server.port)}`);
  });

  test('a store that refuses the path form is explained', async () => {
    const server = await serve({ pathStyleForbidden: true });

    await expect(listed(await openS3(server))).rejects.toMatchObject({
      hint: 'Use addressing=virtual in the bucket URI.',
    });
  });

  test('a wrong region is explained and the right one named', async () => {
    const server = await serve({ region: 'eu-west-1' });
    server.store.create('rec');

    await expect(listed(await openS3(server))).rejects.toThrow(/the store names eu-west-1/);
    expect(await listed(await openS3(server, {}, '&region=eu-west-1'))).toEqual([]);
  });

  test('a clock that is wrong is explained', async () => {
    const server = await serve({}, { nowMs: () => Date.now() + 3_600_000 });

    await expect(listed(await openS3(server))).rejects.toThrow(/clock differs too much/);
  });

  test('session tokens are sent and signed', async () => {
    const server = await serve({}, { credentials: { ...credentials, sessionToken: 'TOKEN' } });
    server.store.create('rec');
    const uri = `s3://rec/?endpoint=${server.endpoint}`;

    const withToken = await openWritableBucket(uri, { ...environment, AWS_SESSION_TOKEN: 'TOKEN' });
    expect(await listed(withToken)).toEqual([]);
    await expect(listed(await openWritableBucket(uri, environment))).rejects.toThrow(
      /session token is not valid/,
    );
  });

  test('nothing is uploaded with checksum trailers, so stores that refuse them are fine', async () => {
    const server = await serve({ trailersRefused: true });
    server.store.create('rec');

    await (await openS3(server)).put('a', Buffer.from('x'));

    expect(server.store.bucket('rec').keys()).toEqual(['p/a']);
    const put = server.requests.find((request) => request.method === 'PUT');
    expect(Object.keys(put?.headers ?? {}).filter((name) => /checksum|trailer/.test(name))).toEqual(
      [],
    );
  });
});
