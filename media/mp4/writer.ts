import type { PictureSize } from '../h264/gray.ts';
import { joinAll, joinBytes } from '../join.ts';
import { box, letters, longs } from './write-box.ts';
import { fragment } from './write-fragment.ts';
import { movieBox } from './write-moov.ts';
import { audioTrack, videoTrack, type WrittenTrack } from './write-track.ts';

/** What MP4 file to write. */
export interface Mp4Options {
  /**
   * At least 1, below 4e9. Every track lasts exactly so long, to one tick of its clock: 1/16 ms for audio of the default
   * rate, 1/90 ms for video.
   */
  readonly durationMs: number;
  /** Silent mono AAC. Default true; false needs a picture. */
  readonly audio?: boolean;
  /** Gray H.264 pictures of this size. Default: no video. */
  readonly picture?: PictureSize;
  /** A rate of AAC. Default 16000. */
  readonly sampleRateHz?: number;
  /** Time between two pictures, about: the duration is divided evenly. Default 1000. */
  readonly pictureIntervalMs?: number;
  /**
   * One AAC frame stands for a whole second: 4 bytes a second (24 hours are 350 KiB) instead of 63. Default false.
   */
  readonly sparse?: boolean;
  /** Where the tables stand: before the media (the default), behind it, or spread over fragments. */
  readonly layout?: 'moov-first' | 'moov-last' | 'fragmented';
  /** Length of a fragment. Default 10000. */
  readonly fragmentMs?: number;
  /** An integer of up to 32 bits that a `free` box shows: other number, other bytes, same length. Default 0. */
  readonly fingerprint?: number;
}

/** The figures of a file to be written. */
export interface Mp4Shape {
  /** Of the longest track. */
  readonly durationSeconds: number;
  /** Length of the file. */
  readonly bytes: number;
  /** AAC frames; 0 without audio. */
  readonly audioFrames: number;
  /** Pictures; 0 without video. */
  readonly pictures: number;
}

/** Samples are gathered to pieces of about so many bytes. */
const pieceBytes = 64 * 1024;

function tracksOf(options: Mp4Options): readonly [WrittenTrack, ...WrittenTrack[]] {
  const { durationMs, audio = true, picture, sampleRateHz = 16_000, sparse = false } = options;
  const { pictureIntervalMs = 1000, fingerprint = 0 } = options;
  if (!(durationMs >= 1 && durationMs < 4e9)) {
    throw new RangeError(`durationMs must be at least 1 and below 4e9, not ${durationMs}`);
  }
  const sound = (id: number): WrittenTrack => audioTrack(id, durationMs, sampleRateHz, sparse);
  if (picture === undefined) {
    if (!audio) {
      throw new RangeError('A file without audio needs a picture');
    }
    return [sound(1)];
  }
  const pictures = Math.max(1, Math.round(durationMs / Math.max(1, pictureIntervalMs)));
  const video = videoTrack(1, durationMs, picture, pictures, fingerprint);
  return audio ? [video, sound(2)] : [video];
}

function head({ layout, fingerprint = 0 }: Mp4Options): Uint8Array {
  const brands = layout === 'fragmented' ? 'iso5iso6mp41' : 'isomiso2mp41';
  return joinBytes(
    box('ftyp', letters(brands.slice(0, 4)), longs(0x200), letters(brands)),
    box('free', longs(fingerprint)),
  );
}

function bytesOf({ count, kind, sizeOf }: WrittenTrack): number {
  return kind === 'audio' ? count * sizeOf(0) : sizeOf(0) + (count - 1) * sizeOf(1);
}

/** All samples of all tracks, each track in a row. */
function* samplesOf(tracks: readonly WrittenTrack[]): Generator<Uint8Array, void, undefined> {
  let piece: Uint8Array[] = [];
  let gathered = 0;
  for (const track of tracks) {
    for (let index = 0; index < track.count; index++) {
      const sample = track.sampleOf(index);
      piece.push(sample);
      gathered += sample.length;
      if (gathered >= pieceBytes) {
        yield joinAll(piece);
        [piece, gathered] = [[], 0];
      }
    }
  }
  yield joinAll(piece);
}

/** Tables of a file whose media begin at `mediaOffset`. */
function movieFor(tracks: readonly WrittenTrack[], mediaOffset: number): Uint8Array {
  let offset = mediaOffset;
  const offsets = tracks.map((track) => {
    const at = offset;
    offset += bytesOf(track);
    return at;
  });
  return movieBox(tracks, offsets);
}

function* wholeChunks(options: Mp4Options): Generator<Uint8Array, void, undefined> {
  const tracks = tracksOf(options);
  const first = head(options);
  const mdat = joinBytes(
    longs(8 + tracks.reduce((sum, track) => sum + bytesOf(track), 0)),
    letters('mdat'),
  );
  // Offsets do not change the length: where the tables come first, they are made once to be measured.
  const before = options.layout === 'moov-last' ? 0 : movieFor(tracks, 0).length;
  const moov = movieFor(tracks, first.length + before + mdat.length);
  yield first;
  if (options.layout !== 'moov-last') {
    yield moov;
  }
  yield mdat;
  yield* samplesOf(tracks);
  if (options.layout === 'moov-last') {
    yield moov;
  }
}

function* fragmentedChunks(options: Mp4Options): Generator<Uint8Array, void, undefined> {
  const { durationMs, fragmentMs = 10_000 } = options;
  const tracks = tracksOf(options);
  yield joinBytes(head(options), movieBox(tracks, undefined));
  const next = tracks.map(() => 0);
  const count = Math.ceil(durationMs / Math.max(1, fragmentMs));
  for (let sequence = 1; sequence <= count; sequence++) {
    const parts = tracks.map((track, index) => {
      const from = next[index] ?? 0;
      const limit = (sequence * fragmentMs * track.timescale) / 1000;
      let to = from;
      while (to < track.count && (sequence === count || track.timeOf(to) < limit)) {
        to++;
      }
      next[index] = to;
      return { track, from, to };
    });
    yield fragment(sequence, parts);
  }
}

/**
 * Writes a valid MP4 file piece by piece: silent AAC audio and, when asked for, H.264 video of a still gray picture.
 * Tables stay small: audio needs none that grows, video 4 bytes a picture.
 * @throws RangeError for durations, rates and picture sizes out of bounds.
 */
export function mp4Chunks(options: Mp4Options): Generator<Uint8Array, void, undefined> {
  return options.layout === 'fragmented' ? fragmentedChunks(options) : wholeChunks(options);
}

/** The figures of what {@link mp4Chunks} would write. @throws RangeError as {@link mp4Chunks}. */
export function mp4Shape(options: Mp4Options): Mp4Shape {
  const tracks = tracksOf(options);
  const countOf = (kind: WrittenTrack['kind']): number =>
    tracks.find((track) => track.kind === kind)?.count ?? 0;
  let bytes = 0;
  if (options.layout === 'fragmented') {
    for (const { length } of fragmentedChunks(options)) {
      bytes += length;
    }
  } else {
    bytes = head(options).length + movieFor(tracks, 0).length + 8;
    bytes += tracks.reduce((sum, track) => sum + bytesOf(track), 0);
  }
  return {
    durationSeconds: Math.max(...tracks.map(({ ticks, timescale }) => ticks / timescale)),
    bytes,
    audioFrames: countOf('audio'),
    pictures: countOf('video'),
  };
}

/** Writes a valid MP4 file. @throws RangeError as {@link mp4Chunks}. */
export function writeMp4(options: Mp4Options): Uint8Array {
  return joinAll([...mp4Chunks(options)]);
}
