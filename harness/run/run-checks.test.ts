import { describe, expect, test } from 'vitest';
import type { ExperimentProperty } from '../check.ts';
import type { Arm } from '../experiment.ts';
import { countedState } from '../state/arm-state.ts';
import { compareStates } from '../state/compare.ts';
import {
  armOf,
  checkRunOf,
  contextOf,
  experimentOf,
  fakeCheck,
  fakeSession,
  say,
  secretKey,
  valueOf,
  watching,
} from './fake-suite.test-kit.ts';
import { decodeReplayToken } from './replay-token.ts';
import { experimentAt, runCheck } from './run-checks.ts';

/** Probes of growing length, one experiment each. */
const lengths = (...counts: readonly number[]): ReturnType<typeof experimentOf>[] =>
  counts.map((count, index) =>
    experimentOf(
      `directed:${String(index)}`,
      armOf(
        'probe',
        ...Array.from({ length: count }, (_, wave) => [say(`${String(count)}/${String(wave)}`)]),
      ),
    ),
  );

describe('a check', () => {
  test('whose experiments find nothing is met', async () => {
    expect(await runCheck(fakeCheck('x'), checkRunOf(fakeSession()))).toMatchObject({
      verdict: 'met',
      fault: null,
      findings: [],
      counterexample: null,
      stability: null,
      replay: null,
      requests: 1,
      evidence: ['1 experiments'],
    });
  });

  test('without experiments is never met', async () => {
    expect(
      await runCheck(fakeCheck('x', { experiments: () => [] }), checkRunOf(fakeSession())),
    ).toMatchObject({
      verdict: 'untestable',
      fault: 'nothing was tried',
    });
  });

  test('one of whose experiments says nothing is untestable', async () => {
    const session = fakeSession((body) => (body === 'control' ? 503 : 200));
    const check = fakeCheck('x', {
      experiments: () => [
        ...lengths(1),
        experimentOf('directed:9', armOf('arm', [say('control')])),
      ],
    });

    expect(await runCheck(check, checkRunOf(session))).toMatchObject({ verdict: 'untestable' });
  });

  test('that does not apply is not tried', async () => {
    const session = fakeSession();
    const check = fakeCheck('x', { notApplicable: ({ scope }) => `scope is ${scope}` });

    expect(await runCheck(check, checkRunOf(session))).toMatchObject({
      verdict: 'not-applicable',
      fault: 'scope is both',
    });
    expect(session.sent).toEqual([]);
  });

  test('speaks of rooms of its own', async () => {
    const session = fakeSession();
    await runCheck(fakeCheck('one'), checkRunOf(session));
    await runCheck(fakeCheck('two'), checkRunOf(session));

    expect(session.sent).toEqual(['one as n0/gme/test/one', 'two as n0/gme/test/two']);
  });
});

describe('a fault of ours', () => {
  const thrown = (): never => {
    throw new TypeError(`cannot sign with ${secretKey}`);
  };

  test.each([
    ['experiments', fakeCheck('x', { experiments: thrown })],
    ['evaluate', fakeCheck('x', { evaluate: thrown })],
    ['notApplicable', fakeCheck('x', { notApplicable: thrown })],
    ['property', fakeCheck('x', { property: thrown })],
  ])('in %s is a harness error, without the key', async (_, check) => {
    expect(await runCheck(check, checkRunOf(fakeSession()))).toMatchObject({
      verdict: 'harness-error',
      fault: 'TypeError: cannot sign with [redacted]',
    });
  });
});

