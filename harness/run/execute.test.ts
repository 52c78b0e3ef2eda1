import { describe, expect, test } from 'vitest';
import type { Arm } from '../experiment.ts';
import type { Observed } from '../observation.ts';
import { execute } from './execute.ts';
import {
  armOf,
  experimentOf,
  fakeCheck,
  fakeSession,
  say,
  valueOf,
  watching,
} from './fake-suite.test-kit.ts';

const finding = { at: 'state', code: 'wrong', expected: 'right', actual: 'wrong' };

/** A check that is content with the state `"right"` alone. */
const wantsRight = fakeCheck('right', {
  evaluate: ({ arms }) => {
    const observed = arms.get('arm')?.states.get('R1');
    return observed?.kind === 'value' && observed.value === 'right' ? [] : [finding];
  },
});
const arm = watching(armOf('arm', [say('a')]), 'room');

/** States one after the other, the last for ever. */
function states(...values: readonly (string | Observed)[]): {
  readonly of: (arm: Arm) => Observed;
  readonly asked: () => number;
} {
  let asked = 0;
  return {
    asked: () => asked,
    of: () => {
      const value = values[Math.min(asked, values.length - 1)] ?? 'none';
      asked += 1;
      return typeof value === 'string' ? valueOf(JSON.stringify(value)) : value;
    },
  };
}

describe('without an observation', () => {
  test('what was answered is evaluated', async () => {
    const session = fakeSession((body) => (body === 'b' ? 500 : 204));

    expect(
      await execute(session, fakeCheck('x'), experimentOf('k', armOf('arm', [say('a')]))),
    ).toMatchObject({
      findings: [],
      fault: null,
      requests: 1,
    });
    expect(
      await execute(
        session,
        fakeCheck('x'),
        experimentOf('k', armOf('arm', [say('a')], [say('b')])),
      ),
    ).toMatchObject({
      findings: [{ code: 'not-accepted' }],
      requests: 2,
    });
  });

  test.each([
    ['answered with an error', 500 as const, '500'],
    ['not answered', 'broken' as const, 'closed'],
  ])('a control %s means that the probes say nothing', async (_, answer, detail) => {
    const session = fakeSession((body) => (body.startsWith('control') ? answer : 500));
    const experiment = experimentOf('k', armOf('arm', [say('probe')], [say('control after')]));

    expect(await execute(session, fakeCheck('x'), experiment)).toMatchObject({
      findings: [],
      fault: expect.stringContaining(`"control after" was not accepted (${detail}`) as string,
    });
  });

  test('a lost target says nothing', async () => {
    const session = fakeSession(() => 500);
    session.giveUp('gone');

    expect(await execute(session, fakeCheck('x'), experimentOf('k', arm))).toMatchObject({
      findings: [],
      fault: 'gone',
    });
  });
});

describe('a state', () => {
  test('that is right is looked at until it has been quiet', async () => {
    const { of, asked } = states('right');
    const session = fakeSession(() => 200, of);
    const startedMs = performance.now();

    expect(await execute(session, wantsRight, experimentOf('k', arm))).toMatchObject({
      findings: [],
      fault: null,
    });
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(19);
    expect(asked()).toBeGreaterThanOrEqual(2);
  });

  test('that comes right late is waited for, and teaches patience', async () => {
    const session = fakeSession(() => 200, states('', '', 'right').of);

    expect((await execute(session, wantsRight, experimentOf('k', arm))).findings).toEqual([]);
    expect(session.settling.slowestMs).toBeGreaterThan(0);
  });

  test('that stays wrong is a finding when patience ends, and teaches nothing', async () => {
    const session = fakeSession(() => 200, states('wrong').of);
    const startedMs = performance.now();

    expect((await execute(session, wantsRight, experimentOf('k', arm))).findings).toEqual([
      finding,
    ]);
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(145);
    expect(session.settling.slowestMs).toBe(0);
  });

  test('is looked at several times before patience ends, however long each look takes', async () => {
    const { of } = states('', '', 'right');
    const session = fakeSession(() => 200, of);
    const slow = {
      ...session,
      observe: async (each: Arm) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        return session.observe(each);
      },
    };

    expect((await execute(slow, wantsRight, experimentOf('k', arm))).findings).toEqual([]);
  });

  test('that turns wrong after it was right is seen', async () => {
    const session = fakeSession(() => 200, states('right', 'wrong').of);

    expect((await execute(session, wantsRight, experimentOf('k', arm))).findings).toEqual([
      finding,
    ]);
  });

  test('that cannot be observed says nothing, but is asked for again first', async () => {
    const failed: Observed = { kind: 'failed', detail: 'no answer' };
    const never = fakeSession(() => 200, states(failed).of);
    const atFirst = fakeSession(() => 200, states(failed, failed, 'right').of);

    expect(await execute(never, wantsRight, experimentOf('k', arm))).toMatchObject({
      findings: [],
      fault: 'the state could not be observed: no answer',
    });
    expect(await execute(atFirst, wantsRight, experimentOf('k', arm))).toMatchObject({
      findings: [],
      fault: null,
    });
  });

  test('is looked at before the first wave where the arm wants it', async () => {
    const { of, asked } = states('right');
    const session = fakeSession(() => {
      expect(asked()).toBe(1);
      return 200;
    }, of);

    await execute(session, wantsRight, experimentOf('k', { ...arm, lookFirst: true }));

    expect(session.sent).toEqual(['a']);
  });

  test('is not waited for once the target is lost', async () => {
    const session = fakeSession(
      () => 200,
      () => {
        session.giveUp('the run was stopped');
        return valueOf('"wrong"');
      },
    );

    expect(await execute(session, wantsRight, experimentOf('k', arm))).toMatchObject({
      findings: [],
      fault: 'the run was stopped',
    });
  });
});

describe('what was laid is taken away', () => {
  const two = experimentOf('k', armOf('first', [say('a')]), armOf('second', [say('b')]));

  test('after every experiment', async () => {
    const session = fakeSession();
    await execute(session, fakeCheck('x'), two);

    expect(session.cleaned).toEqual(['first', 'second']);
  });

  test('also when one arm throws, and not before the others have ended', async () => {
    const log: string[] = [];
    const session = {
      ...fakeSession(),
      deliver: async ({ name }: Arm): Promise<never[]> => {
        if (name === 'first') {
          throw new Error('the bucket refuses');
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
        log.push('delivered second');
        return [];
      },
      cleanUp: async ({ name }: Arm): Promise<void> => {
        log.push(`cleaned ${name}`);
      },
    };

    await expect(execute(session, fakeCheck('x'), two)).rejects.toThrow('the bucket refuses');
    expect(log).toEqual(['delivered second', 'cleaned first', 'cleaned second']);
  });

  test('also when the check itself throws', async () => {
    const session = fakeSession();
    const faulty = fakeCheck('x', {
      evaluate: () => {
        throw new TypeError('a fault of ours');
      },
    });

    await expect(execute(session, faulty, two)).rejects.toThrow('a fault of ours');
    expect(session.cleaned).toEqual(['first', 'second']);
  });
});
