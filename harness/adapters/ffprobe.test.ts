import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMp3 } from '#media/mp3/writer.ts';
import { type BinaryHost, findFfprobe } from './ffprobe-binary.ts';
import { probe } from './ffprobe.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-probe-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** A stand-in for ffprobe: a shell script. */
async function binary(name: string, script: string): Promise<string> {
  const path = await file(name, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

describe('the packaged ffprobe', () => {
  it.each([['plain.mp3'], ['-v.mp3'], ['http:room%2f 1\n.mp3'], ['録音.mp3']])(
    'tells format, codec and duration of %j',
    async (name) => {
      const path = await file(name, writeMp3({ durationSeconds: 36 }));
      expect(await probe(path)).toEqual({
        kind: 'media',
        format: 'mp3',
        codec: 'mp3',
        durationSeconds: 36,
      });
    },
  );

  it('does not take text for media', async () => {
    const opinion = await probe(await file('error.mp3', '<Error><Code>NoSuchKey</Code></Error>'));
    expect(opinion).toMatchObject({ kind: 'not-media' });
  });

  it('is not asked for what is no regular file', async () => {
    expect(await probe(folder)).toMatchObject({ kind: 'unavailable' });
    expect(await probe(join(folder, 'none'))).toMatchObject({ kind: 'unavailable' });
  });
});

describe('whatever goes wrong is no invalid file', () => {
  it('a crash', async () => {
    const crashing = await binary('crashing', 'kill -SEGV $$');
    const path = await file('a.mp3', 'x');
    expect(await probe(path, { binary: crashing })).toEqual({ kind: 'crashed', signal: 'SIGSEGV' });
  });

  it('a probe that hangs', async () => {
    const hanging = await binary('hanging', 'exec sleep 60');
    const path = await file('a.mp3', 'x');
    expect(await probe(path, { binary: hanging, timeoutMs: 50 })).toEqual({
      kind: 'timed-out',
      timeoutMs: 50,
    });
  });

  it('a binary that is not there', async () => {
    const path = await file('a.mp3', 'x');
    const opinion = await probe(path, { binary: join(folder, 'nowhere') });
    expect(opinion).toMatchObject({ kind: 'unavailable' });
  });
});

it('stops a probe that prints without end', async () => {
  const chatty = await binary('chatty', 'exec cat /dev/zero');
  const path = await file('a.mp3', 'x');
  const opinion = await probe(path, { binary: chatty });
  expect(opinion).toEqual({ kind: 'not-media', message: 'more than 1048576 bytes of tags' });
});

it('keeps gconv from the probe and from nothing else', async () => {
  const before = process.env['GCONV_PATH'];
  const telling = await binary('telling', 'echo "gconv is $GCONV_PATH" >&2; exit 1');
  const opinion = await probe(await file('a.mp3', 'x'), { binary: telling });
  expect(opinion).toEqual({ kind: 'not-media', message: 'gconv is /nonexistent' });
  expect(process.env['GCONV_PATH']).toBe(before);
});

describe('findFfprobe', () => {
  const host: BinaryHost = {
    packaged: () => '/package/ffprobe',
    isExecutable: async () => true,
    makeExecutable: async () => undefined,
    copy: async () => '/copy/ffprobe',
  };
  const fails = (): never => {
    throw new Error('not permitted');
  };
  const refuses = async (): Promise<never> => fails();

  it.each<[string, Partial<BinaryHost>, string]>([
    ['takes the packaged binary', {}, '/package/ffprobe'],
    ['sets its executable bit', { isExecutable: async () => false }, '/package/ffprobe'],
    [
      'copies it when the bit is not ours to set',
      { isExecutable: async () => false, makeExecutable: refuses },
      '/copy/ffprobe',
    ],
    [
      'takes the one on the PATH when it cannot be copied',
      { isExecutable: async () => false, makeExecutable: refuses, copy: refuses },
      'ffprobe',
    ],
    ['takes the one on the PATH where none is packaged', { packaged: fails }, 'ffprobe'],
  ])('%s', async (_, changes, path) => {
    expect(await findFfprobe({ ...host, ...changes })).toBe(path);
  });
});
