import { describe, expect, it } from 'vitest';
import { certificateLines, firstToFix, judge, outcomeOf, tally } from './outcome.ts';
import {
  sampleAdvice,
  sampleCheck,
  sampleFailure,
  sampleHarnessError,
  sampleNotApplicable,
  sampleUntestable,
  sampleWaived,
} from './sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from './samples.test-data.ts';

const day = '2026-11-20T04:00:00Z';
const waiver = { reason: 'known', owner: 'voice team', ticket: 'T-1', expires: '2026-11-20' };

describe('outcomeOf', () => {
  it.each([
    ['met', sampleCheck()],
    ['broken', sampleFailure],
    ['advice', sampleAdvice],
    ['untested', sampleUntestable],
    ['not-applicable', sampleNotApplicable],
    ['harness', sampleHarnessError],
    ['waived', sampleWaived],
    ['waived', { ...sampleUntestable, waiver }],
    ['broken', { ...sampleFailure, waiver: { ...waiver, expires: '2026-11-19' } }],
    ['stale-waiver', sampleCheck({ waiver })],
    ['harness', { ...sampleHarnessError, waiver }],
  ] as const)('%s', (outcome, check) => {
    expect(outcomeOf(check, day)).toBe(outcome);
  });
});

describe('judge', () => {
  it('puts the most pressing first, reproducible before flaky, wire before state', () => {
    const flaky = sampleCheck({
      ...sampleFailure,
      id: 'gme/state/flaky',
      stability: { kind: 'flaky', failed: 1, of: 3 },
    });
    const wire = sampleCheck({ ...sampleFailure, id: 'gme/signature/wire', profile: 'wire' });
    const run = sampleRun([sampleCheck(), sampleAdvice, flaky, sampleFailure, wire]);
    expect(judge(run).map(({ check }) => check.id)).toEqual([
      wire.id,
      sampleFailure.id,
      flaky.id,
      sampleAdvice.id,
      sampleCheck().id,
    ]);
    expect(firstToFix(run)?.check).toBe(wire);
    expect(firstToFix(sampleRuns.met)).toBeUndefined();
  });
});

describe('tally and certificateLines', () => {
  it('count the checks of a profile by outcome', () => {
    expect(tally(sampleRuns.notMet, 'wire')).toEqual([
      { outcome: 'advice', checks: 1 },
      { outcome: 'met', checks: 1 },
    ]);
  });

  it('certify what the run certifies and nothing else, waivers named', () => {
    expect(certificateLines(sampleRuns.filtered)).toEqual([]);
    expect(certificateLines(sampleRuns.waived)).toEqual([
      'certificate: wire profile met (gme; 1 of 1 checks met; seed 20261120)',
      'certificate: state profile met (gme; 0 of 1 checks met, 1 waived; seed 20261120)',
    ]);
  });
});
