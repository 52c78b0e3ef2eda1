import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';

/**
 * What vitest's JSON reporter says of one run, as far as it is counted here.
 *
 * @typedef {object} TestRun
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 */

/**
 * The closing line of a CI run, "N passed, N failed". A run that failed without a failed test (lint,
 * a file that does not load) counts one failure: the line must never look green when the run was not.
 *
 * @param {readonly TestRun[]} runs
 * @param {number} exitCode The CI script's.
 * @returns {string}
 */
export function closingLine(runs, exitCode) {
  const passed = runs.reduce((sum, run) => sum + run.numPassedTests, 0);
  const failedTests = runs.reduce((sum, run) => sum + run.numFailedTests, 0);
  const failed = exitCode === 0 ? failedTests : Math.max(failedTests, 1);
  return `${passed} passed, ${failed} failed`;
}

/**
 * @param {string} folder Holds one JSON result of vitest per run.
 * @returns {TestRun[]}
 */
function readRuns(folder) {
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

// `node scripts/ci-summary.js FOLDER EXIT_CODE`: plain JavaScript, because it reports even when
// nothing could be installed.
if (argv[1] === import.meta.filename && argv[2] !== undefined) {
  console.log(closingLine(readRuns(argv[2]), Number(argv[3])));
}
