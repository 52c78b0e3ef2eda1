import { availableParallelism } from 'node:os';
import type { ViteUserConfig } from 'vitest/config';
import { chooseSeed } from './fast-check-seed.ts';

/**
 * The seed of this run, chosen and printed once: vitest loads its configuration anew for every
 * project, and the variable carries the choice from the first load to the others.
 */
function seedOfThisRun(): number {
  const asked = process.env['FAST_CHECK_SEED'];
  const seed = chooseSeed(process.env, () => (Math.random() * 2 ** 32) | 0);
  if (asked === undefined || asked === '') {
    process.env['FAST_CHECK_SEED'] = String(seed);
    process.stderr.write(`Properties run with seed ${seed}; FAST_CHECK_SEED=${seed} repeats it.\n`);
  }
  return seed;
}

/**
 * What every vitest project of this repository shares: nothing leaks from one test into the next,
 * no test passes without an assertion, and no test may rely on the order it stands in.
 */
export const base = {
  environment: 'node',
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
  expect: { requireAssertions: true },
  sequence: { shuffle: { files: true, tests: true } },
  // Generous: two workers share two cores with the servers that the tests start.
  testTimeout: 20_000,
  hookTimeout: 20_000,
  maxWorkers: Math.max(availableParallelism(), 2),
  provide: { fastCheckSeed: seedOfThisRun() },
  setupFiles: ['scripts/vitest/use-seed.ts'],
} satisfies ViteUserConfig['test'];

/** Folders that hold no tests of this repository. */
export const notOurs = ['**/node_modules/**', 'dist/**', '.stryker-tmp/**', 'soundcheck-report/**'];
