import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = import.meta.dirname;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-vitest-shards-'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(
    join(folder, 'vitest.config.mjs'),
    `export default {
      test: { include: ['*.suite.ts'], testTimeout: 60000, server: { deps: { inline: true } } },
      server: { fs: { strict: false } },
    };`,
  );
  // As suites/*.suite.ts are written, each with checks that take little time.
  for (const [name, only] of [
    ['first', 'gme/delivery/accepts-each-event'],
    ['second', 'gme/signature/refuses-wrong-key'],
  ] as const) {
    await writeFile(
      join(folder, `${name}.suite.ts`),
      `import { certifySuite } from ${JSON.stringify(join(root, 'vitest.ts'))};
       certifySuite('the ${name} suite', { service: 'gme', only: '${only}' });`,
    );
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs vitest as a user would, in the folder. */
async function vitest(...argv: readonly string[]): Promise<number | null> {
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...argv],
    {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder },
      stdio: 'ignore',
    },
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
}

interface VitestJson {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

it('suites are dealt by vitest --shard, and their blobs merge into one result', async () => {
  for (const shard of ['1/2', '2/2']) {
    const blob = `--outputFile.blob=blobs/${shard.replace('/', '-')}.json`;
    expect(await vitest(`--shard=${shard}`, '--reporter=blob', blob)).toBe(0);
  }
  expect(await readdir(join(folder, 'blobs'))).toHaveLength(2);
  expect(
    await vitest('--merge-reports=blobs', '--reporter=json', '--outputFile.json=merged.json'),
  ).toBe(0);
  const merged = JSON.parse(await readFile(join(folder, 'merged.json'), 'utf8')) as VitestJson;
  expect(merged.success).toBe(true);
  expect(merged.testResults.map(({ name }) => name.replace(/^.*\//u, '')).toSorted()).toEqual([
    'first.suite.ts',
    'second.suite.ts',
  ]);
  for (const { assertionResults } of merged.testResults) {
    const passed = assertionResults.filter(({ status }) => status === 'passed');
    expect(passed.map(({ title }) => title)).toContain('the run as a whole is met');
    expect(passed.length).toBe(assertionResults.length);
  }
}, 180_000);
