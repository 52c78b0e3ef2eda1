import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines } from './line-diff.ts';

const linesOf = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

describe('diffLines', () => {
  it('marks what the other text does not have', () => {
    const { onlyFirst, onlySecond } = diffLines(['{', 'F1', 'F2', '}'], ['{', 'F1', '}', 'x']);
    expect([...onlyFirst]).toEqual([2]);
    expect([...onlySecond]).toEqual([3]);
  });

  it('leaves the same lines in the same order when the marked ones are taken out', () => {
    fc.assert(
      fc.property(linesOf, linesOf, (first, second) => {
        const { onlyFirst, onlySecond } = diffLines(first, second);
        expect(first.filter((_, index) => !onlyFirst.has(index))).toEqual(
          second.filter((_, index) => !onlySecond.has(index)),
        );
      }),
    );
  });

  it('marks nothing in equal texts and nothing in texts too long to compare', () => {
    fc.assert(
      fc.property(linesOf, (lines) => {
        expect(diffLines(lines, lines).onlyFirst.size).toBe(0);
      }),
    );
    const long = Array.from({ length: 600 }, (_, index) => String(index));
    expect(diffLines(long, long.toReversed()).onlyFirst.size).toBe(0);
  });
});
