import { defineConfig } from 'vitest/config';
import { base, notOurs } from './scripts/vitest/base.ts';

/** `npm run test:browser`: the pages in a real Chromium, which must be installed (`scripts/install-browser.sh`). */
export default defineConfig({
  test: {
    ...base,
    name: 'browser',
    include: ['**/*.browser.test.ts'],
    exclude: notOurs,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
