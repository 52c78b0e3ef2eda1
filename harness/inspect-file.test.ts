import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundRecipes } from '#fixtures/media/recipes.ts';
import { inspectBytes } from '#media/inspector.ts';
import { writePlaylist } from '#media/hls/writer.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { writeMp4 } from '#media/mp4/writer.ts';
import { writeTs } from '#media/ts/writer.ts';
import { disagreements, inspectFile } from './inspect-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-inspect-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

describe('inspectFile', () => {
  it('gives the verdict of the bytes', async () => {
    const bytes = writeMp3({ durationSeconds: 1800, id3v1: 'x', id3v2: 'y' });
    const { media } = await inspectFile(await file('a.mp3', bytes));
    expect(media).toEqual(inspectBytes(bytes));
    expect(media.verdict).toBe('valid');
  });

  it('takes an empty file', async () => {
    const { media } = await inspectFile(await file('empty.mp3', new Uint8Array(0)));
    expect(media).toMatchObject({ verdict: 'invalid', format: 'empty' });
  });

  it('throws for what cannot be read', async () => {
    await expect(inspectFile(join(folder, 'none'))).rejects.toThrow('ENOENT');
    await expect(inspectFile(folder)).rejects.toThrow('not a regular file');
  });

  it('judges two hours without holding them', async () => {
    const bytes = writeMp3({ durationSeconds: 7200, bitrateKbps: 64 });
    const path = await file('long.mp3', bytes);
    const before = process.memoryUsage().arrayBuffers;
    const { media } = await inspectFile(path);
    expect(media).toMatchObject({ verdict: 'valid', durationSeconds: 7200 });
    // Its buffer and seam, far less than the 57 MB of the file.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4_000_000);
  });

  it('agrees with ffprobe on what the writer writes', async () => {
    const path = await file('b.mp3', writeMp3({ durationSeconds: 60, sampleRateHz: 44100 }));
    const inspection = await inspectFile(path, { probe: true });
    expect(inspection.disagreements).toEqual([]);
    expect(inspection.opinion).toMatchObject({ kind: 'media', format: 'mp3', codec: 'mp3' });
  });

  it('shows both where ffprobe is deceived by an Info frame', async () => {
    const whole = writeMp3({ durationSeconds: 72 });
    const path = await file('half.mp3', whole.subarray(0, 36_000));
    const { media, opinion, disagreements: differing } = await inspectFile(path, { probe: true });
    expect(media.verdict).toBe('invalid');
    expect(media.faults.map(({ code }) => code)).toContain('info-frames-missing');
    expect(opinion).toMatchObject({ kind: 'media', durationSeconds: 72 });
    expect(differing).toHaveLength(1);
  });
});

describe('containers', () => {
  const picture = { width: 320, height: 180 };

  it.each([
    ['audio.ts', writeTs({ durationMs: 12_074 })],
    ['both.ts', writeTs({ durationMs: 30_000, picture })],
    ['video.ts', writeTs({ durationMs: 30_000, picture, audio: false })],
    ['wrap.ts', writeTs({ durationMs: 30_000, startTicks: 2 ** 33 - 900_000 })],
    ['first.mp4', writeMp4({ durationMs: 12_074, picture })],
    ['last.mp4', writeMp4({ durationMs: 12_074, layout: 'moov-last' })],
    ['fragmented.mp4', writeMp4({ durationMs: 60_001, picture, layout: 'fragmented' })],
    ['day.mp4', writeMp4({ durationMs: 86_400_000, sparse: true })],
  ])('%s is the same for ffprobe', async (name, bytes) => {
    const {
      media,
      opinion,
      disagreements: differing,
    } = await inspectFile(await file(name, bytes), { probe: true });
    expect(media).toMatchObject({ verdict: 'valid', format: name.replace(/^.*\./, '') });
    expect(opinion).toMatchObject({ kind: 'media' });
    expect(differing).toEqual([]);
  });

  it('are what their extensions promise', async () => {
    const path = await file('a.ts', writeMp4({ durationMs: 3000 }));
    const { media } = await inspectFile(path);
    expect(media).toMatchObject({ verdict: 'invalid', format: 'mp4' });
    expect((await inspectFile(path, { promised: 'any' })).media.verdict).toBe('valid');
  });

  it('are told by their content where the name says nothing', async () => {
    const path = await file('recording', writeTs({ durationMs: 3000 }));
    expect((await inspectFile(path)).media).toMatchObject({ verdict: 'valid', format: 'ts' });
  });

  it('do not go to ffprobe when they are playlists', async () => {
    const segments = [{ uri: '/dev/zero', durationSeconds: 9 }];
    const path = await file('a.m3u8', writePlaylist({ segments }));
    const { media, opinion } = await inspectFile(path, { probe: true });
    expect(media.verdict).toBe('valid');
    expect(opinion).toMatchObject({ kind: 'unavailable' });
  });

  it('differ from ffprobe where a codec does', () => {
    const media = inspectBytes(writeTs({ durationMs: 10_000 }), { promised: 'ts' });
    const opinion = { kind: 'media', format: 'mpegts', durationSeconds: 10 } as const;
    expect(disagreements(media, { ...opinion, codec: 'mp3' })).toHaveLength(1);
    expect(disagreements(media, { ...opinion, codec: 'aac' })).toEqual([]);
  });
});

describe('disagreements', () => {
  const media = inspectBytes(soundRecipes[0]?.build() ?? new Uint8Array(0));
  const opinion = { kind: 'media', format: 'mp3', codec: 'mp3', durationSeconds: 0.3 } as const;

  it.each([
    ['agreement', opinion, 0],
    ['no duration', { ...opinion, durationSeconds: undefined }, 0],
    ['another duration', { ...opinion, durationSeconds: 9 }, 1],
    ['another format', { ...opinion, format: 'aac' }, 1],
    ['no media', { kind: 'not-media', message: 'x' } as const, 1],
    ['a crash', { kind: 'crashed', signal: 'SIGSEGV' } as const, 0],
    ['a time-out', { kind: 'timed-out', timeoutMs: 1 } as const, 0],
    ['no ffprobe', { kind: 'unavailable', message: 'x' } as const, 0],
  ])('%s', (_, second, count) => {
    expect(disagreements(media, second)).toHaveLength(count);
  });

  it('knows ffprobe by its other names', () => {
    const mp4 = { ...media, format: 'mp4' };
    const format = 'mov,mp4,m4a,3gp,3g2,mj2';
    expect(disagreements(mp4, { ...opinion, format })).toEqual([]);
    expect(disagreements({ ...media, format: 'ts' }, { ...opinion, format: 'mpegts' })).toEqual([]);
  });
});
