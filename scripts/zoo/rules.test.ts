import { describe, expect, test } from 'vitest';
import {
  catchOf,
  defectFaults,
  hostileFaults,
  unprovedChecks,
  unusualFaults,
  type JudgedDefect,
} from './rules.ts';
import type { Lit, Outcome } from './run-subject.ts';
import { median, renderZoo } from './table.ts';

function lit(id: Lit['id'], over: Partial<Lit> = {}): Lit {
  return { id, level: 'MUST', callbacks: 2, requests: 9, isFlaky: false, replay: null, ...over };
}

function outcome(over: Partial<Outcome> = {}): Outcome {
  const plain = { name: 'one', seed: 1, exitCode: 1, summary: 'not met', requests: 100 };
  return { ...plain, lit: [lit('gme/a/x')], untestable: [], verdicts: new Map(), ...over };
}

function judged(over: Partial<JudgedDefect> = {}): JudgedDefect {
  return {
    name: 'one',
    defect: 'Does one thing | wrong.',
    caughtBy: ['gme/a/x', 'gme/a/y'],
    outcomes: [outcome()],
    ...over,
  };
}

describe('a defect', () => {
  test('is caught by the first expected check that every seed lit, at its worst', () => {
    const outcomes = [
      outcome({ lit: [lit('gme/a/y', { callbacks: 3 }), lit('gme/a/x')] }),
      outcome({ seed: 2, lit: [lit('gme/a/y', { requests: 20 })] }),
    ];
    expect(catchOf(judged({ outcomes }))).toEqual({
      id: 'gme/a/y',
      isAdvice: false,
      callbacks: 3,
      requests: 20,
    });
    expect(defectFaults(judged({ outcomes }), 4)).toEqual([]);
  });

  test('that one seed misses is a fault of the zoo', () => {
    const missed = outcome({ seed: 2, exitCode: 0, summary: 'met', lit: [] });
    expect(defectFaults(judged({ outcomes: [outcome(), missed] }), 4)).toEqual([
      'one: seed 2 is not caught by gme/a/x or gme/a/y, but exits 0 (met), lit: ',
    ]);
  });

  test('that breaks a MUST and is met all the same is a fault, advice is none', () => {
    const green = { exitCode: 0 };
    expect(defectFaults(judged({ outcomes: [outcome(green)] }), 4)).toHaveLength(1);
    const advice = outcome({ ...green, lit: [lit('gme/a/x', { level: 'SHOULD' })] });
    expect(defectFaults(judged({ outcomes: [advice] }), 4)).toEqual([]);
  });

  test('must not light half the catalogue', () => {
    const many = outcome({ lit: [lit('gme/a/x'), lit('gme/a/y'), lit('gme/a/z')] });
    expect(defectFaults(judged({ outcomes: [many] }), 2)).toHaveLength(1);
  });

  test('that is said to be invisible must be', () => {
    const invisible = { invisibleBecause: 'Nobody sees it.' };
    expect(defectFaults(judged(invisible), 4)).toHaveLength(1);
    expect(defectFaults(judged({ ...invisible, outcomes: [outcome({ lit: [] })] }), 4)).toEqual([]);
  });
});

test('an unusual receiver must be met with nothing lit or open', () => {
  expect(unusualFaults(outcome({ exitCode: 0, lit: [] }))).toEqual([]);
  expect(unusualFaults(outcome({ untestable: ['gme/a/z: why'] }))).toHaveLength(3);
});

test('a hostile target must not be met, nor break the harness', () => {
  const wrong = (mayBeMet: { readonly mayBeMetBecause?: string }): readonly number[] =>
    [0, 1, 2, 3, 4].filter(
      (exitCode) =>
        hostileFaults({
          name: 'odd',
          behaviour: 'Is odd.',
          outcomes: [outcome({ exitCode })],
          ...mayBeMet,
        }).length > 0,
    );
  expect(wrong({})).toEqual([0, 2]);
  expect(wrong({ mayBeMetBecause: 'Its receiver conforms.' })).toEqual([2]);
});

test('a check that nothing trips is told', () => {
  expect(unprovedChecks(['gme/a/x', 'gme/a/q'], [judged()])).toEqual(['gme/a/q']);
});

test('a check that says nothing for what it needs is proved by its own subject alone', () => {
  const outcomes = [outcome({ untestable: ['gme/a/q: says nothing while gme/a/x is not met'] })];
  expect(unprovedChecks(['gme/a/q'], [judged({ outcomes })])).toEqual(['gme/a/q']);
  expect(unprovedChecks(['gme/a/q'], [judged({ caughtBy: ['gme/a/q'], outcomes })])).toEqual([]);
});

describe('the document', () => {
  test('counts, escapes and names what was not caught', () => {
    const text = renderZoo({
      title: 'Service',
      seeds: 1,
      defects: [judged(), judged({ name: 'two', outcomes: [outcome({ lit: [] })] })],
      unusual: [
        { name: 'odd', trait: 'Is odd.', outcomes: [outcome({ exitCode: 0, lit: [] })] },
        { name: 'slow', trait: 'Is slow.', outcomes: [outcome({ exitCode: 3, lit: [] })] },
      ],
      hostile: [
        { name: 'dead', behaviour: 'Listens nowhere.', outcomes: [outcome({ exitCode: 4 })] },
      ],
      archives: [],
      unusualArchives: [],
      archiveFaults: [],
    });
    expect(text).toContain('2 conforming but unusual receivers: **1** with no check failed');
    expect(text).toContain('1 hostile targets: all end as they must');
    expect(text).toContain('each defect is caught, no unusual one gives an alarm');
    expect(text).toContain('2 receivers with one defect that shows from outside: 1 caught');
    expect(text).toContain('| `one` | Does one thing \\| wrong. | `gme/a/x` | 2 | 9 |');
    expect(text).toContain('| `two` | Does one thing \\| wrong. | **not caught** |  |  |');
    expect(text).toContain('| `dead` | Listens nowhere. | 4 |');
  });

  test.each([
    [[], 0],
    [[3], 3],
    [[1, 9], 1],
    [[9, 1, 4], 4],
  ])('the median of %j is %i', (numbers, middle) => {
    expect(median(numbers)).toBe(middle);
  });
});
