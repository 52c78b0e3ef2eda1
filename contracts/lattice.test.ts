import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBy, joinRanked, joinSets } from './lattice.ts';

const ranks = ['low', 'middle', 'high'] as const;
const sets = fc.array(fc.oneof(fc.nat(20), fc.string({ maxLength: 2 }), fc.constant('5')));
const scores = fc
  .array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), rank: fc.constantFrom(...ranks) }))
  .map((items) => joinScores(items, []));

interface Score {
  readonly name: string;
  readonly rank: (typeof ranks)[number];
}

function joinScores(a: readonly Score[], b: readonly Score[]): readonly Score[] {
  return joinBy(
    a,
    b,
    ({ name }) => name,
    (one, other) => ({ name: one.name, rank: joinRanked(ranks, one.rank, other.rank) }),
  );
}

describe('joinRanked', () => {
  it('takes the higher one', () => {
    expect(joinRanked(ranks, 'low', 'high')).toBe('high');
    expect(joinRanked(ranks, 'middle', 'low')).toBe('middle');
  });
});

describe('joinSets', () => {
  it('sorts numbers by value, then texts, and keeps 5 and "5" apart', () => {
    expect(joinSets<unknown>([10, 'b', 5], ['a', 5, 9, '5'])).toEqual([5, 9, 10, '5', 'a', 'b']);
    expect(joinSets([{ a: 1 }], [{ a: 1 }])).toEqual([{ a: 1 }]);
  });

  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(sets, sets, sets, (a, b, c) => {
        expect(joinSets(a, b)).toEqual(joinSets(b, a));
        expect(joinSets(joinSets(a, b), c)).toEqual(joinSets(a, joinSets(b, c)));
        expect(joinSets(joinSets(a, b), joinSets(a, b))).toEqual(joinSets(a, b));
      }),
    );
  });
});

describe('joinBy', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(scores, scores, scores, (a, b, c) => {
        expect(joinScores(a, b)).toEqual(joinScores(b, a));
        expect(joinScores(joinScores(a, b), c)).toEqual(joinScores(a, joinScores(b, c)));
        expect(joinScores(a, a)).toEqual(a);
      }),
    );
  });
});
