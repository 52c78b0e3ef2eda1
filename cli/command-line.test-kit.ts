import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext } from 'vitest';
import type { RunningReceiver, StartableReceiver } from '#fixtures/receivers/gme/index.ts';
import type { RunResult } from '#harness/result.ts';

/** How a spawned command ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command under way. */
export interface Running {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  readonly ended: Promise<Ended>;
}

const root = join(import.meta.dirname, '..');

/** Spawns `soundcheck` as a user would: a process of its own, in a folder of its own, with nothing but `environment`. */
export function startCommand(
  cwd: string,
  argv: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  preload: readonly string[] = [],
): Running {
  const imports = [join(root, 'node_modules/tsx/dist/loader.mjs'), ...preload];
  const child = spawn(
    process.execPath,
    [...imports.flatMap((path) => ['--import', path]), join(root, 'cli.ts'), ...argv],
    {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
  });
  return { process: child, printed: () => out + err, ended };
}

/** Every file below a folder as text, by path. */
export async function filesBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const;
      }),
    ),
  );
}

/** A callback key that may stand in no output, in no encoding. */
export const canary = 'canary+key/0123456789==';

/** A folder of a user's and the receivers that run there; all gone when the test ends. */
export interface World {
  readonly folder: string;
  /** Starts a receiver; gives the flags that name it. An empty text leaves a flag out. */
  flagsFor(
    subject: StartableReceiver,
    over?: Readonly<Record<string, string>>,
  ): Promise<readonly string[]>;
  /** Runs a command to its end. The key is in `CALLBACK_KEY` unless the environment is another. */
  soundcheck(
    argv: readonly string[],
    environment?: Readonly<Record<string, string>>,
  ): Promise<Ended>;
  readReport(directory?: string): Promise<RunResult>;
  /** No output may hold the key, nor look like a fault of ours. */
  expectClean(ended: Ended): Promise<void>;
}

/** `onTestFinished` is that of the test's own context: tests that run side by side share no other. */
export async function openWorld({
  onTestFinished,
}: Pick<TestContext, 'onTestFinished'>): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'soundcheck-black-box-'));
  const receivers: RunningReceiver[] = [];
  onTestFinished(async () => {
    await Promise.all(receivers.map((receiver) => receiver.close()));
    await rm(folder, { recursive: true, force: true });
  });
  return {
    folder,
    async flagsFor(subject, over = {}) {
      const receiver = await subject.start({ secretKey: canary, onError: () => undefined });
      receivers.push(receiver);
      const flags = {
        'app-id': '1400000000',
        endpoint: receiver.endpoint,
        observe: receiver.observe,
        'secret-env': 'CALLBACK_KEY',
        ...over,
      };
      return Object.entries(flags).flatMap(([name, value]) =>
        value === '' ? [] : [`--${name}`, value],
      );
    },
    soundcheck: (argv, environment = { CALLBACK_KEY: canary }) =>
      startCommand(folder, argv, environment).ended,
    async readReport(directory = 'soundcheck-report') {
      const text = await readFile(join(folder, directory, 'report.json'), 'utf8');
      return JSON.parse(text) as RunResult;
    },
    async expectClean({ out, err }) {
      const spellings = [
        canary,
        encodeURIComponent(canary),
        Buffer.from(canary).toString('base64'),
        Buffer.from(canary).toString('hex'),
      ];
      const texts = new Map([['stdout', out], ['stderr', err], ...(await filesBelow(folder))]);
      const leaks = [...texts].filter(([, text]) => spellings.some((one) => text.includes(one)));
      expect(leaks.map(([path]) => path)).toEqual([]);
      expect(out + err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/mu);
    },
  };
}

/** The receiver of that name. */
export function subjectNamed(list: readonly StartableReceiver[], name: string): StartableReceiver {
  const found = list.find((subject) => subject.name === name);
  if (found === undefined) {
    throw new Error(`there is no receiver ${name}`);
  }
  return found;
}
