import { describe, expect, it } from 'vitest';
import { ascii, insert, join, noise, overwrite } from '#fixtures/media/bytes.ts';
import { frame, frames } from '#fixtures/media/frame.ts';
import { crcOf, headerFrame, promised } from '#fixtures/media/header-frame.ts';
import * as tags from '#fixtures/media/tags.ts';
import { inspectBytes } from '../inspector.ts';

/** Length of a frame of 128 kbit/s at 44.1 kHz. */
const size = 417;
const music = (count: number): Uint8Array => frames(count);
/** Begins with a frame that claims main data of an earlier one. */
const reaching = (count: number): Uint8Array =>
  frames(count, (index) => (index === 0 ? { mainDataBegin: 200 } : {}));
const layer2 = (count: number): Uint8Array => frames(count, () => ({ headerFlip: 0x60000 }));

/** What is said of a file, as `code @offset`. */
function told(...pieces: readonly Uint8Array[]): readonly string[] {
  return inspectBytes(join(...pieces)).faults.map(({ code, offset }) => `${code} @${offset}`);
}

function framesIn(...pieces: readonly Uint8Array[]): number {
  return inspectBytes(join(...pieces)).frames;
}

describe('main data', () => {
  it('before the first frame is missing, and that is said once', () => {
    expect(told(reaching(6))).toEqual(['reservoir-missing-at-start @0']);
    expect(told(reaching(3), headerFrame({ flags: 0 }), reaching(3))).toEqual([
      'reservoir-missing-at-start @0',
      `second-info-frame @${3 * size}`,
    ]);
  });

  it('before a second header frame is missing as well', () => {
    expect(told(music(3), headerFrame({ flags: 0 }), reaching(3))).toEqual([
      `second-info-frame @${3 * size}`,
      `reservoir-missing-at-start @${4 * size}`,
    ]);
  });

  it('across damage is not asked for', () => {
    expect(told(music(5), noise(50), reaching(6))).toEqual([`junk-between-frames @${5 * size}`]);
    expect(told(music(5), frame().subarray(0, 100), reaching(6))).toEqual([
      `frame-cut-short @${5 * size}`,
    ]);
  });

  it('in another format is not asked for', () => {
    const other = frames(6, (index) => ({
      sampleRateHz: 48000,
      mainDataBegin: index === 0 ? 200 : 0,
    }));
    expect(told(music(5), other)).toEqual([`sample-rate-switch @${5 * size}`]);
  });

  it('has no zeros that go on over damage', () => {
    const zerosAtEnd = overwrite(music(5), 5 * size - 30, new Uint8Array(30));
    const zerosAtBegin = overwrite(music(6), 36, new Uint8Array(30));
    expect(told(zerosAtEnd, zerosAtBegin)).toEqual([`zero-run @${5 * size - 30}`]);
    expect(told(zerosAtEnd, noise(50), zerosAtBegin)).toEqual([`junk-between-frames @${5 * size}`]);
  });

  it('is not looked for in frames that have no room for side info', () => {
    const tiny = Array.from({ length: 9 }, () => frame({ freeBytes: 40 }).subarray(0, 30));
    expect(told(...tiny)).toEqual([]);
    expect(framesIn(...tiny)).toBe(9);
  });
});

describe('the CRC of a header frame', () => {
  const wrong = { encoder: 'LAME3.100', musicCrc: crcOf(music(12)) ^ 1 };

  it('is compared with that of all frames', () => {
    expect(told(promised(music(12), 12, wrong))).toEqual(['music-crc-mismatch @0']);
  });

  it('says nothing of audio with damage inside', () => {
    const bytes = 13 * size + 50;
    const damaged = insert(promised(music(12), 12, { ...wrong, bytes }), 5 * size, noise(50));
    expect(told(damaged)).toEqual([`junk-between-frames @${5 * size}`]);
  });

  it('covers the frames up to the next header frame', () => {
    const part = promised(music(6), 6, { encoder: 'LAME3.100', musicCrc: crcOf(music(6)) });
    expect(told(part, part)).toEqual([`second-info-frame @${7 * size}`]);
    expect(told(part, overwrite(part, 2 * size + 99, ascii('!')))).toEqual([
      `second-info-frame @${7 * size}`,
      `music-crc-mismatch @${7 * size}`,
    ]);
    expect(told(overwrite(part, 2 * size + 99, ascii('!')), part)).toEqual([
      'music-crc-mismatch @0',
      `second-info-frame @${7 * size}`,
    ]);
  });
});

describe('frames of another layer', () => {
  it('are told of at the first', () => {
    expect(told(layer2(6))).toEqual(['foreign-layer @0']);
    expect(told(tags.id3v2Tag('x'), layer2(6))).toEqual(['foreign-layer @22']);
    expect(told(tags.id3v2Tag('x'), layer2(6), music(6))).toContain('foreign-layer @22');
  });

  it('have no side info, so that nothing in them is judged', () => {
    expect(told(music(6), layer2(6))).toEqual([`layer-switch @${6 * size}`]);
  });
});

