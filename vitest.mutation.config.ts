import { defineConfig } from 'vitest/config';
import { CountLoadFailures } from './scripts/mutation/count-load-failures.ts';
import { SlowLast } from './scripts/mutation/slow-last.ts';
import { scopes, slowTests } from './scripts/mutation/scopes.js';
import { base, notOurs } from './scripts/vitest/base.ts';

const scope = scopes[process.env['MUTATION_SCOPE'] ?? ''];

/** The tests that are run once a mutant, see stryker.config.js. One seed and one order: a mutant is killed or it is not. */
export default defineConfig({
  test: {
    ...base,
    // Endless loops are for Stryker to end: a test that had to wait for a core has noticed nothing.
    testTimeout: 600_000,
    provide: { fastCheckSeed: 1 },
    sequence: { shuffle: false, sequencer: SlowLast },
    reporters: [new CountLoadFailures()],
    include: [...(scope?.tests ?? [])],
    exclude: [...notOurs, ...slowTests],
  },
});
