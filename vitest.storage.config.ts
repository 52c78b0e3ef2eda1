import { defineConfig } from 'vitest/config';
import { base, notOurs } from './scripts/vitest/base.ts';

/** `npm run test:storage`: the bucket adapters against real storage servers, which must be installed. */
export default defineConfig({
  test: {
    ...base,
    name: 'storage',
    include: ['**/*.storage.test.ts'],
    exclude: notOurs,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
