import { frameCrc, frameCrcStart } from './crc16.ts';
import {
  frameLength,
  listedBitratesKbps,
  listedSampleRatesHz,
  type MpegVersion,
} from './frame-header.ts';
import { sideInfoLayout } from './side-info.ts';

/** What all frames of a written stream share. */
export interface FrameShape {
  readonly sampleRateHz: number;
  readonly bitrateKbps: number;
  readonly channels: 1 | 2;
  readonly crc: boolean;
}

const versionBits: Readonly<Record<MpegVersion, number>> = { '1': 3, '2': 2, '2.5': 0 };
const versions = ['1', '2', '2.5'] as const;

/** The MPEG version that a sample rate belongs to. @throws RangeError for a rate that MPEG audio does not have. */
export function versionOf(sampleRateHz: number): MpegVersion {
  const version = versions.find((each) => listedSampleRatesHz(each).includes(sampleRateHz));
  if (version === undefined) {
    throw new RangeError(`MPEG audio has no sample rate of ${sampleRateHz} Hz`);
  }
  return version;
}

/** The header word of a Layer III frame. @throws RangeError for a rate or bitrate that the version does not list. */
export function headerWord(shape: FrameShape, padded: boolean): number {
  const version = versionOf(shape.sampleRateHz);
  const bitrate = listedBitratesKbps(version, 3).indexOf(shape.bitrateKbps) + 1;
  if (bitrate === 0) {
    throw new RangeError(`MPEG-${version} Layer III lists no ${shape.bitrateKbps} kbit/s`);
  }
  const rate = listedSampleRatesHz(version).indexOf(shape.sampleRateHz);
  const word =
    (0x7ff << 21) |
    (versionBits[version] << 19) |
    (1 << 17) |
    ((shape.crc ? 0 : 1) << 16) |
    (bitrate << 12) |
    (rate << 10) |
    ((padded ? 1 : 0) << 9) |
    ((shape.channels === 1 ? 3 : 0) << 6) |
    4;
  return word >>> 0;
}

/** Bytes before the main data of a frame: header, CRC, side info. */
export function overheadBytes(shape: FrameShape): number {
  return 4 + (shape.crc ? 2 : 0) + sideInfoLayout(headerWord(shape, false)).bytes;
}

/**
 * One silent frame: side info that uses no main data, and stuffing, which no decoder looks at.
 * @param stuffing repeated to fill the frame; its bytes must lie below 0x80, so that none looks like a sync.
 */
export function silentFrame(shape: FrameShape, padded: boolean, stuffing: Uint8Array): Uint8Array {
  const word = headerWord(shape, padded);
  const frame = new Uint8Array(frameLength(word, 0));
  const view = new DataView(frame.buffer);
  view.setUint32(0, word);
  const dataAt = overheadBytes(shape);
  for (let at = dataAt; at < frame.length; at++) {
    frame[at] = stuffing[(at - dataAt) % stuffing.length] ?? 0;
  }
  if (shape.crc) {
    view.setUint16(4, frameCrc(view, 6, dataAt, frameCrc(view, 2, 4, frameCrcStart)));
  }
  return frame;
}
