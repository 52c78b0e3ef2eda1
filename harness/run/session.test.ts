import { describe, expect, test } from 'vitest';
import type { Observer } from '../observe/observer.ts';
import { armOf, say, startTarget, valueOf, watching } from './fake-suite.test-kit.ts';
import { openSession, type SessionOptions, type TargetSession } from './session.ts';

function sessionOn(endpoint: URL, parts: Partial<SessionOptions> = {}): TargetSession {
  return openSession({
    endpoint,
    observer: null,
    bucket: null,
    timeoutMs: 1000,
    concurrency: 4,
    ratePerSecond: 0,
    settleMs: 1000,
    signal: new AbortController().signal,
    onRequests: () => undefined,
    ...parts,
  });
}

describe('a target that stops answering', () => {
  /** Bodies of `-` are never answered. */
  const target = (): Promise<URL> =>
    startTarget((body, response) => {
      if (body === '-') {
        response.destroy();
      } else {
        response.end();
      }
    });
  const silence = (count: number): ReturnType<typeof armOf> =>
    armOf('silence', ...Array.from({ length: count }, () => [say('-')]));

  test('counts as gone after so many requests in a row without an answer, over all arms', async () => {
    const session = sessionOn(await target());
    await session.deliver(silence(12));
    await session.deliver(silence(11));

    expect(session.lost).toBeNull();
    await session.deliver(silence(1));
    expect(session.lost).toMatch(/^the target stopped answering: \d+ requests in a row/u);
    expect(session.signal.aborted).toBe(true);
  });

  test('is there as long as one answer comes in between', async () => {
    const session = sessionOn(await target());
    for (let turn = 0; turn < 4; turn += 1) {
      await session.deliver(armOf('mixed', ...silence(20).waves, [say('fine')]));
    }

    expect(session.lost).toBeNull();
  });

  test('is sent nothing more, and nothing more is counted', async () => {
    const counts: number[] = [];
    const session = sessionOn(await target(), { onRequests: (sent) => counts.push(sent) });
    await session.deliver(armOf('a', [say('fine'), say('fine')], [say('fine')]));
    session.giveUp('first reason');
    session.giveUp('second reason');
    const exchanges = await session.deliver(armOf('b', [say('fine')]));

    expect(exchanges.map(({ result }) => result)).toMatchObject([{ fault: 'aborted' }]);
    expect([counts, session.requests, session.lost]).toEqual([[2, 3], 3, 'first reason']);
  });
});

test('a run that is stopped is lost', async () => {
  const stop = new AbortController();
  const session = sessionOn(new URL('http://127.0.0.1:1/'), { signal: stop.signal });
  stop.abort();

  expect(session.lost).toBe('the run was stopped');
});

test('no more requests are under way than allowed, and fewer once the limit sinks', async () => {
  let open = 0;
  let most = 0;
  const endpoint = await startTarget((_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 10);
  });
  const session = sessionOn(endpoint, { concurrency: 3 });
  const arms = Array.from({ length: 9 }, () => armOf('arm', [say('a')]));
  await Promise.all(arms.map((arm) => session.deliver(arm)));
  const before = most;
  most = 0;
  session.limitConcurrency(1);
  await Promise.all(arms.map((arm) => session.deliver(arm)));
  session.limitConcurrency(99);

  expect([before, most]).toEqual([3, 1]);
});

describe('a state', () => {
  test('is asked for once for each address, and told to every subject of it', async () => {
    const asked: string[] = [];
    const observer: Observer = {
      source: 'a test',
      address: ({ roomId }) => roomId,
      observe: async ({ roomId }) => {
        asked.push(roomId);
        return valueOf(JSON.stringify(roomId));
      },
    };
    const session = sessionOn(new URL('http://127.0.0.1:1/'), { observer });
    const [one] = watching(armOf('arm'), 'one').subjects;
    const [two] = watching(armOf('arm'), 'two').subjects;
    const subjects = [one, two].flatMap((subject) => (subject === undefined ? [] : [subject]));
    const states = await session.observe({
      ...armOf('arm'),
      subjects: [
        ...subjects.map((subject, index) => ({ ...subject, key: `A${String(index)}` })),
        ...subjects.map((subject, index) => ({ ...subject, key: `B${String(index)}` })),
      ],
    });

    expect(asked).toEqual(['one', 'two']);
    expect([...states]).toEqual([
      ['A0', valueOf('"one"')],
      ['A1', valueOf('"two"')],
      ['B0', valueOf('"one"')],
      ['B1', valueOf('"two"')],
    ]);
  });

  test('is nothing without an observation', async () => {
    const session = sessionOn(new URL('http://127.0.0.1:1/'));

    expect(session.hasObserver).toBe(false);
    expect((await session.observe(watching(armOf('arm'), 'one'))).size).toBe(0);
  });
});
