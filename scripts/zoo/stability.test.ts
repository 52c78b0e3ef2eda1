import { describe, expect, test } from 'vitest';
import type { Verdict } from '#harness/verdict.ts';
import type { Outcome } from './run-subject.ts';
import { renderStability, stabilityFaults, stabilityRow } from './stability.ts';

function outcome(exitCode: number, verdicts: Readonly<Record<string, Verdict>>): Outcome {
  return {
    name: 'one',
    seed: 1,
    exitCode,
    summary: '',
    lit: [],
    untestable: [],
    requests: 1,
    verdicts: new Map(Object.entries(verdicts)),
  };
}

const met = outcome(0, { 'gme/a/x': 'met', 'gme/a/y': 'met' });
const broken = outcome(1, { 'gme/a/x': 'met', 'gme/a/y': 'not-met' });

describe('rows', () => {
  test('of runs that agree name nothing', () => {
    expect(stabilityRow('reference', [met, met])).toEqual({
      name: 'reference',
      runs: 2,
      exitCodes: [0],
      unstable: [],
    });
  });

  test('of runs that differ name the checks, those that were not run, and the exit codes', () => {
    const cut = outcome(1, { 'gme/a/x': 'met' });
    expect(stabilityRow('one', [broken, met, broken, cut])).toEqual({
      name: 'one',
      runs: 4,
      exitCodes: [0, 1],
      unstable: ['gme/a/y: not-met 2, met 1, not run 1'],
    });
  });
});

describe('faults', () => {
  test('are none where the reference is always met and the defect never', () => {
    const rows = [stabilityRow('reference', [met, met]), stabilityRow('one', [broken, broken])];
    expect(stabilityFaults(rows)).toEqual([]);
    expect(renderStability('Title', rows)).toContain('| one | 2 | 1 | none |');
  });

  test.each([
    ['a verdict that changed', 'one', [broken, met], 3],
    ['a reference that is not met', 'reference', [broken, broken], 1],
    ['a defect that is met', 'one', [met, met], 1],
  ] as const)('are told of %s', (_, name, outcomes, count) => {
    const row = stabilityRow(name, outcomes);
    expect(stabilityFaults([row])).toHaveLength(count);
  });
});
