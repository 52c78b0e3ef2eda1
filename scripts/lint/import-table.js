import { readFileSync } from 'node:fs';

/**
 * Who may import whom. One row per folder; a later row replaces an earlier one for the files that
 * both name. Names ending in `/` or `:` stand for everything below; imports within a folder are
 * relative and always free, except that they may not leave their top-level folder.
 *
 * @typedef {object} Row
 * @property {string} name What the message calls these files.
 * @property {string[]} files
 * @property {string[]} may Imported as values or types.
 * @property {string[]} [mayTypes] Imported as types only.
 * @property {string} remedy What to do instead, one sentence.
 * @property {true} [pure] No clock, no randomness, no environment, no timers either.
 */

/**
 * @returns {{ dependencies: Record<string, string>, peerDependencies?: Record<string, string> }}
 */
function readManifest() {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
}

const manifest = readManifest();
const runtimePackages = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

const harness = {
  may: ['#contracts/json.ts', '#media/', 'node:'],
  mayTypes: ['#contracts/'],
};

/** @type {Row[]} */
export const importTable = [
  {
    name: 'contracts/',
    files: ['contracts/**/*.ts'],
    pure: true,
    may: ['node:crypto', 'node:buffer'],
    remedy: 'A contract is pure: pass what it needs as an argument.',
  },
  {
    name: 'contracts/json.ts',
    files: ['contracts/json.ts'],
    pure: true,
    may: ['lossless-json'],
    remedy: 'It is the one lossless JSON reader and nothing else.',
  },
  {
    name: 'media/',
    files: ['media/**/*.ts'],
    pure: true,
    may: ['node:buffer'],
    remedy: 'A parser sees bytes only: read files in harness/.',
  },
  {
    name: 'media/hls/strict-reading.ts',
    files: ['media/hls/strict-reading.ts'],
    pure: true,
    may: ['hls-parser'],
    remedy: 'It asks the one kept reader of playlists and nothing else.',
  },
  {
    name: 'generators/',
    files: ['generators/**/*.ts'],
    pure: true,
    may: ['#contracts/', '#media/', 'fast-check', 'node:buffer', 'node:crypto'],
    remedy: 'What a service promises belongs to contracts/, what acts on a target to harness/.',
  },
  {
    name: 'harness/',
    files: ['harness/**/*.ts'],
    ...harness,
    remedy:
      'The harness knows no rules of a service: take them as a parameter. Packages go behind an interface in harness/adapters/ or harness/buckets/.',
  },
  {
    name: 'harness/adapters/ and harness/buckets/',
    files: ['harness/adapters/**/*.ts', 'harness/buckets/**/*.ts'],
    may: [...harness.may, ...runtimePackages],
    mayTypes: harness.mayTypes,
    remedy:
      'A package must stand in "dependencies" of package.json; rules of a service come as a parameter.',
  },
  {
    name: 'suites/',
    files: ['suites/**/*.ts'],
    pure: true,
    may: ['#contracts/', '#generators/', '#harness/', '#media/'],
    remedy:
      'A check is data and a pure function: I/O belongs to harness/, generated worlds to generators/, test subjects to fixtures/.',
  },
  {
    name: 'reports/',
    files: ['reports/**/*.ts'],
    pure: true,
    may: ['xmlbuilder2'],
    mayTypes: ['#harness/', '#contracts/'],
    remedy: 'A renderer is a pure function of the run result: writing files belongs to cli/.',
  },
  {
    name: 'fixtures/',
    files: ['fixtures/**/*.ts'],
    may: ['#contracts/', '#generators/', '#media/', 'node:'],
    remedy:
      'A test subject is independent of the harness that judges it; what both need belongs to contracts/.',
  },
  {
    name: 'the entry points (cli.ts, cli/, index.ts, vitest.ts)',
    files: ['cli.ts', 'cli/**/*.ts', 'index.ts', 'vitest.ts'],
    may: ['#', 'node:', ...runtimePackages],
    remedy: 'A package must stand in "dependencies" of package.json.',
  },
];

/** Tests, their helpers and the vitest entries compose freely; everything else obeys its row. */
export const exemptFiles = ['**/*.test.ts', '**/*.test-*.ts', 'suites/**/*.suite.ts'];
