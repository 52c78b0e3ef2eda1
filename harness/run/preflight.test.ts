import { describe, expect, test } from 'vitest';
import type { Send } from '../experiment.ts';
import type { Observed } from '../observation.ts';
import type { Suite } from '../suite.ts';
import {
  armOf,
  contextOf,
  fakeSession,
  say,
  secretKey,
  suiteOf,
  valueOf,
  watching,
  type Behaviour,
  type FakeSession,
} from './fake-suite.test-kit.ts';
import { preflight } from './preflight.ts';

const failing = (
  session: FakeSession,
  dialects: readonly string[] = [],
  suite: Suite = suiteOf([]),
): Promise<unknown> =>
  preflight(session, suite, contextOf({ dialects })).then(
    () => 'it passed',
    (error: unknown) => error,
  );

describe('an endpoint', () => {
  test('that takes valid callbacks passes, and what it refuses is told', async () => {
    const session = fakeSession((body) => (body.includes('spaced') ? 400 : 202));

    expect(await preflight(session, suiteOf([]), contextOf())).toMatchObject({
      refused: ['spaced (400)'],
      stateMs: null,
    });
    expect(session.sent).toEqual(['preflight', 'preflight spaced']);
  });

  test.each<[string, Behaviour, string, string]>([
    ['refuses everything', () => 401, 'accepts no rightly signed callback', 'the key is the one'],
    ['lies elsewhere', () => 404, 'it answers 404', 'Correct the path of --endpoint'],
    ['fails', () => 502, 'it answers 502', 'Look into the log of the receiver'],
    ['redirects', () => 308, 'it answers 308', 'Redirects are not followed'],
    ['cannot be reached', () => 'broken', 'cannot reach the endpoint', 'Start the receiver'],
    ['has a wrong certificate', () => 'untrusted', 'cannot reach the endpoint', 'Run doctor'],
    [
      'speaks another reading',
      (body) => (body === 'other reading' ? 200 : 401),
      'refuses the default reading but accepts the reading named gme-other',
      'with --dialect gme-other',
    ],
  ])('that %s ends the run with a sentence', async (_, behaviour, message, hint) => {
    expect(await failing(fakeSession(behaviour))).toMatchObject({
      kind: 'PREFLIGHT',
      exitCode: 4,
      message: expect.stringContaining(message) as string,
      hint: expect.stringContaining(hint) as string,
    });
  });

  test('that speaks the default reading though another was named is told so', async () => {
    const suite = suiteOf([], {
      preflight: ({ dialects }) => [
        { title: 'plain', dialects, send: say('named') },
        { title: 'plain', dialects: [], send: say('default') },
      ],
    });
    const session = fakeSession((body) => (body === 'default' ? 200 : 401));

    expect(await failing(session, ['gme-other'], suite)).toMatchObject({
      message: 'the endpoint refuses the reading named gme-other but accepts the default reading',
      hint: 'Run again without --dialect gme-other.',
    });
  });

  test('that is not there is not asked in every reading', async () => {
    const session = fakeSession(() => 'broken');
    await failing(session);

    expect(session.sent).toHaveLength(2);
  });

  test('that fails now and then is there', async () => {
    const session = fakeSession((body) => (body === 'preflight' ? 'broken' : 200));

    expect(await preflight(session, suiteOf([]), contextOf())).toMatchObject({
      refused: [expect.stringContaining('plain (closed') as string],
    });
  });
});

describe('a slow endpoint', () => {
  /** Answers take 60 ms each, a serial one takes them one after the other; what it does not take it refuses at once. */
  function slowSession(
    isSerial: boolean,
    takes: (send: Send) => boolean = () => true,
  ): FakeSession & { readonly limits: number[] } {
    const limits: number[] = [];
    const session = fakeSession((_, send) => (takes(send) ? 200 : 401));
    let queue = Promise.resolve();
    const answer = (): Promise<unknown> => {
      const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
      queue = isSerial ? queue.then(wait) : wait();
      return queue;
    };
    return {
      ...session,
      limits,
      limitConcurrency: (total) => {
        limits.push(total);
      },
      async deliver(arm) {
        const startedMs = performance.now();
        await Promise.all(arm.waves.flat().filter(takes).map(answer));
        const exchanges = await session.deliver(arm);
        return exchanges.map((one) => ({
          ...one,
          startedMs: 0,
          endedMs: performance.now() - startedMs,
        }));
      },
    };
  }

  test('that serves one at a time gets a short queue', async () => {
    const session = slowSession(true);
    await preflight(session, fourProbes, contextOf());

    expect(session.limits).toEqual([expect.any(Number)]);
    expect(session.limits[0]).toBeGreaterThanOrEqual(1);
    expect(session.limits[0]).toBeLessThanOrEqual(16);
  });

  test('is found to serve one at a time though it takes but one of the probes', async () => {
    const session = slowSession(true, ({ label }) => label === 'preflight');
    await preflight(session, suiteOf([]), contextOf());

    expect(session.limits[0]).toBeLessThanOrEqual(16);
  });

  test('that serves many at a time gets as many as were asked for', async () => {
    const session = slowSession(false);
    await preflight(session, fourProbes, contextOf());

    expect(session.limits).toEqual([Number.MAX_SAFE_INTEGER]);
  });

  const fourProbes = suiteOf([], {
    preflight: ({ dialects }) =>
      ['a', 'b', 'c', 'd'].map((title) => ({ title, dialects, send: say(title) })),
  });
});

