import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerRecipes } from '#fixtures/media/recipes.ts';
import { playlistText, writePlaylist } from './hls/writer.ts';
import { createInspector, inspectBytes, type InspectorOptions } from './inspector.ts';
import { joinBytes } from './join.ts';
import { type Mp4Options, mp4Chunks, mp4Shape, writeMp4 } from './mp4/writer.ts';
import { type TsOptions, tsChunks, tsShape, writeTs } from './ts/writer.ts';
import type { MediaVerdict } from './verdict.ts';

/** Takes the bytes in chunks of the given lengths, over and over, through one buffer as a reader would. */
function inspectInChunks(
  bytes: Uint8Array,
  lengths: readonly number[],
  options: InspectorOptions,
): MediaVerdict {
  const inspector = createInspector(options);
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
  fc.oneof(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 300, max: 70_000 })),
  { minLength: 1, maxLength: 8 },
);

describe('chunks', () => {
  it.each(containerRecipes.map((recipe) => [recipe.name, recipe] as const))(
    'do not change the verdict on %s',
    (_, recipe) => {
      const bytes = recipe.build().subarray(0, 150_000);
      const options = { promised: recipe.promised ?? 'mp3' };
      const whole = inspectBytes(bytes, options);
      fc.assert(
        fc.property(chunkLengths, (lengths) => {
          expect(inspectInChunks(bytes, lengths, options)).toEqual(whole);
        }),
        { numRuns: 3 },
      );
    },
  );
});

const picture = fc.option(
  fc.record({
    width: fc.integer({ min: 8, max: 200 }).map((half) => 2 * half),
    height: fc.integer({ min: 8, max: 100 }).map((half) => 2 * half),
  }),
  { nil: undefined },
);
const common = {
  durationMs: fc.integer({ min: 1, max: 90_000 }),
  sampleRateHz: fc.constantFrom(8000, 16_000, 24_000, 44_100, 48_000, 96_000),
  pictureIntervalMs: fc.integer({ min: 40, max: 5000 }),
  fingerprint: fc.integer({ min: 0, max: 0xffffffff }),
};

/** Leaves out what is undefined, and audio only where there is a picture. */
function tidy<T extends { readonly picture: unknown; readonly audio: boolean }>(options: T): T {
  const { picture: size, audio, ...rest } = options;
  const tidied = size === undefined ? { ...rest, audio: true } : { ...rest, audio, picture: size };
  return tidied as unknown as T;
}

const transportStreams = fc
  .record({
    ...common,
    picture,
    audio: fc.boolean(),
    startTicks: fc.integer({ min: 0, max: 2 ** 34 }),
  })
  .map((options) => tidy(options) as TsOptions);

const mp4Files = fc
  .record({
    ...common,
    picture,
    audio: fc.boolean(),
    sparse: fc.boolean(),
    layout: fc.constantFrom('moov-first', 'moov-last', 'fragmented'),
    fragmentMs: fc.integer({ min: 200, max: 20_000 }),
  })
  .map((options) => tidy(options) as Mp4Options);

