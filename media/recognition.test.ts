import { describe, expect, it } from 'vitest';
import { ascii, join, noise } from '#fixtures/media/bytes.ts';
import { frames } from '#fixtures/media/frame.ts';
import { id3v2Tag } from '#fixtures/media/tags.ts';
import { writePlaylist } from './hls/writer.ts';
import { createInspector, inspectBytes } from './inspector.ts';
import { writeMp4 } from './mp4/writer.ts';
import type { PromisedFormat } from './promised-format.ts';
import { writeTs } from './ts/writer.ts';

const files: Readonly<Record<PromisedFormat, Uint8Array>> = {
  mp3: frames(12),
  m3u8: writePlaylist({ segments: [{ uri: 'a.ts', durationSeconds: 5 }] }),
  ts: writeTs({ durationMs: 2000 }),
  mp4: writeMp4({ durationMs: 2000 }),
};
const formats = Object.keys(files) as PromisedFormat[];

/** What is said of bytes under such a name: the format, then each fault. */
function told(bytes: Uint8Array, promised: PromisedFormat | 'any'): readonly string[] {
  const { format, faults } = inspectBytes(bytes, { promised });
  return [format, ...faults.map(({ code, message }) => `${code}: ${message}`)];
}

/** The same of a file that comes in pieces. */
function inspectPieces(pieces: readonly Uint8Array[], promised: PromisedFormat): readonly string[] {
  const inspector = createInspector({ promised });
  pieces.forEach((piece) => inspector.push(piece));
  const { format, faults } = inspector.end();
  return [format, ...faults.map(({ code, message }) => `${code}: ${message}`)];
}

describe('a file', () => {
  it.each(formats)('of %s is judged as what it is where any format will do', (format) => {
    expect(told(files[format], 'any')).toEqual([format]);
    expect(told(files[format], format)).toEqual([format]);
  });

  const promises = formats.filter((each) => each !== 'mp3');
  const pairs = promises.flatMap((promised) =>
    formats.filter((found) => found !== promised).map((found) => [promised, found] as const),
  );
  it.each(pairs)('named %s that is %s is foreign', (promised, found) => {
    expect(told(files[found], promised)).toEqual([
      found,
      `foreign-format: The name promises ${promised}, the bytes are ${found}.`,
    ]);
  });

  it.each(promises)('named %s of tagged MP3 is told by its tag', (promised) => {
    const tagged = join(id3v2Tag('x', 100_000), frames(9));
    expect(told(tagged, promised)[0]).toBe('mp3');
  });

  it.each(['ts', 'mp4'] as const)('named %s may be text of any kind', (promised) => {
    const codes = (text: Uint8Array): readonly string[] => told(text, promised);
    expect(codes(ascii('{"code":404}'))).toEqual([
      'json',
      `foreign-format: The name promises ${promised}, the bytes are json.`,
    ]);
    expect(codes(ascii('Not found.'))[0]).toBe('text');
    const recoded = Buffer.from(`\x01${'ÿ'.repeat(30)}`, 'utf8');
    expect(codes(recoded)).toEqual([
      'unknown',
      'text-recoded: Binary bytes were turned into UTF-8 text.',
    ]);
  });

  it.each(promises)('named %s may be empty', (promised) => {
    expect(told(new Uint8Array(0), promised)).toEqual([
      'empty',
      'empty-file: The file has 0 bytes.',
    ]);
  });

  it.each(promises)('named %s may be all zeros, or zeros for a while', (promised) => {
    expect(told(new Uint8Array(70_000), promised)).toEqual([
      'zeros',
      'all-zeros: All 70000 bytes are zero.',
    ]);
    // The first window holds zeros alone: what follows it is looked at all the same.
    const late = inspectPieces([new Uint8Array(40_000), noise(40_000)], promised);
    expect(late).toEqual([
      'unknown',
      `foreign-format: The name promises ${promised}, the bytes are of no known format.`,
    ]);
  });

  it('named m3u8 is told line by line though its first line is missing', () => {
    const [format, ...faults] = told(ascii('#EXTINF:5,\na.ts\n'), 'm3u8');
    expect(format).toBe('m3u8');
    expect(faults.length).toBeGreaterThan(0);
    expect(told(ascii('<html><body>Not found'), 'm3u8')[0]).toBe('html');
  });

  it('of no bytes and of any format is empty', () => {
    expect(told(new Uint8Array(0), 'any')).toEqual(['empty', 'empty-file: The file has 0 bytes.']);
  });
});
