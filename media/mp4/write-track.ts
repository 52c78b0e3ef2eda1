import { samplesPerAacFrame } from '../aac/sample-rates.ts';
import { audioSpecificConfig, silentAacFrame } from '../aac/silence.ts';
import {
  fingerprintMessage,
  grayPicture,
  pictureParameters,
  type PictureSize,
  repeatedPicture,
  sequenceParameters,
} from '../h264/gray.ts';
import { joinBytes } from '../join.ts';
import { box, fullBox, letters, longs, words } from './write-box.ts';

/** A track to be written: all its figures, and its samples one by one. */
export interface WrittenTrack {
  readonly id: number;
  readonly kind: 'audio' | 'video';
  /** Ticks a second. */
  readonly timescale: number;
  /** Samples from the first to the last. */
  readonly count: number;
  /** Exact duration. */
  readonly ticks: number;
  /** Time of a sample; of the index `count`, the duration. */
  readonly timeOf: (index: number) => number;
  readonly sizeOf: (index: number) => number;
  readonly sampleOf: (index: number) => Uint8Array;
  readonly picture: PictureSize | undefined;
  /** The box that tells the codec, for `stsd`. */
  readonly entry: Uint8Array;
}

/** A descriptor of ISO/IEC 14496-1, shorter than 128 bytes. */
function descriptor(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(...parts);
  return joinBytes(Uint8Array.of(tag, content.length), content);
}

function audioEntry(sampleRateHz: number): Uint8Array {
  const config = descriptor(
    4,
    Uint8Array.of(0x40, 0x15, 0, 0, 0), // AAC, an audio stream, no buffer told
    longs(0, 0),
    descriptor(5, audioSpecificConfig(sampleRateHz)),
  );
  const stream = descriptor(3, words(1), Uint8Array.of(0), config, descriptor(6, Uint8Array.of(2)));
  return box(
    'mp4a',
    longs(0),
    words(0, 1), // the data reference
    longs(0, 0),
    words(1, 16), // channels, bits
    longs(0),
    words(sampleRateHz > 0xffff ? 0 : sampleRateHz, 0),
    fullBox('esds', 0, 0, stream),
  );
}

/** AAC silence. With `sparse`, one frame stands for a second; else each lasts its 1024 samples. The last one takes the rest. */
export function audioTrack(
  id: number,
  durationMs: number,
  sampleRateHz: number,
  sparse: boolean,
): WrittenTrack {
  const delta = sparse ? sampleRateHz : samplesPerAacFrame;
  const ticks = Math.max(1, Math.round((durationMs * sampleRateHz) / 1000));
  const sample = silentAacFrame();
  return {
    id,
    kind: 'audio',
    timescale: sampleRateHz,
    count: Math.ceil(ticks / delta),
    ticks,
    timeOf: (index) => Math.min(ticks, index * delta),
    sizeOf: () => sample.length,
    sampleOf: () => sample,
    picture: undefined,
    entry: audioEntry(sampleRateHz),
  };
}

function videoEntry(picture: PictureSize, sequence: Uint8Array): Uint8Array {
  const parameters = pictureParameters();
  const { width, height } = picture;
  return box(
    'avc1',
    longs(0),
    words(0, 1), // the data reference
    longs(0, 0, 0, 0),
    words(width, height),
    longs(0x480000, 0x480000, 0), // 72 dpi
    words(1),
    new Uint8Array(32), // no name of a compressor
    words(0x18, 0xffff),
    box(
      'avcC',
      Uint8Array.of(1, 0x42, 0xc0, 0x28, 0xff, 0xe1),
      words(sequence.length),
      sequence,
      Uint8Array.of(1),
      words(parameters.length),
      parameters,
    ),
  );
}

const videoTimescale = 90_000;

/** Pictures of the same gray, evenly spread over the duration. */
export function videoTrack(
  id: number,
  durationMs: number,
  picture: PictureSize,
  count: number,
  fingerprint: number,
): WrittenTrack {
  const ticks = Math.max(count, Math.round((durationMs * videoTimescale) / 1000));
  const base = Math.floor(ticks / count);
  /** The first so many last `base` ticks, the others one more. */
  const short = count - (ticks - base * count);
  const counted = (unit: Uint8Array): Uint8Array => joinBytes(longs(unit.length), unit);
  const first = joinBytes(counted(fingerprintMessage(fingerprint)), counted(grayPicture(picture)));
  const later = counted(repeatedPicture(picture, 1)).length;
  return {
    id,
    kind: 'video',
    timescale: videoTimescale,
    count,
    ticks,
    timeOf: (index) => index * base + Math.max(0, index - short),
    sizeOf: (index) => (index === 0 ? first.length : later),
    sampleOf: (index) => (index === 0 ? first : counted(repeatedPicture(picture, index))),
    picture,
    entry: videoEntry(picture, sequenceParameters(picture, base)),
  };
}

/** Runs of samples of one duration, as `stts` wants them: at most three for what is written here. */
export function durationRuns(track: WrittenTrack, from: number, to: number): readonly Run[] {
  const runs: { count: number; value: number }[] = [];
  for (let index = from; index < to; index++) {
    const value = track.timeOf(index + 1) - track.timeOf(index);
    const last = runs.at(-1);
    if (last?.value === value) {
      last.count++;
    } else {
      runs.push({ count: 1, value });
    }
  }
  return runs;
}

/** So many samples in a row with the same value. */
export interface Run {
  readonly count: number;
  readonly value: number;
}

/** The name that `hdlr` gives to a kind of track. */
export function handlerOf(kind: WrittenTrack['kind']): Uint8Array {
  return letters(kind === 'audio' ? 'soun' : 'vide');
}
