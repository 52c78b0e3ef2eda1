import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profiles, type Finding, type Profile } from './check.ts';
import { gravityOf, judgeCheck, judgeProfiles, judgeRun } from './judge.ts';
import type { CheckResult, ProfileVerdict } from './result.ts';
import { resultOf, waiverMark } from './results.test-kit.ts';
import type { Verdict } from './verdict.ts';

const finding: Finding = { at: 'here', code: 'wrong', expected: 'a', actual: 'b' };
const verdicts: readonly Verdict[] = [
  'met',
  'not-met',
  'untestable',
  'not-applicable',
  'harness-error',
];

describe('judgeCheck', () => {
  test.each([
    ['nothing tried', [], 'untestable', 'nothing was tried'],
    ['all well', [{ findings: [], fault: null }], 'met', null],
    [
      'one says nothing',
      [
        { findings: [], fault: null },
        { findings: [], fault: 'gone' },
      ],
      'untestable',
      'gone',
    ],
    [
      'one fails',
      [
        { findings: [], fault: null },
        { findings: [finding], fault: null },
      ],
      'not-met',
      null,
    ],
    [
      'one fails, one says nothing',
      [
        { findings: [], fault: 'gone' },
        { findings: [finding], fault: null },
      ],
      'not-met',
      null,
    ],
  ])('%s', (_, outcomes, verdict, fault) => {
    expect(judgeCheck(outcomes)).toMatchObject({ verdict, fault });
  });

  test('keeps a bounded number of findings', () => {
    const outcomes = Array.from({ length: 7 }, () => ({
      findings: Array.from({ length: 7 }, () => finding),
      fault: null,
    }));

    expect(judgeCheck(outcomes).findings).toHaveLength(20);
  });
});

describe('gravityOf', () => {
  test.each([
    // verdict, MUST, SHOULD under --fail-on must, SHOULD under --fail-on should, waived MUST
    ['met', 'ok', 'ok', 'ok', 'ok'],
    ['not-applicable', 'ok', 'ok', 'ok', 'ok'],
    ['not-met', 'break', 'warn', 'break', 'warn'],
    ['untestable', 'open', 'warn', 'open', 'open'],
    ['harness-error', 'fault', 'fault', 'fault', 'fault'],
  ] as const)('%s', (verdict, must, should, strict, waived) => {
    expect([
      gravityOf({ verdict, level: 'MUST', waiver: null }, 'must'),
      gravityOf({ verdict, level: 'SHOULD', waiver: null }, 'must'),
      gravityOf({ verdict, level: 'SHOULD', waiver: null }, 'should'),
      gravityOf({ verdict, level: 'MUST', waiver: waiverMark }, 'must'),
    ]).toEqual([must, should, strict, waived]);
  });
});

describe('judgeProfiles', () => {
  const must = resultOf();
  const should = resultOf({ level: 'SHOULD' });

  test.each<[string, readonly CheckResult[], ProfileVerdict]>([
    ['no check at all', [], 'not-certified'],
    ['a MUST met', [must], 'met'],
    ['only SHOULDs met', [should], 'inconclusive'],
    ['nothing applicable', [resultOf({ verdict: 'not-applicable' })], 'inconclusive'],
    ['one met, one not applicable', [must, resultOf({ verdict: 'not-applicable' })], 'met'],
    ['one met, one not', [must, resultOf({ verdict: 'not-met' })], 'not-met'],
    ['one met, one untestable', [must, resultOf({ verdict: 'untestable' })], 'inconclusive'],
    [
      'one not met, one untestable',
      [resultOf({ verdict: 'not-met' }), resultOf({ verdict: 'untestable' })],
      'not-met',
    ],
    ['one met, one harness error', [must, resultOf({ verdict: 'harness-error' })], 'inconclusive'],
    ['one met, advice not followed', [must, { ...should, verdict: 'not-met' }], 'met'],
    ['one met, advice untestable', [must, { ...should, verdict: 'untestable' }], 'met'],
    [
      'one met, a MUST waived',
      [must, resultOf({ verdict: 'not-met', waiver: waiverMark })],
      'met-with-waivers',
    ],
    [
      'one met, advice waived',
      [must, { ...should, verdict: 'not-met', waiver: waiverMark }],
      'met',
    ],
    [
      'one met, one waived, one not met',
      [
        must,
        resultOf({ verdict: 'not-met', waiver: waiverMark }),
        resultOf({ verdict: 'not-met' }),
      ],
      'not-met',
    ],
    ['met, though a waiver is there', [resultOf({ waiver: waiverMark })], 'met'],
    ['all waived', [resultOf({ verdict: 'not-met', waiver: waiverMark })], 'inconclusive'],
    ['another profile met', [resultOf({ profile: 'state' })], 'not-certified'],
  ])('%s', (_, checks, expected) => {
    expect(judgeProfiles(checks, ['wire'], 'must').wire).toBe(expected);
  });

  test('what the target does not support is not certified, whatever its checks say', () => {
    expect(judgeProfiles([must], ['state'], 'must')).toEqual({
      wire: 'not-certified',
      state: 'not-certified',
      archive: 'not-certified',
      recovery: 'not-certified',
    });
  });

  test('advice certifies under --fail-on should', () => {
    expect(judgeProfiles([should], ['wire'], 'should').wire).toBe('met');
  });

  test('advice counts under --fail-on should', () => {
    expect(judgeProfiles([must, { ...should, verdict: 'not-met' }], ['wire'], 'should').wire).toBe(
      'not-met',
    );
  });
});

