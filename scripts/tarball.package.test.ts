import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profiles } from '#harness/check.ts';

/**
 * The package as its users get it: packed, installed into an empty folder with nothing of this
 * repository in reach, then run, imported, type-checked and used from a vitest file.
 */

const exec = promisify(execFile);
const repository = join(import.meta.dirname, '..');
let folder: string;
let tarball: string;

/** Runs a command in the user's folder; a failure shows what it wrote. */
async function run(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await exec(command, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

async function versionOf(name: string): Promise<string> {
  const path = join(repository, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
  return `${name}@${version}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-package-'));
  await exec('npm', ['pack', '--pack-destination', folder], { cwd: repository });
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  tarball = join(folder, packed ?? 'npm pack wrote no tarball');
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }\n');
  const tools = await Promise.all(['typescript', 'vitest', '@types/node'].map(versionOf));
  // Users may refuse install scripts, so the package must work without them.
  const flags = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  await run('npm', 'install', ...flags, tarball, ...tools);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('ships code and declarations, neither tests nor tools', async () => {
  const files = (await readdir(join(folder, 'node_modules/soundcheck'), { recursive: true })).map(
    (name) => name.replaceAll('\\', '/'),
  );
  expect(files).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/index.d.ts', 'README.md']));
  const stray = /\.test[.-]|\.suite\.|(?<!\.d)\.ts$|^dist\/(?:bench|scripts|node_modules)\//;
  expect(files.filter((name) => stray.test(name))).toEqual([]);
});

test('has a manifest that publint finds nothing wrong with', async () => {
  const bytes = await readFile(tarball);
  const result = await publint({
    pack: { tarball: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) },
  });
  // Node does read "imports" of the nearest manifest, dist's own; the tests below would not load without.
  const messages = result.messages.filter(
    ({ code }) => code !== 'NESTED_PACKAGE_JSON_FIELD_IGNORED',
  );
  expect(messages.map((message) => formatMessage(message, result.pkg, { color: false }))).toEqual(
    [],
  );
});

test('runs as a command', async () => {
  expect(await run('npx', '--no-install', 'soundcheck', '--help')).toContain('certify');
});

test('certifies its embedded receiver and bucket', async () => {
  // A status other than 0 rejects, and the message carries the output.
  await run('npx', '--no-install', 'soundcheck', 'certify');
  const report = await readFile(join(folder, 'soundcheck-report/report.json'), 'utf8');
  expect(JSON.parse(report)).toMatchObject({
    verdict: 'met',
    exitCode: 0,
    profiles: Object.fromEntries(profiles.map((profile) => [profile, 'met'])),
  });
});

test('is imported by the names that its documentation gives', async () => {
  await writeFile(
    join(folder, 'use.js'),
    `import { certify, defineConfig } from 'soundcheck';
     import * as generators from 'soundcheck/generators';
     import * as gme from 'soundcheck/contracts/gme';
     import schema from 'soundcheck/reports/schema.json' with { type: 'json' };
     console.log(JSON.stringify({
       certify: typeof certify,
       defineConfig: typeof defineConfig,
       generators: Object.keys(generators).length > 0,
       gme: Object.keys(gme).length > 0,
       schema: typeof schema.$schema,
     }));`,
  );
  expect(JSON.parse(await run(process.execPath, '--no-warnings', 'use.js'))).toEqual({
    certify: 'function',
    defineConfig: 'function',
    generators: true,
    gme: true,
    schema: 'string',
  });
});

test.each(['NodeNext', 'Bundler'])(
  'type-checks strictly with %s resolution',
  async (resolution) => {
    await writeFile(
      join(folder, 'use.ts'),
      `import { certify, defineConfig } from 'soundcheck';
     import * as generators from 'soundcheck/generators';
     import * as gme from 'soundcheck/contracts/gme';
     import * as suites from 'soundcheck/vitest';
     type Known<T> = 0 extends 1 & T ? never : T;
     export const config: Known<ReturnType<typeof defineConfig>> = defineConfig({});
     export const run: (...args: never[]) => Promise<unknown> = certify;
     export { generators, gme, suites };`,
    );
    const options = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'ES2023',
      module: resolution === 'Bundler' ? 'ESNext' : resolution,
      moduleResolution: resolution,
      types: ['node'],
      // Only our own declarations are on trial: those of other packages are not.
      skipLibCheck: true,
    };
    const config = { compilerOptions: options, files: ['use.ts'] };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    expect(await run('npx', '--no-install', 'tsc', '-p', '.')).toBe('');
  },
);
