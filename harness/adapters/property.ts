import fc from 'fast-check';
import type { ExperimentProperty } from '../check.ts';
import type { Experiment } from '../experiment.ts';

/** Shrinking stops after so many tries, however small their steps. */
const shrinkTriesMax = 200;

/**
 * Experiments from an arbitrary, addressed by fast-check's own paths: the same seed and path give the same one,
 * whether it was sampled or shrunk.
 * @param build Makes the experiment; its key must be the one given.
 */
export function createProperty<T>(
  arbitrary: fc.Arbitrary<T>,
  seed: number,
  build: (value: T, key: string) => Experiment,
): ExperimentProperty {
  const at = (path: string): Experiment | undefined => {
    const [value] = fc.sample(arbitrary, { seed, path, numRuns: 1 });
    return value === undefined ? undefined : build(value, `random:${path}`);
  };
  return {
    at,
    async shrink(path, fails, budgetMs) {
      let tries = 0;
      const property = fc.asyncProperty(arbitrary, async (value) => {
        tries += 1;
        // The key does not matter for trying, only for naming; the caller binds identifiers anew by path.
        return tries > shrinkTriesMax || !(await fails(build(value, `random:try${String(tries)}`)));
      });
      const details = await fc.check(property, {
        seed,
        path,
        numRuns: 1,
        interruptAfterTimeLimit: budgetMs,
        markInterruptAsFailure: false,
      });
      return details.counterexamplePath ?? path;
    },
  };
}
