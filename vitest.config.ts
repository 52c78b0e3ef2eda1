import { defineConfig } from 'vitest/config';
import { base, notOurs } from './scripts/vitest/base.ts';

/** Tests that need a process of their own kind; `unit` is every other `*.test.ts`. */
const special = {
  msw: '**/*.msw.test.ts',
  nock: '**/*.nock.test.ts',
  storage: '**/*.storage.test.ts',
  browser: '**/*.browser.test.ts',
  package: '**/*.package.test.ts',
};

/**
 * `npx vitest run`: the project's own tests and the suites. Against real storage servers:
 * `vitest.storage.config.ts`; in a real browser: `vitest.browser.config.ts`. msw and nock patch the same functions and break each other, so each
 * has its project, and `unit` has neither: there requests go over the wire.
 */
export default defineConfig({
  test: {
    ...base,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...notOurs, ...Object.values(special)],
        },
      },
      { extends: true, test: { name: 'msw', include: [special.msw], exclude: notOurs } },
      { extends: true, test: { name: 'nock', include: [special.nock], exclude: notOurs } },
      {
        extends: true,
        test: {
          name: 'suites',
          include: ['suites/**/*.suite.ts'],
          exclude: notOurs,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // After the others, whose load would show in answer times. Shuffling is the whole run's:
          // a suite whose order matters says so in its describe, { shuffle: false }.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: [special.package],
          exclude: notOurs,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // Builds, packs and installs: alone, so that it slows nobody's time-outs.
          sequence: { groupOrder: 2 },
        },
      },
    ],
    coverage: {
      include: ['{contracts,media,generators,harness,suites,reports,cli}/**/*.ts', '*.ts'],
      exclude: ['**/*.test.ts', '**/*.suite.ts', '*.config.ts'],
    },
  },
});
