import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ServiceName } from '#contracts/clause.ts';
import type { World, WorldCallback, WorldMaker } from '#generators/world.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { loadRule } from './rule.ts';
import { serviceOf } from './services.ts';
import { writeObjects } from './write-world.ts';

/** Options of `soundcheck simulate`, as texts. */
export interface SimulateOptions {
  readonly out: string;
  readonly seed: string;
  /** Default: as for every command. */
  readonly service?: ServiceName;
  /** Default: the application of the service's reference receiver. */
  readonly appId?: string;
  readonly scope: 'single' | 'mixed' | 'both';
  readonly dialect?: readonly string[];
  readonly rule?: string;
  readonly secretEnv?: string;
}

/**
 * Writes a generated world: `callbacks.ndjson` (one object a line: when, which file, body as sent, other headers that
 * go with it, signature when a key is named), `session.json` and `bucket/` with real media files. The same seed writes
 * the same bytes.
 * @returns what was written, for people.
 * @throws SoundcheckError USAGE for options, CONFIGURATION where the folder is not empty.
 */
export async function simulate(
  options: SimulateOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const seed = readSeed(options.seed);
  const secretKey = readSecret(options.secretEnv, environment);
  const { suite, worlds, reference } = serviceOf(options.service);
  const { scope, appId = reference.appId } = options;
  const dialects = (options.dialect ?? []).flatMap((names) => names.split(','));
  const fault = suite.configurationFault(appId, dialects);
  if (fault !== null) {
    throw new SoundcheckError('USAGE', fault.message, fault.hint);
  }
  const rule = await loadRule(options.rule, suite);
  const folder = resolve(options.out);
  await requireEmpty(folder);
  const world = worlds.sample(seed, { appId, scope, dialects, rule });
  await writeWorld(folder, world, worlds, secretKey);
  return (
    `${String(world.callbacks.length)} callbacks, ${String(world.objects.length)} objects, ` +
    `${String(world.taskCount)} recording tasks in ${folder}\n`
  );
}

async function writeWorld(
  folder: string,
  world: World,
  worlds: WorldMaker,
  secretKey: string | null,
): Promise<void> {
  const lines = world.callbacks.map((callback) => lineOf(callback, worlds, secretKey));
  await writeFile(join(folder, 'callbacks.ndjson'), lines.join(''));
  await writeFile(join(folder, 'session.json'), `${JSON.stringify(world.session, null, 2)}\n`);
  await writeObjects(join(folder, 'bucket'), world.objects);
}

/** One line of `callbacks.ndjson`; `headers` are those beside content type and signature, where there are any. */
function lineOf(
  { occurredAtMs, file, body, headers }: WorldCallback,
  { signatureHeader }: WorldMaker,
  secretKey: string | null,
): string {
  const { [signatureHeader]: signature, ...others } = headers(secretKey);
  const line = {
    occurredAt: new Date(occurredAtMs).toISOString(),
    file,
    body: Buffer.from(body).toString('utf8'),
    ...(Object.keys(others).length === 0 ? {} : { headers: others }),
    ...(signature === undefined ? {} : { signature }),
  };
  return `${JSON.stringify(line)}\n`;
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (!/^\d{1,10}$/u.test(text) || seed > 2 ** 31 - 1) {
    throw new SoundcheckError(
      'USAGE',
      '--seed is not a whole number',
      'Give one from 0 to 2147483647.',
    );
  }
  return seed;
}

/** The key in the named variable; null where none is named. */
function readSecret(
  name: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  if (name === undefined) {
    return null;
  }
  const secret = environment[name];
  if (secret === undefined || secret === '') {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the environment variable ${name} (--secret-env) is not set`,
      'Set it, or leave --secret-env out for unsigned callbacks.',
    );
  }
  return secret;
}

async function requireEmpty(folder: string): Promise<void> {
  const entries = await listFolder(folder);
  if (entries.length > 0) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the folder ${folder} is not empty`,
      'Name a new folder with --out; nothing is overwritten.',
    );
  }
}

async function listFolder(folder: string): Promise<readonly string[]> {
  try {
    await mkdir(folder, { recursive: true });
    return await readdir(folder);
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the folder ${folder} cannot be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name a folder that can be written with --out.',
      { cause },
    );
  }
}
