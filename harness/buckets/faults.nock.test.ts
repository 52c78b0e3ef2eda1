import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WritableBucket } from '../bucket.ts';
import { openWritableBucket } from './open.ts';
import type { RetryPolicy } from './retry.ts';
import { contentOf, listed } from './store-checks.test-kit.ts';
import { createTransport } from './transport.ts';

// Importing nock patches node:http at once; only these tests are to see that.
nock.restore();
beforeAll(() => {
  nock.activate();
  nock.disableNetConnect();
});
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  expect(pending).toEqual([]);
});
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

const host = 'https://rec-1250000000.cos.ap-guangzhou.myqcloud.com';
const environment = { TENCENTCLOUD_SECRET_ID: 'AKID', TENCENTCLOUD_SECRET_KEY: 'canary-secret' };
const pauses: number[] = [];
const retry: RetryPolicy = {
  attempts: 3,
  baseMs: 100,
  capMs: 5000,
  random: () => 1,
  sleep: async (ms) => {
    pauses.push(ms);
  },
};

async function bucket(): Promise<WritableBucket> {
  pauses.length = 0;
  return openWritableBucket('cos://rec-1250000000/?region=ap-guangzhou', environment, {
    retry,
    transport: createTransport({ idleMs: 200 }),
  });
}

const page = (keys: readonly string[], isTruncated: boolean): string =>
  `<ListBucketResult><IsTruncated>${String(isTruncated)}</IsTruncated>${keys
    .map((key) => `<Contents><Key>${key}</Key><Size>3</Size></Contents>`)
    .join('')}</ListBucketResult>`;
const slowDown = '<Error><Code>SlowDown</Code><Message>slow</Message></Error>';
const listing = (): nock.Interceptor => nock(host).get('/').query(true);

describe('listing', () => {
  test('waits as long as a 503 SlowDown asks, and goes on', async () => {
    listing().reply(503, slowDown, { 'retry-after': '2' });
    listing().reply(200, page(['a'], false));

    expect(await listed(await bucket())).toEqual([{ key: 'a', size: 3 }]);
    expect(pauses).toEqual([2000]);
  });

  test('starts a page again that broke off in the middle', async () => {
    listing().reply(200, page(['a'], false), { 'content-length': '1000' });
    listing().replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    listing().reply(200, page(['a'], false));

    const objects = await listed(await bucket());

    expect(objects.map(({ key }) => key)).toEqual(['a']);
    expect(pauses).toEqual([100, 200]);
  });

  test('ends when pages go round in circles', async () => {
    listing().reply(200, page(['a', 'b'], true));
    listing().reply(200, page(['c', 'd'], true));
    listing().reply(200, page(['a', 'b'], true));

    await expect(listed(await bucket())).rejects.toThrow(/repeats a page/);
  });

  test('refuses keys outside the prefix', async () => {
    nock(host)
      .get('/')
      .query(true)
      .reply(200, page(['other/x'], false));
    const inside = await openWritableBucket(
      'cos://rec-1250000000/p?region=ap-guangzhou',
      environment,
      { retry },
    );

    await expect(listed(inside)).rejects.toThrow(/outside the prefix/);
  });

  test.each([
    ['HTML of a login page', '<html><body>Sign in</body></html>'],
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aa">]><ListBucketResult>&a;</ListBucketResult>'],
    ['a truncated page', page(['a'], false).slice(0, -9)],
  ])('does not take %s for a listing', async (_, body) => {
    listing().reply(200, body);

    await expect(listed(await bucket())).rejects.toThrow(/is not a listing/);
  });

  test('stops at an answer without end', async () => {
    listing().reply(200, '<ListBucketResult>'.padEnd(17 * 1024 * 1024));

    await expect(listed(await bucket())).rejects.toThrow(/longer than 16777216 bytes/);
  });

  test('gives up on a silent store', async () => {
    listing().times(3).delay(60_000).reply(200, '');

    await expect(listed(await bucket())).rejects.toThrow(/no byte came for too long/);
    expect(pauses).toEqual([100, 200]);
  });

  test.each([
    ['ENOTFOUND', /the host is not known/],
    ['ECONNREFUSED', /the connection was refused/],
    ['CERT_HAS_EXPIRED', /certificate is not trusted/],
  ])('does not retry %s', async (code, message) => {
    listing().replyWithError(Object.assign(new Error('x'), { code }));

    await expect(listed(await bucket())).rejects.toThrow(message);
    expect(pauses).toEqual([]);
  });

  test('tells no secret, whatever the store repeats', async () => {
    listing().reply(
      403,
      '<Error><Code>SignatureDoesNotMatch</Code><Message>canary-secret</Message><StringToSign>canary-secret</StringToSign></Error>',
    );

    const error: unknown = await listed(await bucket()).catch((caught: unknown) => caught);

    expect(error).toMatchObject({ kind: 'BUCKET' });
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
  });
});

describe('reading', () => {
  const object = { key: 'a', size: 6 };

  test('continues a truncated body from the first missing byte', async () => {
    nock(host).get('/a').reply(200, 'abc', { etag: '"e"' });
    nock(host, { reqheaders: { range: 'bytes=3-', 'if-match': '"e"' } })
      .get('/a')
      .reply(206, 'def', { 'content-range': 'bytes 3-5/6' });

    expect((await contentOf(await bucket(), object)).toString()).toBe('abcdef');
  });

  test('does not ask for a weak tag, which no store can match', async () => {
    nock(host).get('/a').reply(200, 'abc', { etag: 'W/"e"' });
    nock(host, { badheaders: ['if-match'] })
      .get('/a')
      .reply(206, 'def', { 'content-range': 'bytes 3-5/6' });

    expect((await contentOf(await bucket(), object)).toString()).toBe('abcdef');
  });

  test.each([
    ['an object that grew', 200, 'abcdefgh', {}, /goes on after 6 bytes/],
    ['another announced length', 200, 'abc', { 'content-length': '3' }, /3 bytes are announced/],
    ['an archived object', 403, '<Error><Code>InvalidObjectState</Code></Error>', {}, /archive/],
  ])('explains %s', async (_, status, body, headers, message) => {
    nock(host).get('/a').reply(status, body, headers);

    await expect(contentOf(await bucket(), object)).rejects.toThrow(message);
  });

  test('gives up on a body that stays truncated', async () => {
    nock(host).get('/a').reply(200, 'abc');
    nock(host).get('/a').times(2).reply(206, '', { 'content-range': 'bytes 3-5/6' });

    await expect(contentOf(await bucket(), object)).rejects.toThrow(/ends after 3 of 6 bytes/);
  });
});

describe('writing', () => {
  test('tries a write again and owns it even when its answer was lost', async () => {
    nock(host).head('/a').reply(404);
    nock(host).put('/a', 'x').reply(500);
    nock(host).put('/a', 'x').reply(200);
    nock(host).delete('/a').reply(204);
    const target = await bucket();

    await target.put('a', Buffer.from('x'));
    await target.remove('a');

    expect(pauses).toEqual([100]);
  });

  test('explains a bucket that may not be written to', async () => {
    nock(host).head('/a').reply(404);
    nock(host).put('/a').reply(403, '<Error><Code>AccessDenied</Code></Error>');

    await expect((await bucket()).put('a', Buffer.from('x'))).rejects.toThrow(
      /Cannot write "a": access is denied/,
    );
  });
});
