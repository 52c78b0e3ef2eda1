import { describe, expect, it } from 'vitest';
import { join, noise, overwrite } from '#fixtures/media/bytes.ts';
import { frame, frames } from '#fixtures/media/frame.ts';
import * as tags from '#fixtures/media/tags.ts';
import { Window } from '../window.ts';
import { type ChainQuery, isChain, learnFreeBytes } from './sync.ts';

/** Length of a frame of 128 kbit/s at 44.1 kHz. */
const size = 417;
const four: Omit<ChainQuery, 'limit'> = { frames: 4, least: 2 };

function chains(
  bytes: Uint8Array,
  { at = 0, final = true, freeBytes = 0, ...query }: Partial<ChainQuery> & ChainCase = {},
): boolean {
  const window = new Window(bytes, 0, final);
  return isChain(window, at, { ...four, limit: bytes.length, ...query }, freeBytes);
}

interface ChainCase {
  readonly at?: number;
  readonly final?: boolean;
  readonly freeBytes?: number;
}

describe('isChain', () => {
  it('believes enough frames in a row, whatever follows', () => {
    expect(chains(join(frames(4), noise(50)))).toBe(true);
    expect(chains(join(frames(3), noise(50)))).toBe(false);
    expect(chains(join(noise(9), frames(4), noise(50)), { at: 9 })).toBe(true);
    expect(chains(join(frames(3), noise(50)), { frames: 3 })).toBe(true);
  });

  it('needs the header of each frame, not its last byte', () => {
    const bytes = frames(4);
    expect(chains(bytes.subarray(0, 3 * size + 4), { final: false })).toBe(true);
    expect(chains(bytes.subarray(0, 3 * size + 3), { final: false })).toBe(false);
    expect(chains(bytes, { limit: 3 * size + 4 })).toBe(true);
    expect(chains(bytes, { limit: 3 * size + 3 })).toBe(false);
  });

  it('believes fewer that end exactly where the audio must end', () => {
    expect(chains(frames(2))).toBe(true);
    expect(chains(frames(2), { final: false })).toBe(false);
    expect(chains(frames(1))).toBe(false);
    expect(chains(frames(1), { least: 1 })).toBe(true);
    expect(chains(join(frames(2), noise(3)))).toBe(false);
    expect(chains(join(frames(2), noise(3)), { limit: 2 * size })).toBe(true);
    expect(chains(frames(2).subarray(0, 2 * size - 1))).toBe(false);
  });

  it('believes fewer that end at a tag', () => {
    expect(chains(join(frames(2), tags.id3v1Tag('x')))).toBe(true);
    expect(chains(join(frames(1), tags.id3v1Tag('x')))).toBe(false);
    expect(chains(join(frames(1), tags.id3v1Tag('x')), { least: 1 })).toBe(true);
    expect(chains(join(noise(417), tags.id3v1Tag('x')), { least: 0 })).toBe(false);
  });

  it('takes no frames of another stream for its own', () => {
    const other = frame({ sampleRateHz: 48000 });
    expect(chains(join(frames(3), other, frames(9)))).toBe(false);
    expect(chains(join(frames(3), frame({ bitrateKbps: 64 }), frames(9)))).toBe(true);
  });

  it('is none where no header fits before the limit', () => {
    expect(chains(frames(4), { limit: 3, least: 0 })).toBe(false);
    expect(chains(frames(4).subarray(0, 3), { least: 0 })).toBe(false);
    expect(chains(frames(1).subarray(0, 4), { frames: 1 })).toBe(true);
    expect(chains(noise(4), { least: 0, frames: 1 })).toBe(false);
  });

  it('follows free format by its length', () => {
    const free = frames(6, () => ({ freeBytes: 500 }));
    expect(chains(free, { freeBytes: 500 })).toBe(true);
    expect(chains(free)).toBe(false);
    expect(chains(free, { freeBytes: 501 })).toBe(false);
  });
});

function learned(bytes: Uint8Array, at = 0, limit = bytes.length, final = true): number {
  return learnFreeBytes(new Window(bytes, 0, final), at, limit);
}

describe('learnFreeBytes', () => {
  const free = (count: number, freeBytes = 500, padded = false): Uint8Array =>
    frames(count, () => ({ freeBytes, padded }));

  it('is the distance of three frames', () => {
    expect(learned(join(free(3), noise(2000)))).toBe(500);
    expect(learned(join(noise(7), free(3), noise(2000)), 7)).toBe(500);
    expect(learned(join(free(2), noise(2000)))).toBe(0);
  });

  it('is the distance of two that fill the audio to its end', () => {
    expect(learned(free(2))).toBe(500);
    expect(learned(join(free(2), noise(9)), 0, 1000)).toBe(500);
    expect(learned(free(2), 0, 1000, false)).toBe(0);
    expect(learned(free(1))).toBe(0);
  });

  it('counts no padding', () => {
    expect(learned(free(4, 500, true))).toBe(500);
    const mixed = join(free(1, 500, true), free(1), free(1, 500, true), free(2));
    expect(learned(mixed)).toBe(500);
  });

  it.each([
    ['44.1 kHz', 44100, 2089],
    ['48 kHz', 48000, 1920],
    ['8 kHz', 8000, 5760],
  ])('at %s finds frames up to 640 kbit/s and no longer ones', (_, sampleRateHz, longest) => {
    const of = (freeBytes: number): Uint8Array =>
      frames(4, () => ({ sampleRateHz, bitrateKbps: 64, freeBytes }));
    expect(learned(of(longest))).toBe(longest);
    expect(learned(of(longest + 1))).toBe(0);
  });

  it('finds the shortest frames, which hold header, CRC and side info of mono', () => {
    const short = (freeBytes: number): Uint8Array =>
      join(...Array.from({ length: 5 }, () => frame({ freeBytes: 40 }).subarray(0, freeBytes)));
    expect(learned(short(24))).toBe(24);
    // The true length is too short to be looked at; its double is what is found.
    expect(learned(short(23))).toBe(46);
  });

  it('is no multiple of a length that a damaged frame refused', () => {
    const bytes = free(9);
    const damaged = overwrite(bytes, 1000, new Uint8Array(4));
    expect(learned(damaged)).toBe(0);
    expect(learned(damaged, 1500)).toBe(500);
    // Padding makes multiples longer by a byte for each frame at most.
    const padded = join(free(1), free(1), noise(500), free(1, 500, true), free(1), free(3));
    expect(learned(padded)).toBe(0);
  });

  it('is unknown for a listed bitrate, for no header, and where none fits before the limit', () => {
    expect(learned(frames(4))).toBe(0);
    expect(learned(join(noise(4), free(4)))).toBe(0);
    expect(learned(free(4), 0, 3)).toBe(0);
    expect(learned(free(4).subarray(0, 3))).toBe(0);
    expect(learned(free(2), 0, 503)).toBe(0);
  });
});
