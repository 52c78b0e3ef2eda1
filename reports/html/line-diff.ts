/** Above this product of line counts the lines are not compared: the work grows with it. */
const cellsMax = 250_000;

/** Which lines of two texts have no counterpart in the other, by a longest common subsequence. */
export interface LineDiff {
  /** Indices into the first text. */
  readonly onlyFirst: ReadonlySet<number>;
  /** Indices into the second text. */
  readonly onlySecond: ReadonlySet<number>;
}

/** Compares line by line; texts too long to compare come back as if they were equal. */
export function diffLines(first: readonly string[], second: readonly string[]): LineDiff {
  const onlyFirst = new Set(first.keys());
  const onlySecond = new Set(second.keys());
  if (first.length * second.length > cellsMax) {
    return { onlyFirst: new Set(), onlySecond: new Set() };
  }
  const common = commonTails(first, second);
  let i = 0;
  let j = 0;
  while (i < first.length && j < second.length) {
    if (first[i] === second[j]) {
      onlyFirst.delete(i++);
      onlySecond.delete(j++);
    } else if (at(common, i + 1, j) >= at(common, i, j + 1)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return { onlyFirst, onlySecond };
}

/** Lengths of the longest common subsequences of `first` from i and `second` from j. */
function commonTails(first: readonly string[], second: readonly string[]): readonly number[][] {
  const table = Array.from({ length: first.length + 1 }, () =>
    Array<number>(second.length + 1).fill(0),
  );
  for (let i = first.length - 1; i >= 0; i -= 1) {
    for (let j = second.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row !== undefined) {
        row[j] =
          first[i] === second[j]
            ? 1 + at(table, i + 1, j + 1)
            : Math.max(at(table, i + 1, j), at(table, i, j + 1));
      }
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}
