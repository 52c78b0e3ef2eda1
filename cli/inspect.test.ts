import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMp3 } from '#media/mp3/writer.ts';
import { inspectCommand, type InspectOptions } from './inspect.ts';

let folder = '';
const names = { good: '-good.mp3', cut: 'cut.mp3', odd: 'odd\u001b[31m\n.mp3' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundcheck-inspect-'));
  const bytes = writeMp3({ durationSeconds: 3.6 });
  await writeFile(join(folder, names.good), bytes);
  await writeFile(join(folder, names.cut), bytes.subarray(0, 1000));
  await writeFile(join(folder, names.odd), Buffer.concat([Buffer.from('junk \u001b[2J'), bytes]));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(
  files: readonly string[],
  options: InspectOptions = { json: false },
): Promise<{ code: number; out: string; err: string }> {
  const texts = { out: '', err: '' };
  const code = await inspectCommand(
    files.map((name) => join(folder, name)),
    options,
    { out: (text) => (texts.out += text), err: (text) => (texts.err += text) },
  );
  return { code, ...texts };
}

describe('exit code', () => {
  it.each([
    ['0 for sound files', [names.good, names.good], 0],
    ['0 for suspicious ones', [names.odd], 0],
    ['0 for none', [], 0],
    ['1 when one is invalid', [names.good, names.cut, names.odd], 1],
    ['4 when one cannot be read', [names.good, 'none'], 4],
    ['4 for a folder, though another is invalid', [names.cut, '.'], 4],
  ])('%s', async (_, files, code) => {
    expect((await run(files)).code).toBe(code);
  });
});

it('prints one object a line with --json', async () => {
  const { out, err } = await run([names.good, names.cut], { json: true });
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(err).toBe('');
  expect(lines).toEqual([
    {
      file: join(folder, names.good),
      verdict: 'valid',
      format: 'mp3',
      durationSeconds: 3.6,
      frames: 100,
      faults: [],
    },
    {
      file: join(folder, names.cut),
      verdict: 'invalid',
      format: 'mp3',
      durationSeconds: 0.792,
      frames: 22,
      faults: [
        expect.objectContaining({ code: 'info-frames-missing', severity: 'invalid', offset: 0 }),
        expect.objectContaining({ code: 'truncated-frame', severity: 'invalid', offset: 972 }),
      ],
    },
  ]);
});

it('adds the second opinion when asked for', async () => {
  const { out } = await run([names.cut], { json: true, probe: true });
  expect(JSON.parse(out)).toMatchObject({
    probe: { kind: 'media', format: 'mp3', durationSeconds: 3.6 },
    disagreements: ['The frames last 0.792 s, ffprobe says 3.600 s.'],
  });
});

it('tells people verdict, figures and faults', async () => {
  const { out } = await run([names.cut], { json: false, probe: true });
  expect(out.replaceAll(folder, '')).toMatchInlineSnapshot(`
    "/cut.mp3: invalid, mp3, 0:00.792, 22 frames, 8 kbit/s cbr, MPEG-2 Layer III, 16000 Hz, mono
      invalid    info-frames-missing at byte 0: The Info frame promises 100 frames, counted are 22: 78 are missing.
      invalid    truncated-frame at byte 972: The frame needs 36 bytes, but 28 are left before the end of the file.
      ffprobe    mp3 (mp3), 0:03.600
      differs    The frames last 0.792 s, ffprobe says 3.600 s.
    "
  `);
});

it('lets no file name or content steer the terminal', async () => {
  const { out, err } = await run([names.odd, 'no\u001b[31mne\n']);
  expect(out + err).not.toContain('\u001b');
  expect(out.split('\n')[0]).toMatch(/odd.*suspicious, mp3, 0:03\.600/);
  expect(err.split('\n')).toHaveLength(2);
});
