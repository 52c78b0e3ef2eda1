/**
 * What mutation testing looks at, scope by scope: the files that are mutated, and the tests that must notice. The
 * tests are those that need no process, no sleep and no property of thousands of runs: a mutant costs their run.
 *
 * @typedef {{ readonly mutate: readonly string[], readonly tests: readonly string[] }} Scope
 */

/** Never mutated: tests, and what only tests use. */
const tests = ['!**/*.test.ts', '!**/*.test-*.ts', '!**/*.suite.ts'];

/** @type {Readonly<Record<string, Scope>>} */
export const scopes = {
  contracts: {
    mutate: [
      'contracts/**/*.ts',
      // Clauses are sentences about documents; reports and catalogue only print them.
      '!contracts/**/clauses*.ts',
      ...tests,
    ],
    tests: ['contracts/**/*.test.ts'],
  },
  media: {
    mutate: ['media/**/*.ts', ...tests],
    tests: ['media/**/*.test.ts'],
  },
  suites: {
    mutate: ['suites/**/*.ts', ...tests],
    tests: ['suites/**/*.test.ts'],
  },
  // What judges; what moves bytes and time has tests with sockets.
  harness: {
    mutate: [
      'harness/{judge,observation,redact,secret-pattern,verdict,waivers}.ts',
      'harness/state/**/*.ts',
      ...tests,
    ],
    tests: ['harness/*.test.ts', 'harness/state/**/*.test.ts'],
  },
};

/** Tests that are too slow to be run once a mutant. */
export const slowTests = [
  '**/*.long.test.ts',
  '**/*.property.test.ts',
  '**/flat-memory.test.ts',
  'harness/inspect-file.test.ts',
  // Every check in every reading, every archive and every damage of one: the golden lists notice sooner.
  'suites/**/registry.test.ts',
  'suites/**/archive-matrix.test.ts',
  'suites/**/archive-mutations.test.ts',
];