describe('the observation', () => {
  /** A state that is told what has been sent so far, and how often it has been asked. */
  function observed(state: (sent: readonly string[], asked: number) => Observed): FakeSession {
    let asked = 0;
    const session: FakeSession = fakeSession(
      () => 200,
      () => {
        asked += 1;
        return state(session.sent, asked);
      },
    );
    return session;
  }

  test('teaches how long a delivered recording takes to show', async () => {
    let deliveredMs = 0;
    const session = observed((sent) => {
      if (!sent.includes('calibration')) {
        return { kind: 'absent' };
      }
      deliveredMs ||= performance.now();
      return valueOf(performance.now() - deliveredMs > 60 ? '{"file":1}' : '{}');
    });
    const { stateMs } = await preflight(session, suiteOf([]), contextOf());

    expect(stateMs).toBeGreaterThan(50);
    expect(session.settling.slowestMs).toBe(stateMs);
  });

  test('that never looks the same twice comes to rest, too', async () => {
    const session = observed((sent, asked) =>
      valueOf(`{"seen":${String(asked)},"files":${sent.includes('calibration') ? '1' : '0'}}`),
    );

    expect((await preflight(session, suiteOf([]), contextOf())).stateMs).not.toBeNull();
  });

  test('that names the replica that answers has a word that varies by itself, and no other', async () => {
    const session = observed((sent, asked) =>
      valueOf(
        `{"by":"${asked % 2 === 0 ? 'blue' : 'green'}","phase":"${sent.includes('calibration') ? 'kept' : 'none'}"}`,
      ),
    );

    expect((await preflight(session, suiteOf([]), contextOf())).stateMs).not.toBeNull();
    expect(session.restless).toEqual(new Set(['$.by']));
  });

  test.each([
    ['the replica that answers', ['blue', 'green'], ['blue', 'green'], ['$.word']],
    ['a word that is stale on every second look', ['none', 'kept'], ['none', 'begun'], []],
  ])('that shows %s is asked for a second room', async (_, told, begun, restless) => {
    let asked = 0;
    const session = fakeSession(
      () => 200,
      ({ subjects: [subject] }) => {
        asked += 1;
        const words = subject?.roomId.endsWith('begun') === true ? begun : told;
        return session.sent.includes('calibration')
          ? valueOf(JSON.stringify({ word: words[asked % 2], files: 1 }))
          : { kind: 'absent' };
      },
    );
    const suite: Suite = {
      ...suiteOf([]),
      calibration: ({ nonce }) =>
        watching(armOf('calibration', [say('calibration')], [say('more')]), nonce),
    };

    await preflight(session, suite, contextOf());
    expect([...session.restless]).toEqual(restless);
    expect(session.sent.slice(-3)).toEqual(['calibration', 'more', 'calibration']);
  });

  test('that does not work ends the run with a sentence, without the key', async () => {
    const session = observed(() => ({ kind: 'failed', detail: `ended with 1: KEY=${secretKey}` }));

    expect(await failing(session)).toMatchObject({
      kind: 'OBSERVATION',
      exitCode: 4,
      message: 'the state cannot be observed: ended with 1: KEY=[redacted]',
    });
  });

  test('is not waited for once the run is stopped', async () => {
    const session = observed(() => {
      session.giveUp('the run was stopped');
      return { kind: 'absent' };
    });

    expect((await preflight(session, suiteOf([]), contextOf())).stateMs).toBeNull();
  });
});
