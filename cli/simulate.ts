import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { encodeCallback, limits, resolveReading, signCallback } from '#contracts/gme/index.ts';
import { sampleArchive } from '#generators/gme/archive.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { gmeSuite } from '#suites/gme/registry.ts';

/** Options of `soundcheck simulate`, as texts. */
export interface SimulateOptions {
  readonly out: string;
  readonly seed: string;
  readonly appId: string;
  readonly scope: 'single' | 'mixed' | 'both';
  readonly dialect?: readonly string[];
  readonly secretEnv?: string;
}

/**
 * Writes a generated world: `callbacks.ndjson` (one object a line: when, which file, body as sent, signature when a
 * key is named), `session.json` and `bucket/` with real MP3 files. The same seed writes the same bytes.
 * @returns what was written, for people.
 * @throws SoundcheckError USAGE for options, CONFIGURATION where the folder is not empty.
 */
export async function simulate(
  options: SimulateOptions,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const seed = Number(options.seed);
  if (!/^\d{1,10}$/u.test(options.seed) || seed > 2 ** 31 - 1) {
    throw new SoundcheckError(
      'USAGE',
      '--seed is not a whole number',
      'Give one from 0 to 2147483647.',
    );
  }
  const secret = options.secretEnv === undefined ? undefined : environment[options.secretEnv];
  if (options.secretEnv !== undefined && (secret === undefined || secret === '')) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the environment variable ${options.secretEnv} (--secret-env) is not set`,
      'Set it, or leave --secret-env out for unsigned callbacks.',
    );
  }
  const dialects = (options.dialect ?? []).flatMap((names) => names.split(','));
  const fault = gmeSuite.configurationFault(options.appId, dialects);
  if (fault !== null) {
    throw new SoundcheckError('USAGE', fault.message, fault.hint);
  }
  const reading = resolveReading(dialects);
  const folder = resolve(options.out);
  await requireEmpty(folder);
  const archive = sampleArchive(seed, {
    bizId: Number(options.appId),
    scope: options.scope,
    reading,
  });
  const lines = archive.prediction.callbacks.map(({ callback, occurredAtSeconds }) => {
    const body = encodeCallback(callback);
    return JSON.stringify({
      occurredAt: new Date(occurredAtSeconds * 1000).toISOString(),
      file: callback.detail.fileName,
      body: body.toString('utf8'),
      ...(secret === undefined ? {} : { signature: signCallback(body, secret, reading) }),
    });
  });
  await writeFile(join(folder, 'callbacks.ndjson'), lines.map((line) => `${line}\n`).join(''));
  await writeFile(join(folder, 'session.json'), `${JSON.stringify(archive.session, null, 2)}\n`);
  const bucket = join(folder, 'bucket');
  await mkdir(bucket);
  for (const { key, bytes, segment } of archive.objects) {
    const path = resolve(bucket, key);
    if (!path.startsWith(bucket + sep)) {
      throw new SoundcheckError(
        'HARNESS',
        'a generated object key leads out of the folder',
        'This is a fault of Soundcheck; please report it with the seed.',
      );
    }
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes());
    if (segment !== undefined) {
      // A world may lie in the future; its files must not look older than the names they carry.
      const uploaded = new Date((segment.endSeconds + limits.uploadSecondsTypical) * 1000);
      await utimes(path, uploaded, uploaded);
    }
  }
  return (
    `${String(lines.length)} callbacks, ${String(archive.objects.length)} objects, ` +
    `${String(archive.prediction.tasks.length)} recording tasks in ${folder}\n`
  );
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
