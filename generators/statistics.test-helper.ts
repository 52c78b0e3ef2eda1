import fc from 'fast-check';

/** Distributions are a fact of the generators, not of a run's seed. */
const seed = 20260809;

/** How large a share of generated values has each trait. */
export function shares<T>(
  arbitrary: fc.Arbitrary<T>,
  traitsOf: (value: T) => readonly string[],
  numRuns = 2000,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of fc.sample(arbitrary, { numRuns, seed })) {
    for (const trait of new Set(traitsOf(value))) {
      counts.set(trait, (counts.get(trait) ?? 0) + 1);
    }
  }
  return new Map([...counts].map(([trait, count]) => [trait, count / numRuns]));
}

/** The smallest value with a property that fast-check finds when that property is taken for a defect. */
export function shrunk<T>(arbitrary: fc.Arbitrary<T>, isDefect: (value: T) => boolean): T {
  const details = fc.check(
    fc.property(arbitrary, (value) => !isDefect(value)),
    { seed, numRuns: 2000 },
  );
  const value = details.counterexample?.[0];
  if (value === undefined) {
    throw new Error('No generated value has the property.');
  }
  return value;
}
