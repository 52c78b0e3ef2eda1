import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopes } from './scripts/mutation/scopes.js';

const name = process.env['MUTATION_SCOPE'] ?? '';
const scope = scopes[name];
if (scope === undefined) {
  throw new Error(`MUTATION_SCOPE is none of ${Object.keys(scopes).join(', ')}: ${name}`);
}
/** Globs instead of the scope's own, to look at a part of it. */
const only = process.env['MUTATION_ONLY'] ?? '';
/** Where a run leaves its figures; ignored by git. */
const folder = join('reports', 'out', 'mutation');

/**
 * Mutation testing of one scope: `npm run mutation -- --scope NAME` runs it and writes docs/mutation.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate:
    only === ''
      ? [...scope.mutate]
      : [...only.split(','), ...scope.mutate.filter((glob) => glob.startsWith('!'))],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignorers.js'],
  ignorers: ['prose', 'sample'],
  coverageAnalysis: 'perTest',
  concurrency: Number(process.env['MUTATION_CONCURRENCY'] ?? 2),
  // Two cores are shared with whatever else runs: a slow answer is no endless loop, and must not count as one noticed.
  timeoutMS: 60_000,
  timeoutFactor: 4,
  dryRunTimeoutMinutes: 60,
  incremental: true,
  incrementalFile: join(folder, `${name}.incremental.json`),
  reporters: ['json', 'clear-text', 'progress-append-only'],
  jsonReporter: { fileName: join(folder, `${name}.json`) },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: join(tmpdir(), 'soundcheck-mutation'),
  ignorePatterns: ['dist', 'coverage', 'soundcheck-report', 'docs', 'reports/out'],
};
