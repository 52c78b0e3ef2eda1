import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Test files that take seconds, or read many files: behind the others, which have mostly noticed a mutant by then. */
const slow =
  /(?:proof|archive-findings|archive-generated|compare|experiments|inspector|recipes|recognition)\.test\.ts$/u;

/** Runs fast test files first; the order of the rest is that of their names. */
export class SlowLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): string =>
      `${slow.test(moduleId) ? '1' : '0'} ${moduleId}`;
    return files.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
  }
}
