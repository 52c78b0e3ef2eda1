import { fingerprintBytes, fingerprintLength } from '../fingerprint.ts';
import { musicCrc } from './crc16.ts';
import { decodeHeader, listedBitratesKbps } from './frame-header.ts';
import {
  type FrameShape,
  headerWord,
  overheadBytes,
  silentFrame,
  versionOf,
} from './write-frame.ts';
import { infoFrame, infoFrameBytes } from './write-info-frame.ts';
import { id3v1Tag, id3v2Tag } from './write-tags.ts';

/** What MP3 file to write. Everything but the duration has a default, and the defaults give small files. */
export interface Mp3Options {
  /** Rounded to whole frames (36 ms with the defaults), at least one. */
  readonly durationSeconds: number;
  /** One of the nine rates of MPEG audio; it decides the MPEG version. Default 16000 (MPEG-2). */
  readonly sampleRateHz?: number;
  /** One of the version's listed bitrates. Default: the lowest that leaves room for the fingerprint. */
  readonly bitrateKbps?: number;
  /** Default 1. */
  readonly channels?: 1 | 2;
  /** Protect each frame with a CRC. Default false. */
  readonly crc?: boolean;
  /** Begin with an Info frame: counts, LAME tag, music CRC. Default true. */
  readonly infoFrame?: boolean;
  /** Title of an ID3v2 tag before the audio. Default: no tag. */
  readonly id3v2?: string;
  /** Title of an ID3v1 tag after the audio. Default: no tag. */
  readonly id3v1?: string;
  /** An integer of up to 32 bits that shows in the stuffing of every frame: other number, other bytes, same length. */
  readonly fingerprint?: number;
}

/** The figures of a file to be written, known without writing it. */
export interface Mp3Shape {
  /** Audio frames, the Info frame not counted. */
  readonly frames: number;
  /** Exact, from the frames. */
  readonly durationSeconds: number;
  /** Length of the whole file, tags included. */
  readonly bytes: number;
}

/** Frames in one block: paddings repeat after 49 frames at the latest (44.1 kHz and its fractions). */
const blockFrames = 49 * 16;

interface Plan {
  readonly shape: FrameShape;
  readonly frames: number;
  readonly samplesPerFrame: number;
  /** Where frame `index` begins, from the first audio frame. */
  readonly offsetOf: (index: number) => number;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly infoBytes: number;
}

function lowestBitrateKbps(shape: Omit<FrameShape, 'bitrateKbps'>): number {
  const rates = listedBitratesKbps(versionOf(shape.sampleRateHz), 3);
  const bitrate = rates.find((bitrateKbps) => hasRoom({ ...shape, bitrateKbps }));
  return bitrate ?? Math.max(...rates);
}

function hasRoom(shape: FrameShape): boolean {
  return (
    silentFrame(shape, false, new Uint8Array(1)).length >= overheadBytes(shape) + fingerprintLength
  );
}

function plan(options: Mp3Options): Plan {
  const { durationSeconds, sampleRateHz = 16000, channels = 1, crc = false } = options;
  if (!(durationSeconds > 0 && durationSeconds < 1e6)) {
    throw new RangeError(
      `durationSeconds must be over 0 and below a million, not ${durationSeconds}`,
    );
  }
  const bitrateKbps = options.bitrateKbps ?? lowestBitrateKbps({ sampleRateHz, channels, crc });
  const shape: FrameShape = { sampleRateHz, bitrateKbps, channels, crc };
  const { samplesPerFrame = 0 } = decodeHeader(headerWord(shape, false)) ?? {};
  if (!hasRoom(shape)) {
    throw new RangeError(`${bitrateKbps} kbit/s at ${sampleRateHz} Hz leave no room for side info`);
  }
  const frames = Math.max(1, Math.round((durationSeconds * sampleRateHz) / samplesPerFrame));
  const bytesPerSecond = bitrateKbps * 125;
  return {
    shape,
    frames,
    samplesPerFrame,
    offsetOf: (index) => Math.floor((index * samplesPerFrame * bytesPerSecond) / sampleRateHz),
    head: options.id3v2 === undefined ? new Uint8Array(0) : id3v2Tag(options.id3v2),
    tail: options.id3v1 === undefined ? new Uint8Array(0) : id3v1Tag(options.id3v1),
    infoBytes: options.infoFrame === false ? 0 : infoFrameBytes(shape),
  };
}

/** The first frames of the stream, up to {@link blockFrames}; the stream is this block over and over. */
function block({ shape, frames, offsetOf }: Plan, fingerprint: number): Uint8Array {
  const count = Math.min(frames, blockFrames);
  const bytes = new Uint8Array(offsetOf(count));
  const filling = fingerprintBytes(fingerprint);
  const plain = silentFrame(shape, false, filling);
  const padded = silentFrame(shape, true, filling);
  for (let index = 0; index < count; index++) {
    const length = offsetOf(index + 1) - offsetOf(index);
    bytes.set(length === plain.length ? plain : padded, offsetOf(index));
  }
  return bytes;
}

function* audio({ frames, offsetOf }: Plan, bytes: Uint8Array): Iterable<Uint8Array> {
  for (let left = frames; left > 0; left -= blockFrames) {
    yield left >= blockFrames ? bytes : bytes.subarray(0, offsetOf(left));
  }
}

/** Length, frames and exact duration of what {@link writeMp3} would write. @throws RangeError as {@link mp3Chunks}. */
export function mp3Shape(options: Mp3Options): Mp3Shape {
  const { shape, frames, samplesPerFrame, offsetOf, head, tail, infoBytes } = plan(options);
  return {
    frames,
    durationSeconds: (frames * samplesPerFrame) / shape.sampleRateHz,
    bytes: head.length + infoBytes + offsetOf(frames) + tail.length,
  };
}

/**
 * Writes a valid, silent MP3 file piece by piece, in the memory of one piece whatever its duration.
 * Pieces may be one and the same array again and again: do not change them.
 * @throws RangeError for rates that MPEG audio does not list, or a bitrate too low for the side info.
 */
export function* mp3Chunks(options: Mp3Options): Generator<Uint8Array, void, undefined> {
  const planned = plan(options);
  const bytes = block(planned, options.fingerprint ?? 0);
  yield planned.head;
  if (planned.infoBytes > 0) {
    let crc = 0;
    for (const piece of audio(planned, bytes)) {
      const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
      crc = musicCrc(view, 0, piece.length, crc);
    }
    const { frames, offsetOf } = planned;
    yield infoFrame(planned.shape, { frames, audioBytes: offsetOf(frames), musicCrc: crc });
  }
  yield* audio(planned, bytes);
  yield planned.tail;
}

/** Writes a valid, silent MP3 file. @throws RangeError as {@link mp3Chunks}. */
export function writeMp3(options: Mp3Options): Uint8Array {
  const bytes = new Uint8Array(mp3Shape(options).bytes);
  let at = 0;
  for (const piece of mp3Chunks(options)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
