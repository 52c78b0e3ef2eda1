import { expect, test } from 'vitest';
import type { Arm, Send, Wave } from '../experiment.ts';
import type { Exchange } from '../observation.ts';
import { deliverArm } from './deliver-arm.ts';
import type { HttpConnection } from './http-client.ts';
import { sendOf } from './loopback.test-kit.ts';
import { createPermits } from './permits.ts';

const sleepless = async (): Promise<void> => undefined;

function armOf(...waves: readonly Wave[]): Arm {
  return { name: 'arm', waves, names: [], subjects: [] };
}

/** A connection that keeps a log; `answer` is asked for each send. */
function fakeConnection(
  log: string[],
  answer: (send: Send) => Promise<void> = sleepless,
): () => HttpConnection {
  return () => ({
    async send(send, wave): Promise<Exchange> {
      log.push(`> ${send.label}`);
      await answer(send);
      log.push(`< ${send.label}`);
      return { send, wave, startedMs: 0, endedMs: 0, result: { fault: 'closed', detail: '' } };
    },
    close: () => log.push('close'),
  });
}

test('waves follow one another, sends of a wave go together, exchanges keep the order of the plan', async () => {
  const log: string[] = [];
  const slowFirst = (send: Send): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, send.label === 'a' ? 20 : 1));
  const counts: number[] = [];

  const exchanges = await deliverArm(
    armOf([sendOf({}, 'a'), sendOf({}, 'b')], [], [sendOf({}, 'c')]),
    fakeConnection(log, slowFirst),
    createPermits(8, 0, () => 0, sleepless),
    (count) => counts.push(count),
  );

  expect(log).toEqual(['> a', '> b', '< b', '< a', '> c', '< c', 'close']);
  expect(exchanges.map(({ send, wave }) => `${String(wave)} ${send.label}`)).toEqual([
    '0 a',
    '0 b',
    '2 c',
  ]);
  expect(counts).toEqual([2, 0, 1]);
});

test('a request that cannot be built closes the connection and gives its permits back', async () => {
  const log: string[] = [];
  const permits = createPermits(1, 0, () => 0, sleepless);
  const broken = (): Promise<void> => Promise.reject(new TypeError('illegal header'));

  await expect(
    deliverArm(armOf([sendOf({}, 'a')]), fakeConnection(log, broken), permits, () => undefined),
  ).rejects.toThrow('illegal header');

  expect(log).toEqual(['> a', 'close']);
  await expect(permits.acquire(1)).resolves.toBeTypeOf('function');
});