interface World {
  readonly checks: readonly CheckResult[];
  readonly supported: readonly Profile[];
  readonly failOn: 'must' | 'should';
  readonly interrupted: string | null;
  readonly waiverFaults: readonly string[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  checks: fc.array(
    fc
      .record({
        verdict: fc.constantFrom(...verdicts),
        level: fc.constantFrom('MUST' as const, 'SHOULD' as const),
        profile: fc.constantFrom(...profiles),
        isWaived: fc.boolean(),
      })
      .map(({ isWaived, ...parts }) =>
        resultOf({ ...parts, waiver: isWaived && parts.verdict === 'not-met' ? waiverMark : null }),
      ),
    { maxLength: 6 },
  ),
  supported: fc.subarray([...profiles]),
  failOn: fc.constantFrom('must' as const, 'should' as const),
  interrupted: fc.option(fc.constant('stopped'), { freq: 6 }),
  waiverFaults: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.constant(['expired'])),
});

function judge(
  world: World,
): ReturnType<typeof judgeRun> & { readonly certified: readonly Profile[] } {
  const verdictOf = judgeProfiles(world.checks, world.supported, world.failOn);
  return {
    ...judgeRun({ ...world, profiles: verdictOf }),
    certified: profiles.filter((profile) => verdictOf[profile] === 'met'),
  };
}

describe('judgeRun', () => {
  test('a run is met only when something was met and nothing that counts is broken or open', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const { verdict, exitCode } = judge(world);
        const isOpen = ({ level, verdict: own, waiver }: CheckResult): boolean =>
          own === 'harness-error' ||
          ((level === 'MUST' || world.failOn === 'should') &&
            (own === 'untestable' || (own === 'not-met' && waiver === null)));
        const mayBeMet =
          world.interrupted === null &&
          world.waiverFaults.length === 0 &&
          world.checks.some((check) => check.verdict === 'met') &&
          !world.checks.some(isOpen);

        expect(verdict === 'met').toBe(exitCode === 0);
        expect(verdict === 'met' && !mayBeMet).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('a profile is certified only when a check that counts is met and none is open', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const certified = judge(world).certified;
        for (const profile of certified) {
          const counting = world.checks.filter(
            (check) =>
              check.profile === profile && (check.level === 'MUST' || world.failOn === 'should'),
          );

          expect(counting.some(({ verdict }) => verdict === 'met')).toBe(true);
          expect(counting.map((check) => gravityOf(check, world.failOn))).not.toContain('open');
          expect(counting.map((check) => gravityOf(check, world.failOn))).not.toContain('break');
        }
        expect(world.supported).toEqual(expect.arrayContaining([...certified]));
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    // The first that holds decides.
    [['harness-error', 'not-met', 'untestable', 'met'], 'stopped', ['expired'], 2, 'harness-error'],
    [['not-met', 'untestable', 'met'], 'stopped', ['expired'], 3, 'inconclusive'],
    [['not-met', 'untestable', 'met'], null, [], 1, 'not-met'],
    [['met'], null, ['expired'], 1, 'not-met'],
    [['untestable', 'met'], null, ['expired'], 1, 'not-met'],
    [['untestable', 'met'], null, [], 3, 'inconclusive'],
    [['not-applicable'], null, [], 3, 'inconclusive'],
    [[], null, [], 3, 'inconclusive'],
    [['met', 'not-applicable'], null, [], 0, 'met'],
  ] as const)(
    '%j, interrupted %s, waiver faults %j: exit %d, %s',
    (own, interrupted, waiverFaults, exitCode, verdict) => {
      const checks = own.map((one) => resultOf({ verdict: one }));

      expect(
        judge({ checks, supported: ['wire'], failOn: 'must', interrupted, waiverFaults }),
      ).toMatchObject({ exitCode, verdict });
    },
  );

  test('a profile of which only advice was judged leaves the run open', () => {
    const checks = [resultOf(), resultOf({ profile: 'state', level: 'SHOULD' })];
    const world = { checks, failOn: 'must', interrupted: null, waiverFaults: [] } as const;

    expect(judge({ ...world, supported: ['wire', 'state'] })).toMatchObject({
      exitCode: 3,
      verdict: 'inconclusive',
    });
    expect(judge({ ...world, supported: ['wire'] })).toMatchObject({ exitCode: 0, verdict: 'met' });
  });

  test('the order of checks does not matter', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        expect(judge({ ...world, checks: world.checks.toReversed() })).toEqual(judge(world));
      }),
    );
  });
});
