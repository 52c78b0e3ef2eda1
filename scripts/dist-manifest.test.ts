import { expect, test } from 'vitest';
import { assetsOf, distManifest } from './dist-manifest.ts';

test('sources of a folder resolve to their built twins', () => {
  expect(distManifest({ imports: { '#media/*.ts': './media/*.ts' } })).toEqual({
    type: 'module',
    imports: { '#media/*.ts': { types: './media/*.d.ts', default: './media/*.js' } },
  });
});

test('assets are the exports of dist without a condition', () => {
  const exports = {
    '.': { types: './dist/index.d.ts', default: './dist/index.js' },
    './reports/schema.json': './dist/reports/report.schema.json',
    './package.json': './package.json',
  };
  expect(assetsOf({ exports })).toEqual(['reports/report.schema.json']);
});
