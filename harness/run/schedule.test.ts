import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActiveCheck, CheckId } from '../check.ts';
import type { CheckResult } from '../result.ts';
import { checkRunOf, fakeCheck, fakeSession, type FakeSession } from './fake-suite.test-kit.ts';
import { runSchedule } from './schedule.ts';

const id = (name: string): CheckId => `gme/test/${name}`;

/** Runs checks; `broken` fail. Returns verdicts by name, in the order in which they became final. */
async function schedule(
  checks: readonly ActiveCheck[],
  broken: readonly string[] = [],
  {
    session = fakeSession((body) => (broken.includes(body) ? 500 : 200)),
    isAlive = async (): Promise<boolean> => true,
  } = {},
): Promise<{
  readonly told: readonly string[];
  readonly results: readonly CheckResult[];
  readonly session: FakeSession;
}> {
  const told: string[] = [];
  const results = await runSchedule(checks, {
    run: checkRunOf(session),
    saved: null,
    isAlive,
    onResult: (result) => told.push(`${result.id.slice('gme/test/'.length)} ${result.verdict}`),
  });
  return { told, results, session };
}

describe('needs', () => {
  test('come first, wherever they stand, and what they block is untestable and not one more failure', async () => {
    const { told, results } = await schedule(
      [
        fakeCheck('c', { needs: [id('b')] }),
        fakeCheck('a'),
        fakeCheck('b', { needs: [id('z')] }),
        fakeCheck('z'),
      ],
      ['z'],
    );

    expect(told.toSorted()).toEqual(['a met', 'b untestable', 'c untestable', 'z not-met']);
    expect(told.indexOf('z not-met')).toBeLessThan(told.indexOf('b untestable'));
    expect(told.indexOf('b untestable')).toBeLessThan(told.indexOf('c untestable'));
    expect(results.find((result) => result.id === id('b'))?.fault).toBe(
      'says nothing while gme/test/z is not met',
    );
    expect(results.find((result) => result.id === id('c'))).toMatchObject({
      fault: 'says nothing while gme/test/b is untested',
      findings: [],
      counterexample: null,
      stability: null,
      replay: null,
    });
  });

  test('that are met or not applicable block nothing', async () => {
    const { told } = await schedule([
      fakeCheck('a', { notApplicable: () => 'declared' }),
      fakeCheck('b'),
      fakeCheck('c', { needs: [id('a'), id('b')] }),
    ]);

    expect(told).toContain('c met');
  });

  test('outside this run block nothing', async () => {
    expect((await schedule([fakeCheck('c', { needs: [id('elsewhere')] })])).told).toEqual([
      'c met',
    ]);
  });

  test('block what does not apply, neither', async () => {
    const { told } = await schedule(
      [fakeCheck('a'), fakeCheck('b', { needs: [id('a')], notApplicable: () => 'declared' })],
      ['a'],
    );

    expect(told.some((line) => /^b (?:not-applicable|untestable)$/u.test(line))).toBe(true);
  });

  test('in a circle are our own fault, told once for each check', async () => {
    const { told, results } = await schedule([
      fakeCheck('a', { needs: [id('b')] }),
      fakeCheck('b', { needs: [id('a')] }),
      fakeCheck('c', { needs: [id('b')] }),
      fakeCheck('d'),
    ]);

    expect(told.toSorted()).toEqual([
      'a harness-error',
      'b harness-error',
      'c harness-error',
      'd met',
    ]);
    expect(results).toHaveLength(4);
  });

  test('of any shape: each check is told once, after all that it needs, and never met over what is not', async () => {
    const catalogues = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc.record({
        count: fc.constant(count),
        needs: fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), {
          maxLength: 12,
        }),
        broken: fc.subarray(Array.from({ length: count }, (_, index) => String(index))),
        disturbing: fc.subarray(Array.from({ length: count }, (_, index) => String(index))),
        order: fc.shuffledSubarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: count },
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(catalogues, async ({ needs, broken, disturbing, order }) => {
        // Only from the greater to the lesser, so that there is no circle.
        const needsOf = (index: number): readonly string[] =>
          needs.filter(([from, to]) => from === index && to < index).map(([, to]) => String(to));
        const checks = order.map((index) =>
          fakeCheck(String(index), {
            needs: needsOf(index).map(id),
            ...(disturbing.includes(String(index)) ? { disturbs: true } : {}),
          }),
        );
        const { told } = await schedule(checks, broken);
        const names = told.map((line) => line.split(' ')[0] ?? '');
        const verdicts = new Map(told.map((line) => [line.split(' ')[0], line.split(' ')[1]]));

        expect(names.toSorted()).toEqual(order.map(String).toSorted());
        for (const index of order) {
          const own = needsOf(index);
          const isBlocked = own.some((need) => verdicts.get(need) !== 'met');
          expect(own.every((need) => names.indexOf(need) < names.indexOf(String(index)))).toBe(
            true,
          );
          expect(verdicts.get(String(index))).toBe(
            isBlocked ? 'untestable' : broken.includes(String(index)) ? 'not-met' : 'met',
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what disturbs', () => {
  test('comes last, alone and in turn, and the target is looked after each time', async () => {
    const log: string[] = [];
    const { session } = await schedule(
      [
        fakeCheck('d1', { disturbs: true }),
        fakeCheck('a'),
        fakeCheck('d2', { disturbs: true }),
        fakeCheck('b'),
      ],
      [],
      {
        isAlive: async () => {
          log.push('alive?');
          return true;
        },
      },
    );

    expect(session.sent.map((label) => label.split(' ')[0])).toEqual(['a', 'b', 'd1', 'd2']);
    expect(log).toHaveLength(2);
  });

  test('and kills the target makes the rest untestable, not failed', async () => {
    let alive = 0;
    const { told, results } = await schedule(
      [fakeCheck('a'), fakeCheck('d1', { disturbs: true }), fakeCheck('d2', { disturbs: true })],
      [],
      {
        isAlive: async () => {
          alive += 1;
          return false;
        },
      },
    );

    expect(told).toEqual(['a met', 'd1 met', 'd2 untestable']);
    expect(results[2]?.fault).toBe('the target stopped answering after gme/test/d1');
    expect(alive).toBe(1);
  });
});
