import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { importBlocks } from './import-blocks.js';
import { importTable } from './import-table.js';

const linter = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      plugins: { '@typescript-eslint': tseslint.plugin },
    },
    ...importBlocks,
  ],
});

/** What the table says about one line of code in a file, which need not exist. */
async function complaints(filePath: string, code: string): Promise<readonly string[]> {
  const [result] = await linter.lintText(code, { filePath });
  return result?.messages.map((message) => message.message) ?? ['not linted'];
}

/** A value import, a type import, a re-export or an `import()` of the same module. */
const spellings = {
  value: (from: string) => `import { x } from '${from}'; x();`,
  type: (from: string) => `import type { X } from '${from}'; export type Y = X;`,
  export: (from: string) => `export { x } from '${from}';`,
  dynamic: (from: string) => `export const x = import('${from}');`,
};

const forbidden: readonly (readonly [file: string, from: string])[] = [
  ['contracts/gme/callback.ts', 'node:fs'],
  ['contracts/gme/callback.ts', 'lossless-json'],
  ['contracts/gme/callback.ts', '#media/verdict.ts'],
  ['contracts/json.ts', 'node:crypto'],
  ['media/mp3/walk.ts', '#contracts/clause.ts'],
  ['media/mp3/walk.ts', 'node:fs/promises'],
  ['generators/gme/session.ts', '#harness/run.ts'],
  ['generators/gme/session.ts', 'undici'],
  ['harness/run.ts', '#suites/gme/index.ts'],
  ['harness/run.ts', '#generators/index.ts'],
  ['harness/run.ts', 'undici'],
  ['harness/deliver/pool.ts', 'undici'],
  ['harness/adapters/http.ts', 'ajv'],
  ['harness/adapters/http.ts', '#generators/index.ts'],
  ['harness/buckets/s3.ts', '@aws-sdk/client-s3'],
  ['suites/gme/signature.ts', '#reports/json.ts'],
  ['suites/gme/signature.ts', '#fixtures/receivers/reference.ts'],
  ['suites/gme/signature.ts', 'node:http'],
  ['reports/junit.ts', '#suites/registry.ts'],
  ['reports/junit.ts', 'node:fs'],
  ['fixtures/receivers/reference/server.ts', '#harness/run.ts'],
  ['fixtures/receivers/reference/server.ts', 'undici'],
  ['cli.ts', 'ajv'],
  ['cli/certify.ts', 'vite'],
  ['vitest.ts', 'msw'],
  ['index.ts', 'prettier'],
];

const allowed: readonly (readonly [file: string, from: string])[] = [
  ['contracts/gme/signature.ts', 'node:crypto'],
  ['contracts/gme/signature.ts', '../clause.ts'],
  ['contracts/json.ts', 'lossless-json'],
  ['media/mp3/walk.ts', 'node:buffer'],
  ['generators/gme/session.ts', 'fast-check'],
  ['generators/gme/session.ts', '#contracts/gme/recording-rules.ts'],
  ['generators/gme/archive.ts', '#media/mp3/write.ts'],
  ['harness/run.ts', 'node:fs/promises'],
  ['harness/run.ts', '#contracts/json.ts'],
  ['harness/observe/media.ts', '#media/mp3/walk.ts'],
  ['harness/adapters/http.ts', 'fluent-ffmpeg'],
  ['harness/buckets/s3.ts', 'aws4fetch'],
  ['suites/gme/signature.ts', '#contracts/gme/signature.ts'],
  ['suites/gme/signature.ts', '#generators/gme/forgery.ts'],
  ['suites/gme/signature.ts', '#harness/check.ts'],
  ['reports/junit.ts', 'xmlbuilder2'],
  ['fixtures/receivers/reference/server.ts', 'node:http'],
  ['fixtures/archives/truncated.ts', '#generators/gme/archive.ts'],
  ['cli.ts', 'commander'],
  ['cli/certify.ts', '../index.ts'],
  ['index.ts', '#fixtures/receivers/reference/server.ts'],
];

describe.each(Object.entries(spellings))('as %s', (_, spell) => {
  test.each(forbidden)('%s must not import %s', async (file, from) => {
    expect(await complaints(file, spell(from))).toEqual([
      expect.stringMatching(/may import only .+\. [A-Z].+\.$/),
    ]);
  });

  test.each(allowed)('%s may import %s', async (file, from) => {
    expect(await complaints(file, spell(from))).toEqual([]);
  });
});

describe('types only', () => {
  const typesOnly = [
    ['harness/run.ts', '#contracts/clause.ts'],
    ['harness/adapters/http.ts', '#contracts/gme/index.ts'],
    ['reports/junit.ts', '#harness/result.ts'],
    ['reports/junit.ts', '#contracts/clause.ts'],
  ] as const;

  test.each(typesOnly)('%s may use the types of %s', async (file, from) => {
    expect(await complaints(file, spellings.type(from))).toEqual([]);
  });

  test.each(typesOnly)('%s must not run %s', async (file, from) => {
    const expected = [expect.stringMatching(/may import only .+ and types of /)];
    expect(await complaints(file, spellings.value(from))).toEqual(expected);
    expect(await complaints(file, spellings.export(from))).toEqual(expected);
    expect(await complaints(file, spellings.dynamic(from))).toEqual(expected);
  });
});

test.each([
  ['media/verdict.ts', '../contracts/clause.ts'],
  ['media/mp3/walk.ts', '../../contracts/clause.ts'],
  ['harness/buckets/s3/list.ts', '../../../index.ts'],
  ['fixtures/receivers/reference/deep/er.ts', '../../../../suites/registry.ts'],
  ['media/verdict.test.ts', './../fixtures/x.ts'],
])('%s must not leave its folder by %s', async (file, from) => {
  expect(await complaints(file, spellings.value(from))).toEqual([
    expect.stringContaining('import across folders as #folder/file.ts'),
  ]);
});

test.each([
  ['contracts/gme/callback.ts', 'export const now = Date.now();'],
  ['generators/gme/session.ts', 'export const x = Math.random();'],
  ['suites/gme/signature.ts', 'export const now = new Date();'],
  ['media/mp3/walk.ts', 'export const debug = process.env;'],
  ['reports/json.ts', 'setTimeout(() => {}, 1);'],
])('%s is pure: no %s', async (file, code) => {
  expect(await complaints(file, code)).toEqual([expect.stringContaining('This folder is pure')]);
});

test.each(['harness/run.test.ts', 'reports/samples.test-data.ts', 'suites/gme/all.suite.ts'])(
  '%s composes freely',
  async (file) => {
    expect(await complaints(file, spellings.value('#fixtures/receivers/x.ts'))).toEqual([]);
    expect(await complaints(file, spellings.value('vitest'))).toEqual([]);
  },
);

test('every row of the table has a planted violation', () => {
  const planted = new Set(forbidden.map(([file]) => file.split('/')[0]));
  const folders = importTable.flatMap((row) => row.files.map((glob) => glob.split('/')[0]));
  expect(folders.filter((folder) => !planted.has(folder))).toEqual([]);
});

test('the configuration of the repository holds the table', async () => {
  const config: unknown = await new ESLint().calculateConfigForFile('harness/errors.ts');
  expect(config).toMatchObject({
    rules: {
      '@typescript-eslint/no-restricted-imports': [2, expect.anything()],
      'no-restricted-imports': [2, expect.anything()],
    },
  });
});