describe('a failure', () => {
  test('is replayed with fresh identifiers and reported with its shortest delivery', async () => {
    const session = fakeSession(() => 500);
    const result = await runCheck(
      fakeCheck('x', { experiments: () => lengths(3, 1, 2) }),
      checkRunOf(session),
    );

    expect(result).toMatchObject({
      verdict: 'not-met',
      fault: null,
      stability: { kind: 'stable', failed: 3, of: 3 },
      counterexample: {
        title: 'experiment directed:1',
        callbacks: 1,
        steps: [{ label: '1/0', answer: '500' }],
      },
    });
    const token = /^replay (?<token>\S+)$/u.exec(result.replay ?? '')?.groups?.['token'] ?? '';
    expect(decodeReplayToken(token)).toEqual({
      service: 'gme',
      check: 'gme/test/x',
      key: 'directed:1',
      seed: 1,
      dialects: [],
      scope: 'both',
    });
  });

  test('is played with identifiers of its own each time', async () => {
    const session = fakeSession(() => 500);
    await runCheck(fakeCheck('x'), checkRunOf(session));

    expect(session.sent).toEqual([
      'x as n0/gme/test/x',
      'x as n0/gme/test/xr1',
      'x as n0/gme/test/xr2',
    ]);
  });

  test('that does not come back each time is flaky, and not met all the same', async () => {
    let plays = 0;
    const session = fakeSession(() => {
      plays += 1;
      return plays === 1 ? 500 : 200;
    });

    expect(await runCheck(fakeCheck('x'), checkRunOf(session))).toMatchObject({
      verdict: 'not-met',
      stability: { kind: 'flaky', failed: 1, of: 3 },
    });
  });

  test('whose replays say nothing stands by itself', async () => {
    let plays = 0;
    const session = fakeSession((body) => {
      plays += body === 'control' ? 1 : 0;
      return body === 'control' && plays > 1 ? 'broken' : body === 'control' ? 200 : 500;
    });
    const check = fakeCheck('x', {
      experiments: () => [
        experimentOf('directed:0', armOf('arm', [say('control')], [say('probe')])),
      ],
    });

    expect(await runCheck(check, checkRunOf(session))).toMatchObject({
      verdict: 'not-met',
      stability: { kind: 'stable', failed: 1, of: 1 },
    });
  });

  test('of a check that disturbs ends it: what is broken stays broken', async () => {
    const session = fakeSession((body) => (body.startsWith('2/') ? 500 : 200));
    const check = fakeCheck('x', { disturbs: true, experiments: () => lengths(1, 2, 3) });

    expect((await runCheck(check, checkRunOf(session))).verdict).toBe('not-met');
    expect(session.sent.filter((label) => label.startsWith('3/'))).toEqual([]);
  });

  test('of many experiments is told in a bounded number of findings', async () => {
    const check = fakeCheck('x', { experiments: () => lengths(9, 10, 11, 12) });

    expect((await runCheck(check, checkRunOf(fakeSession(() => 500)))).findings).toHaveLength(20);
  });
});

describe('what is seen to vary only when a failure is replayed', () => {
  /** The state after every delivery must be that of a baseline. */
  const converges = fakeCheck('converges', {
    experiments: ({ nonce }) => [storyOf('directed:0', nonce)],
    evaluate: ({ arms }) => {
      const baselines = [...arms]
        .filter(([name]) => name.startsWith('in-order'))
        .map(([, record]) => countedState(record));
      const hostile = arms.get('hostile');
      return baselines.length > 0 &&
        hostile !== undefined &&
        compareStates(baselines, countedState(hostile)).kind === 'different'
        ? [{ at: 'hostile', code: 'differs', expected: 'equal', actual: 'different' }]
        : [];
    },
  });

  function storyOf(key: string, nonce: string): ReturnType<typeof experimentOf> {
    return experimentOf(
      key,
      ...['in-order', 'in-order-again', 'hostile'].map((name) =>
        watching(armOf(name, [say(name)]), `${name} ${nonce}`),
      ),
    );
  }

  /** Shard numbers agree between two deliveries now and then. */
  const shards: Readonly<Record<string, number>> = {
    'in-order': 1,
    'in-order-again': 1,
    hostile: 2,
  };

  test('is volatile, and the alarm was a false one', async () => {
    const state = ({ name, subjects }: Arm): ReturnType<typeof valueOf> =>
      valueOf(
        `{"shard":${String(subjects[0]?.roomId.endsWith('r1') === true ? 7 : shards[name])},"file":1}`,
      );

    expect(await runCheck(converges, checkRunOf(fakeSession(() => 200, state)))).toMatchObject({
      verdict: 'met',
      findings: [],
      counterexample: null,
    });
  });

  test('does not hide what differs beside it', async () => {
    const state = ({ name, subjects }: Arm): ReturnType<typeof valueOf> =>
      valueOf(
        `{"shard":${String(subjects[0]?.roomId.endsWith('r1') === true ? 7 : shards[name])},"file":${name === 'hostile' ? '2' : '1'}}`,
      );

    expect((await runCheck(converges, checkRunOf(fakeSession(() => 200, state)))).verdict).toBe(
      'not-met',
    );
  });

  test('a true failure does not hide behind false alarms that are shorter', async () => {
    const many = {
      ...converges,
      experiments: ({ nonce }: { readonly nonce: string }) => [
        ...Array.from({ length: 5 }, (_, index) => storyOf(`directed:${String(index)}`, nonce)),
        experimentOf(
          'directed:5',
          armOf('hostile', ...Array.from({ length: 4 }, () => [say('refused')])),
        ),
      ],
      evaluate: (seen: Parameters<typeof converges.evaluate>[0]) => [
        ...converges.evaluate(seen),
        ...fakeCheck('x').evaluate(seen),
      ],
    };
    const state = ({ name, subjects }: Arm): ReturnType<typeof valueOf> =>
      valueOf(
        `{"shard":${String(subjects[0]?.roomId.endsWith('r1') === true ? 7 : shards[name])}}`,
      );
    const session = fakeSession((body) => (body === 'refused' ? 500 : 200), state);

    expect(await runCheck(many, checkRunOf(session))).toMatchObject({
      verdict: 'not-met',
      counterexample: { title: 'experiment directed:5' },
    });
  });
});

