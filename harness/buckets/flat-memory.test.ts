import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { openBucket } from './open.ts';
import type { Transport } from './transport.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes of live objects. */
function liveBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

const keyAt = (index: number): string =>
  `rec/1400000000_room_${String(index).padStart(8, '0')}.mp3`;

/** A store of `count` objects that exist only in its answers. */
function syntheticStore(count: number): Transport {
  return async ({ path }) => {
    const marker = new URLSearchParams(path.split('?')[1]).get('marker');
    const start = marker === null ? 0 : Number(marker.slice(-12, -4)) + 1;
    const end = Math.min(start + 1000, count);
    const rows = Array.from(
      { length: end - start },
      (_, index) => `<Contents><Key>${keyAt(start + index)}</Key><Size>1</Size></Contents>`,
    );
    const xml = `<ListBucketResult><IsTruncated>${String(end < count)}</IsTruncated>${rows.join('')}</ListBucketResult>`;
    return {
      status: 200,
      headers: {},
      body: (async function* () {
        yield Buffer.from(xml);
      })(),
      discard: () => undefined,
    };
  };
}

test('lists 60,000 objects without keeping any', async () => {
  const environment = { AWS_ACCESS_KEY_ID: 'AK', AWS_SECRET_ACCESS_KEY: 'SK' };
  const bucket = await openBucket('s3://bucket/rec?endpoint=http://store.test', environment, {
    transport: syntheticStore(60_000),
  });
  const samples: number[] = [];
  let count = 0;
  for await (const object of bucket.list()) {
    count += 1;
    if (count % 5000 === 0) {
      expect(`rec/${object.key}`).toBe(keyAt(count - 1));
      samples.push(liveBytes());
    }
  }

  expect(count).toBe(60_000);
  // The first samples hold compiled code and one page; 55,000 kept objects would add some 10 MB.
  const [, settled = 0] = samples;
  expect(Math.max(...samples.slice(2)) - settled).toBeLessThan(2_000_000);
});
