import { describe, expect, test } from 'vitest';
import { openBucket } from './open.ts';
import type { S3BucketOptions } from './s3-bucket.ts';
import { listed } from './store-checks.test-kit.ts';
import type { Transport } from './transport.ts';

interface ScriptedPage {
  readonly keys: readonly string[];
  readonly nextMarker?: string;
  /** Default: all but the last page of the script. */
  readonly isTruncated?: boolean;
}

/** A store that answers a script of pages, whatever it is asked, and notes the markers. */
function scripted(pages: readonly ScriptedPage[]): {
  readonly options: S3BucketOptions;
  readonly markers: (string | null)[];
} {
  const markers: (string | null)[] = [];
  const transport: Transport = async ({ path }) => {
    const page = pages[markers.length] ?? { keys: [] };
    markers.push(new URLSearchParams(path.split('?')[1]).get('marker'));
    const isTruncated = page.isTruncated ?? markers.length < pages.length;
    const rows = page.keys.map((key) => `<Contents><Key>${key}</Key><Size>0</Size></Contents>`);
    const next = page.nextMarker === undefined ? '' : `<NextMarker>${page.nextMarker}</NextMarker>`;
    return answer(
      `<ListBucketResult><IsTruncated>${String(isTruncated)}</IsTruncated>${next}${rows.join('')}</ListBucketResult>`,
    );
  };
  return { options: { transport }, markers };
}

function answer(xml: string): Awaited<ReturnType<Transport>> {
  return {
    status: 200,
    headers: {},
    body: (async function* () {
      yield Buffer.from(xml);
    })(),
    discard: () => undefined,
  };
}

const environment = { AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'SK' };
const uri = 's3://bucket?endpoint=http://store.test';
async function keysOf(options: S3BucketOptions): Promise<string[]> {
  return (await listed(await openBucket(uri, environment, options))).map(({ key }) => key);
}

describe('paging', () => {
  test('goes on behind the last key, whatever NextMarker says', async () => {
    const { options, markers } = scripted([
      { keys: ['a', 'b'], nextMarker: 'z' },
      { keys: ['c'], nextMarker: 'a' },
      { keys: ['d'] },
    ]);

    expect(await keysOf(options)).toEqual(['a', 'b', 'c', 'd']);
    expect(markers).toEqual([null, 'b', 'c']);
  });

  test('follows NextMarker over an empty page while it advances', async () => {
    const { options, markers } = scripted([
      { keys: ['a'] },
      { keys: [], nextMarker: 'k' },
      { keys: ['x'] },
    ]);

    expect(await keysOf(options)).toEqual(['a', 'x']);
    expect(markers).toEqual([null, 'a', 'k']);
  });

  const endlessEmpty = Array.from({ length: 200 }, (_, index) => ({
    keys: [],
    nextMarker: `m${String(index).padStart(4, '0')}`,
  }));

  test.each([
    ['starts with the marker itself', [{ keys: ['a', 'b'] }, { keys: ['b', 'c'] }], 2, /repeats/],
    ['goes back', [{ keys: ['b'] }, { keys: ['a', 'c'] }], 2, /repeats/],
    [
      'is empty and stays where it is',
      [{ keys: ['a'] }, { keys: [], nextMarker: 'a' }, { keys: [] }],
      2,
      /does not get to them/,
    ],
    ['is empty and names no marker', [{ keys: [], isTruncated: true }], 1, /does not get to them/],
    ['is empty a hundred times', endlessEmpty, 101, /does not get to them/],
    [
      'is not in byte order at its end',
      [{ keys: ['a'] }, { keys: ['z', 'b'] }, { keys: ['c', 'y'] }, { keys: ['c', 'y'] }],
      4,
      /repeats/,
    ],
  ] as const)('is an error when a page %s', async (_, pages, requests, message) => {
    const { options, markers } = scripted(pages);

    await expect(keysOf(options)).rejects.toThrow(message);
    expect(markers).toHaveLength(requests);
  });

  test('compares in UTF-8 byte order, not in that of UTF-16', async () => {
    const { options } = scripted([{ keys: ['ﬁ'] }, { keys: ['😀'] }]);

    expect(await keysOf(options)).toEqual(['ﬁ', '😀']);
  });
});

test('a request under way ends with the reason of the abort', async () => {
  const stop = new AbortController();
  const transport: Transport = (_, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        reject(Object.assign(new Error('aborted'), { code: 'ABORT_ERR' }));
      });
      stop.abort(new Error('stopped by the test'));
    });
  const bucket = await openBucket(uri, environment, { transport });
  const objects = bucket.list({ signal: stop.signal })[Symbol.asyncIterator]();

  await expect(objects.next()).rejects.toThrow('stopped by the test');
});
