/** The higher of two ranks. */
export function joinRanked<T extends string>(ranks: readonly T[], a: T, b: T): T {
  return ranks.indexOf(a) >= ranks.indexOf(b) ? a : b;
}

/**
 * Both sets as one, each value once, in an order of its own: numbers and texts ascending, numbers before texts, other
 * values by their JSON. Values are the same when their JSON is.
 */
export function joinSets<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const byText = new Map([...a, ...b].map((value) => [JSON.stringify(value), value]));
  return [...byText].sort(byValue).map(([, value]) => value);
}

function byValue(
  [textA, a]: readonly [string, unknown],
  [textB, b]: readonly [string, unknown],
): number {
  if (typeof a === 'number' || typeof b === 'number') {
    return typeof a === 'number' && typeof b === 'number' ? a - b : typeof a === 'number' ? -1 : 1;
  }
  return textA < textB ? -1 : 1;
}

/** Both lists as one by name, ascending; those of one name joined. */
export function joinItems<T extends { readonly name: string }>(
  a: readonly T[],
  b: readonly T[],
  join: (one: T, other: T) => T,
): readonly T[] {
  const byName = new Map<string, T>();
  for (const item of [...a, ...b]) {
    const known = byName.get(item.name);
    byName.set(item.name, known === undefined ? item : join(known, item));
  }
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