describe('generated experiments', () => {
  /** Sample `n` sends `n` callbacks; more than two of them fail. Shrinks to three. */
  function counting(log: string[]): (context: { readonly nonce: string }) => ExperimentProperty {
    return ({ nonce }) => {
      const build = (count: number, key: string): ReturnType<typeof experimentOf> => {
        log.push(`${key} ${nonce}`);
        return experimentOf(
          key,
          armOf('probe', ...Array.from({ length: count }, () => [say(count > 2 ? 'bad' : 'good')])),
        );
      };
      return {
        at: (path) => {
          const count = path.split(':').reduce((sum, step) => sum + Number(step), 0) + 2;
          return path === '7' ? undefined : build(count, `random:${path}`);
        },
        shrink: async (path, fails) => ((await fails(build(3, `random:try1`))) ? '1' : path),
      };
    };
  }
  const behaviour = (body: string): number => (body === 'bad' ? 500 : 200);

  test('are as many as were asked for, and made smaller when they fail', async () => {
    const log: string[] = [];
    const check = fakeCheck('x', { experiments: () => [], property: counting(log) });
    const result = await runCheck(check, checkRunOf(fakeSession(behaviour), { runs: 4 }));

    expect(result).toMatchObject({
      verdict: 'not-met',
      evidence: ['4 experiments'],
      counterexample: { callbacks: 3, title: 'experiment random:1' },
    });
    expect(log.filter((line) => line.endsWith(' n0/gme/test/x'))).toHaveLength(4);
  });

  test('are made smaller in rooms that no other attempt speaks of', async () => {
    const log: string[] = [];
    const check = fakeCheck('x', { experiments: () => [], property: counting(log) });
    await runCheck(check, checkRunOf(fakeSession(behaviour), { runs: 4 }));
    const attempts = log.filter((line) => line.startsWith('random:try1'));

    expect(attempts).toHaveLength(3);
    expect(new Set(attempts).size).toBe(3);
  });

  test('that cannot be made smaller are reported as they are', async () => {
    const log: string[] = [];
    const property = counting(log);
    const check = fakeCheck('x', {
      experiments: () => [],
      property: (context) => ({ ...property(context), shrink: async (path) => path }),
    });

    expect(await runCheck(check, checkRunOf(fakeSession(behaviour), { runs: 3 }))).toMatchObject({
      counterexample: { callbacks: 3 },
    });
  });

  test('can be had again by their keys', () => {
    const check = fakeCheck('x', { property: counting([]) });
    const at = (key: string): string | undefined => experimentAt(check, contextOf(), key)?.key;

    expect([at('directed:0'), at('directed:1'), at('random:2:1'), at('random:7')]).toEqual([
      'directed:0',
      undefined,
      'random:2:1',
      undefined,
    ]);
    expect(experimentAt(fakeCheck('y'), contextOf(), 'random:0')).toBeUndefined();
  });
});
