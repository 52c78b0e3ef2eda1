import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requireKnownChecks, readWaivers } from '#harness/waivers.ts';
import { defects } from '#fixtures/receivers/gme/index.ts';
import { allChecks } from '../cli/checks.ts';
import { fencesOf, missingLine, type Fence } from './docs/fences.ts';

/**
 * What the documents show is run: blocks marked `sh test` as they are printed, with the exit code of `exit=` and
 * against the defective receiver of `receiver=`; the block `text output` after one is compared with what was printed;
 * blocks marked `check=types` are compiled, `check=waivers` read.
 */

const exec = promisify(execFile);
const repository = join(import.meta.dirname, '..');
const secretKey = 'key-of-the-documents-0123456789';
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'docs/audit-a-bucket.md',
  'docs/certify.md',
  'docs/gate.md',
  'docs/observation.md',
  'docs/reading-a-report.md',
  'docs/waive.md',
];
let tools: string;

/** A folder with an `npx` that runs this working tree. */
async function prepareTools(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-documents-'));
  const tsx = join(repository, 'node_modules/tsx/dist/loader.mjs');
  const lines = [
    '#!/bin/sh',
    '[ "$1" = soundcheck ] || { echo "unexpected: npx $*" >&2; exit 99; }',
    'shift',
    `exec '${process.execPath}' --import 'file://${tsx}' '${join(repository, 'cli.ts')}' "$@"`,
  ];
  await writeFile(join(folder, 'npx'), `${lines.join('\n')}\n`);
  await chmod(join(folder, 'npx'), 0o755);
  return folder;
}

interface Ended {
  readonly exitCode: number;
  readonly output: string;
}

async function runShell(script: string, cwd: string): Promise<Ended> {
  const env = {
    PATH: `${tools}${delimiter}${process.env['PATH'] ?? ''}`,
    HOME: cwd,
    GME_CALLBACK_KEY: secretKey,
  };
  try {
    const { stdout, stderr } = await exec('bash', ['--norc', '-euo', 'pipefail', '-c', script], {
      cwd,
      env,
    });
    return { exitCode: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code?: unknown; stdout: string; stderr: string };
    return { exitCode: Number(code), output: stdout + stderr };
  }
}

/** Runs a block, its receiver in place of the one at port 8080. */
async function runBlock({ marks, text }: Fence, cwd: string): Promise<Ended> {
  const name = marks.get('receiver');
  if (name === undefined) {
    return runShell(text, cwd);
  }
  const subject = defects.find((candidate) => candidate.name === name);
  if (subject === undefined) {
    throw new Error(`there is no defective receiver ${name}`);
  }
  const receiver = await subject.start({ secretKey });
  try {
    const { origin } = new URL(receiver.endpoint);
    return await runShell(text.replaceAll('http://127.0.0.1:8080', origin), cwd);
  } finally {
    await receiver.close();
  }
}

const blocks = await Promise.all(
  documents.map(async (path) => ({
    path,
    fences: fencesOf(await readFile(join(repository, path), 'utf8')),
  })),
);

beforeAll(async () => {
  tools = await prepareTools();
});
afterAll(() => rm(tools, { recursive: true, force: true }));

for (const { path, fences } of blocks) {
  describe(path, { shuffle: false }, () => {
    let cwd: string;
    beforeAll(async () => {
      cwd = join(tools, path.replaceAll('/', '-'));
      await mkdir(cwd);
    });

    for (const [index, fence] of fences.entries()) {
      if (fence.marks.has('test')) {
        test(`the commands at line ${String(fence.line)} do as printed`, async () => {
          const { exitCode, output } = await runBlock(fence, cwd);
          expect(exitCode, output).toBe(Number(fence.marks.get('exit') ?? 0));
          const next = fences[index + 1];
          const example = next?.marks.has('output') === true ? next.text : '';
          expect(missingLine(example, output), output).toBeUndefined();
        });
      }
    }

    test('no output stands without its command', () => {
      const lonely = fences.filter(
        ({ marks }, index) => marks.has('output') && fences[index - 1]?.marks.has('test') !== true,
      );
      expect(lonely).toEqual([]);
    });
  });
}

const checked = (kind: string): readonly Fence[] =>
  blocks.flatMap(({ fences }) => fences.filter(({ marks }) => marks.get('check') === kind));

test('the TypeScript examples compile', async () => {
  // Below node_modules, so that the examples find the packages that a user's project has.
  const folder = await mkdtemp(join(repository, 'node_modules/.documents-'));
  try {
    const examples = checked('types');
    expect(examples.length).toBeGreaterThan(2);
    await Promise.all(
      examples.map(({ text }, index) => writeFile(join(folder, `${String(index)}.ts`), text)),
    );
    await writeFile(
      join(folder, 'app.ts'),
      `export declare function startApp(options: { callbackKey: string }):
         Promise<{ url: string; close(): Promise<void> }>;\n`,
    );
    const paths = {
      soundcheck: ['index.ts'],
      'soundcheck/vitest': ['vitest.ts'],
      'soundcheck/generators': ['generators/index.ts'],
      'soundcheck/contracts/gme': ['contracts/gme/index.ts'],
      'soundcheck/contracts/trtc': ['contracts/trtc/index.ts'],
      'soundcheck/contracts/sparkrtc': ['contracts/sparkrtc/index.ts'],
    };
    const absolute = Object.entries(paths).map(([name, [file = '']]) => [
      name,
      [join(repository, file)],
    ]);
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { paths: Object.fromEntries(absolute) as Record<string, string[]> },
      include: ['*.ts'],
      exclude: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    const ended = await exec(process.execPath, [tsc, '-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(ended.stdout).toBe('');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('the waivers example is a waivers file', () => {
  const examples = checked('waivers');
  expect(examples.length).toBeGreaterThan(0);
  for (const { text } of examples) {
    const expires = /"expires": "([\d-]+)"/u.exec(text)?.[1] ?? '';
    const waivers = readWaivers(text, 'the example', new Date(`${expires}T00:00:00Z`));
    requireKnownChecks(waivers, allChecks());
  }
});
