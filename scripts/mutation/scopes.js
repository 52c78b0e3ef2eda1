/**
 * What mutation testing looks at, scope by scope: the files that are mutated, the tests that must notice, and one of how
 * many functions is tried where nobody asks for another share. The tests are those that need no process, no sleep and no
 * property of thousands of runs: a mutant costs their run.
 *
 * @typedef {{ readonly mutate: readonly string[], readonly tests: readonly string[], readonly sample: number }} Scope
 */

/** Never mutated: tests, and what only tests use. Clauses are sentences about documents, which are only printed. */
const left = ['!**/*.test.ts', '!**/*.test-*.ts', '!**/*.suite.ts', '!contracts/**/clauses*.ts'];

/** Formats other than MP3. */
const containers = ['aac', 'h264', 'hls', 'mp4', 'ts'];

/** @param {string} service @param {number} sample @returns {Scope} */
function contractsOf(service, sample) {
  return {
    mutate: [`contracts/${service}/**/*.ts`, ...left],
    tests: [`contracts/${service}/**/*.test.ts`],
    sample,
  };
}

/** @param {string} service @returns {Scope} */
function suitesOf(service) {
  return {
    mutate: [`suites/${service}/**/*.ts`, ...left],
    tests: ['suites/*.test.ts', `suites/${service}/**/*.test.ts`],
    sample: 24,
  };
}

/** @type {Readonly<Record<string, Scope>>} */
export const scopes = {
  contracts: {
    mutate: ['contracts/*.ts', 'contracts/gme/**/*.ts', ...left],
    tests: ['contracts/*.test.ts', 'contracts/gme/**/*.test.ts'],
    sample: 1,
  },
  'contracts-trtc': contractsOf('trtc', 8),
  'contracts-sparkrtc': contractsOf('sparkrtc', 6),
  media: {
    mutate: ['media/*.ts', 'media/mp3/**/*.ts', ...left],
    tests: ['media/**/*.test.ts'],
    sample: 8,
  },
  'media-video': {
    mutate: [...containers.map((format) => `media/${format}/**/*.ts`), ...left],
    tests: ['media/**/*.test.ts'],
    sample: 12,
  },
  suites: {
    mutate: [
      ...['gme', 'kit', 'claims', 'oracles'].map((folder) => `suites/${folder}/**/*.ts`),
      ...left,
    ],
    tests: ['suites/*.test.ts', ...['gme', 'oracles'].map((each) => `suites/${each}/**/*.test.ts`)],
    sample: 12,
  },
  'suites-trtc': suitesOf('trtc'),
  'suites-sparkrtc': suitesOf('sparkrtc'),
  'suites-archive': {
    mutate: ['suites/archive/**/*.ts', ...left],
    tests: ['suites/**/*.test.ts'],
    sample: 2,
  },
  // What judges; what moves bytes and time has tests with sockets.
  harness: {
    mutate: [
      'harness/{judge,observation,redact,secret-pattern,verdict,waivers}.ts',
      'harness/state/**/*.ts',
      ...left,
    ],
    tests: ['harness/*.test.ts', 'harness/state/**/*.test.ts'],
    sample: 6,
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