describe('what the writers write', () => {
  it('is valid MPEG-TS and as long as announced', () => {
    fc.assert(
      fc.property(transportStreams, (options) => {
        const bytes = writeTs(options);
        const shape = tsShape(options);
        const { verdict, format, faults, durationSeconds } = inspectBytes(bytes, {
          promised: 'ts',
        });
        expect({ verdict, format, faults }).toEqual({
          ...{ verdict: 'valid', format: 'ts', faults: [] },
        });
        expect(bytes.length).toBe(shape.bytes);
        expect(Math.abs(durationSeconds - shape.durationSeconds)).toBeLessThan(0.0001);
        const grid = options.audio === false ? 0 : 1024 / (options.sampleRateHz ?? 16_000);
        const asked = Math.max(options.durationMs / 1000, grid);
        expect(Math.abs(shape.durationSeconds - asked)).toBeLessThanOrEqual(grid / 2 + 0.0001);
      }),
    );
  });

  it('is valid MP4 and exactly as long as asked for', () => {
    fc.assert(
      fc.property(mp4Files, (options) => {
        const bytes = writeMp4(options);
        const shape = mp4Shape(options);
        const { verdict, format, faults, durationSeconds, frames } = inspectBytes(bytes, {
          promised: 'mp4',
        });
        expect({ verdict, format, faults }).toEqual({
          ...{ verdict: 'valid', format: 'mp4', faults: [] },
        });
        expect(bytes.length).toBe(shape.bytes);
        expect(frames).toBe(shape.audioFrames > 0 ? shape.audioFrames : shape.pictures);
        expect(Math.abs(durationSeconds - options.durationMs / 1000)).toBeLessThan(0.001);
      }),
    );
  });

  it('goes on from segment to segment', () => {
    const first = { durationMs: 9970, startTicks: 2 ** 33 - 90_000 };
    const { endTicks } = tsShape(first);
    const joined = inspectBytes(writeTs({ durationMs: 9970, startTicks: endTicks }), {
      promised: 'ts',
    });
    expect(endTicks - first.startTicks).toBe(tsShape(first).durationSeconds * 90_000);
    expect(joined.verdict).toBe('valid');
  });

  it('shows its fingerprint and nothing else by it', () => {
    fc.assert(
      fc.property(
        transportStreams,
        mp4Files,
        fc.integer({ min: 0, max: 0xffffffff }),
        (ts, mp4, fingerprint) => {
          const pairs = [
            [writeTs(ts), writeTs({ ...ts, fingerprint }), ts.fingerprint],
            [writeMp4(mp4), writeMp4({ ...mp4, fingerprint }), mp4.fingerprint],
          ] as const;
          for (const [a, b, before] of pairs) {
            expect(b.length).toBe(a.length);
            expect(Buffer.compare(a, b) === 0).toBe(fingerprint === before);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is the same in pieces', () => {
    const ts = { durationMs: 30_000, picture: { width: 64, height: 64 } };
    expect(joinBytes(...tsChunks(ts))).toEqual(writeTs(ts));
    expect(joinBytes(...mp4Chunks(ts))).toEqual(writeMp4(ts));
  });

  it('may have any number of samples', () => {
    const picture = { width: 16, height: 16 };
    const long = { durationMs: 5_400_000, picture, pictureIntervalMs: 40 };
    expect(inspectBytes(writeMp4(long), { promised: 'mp4' }).verdict).toBe('valid');
    expect(inspectBytes(writeTs(long), { promised: 'ts' }).verdict).toBe('valid');
    const fragment = { ...long, layout: 'fragmented', fragmentMs: 5_400_000 } as const;
    expect(inspectBytes(writeMp4(fragment), { promised: 'mp4' }).verdict).toBe('valid');
  }, 60_000);

  it('is a playlist that says what it was given', () => {
    const segment = fc.record({
      uri: fc.stringMatching(/^[\w.+-]{1,20}$/),
      durationSeconds: fc.integer({ min: 1, max: 60_000_000 }).map((micros) => micros / 1e6),
      discontinuity: fc.boolean(),
    });
    const lists = fc.record({
      segments: fc.uniqueArray(segment, { minLength: 1, selector: ({ uri }) => uri }),
      startRecTimeMs: fc.integer({ min: 1e12, max: 9e12 }),
      commaAfterDuration: fc.boolean(),
      lineEnd: fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'),
    });
    fc.assert(
      fc.property(lists, (options) => {
        const { verdict, faults, playlist } = inspectBytes(writePlaylist(options), {
          promised: 'm3u8',
        });
        expect({ verdict, faults }).toEqual({ verdict: 'valid', faults: [] });
        expect(playlist?.startRecTimeMs).toBe(options.startRecTimeMs);
        expect(playlist?.segments.map(({ line: _, ...said }) => said)).toEqual(options.segments);
      }),
    );
  });
});

/** Bytes that keep the readings busy: pieces of their files in any order, with bytes between. */
const pieces = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 50 }),
    fc.constantFrom(...containerRecipes).chain((recipe) => {
      const bytes = recipe.build().subarray(0, 20_000);
      return fc
        .tuple(fc.nat(bytes.length), fc.nat(3000))
        .map(([from, length]) => bytes.subarray(from, from + length));
    }),
    fc.nat(5000).map((length) => new Uint8Array(length)),
  ),
  { maxLength: 10 },
);
const promises = fc.constantFrom('m3u8', 'ts', 'mp4', 'any');

/** A sound file with some bytes changed. */
const scratched = fc
  .tuple(
    fc.constantFrom(...containerRecipes.filter(({ verdict }) => verdict === 'valid')),
    fc.array(fc.tuple(fc.nat(30_000), fc.nat(255)), { minLength: 1, maxLength: 12 }),
  )
  .map(([recipe, edits]) => {
    const bytes = recipe.build().slice(0, 30_000);
    edits.forEach(([at, value]) => (bytes[at % Math.max(1, bytes.length)] = value));
    return [bytes, recipe.promised ?? 'mp3'] as const;
  });

function expectVerdict(
  bytes: Uint8Array,
  promised: InspectorOptions['promised'] & string,
  lengths: readonly number[],
): void {
  const verdict = inspectBytes(bytes, { promised });
  expect(inspectInChunks(bytes, lengths, { promised })).toEqual(verdict);
  expect(verdict.verdict === 'valid').toBe(verdict.faults.length === 0);
  expect(verdict.faults.filter(({ offset }) => !(offset >= 0 && offset <= bytes.length))).toEqual(
    [],
  );
  expect(verdict.durationSeconds).toBeGreaterThanOrEqual(0);
}

describe('any bytes', () => {
  it('get a verdict, the same for all chunkings', () => {
    fc.assert(
      fc.property(pieces, promises, chunkLengths, (parts, promised, lengths) => {
        expectVerdict(joinBytes(...parts), promised, lengths);
      }),
      { numRuns: 200 },
    );
  });

  it('of damaged files get a verdict, the same for all chunkings', () => {
    fc.assert(
      fc.property(scratched, chunkLengths, ([bytes, promised], lengths) => {
        expectVerdict(bytes, promised, lengths);
      }),
      { numRuns: 200 },
    );
  });

  it('as playlists of a million lines are read in seconds', () => {
    const text = playlistText({
      segments: Array.from({ length: 500_000 }, (_, index) => ({
        uri: `${index}.ts`,
        durationSeconds: 5,
      })),
    });
    const { verdict, faults } = inspectBytes(Buffer.from(text), { promised: 'm3u8' });
    expect(verdict).toBe('suspicious');
    expect(faults.map(({ code }) => code)).toEqual(['playlist-too-large']);
  });
});
