import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPermits, type Permits } from './permits.ts';

/** A clock that only moves when somebody sleeps. */
function createClock(): { now: () => number; sleep: (ms: number) => Promise<void> } {
  let atMs = 0;
  return {
    now: () => atMs,
    sleep: async (ms) => {
      atMs += ms;
    },
  };
}

function permitsOf(total: number, rate = 0): Permits {
  const { now, sleep } = createClock();
  return createPermits(total, rate, now, sleep);
}

/** Lets everything that can go on go on. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('bounds', () => {
  test('whatever is asked for, no more is out than there is, and all get their turn in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
        async (total, counts) => {
          const permits = permitsOf(total);
          const order: number[] = [];
          let out = 0;
          let most = 0;
          await Promise.all(
            counts.map(async (count, index) => {
              const release = await permits.acquire(count);
              const held = Math.min(count, total);
              order.push(index);
              out += held;
              most = Math.max(most, out);
              await settled();
              out -= held;
              release();
            }),
          );

          expect(order).toEqual([...counts.keys()]);
          expect(most).toBeLessThanOrEqual(total);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('whatever their number becomes meanwhile, nobody waits for ever', async () => {
    const few = fc.integer({ min: 1, max: 5 });
    await fc.assert(
      fc.asyncProperty(
        few,
        fc.array(few, { maxLength: 12 }),
        fc.array(few),
        async (total, counts, sizes) => {
          const permits = permitsOf(total);
          const jobs = counts.map(async (count) => {
            const release = await permits.acquire(count);
            await settled();
            release();
          });
          for (const size of sizes) {
            permits.resize(size);
            await settled();
          }
          await Promise.all(jobs);

          await expect(permits.acquire(9)).resolves.toBeTypeOf('function');
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a wave larger than all permits waits for all of them', async () => {
    const permits = permitsOf(2);
    const first = await permits.acquire(1);
    let isOut = false;
    const large = permits.acquire(32).then((release) => {
      isOut = true;
      release();
    });
    await settled();

    expect(isOut).toBe(false);
    first();
    await large;
    expect(isOut).toBe(true);
  });

  test('a small request does not overtake a large one', async () => {
    const permits = permitsOf(2);
    const first = await permits.acquire(1);
    const order: string[] = [];
    const large = permits.acquire(2).then((release) => {
      order.push('large');
      release();
    });
    const small = permits.acquire(1).then((release) => {
      order.push('small');
      release();
    });
    await settled();

    expect(order).toEqual([]);
    first();
    await Promise.all([large, small]);
    expect(order).toEqual(['large', 'small']);
  });

  test('releasing twice counts once', async () => {
    const permits = permitsOf(1);
    const first = await permits.acquire(1);
    first();
    first();
    await permits.acquire(1);
    let isOut = false;
    const third = permits.acquire(1).then(() => {
      isOut = true;
    });
    await settled();

    expect(isOut).toBe(false);
    expect(third).toBeInstanceOf(Promise);
  });

  test.each([0, -3])('%d permits are one', (total) => {
    expect(permitsOf(total).total).toBe(1);
  });

  test('growing serves those who wait', async () => {
    const permits = permitsOf(1);
    await permits.acquire(1);
    const waiting = permits.acquire(3);
    permits.resize(4);

    await expect(waiting).resolves.toBeTypeOf('function');
    expect(permits.total).toBe(4);
  });
});

describe('rate', () => {
  test('paces by the number of requests, without a burst after a rest', async () => {
    const clock = createClock();
    const permits = createPermits(100, 10, clock.now, clock.sleep);
    const atMs: number[] = [];
    for (const count of [1, 1, 5, 1]) {
      (await permits.acquire(count))();
      atMs.push(clock.now());
    }
    await clock.sleep(5000);
    for (const count of [1, 1]) {
      (await permits.acquire(count))();
      atMs.push(clock.now());
    }

    expect(atMs).toEqual([0, 100, 200, 700, 5700, 5800]);
  });

  test('0 is no bound', async () => {
    const clock = createClock();
    const permits = createPermits(1, 0, clock.now, clock.sleep);
    for (let turn = 0; turn < 50; turn += 1) {
      (await permits.acquire(1))();
    }

    expect(clock.now()).toBe(0);
  });
});
