/** The higher of two ranks; a value that is no rank is below all. */
export function joinRanked<T extends string>(ranks: readonly T[], a: T, b: T): T {
  return ranks.indexOf(a) >= ranks.indexOf(b) ? a : b;
}

/**
 * Both sets as one, each value once, in an order of its own: numbers ascending, then everything else by its JSON.
 * Values are the same when their JSON is.
 */
export function joinSets<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  const byText = new Map([...a, ...b].map((value) => [JSON.stringify(value), value]));
  return [...byText].sort(inOrder).map(([, value]) => value);
}

function inOrder(
  [textA, a]: readonly [string, unknown],
  [textB, b]: readonly [string, unknown],
): number {
  const [numberA, numberB] = [numberOf(a), numberOf(b)];
  return numberA === numberB ? compareTexts(textA, textB) : numberA - numberB;
}

/** What is no number comes behind all numbers. */
function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
}

/**
 * Both lists as one by a key, ascending; items of one key joined.
 * @param join Commutative, associative and idempotent, then so is this.
 */
export function joinBy<T>(
  a: readonly T[],
  b: readonly T[],
  keyOf: (item: T) => string,
  join: (one: T, other: T) => T,
): readonly T[] {
  const byKey = new Map<string, T>();
  for (const item of [...a, ...b]) {
    const key = keyOf(item);
    const known = byKey.get(key);
    byKey.set(key, known === undefined ? item : join(known, item));
  }
  return [...byKey].sort(([one], [other]) => compareTexts(one, other)).map(([, item]) => item);
}

/** By UTF-16 units, the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : 1;
}
