import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { formatObjectKey } from '#contracts/gme/index.ts';
import type { Bucket } from '#harness/bucket.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { archiveChecks } from './archive-checks.ts';
import { audit } from './archive-matrix.test-kit.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const appId = 1_400_000_000;
const small = writeMp3({ durationSeconds: 0.5, infoFrame: false });

/** Tasks of a mixed stream and three users each, made as they are listed: nothing of them is kept. */
function endlessBucket(count: number): Bucket {
  let reads = 0;
  return {
    uri: 'memory:endless',
    async *list() {
      for (let index = 0; index < count; index += 1) {
        const task = Math.floor(index / 4);
        const key = formatObjectKey({
          bizId: appId,
          roomId: `room${String(task % 97)}`,
          userId: String(10_000 + (index % 4)),
          mode: index % 4 === 0 ? 'mixed' : 'single',
          taskId: 446_192_236_330_927_912n + BigInt(task),
          startSeconds: 1_675_930_605 + 10 * task,
          seqNo: 0,
        });
        yield { key, size: small.length };
      }
    },
    async *read() {
      // Other bytes in the stuffing of the last frame for each object.
      reads += 1;
      const bytes = Uint8Array.from(small);
      bytes.set([reads & 0x7f, (reads >> 7) & 0x7f, (reads >> 14) & 0x7f], bytes.length - 3);
      yield bytes;
    },
  };
}

/** Heap in use after a bucket was audited and every check has judged it, with its facts still open; bytes. */
async function heapAfter(count: number): Promise<{ audited: number; judged: number }> {
  const facts = await audit(endlessBucket(count), { appId, scope: 'both', dialects: [] });
  expect(facts.count).toBe(count);
  collectGarbage();
  const audited = process.memoryUsage().heapUsed;
  for (const check of archiveChecks) {
    expect(check.evaluate({ archive: facts }), check.id).toEqual([]);
  }
  collectGarbage();
  const judged = process.memoryUsage().heapUsed;
  await facts.close();
  return { audited, judged };
}

const mebibyte = 1024 * 1024;

test('20,000 objects are audited in the memory of 2,000, and judged in some hundred bytes each', async () => {
  await heapAfter(2000);
  const few = await heapAfter(2000);
  const many = await heapAfter(20_000);
  expect((many.audited - few.audited) / mebibyte).toBeLessThan(2);
  expect((many.judged - few.judged) / 18_000).toBeLessThan(600);
}, 60_000);
