import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mediaRecipes } from '#fixtures/media/recipes.ts';
import { createInspector, inspectBytes } from './inspector.ts';
import { listedBitratesKbps, listedSampleRatesHz } from './mp3/frame-header.ts';
import { type Mp3Options, mp3Chunks, mp3Shape, writeMp3 } from './mp3/writer.ts';
import type { MediaVerdict } from './verdict.ts';

/** Takes the bytes in chunks of the given lengths, over and over, through one buffer as a reader would. */
function inspectInChunks(bytes: Uint8Array, lengths: readonly number[]): MediaVerdict {
  const inspector = createInspector();
  const buffer = new Uint8Array(Math.max(...lengths));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const piece = bytes.subarray(at, at + (lengths[turn % lengths.length] ?? 1));
    buffer.fill(0xff);
    buffer.set(piece);
    inspector.push(buffer.subarray(0, piece.length));
    at += piece.length;
  }
  return inspector.end();
}

const chunkLengths = fc.array(
  fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 100, max: 70_000 })),
  { minLength: 1, maxLength: 8 },
);

const sampleRates = (['1', '2', '2.5'] as const).flatMap((version) => listedSampleRatesHz(version));

const title = fc.option(fc.string({ maxLength: 40 }), { nil: undefined });

/** All options of the writer; bitrates are taken among those that leave room for the side info. */
const written: fc.Arbitrary<Mp3Options> = fc
  .record({
    durationSeconds: fc.double({ min: 0.001, max: 20, noNaN: true }),
    sampleRateHz: fc.constantFrom(...sampleRates),
    bitrateIndex: fc.option(fc.nat(7), { nil: undefined }),
    channels: fc.constantFrom<1 | 2>(1, 2),
    crc: fc.boolean(),
    infoFrame: fc.boolean(),
    fingerprint: fc.integer({ min: 0, max: 0xffffffff }),
    id3v1: title,
    id3v2: title,
  })
  .map(({ bitrateIndex, id3v1, id3v2, ...options }) => {
    const version =
      options.sampleRateHz >= 32000 ? '1' : options.sampleRateHz >= 16000 ? '2' : '2.5';
    const bitrateKbps = listedBitratesKbps(version, 3)[6 + (bitrateIndex ?? 0)];
    return {
      ...options,
      ...(bitrateIndex === undefined || bitrateKbps === undefined ? {} : { bitrateKbps }),
      ...(id3v1 === undefined ? {} : { id3v1 }),
      ...(id3v2 === undefined ? {} : { id3v2 }),
    };
  });

describe('what the writer writes', () => {
  it('is valid and as long as announced', () => {
    fc.assert(
      fc.property(written, (options) => {
        const shape = mp3Shape(options);
        const bytes = writeMp3(options);
        const { verdict, format, frames, durationSeconds, faults } = inspectBytes(bytes);
        expect({ verdict, format, faults }).toEqual({
          verdict: 'valid',
          format: 'mp3',
          faults: [],
        });
        expect({ frames, durationSeconds, bytes: bytes.length }).toEqual(shape);
      }),
    );
  });

  it('is within half a frame of the duration asked for', () => {
    fc.assert(
      fc.property(written, (options) => {
        const { frames, durationSeconds } = mp3Shape(options);
        const halfFrame = durationSeconds / frames / 2;
        const asked = Math.max(options.durationSeconds, halfFrame);
        expect(Math.abs(durationSeconds - asked)).toBeLessThanOrEqual(halfFrame + 1e-9);
      }),
    );
  });

  it('shows its fingerprint and nothing else by it', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 0, max: 0xffffffff }), (options, fingerprint) => {
        const [a, b] = [writeMp3(options), writeMp3({ ...options, fingerprint })];
        expect(b.length).toBe(a.length);
        expect(Buffer.compare(a, b) === 0).toBe(fingerprint === options.fingerprint);
      }),
    );
  });

  it('is the same in chunks', () => {
    fc.assert(
      fc.property(written, (options) => {
        expect(Buffer.compare(Buffer.concat([...mp3Chunks(options)]), writeMp3(options))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('is invalid when cut anywhere inside its audio but at the border of a frame', () => {
    const plain = written.map(({ id3v1: _, ...options }) => ({ ...options, durationSeconds: 1 }));
    fc.assert(
      fc.property(
        plain,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (options, share) => {
          const bytes = writeMp3(options);
          const cut = Math.floor(bytes.length * share);
          const verdict = inspectBytes(bytes.subarray(0, cut));
          // At a border nothing but the Info frame could tell; with it, every cut shows.
          const atBorder = options.infoFrame !== true && isBorder(bytes, cut);
          expect(verdict.verdict).toBe(atBorder ? 'valid' : 'invalid');
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Whether a whole file without an Info frame, cut here, ends with a whole frame. */
function isBorder(bytes: Uint8Array, cut: number): boolean {
  const rest = inspectBytes(bytes.subarray(cut));
  const before = inspectBytes(bytes).frames - rest.frames;
  return rest.verdict === 'valid' && before > 0;
}

describe('chunks', () => {
  it.each(mediaRecipes.map((recipe) => [recipe.name, recipe] as const))(
    'do not change the verdict on %s',
    (_, recipe) => {
      const bytes = recipe.build().subarray(0, 400_000);
      const whole = inspectBytes(bytes);
      fc.assert(
        fc.property(chunkLengths, (lengths) => {
          // Single bytes through a long file take too long to try many.
          const enough = lengths.reduce((a, b) => a + b) / lengths.length > bytes.length / 4000;
          fc.pre(enough);
          expect(inspectInChunks(bytes, lengths)).toEqual(whole);
        }),
        { numRuns: 6 },
      );
    },
  );

  it('of one byte do not change the verdict', () => {
    const bytes = writeMp3({ durationSeconds: 3, id3v1: 'a', id3v2: 'b' });
    expect(inspectInChunks(bytes, [1])).toEqual(inspectBytes(bytes));
  });
});

/** Bytes that keep the walker busy: pieces of frames, tags and marks in any order. */
const pieces = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 50 }),
    fc.constantFrom(...mediaRecipes).chain((recipe) => {
      const bytes = recipe.build().subarray(0, 20_000);
      return fc
        .tuple(fc.nat(bytes.length), fc.nat(3000))
        .map(([from, length]) => bytes.subarray(from, from + length));
    }),
    fc
      .constantFrom(
        'ID3',
        'TAG',
        'APETAGEX',
        'LYRICSBEGIN',
        'LYRICS200',
        '3DI',
        'RIFF',
        '\xff\xfb\x90\0',
        '\xff\xfb\0\0',
      )
      .map((text) => Buffer.from(text, 'latin1')),
    fc.nat(5000).map((length) => new Uint8Array(length)),
  ),
  { maxLength: 12 },
);

describe('any bytes', () => {
  it('get a verdict, the same for all chunkings', () => {
    fc.assert(
      fc.property(pieces, chunkLengths, (parts, lengths) => {
        const bytes = Buffer.concat(parts);
        const verdict = inspectBytes(bytes);
        expect(
          inspectInChunks(
            bytes,
            lengths.map((length) => length + 20),
          ),
        ).toEqual(verdict);
        expect(verdict.verdict === 'valid').toBe(verdict.faults.length === 0);
        expect(verdict.faults.every(({ offset }) => offset >= 0 && offset <= bytes.length)).toBe(
          true,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('of noise get a verdict', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(inspectBytes(bytes).verdict).toBe('invalid');
      }),
    );
  });
});