describe('the end of a file', () => {
  it.each([
    ['one byte of a header', [0xff], 'truncated-frame'],
    ['two', [0xff, 0xfb], 'truncated-frame'],
    ['three', [0xff, 0xfb, 0x90], 'truncated-frame'],
    ['two that begin no frame of the stream', [0xff, 0xf3], 'junk-after-audio'],
    ['three that begin no frame of the stream', [0xff, 0xf3, 0x90], 'junk-after-audio'],
    ['another byte', [0xfe], 'junk-after-audio'],
    ['two other bytes', [0xfe, 0xfb], 'junk-after-audio'],
  ])('may hold %s', (_, bytes, code) => {
    expect(told(music(6), Uint8Array.from(bytes))).toEqual([`${code} @${6 * size}`]);
    expect(told(music(6), Uint8Array.from(bytes), tags.id3v1Tag('x'))).toEqual([
      `${code} @${6 * size}`,
    ]);
  });

  it('may cut any frame, and says so where it begins', () => {
    for (const left of [1, 4, 5, 100, size - 1]) {
      expect(told(music(6), frame().subarray(0, left))).toEqual([`truncated-frame @${6 * size}`]);
      expect(framesIn(music(6), frame().subarray(0, left))).toBe(6);
    }
  });
});

describe('frames of another stream behind damage', () => {
  const others = (count: number): Uint8Array => frames(count, () => ({ sampleRateHz: 48000 }));

  it('are believed from four in a row on, where those of the same need three', () => {
    expect(told(music(5), noise(50), others(3), noise(50))).toEqual([
      `junk-after-audio @${5 * size}`,
    ]);
    expect(told(music(5), noise(50), others(4), noise(50))).toContain(
      `sample-rate-switch @${5 * size + 50}`,
    );
    expect(framesIn(music(5), noise(50), music(3), noise(50))).toBe(8);
    expect(framesIn(music(5), noise(50), music(2), noise(50))).toBe(5);
  });

  it('do not begin in the last bytes of a frame', () => {
    const last = overwrite(frame(), size - 1, Uint8Array.of(0xff));
    expect(told(music(5), last, ascii('x'))).toEqual([`junk-after-audio @${6 * size}`]);
    expect(framesIn(music(5), last, ascii('x'))).toBe(6);
  });
});

describe('a tag', () => {
  it('inside a gap does not divide it', () => {
    const gap = [noise(50), tags.id3v2Tag('x', 30), noise(60)];
    expect(told(music(5), ...gap, music(6))).toEqual([`junk-between-frames @${5 * size}`]);
    expect(told(...gap, music(6))).toEqual(['junk-before-audio @0']);
    expect(framesIn(music(5), ...gap, music(6))).toBe(11);
  });

  it('may hold whole frames, which are none of the file', () => {
    expect(framesIn(music(5), noise(50), tags.id3v2Holding(music(4)), music(6))).toBe(11);
  });

  it('between frames is told of once, however many there are', () => {
    const both = [tags.id3v1Tag('x'), tags.id3v2Tag('x', 30)];
    expect(told(music(5), ...both, music(6))).toEqual([`tag-between-frames @${5 * size}`]);
    expect(told(music(5), ...both, music(6), ...both, music(6))).toEqual([
      `tag-between-frames @${5 * size}`,
      `tag-between-frames @${11 * size + 128 + 52}`,
    ]);
  });

  it('cuts a frame short where it begins inside of one', () => {
    expect(told(music(5), frame().subarray(0, 99), tags.id3v2Tag('x', 900), music(6))).toEqual([
      `frame-cut-short @${5 * size}`,
      `tag-between-frames @${5 * size + 99}`,
    ]);
  });
});

describe('line feeds that a transfer converted', () => {
  it('are told of in damaged stretches', () => {
    const lines = ascii('.\r\n'.repeat(20));
    // The frame before a gap may be the damaged one: this one has no line feeds of its own.
    const plain = frames(5, () => ({ data: ascii('U') }));
    expect(told(plain, lines, music(6))).toEqual([
      `junk-between-frames @${5 * size}`,
      `line-endings-converted @${5 * size + 2}`,
    ]);
    expect(told(plain, overwrite(frame(), 99, lines), music(6))).toEqual([]);
    const damaged = overwrite(frame({ data: ascii('U') }), 99, lines).subarray(0, 300);
    expect(told(plain, damaged, music(6))).toEqual([
      `frame-cut-short @${5 * size}`,
      `line-endings-converted @${5 * size + 101}`,
    ]);
  });
});

describe('a file of nothing but', () => {
  it.each([
    ['the begin of a frame', frame().subarray(0, 300), 'truncated-frame @0'],
    ['one header', frame().subarray(0, 4), 'truncated-frame @0'],
    ['a frame and a byte', join(frame(), ascii('x')), 'no-audio-frames @0'],
    ['noise', noise(5000), 'no-audio-frames @0'],
    ['a tag and noise', join(tags.id3v2Tag('x'), noise(5000)), 'no-audio-frames @22'],
    ['a tag', tags.id3v2Tag('x'), 'no-audio-frames @0'],
    ['a tag and zeros', join(tags.id3v2Tag('x'), new Uint8Array(9)), 'all-zeros @22'],
    ['a byte', ascii('\x01'), 'no-audio-frames @0'],
  ])('%s has no whole frame', (_, bytes, fault) => {
    expect(told(bytes)).toEqual([fault]);
    expect(framesIn(bytes)).toBe(0);
  });

  it('one frame is whole', () => {
    expect(told(frame())).toEqual([]);
    expect(told(frame(), tags.id3v1Tag('x'))).toEqual([]);
    expect(framesIn(frame())).toBe(1);
  });
});
