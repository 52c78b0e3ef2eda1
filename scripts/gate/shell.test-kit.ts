import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'vitest';

/** The repository. */
export const root = join(import.meta.dirname, '../..');

/** How a shell script ended. */
export interface ShellEnd {
  readonly code: number | null;
  readonly output: string;
}

/** A runner's folder, whose `npx` runs this repository's command line and writes down what it was called with. */
export interface Runner {
  readonly folder: string;
  /** Runs a script of bash as a job would. */
  run(script: string, environment?: Readonly<Record<string, string>>): Promise<ShellEnd>;
}

/** A runner of its own for one test. */
export async function startRunner({
  onTestFinished,
}: Pick<TestContext, 'onTestFinished'>): Promise<Runner> {
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-gate-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bin = join(folder, '.bin');
  await mkdir(bin);
  const stub = [
    '#!/usr/bin/env bash',
    `echo "$*" >> ${JSON.stringify(join(folder, 'npx.log'))}`,
    'case "$1 $2" in "--yes soundcheck"*) shift 2 ;; *) exit 99 ;; esac',
    `exec ${JSON.stringify(process.execPath)} --import ${JSON.stringify(join(root, 'node_modules/tsx/dist/loader.mjs'))} ${JSON.stringify(join(root, 'cli.ts'))} "$@"`,
  ];
  await writeFile(join(bin, 'npx'), `${stub.join('\n')}\n`);
  await chmod(join(bin, 'npx'), 0o755);
  return {
    folder,
    run: (script, environment = {}) =>
      new Promise((resolve, reject) => {
        const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
        const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
          cwd: folder,
          env: { PATH: path, HOME: folder, ...environment },
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        let output = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
        child.on('error', reject);
        child.on('close', (code) => {
          resolve({ code, output });
        });
      }),
  };
}
