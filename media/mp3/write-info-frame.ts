import { musicCrc } from './crc16.ts';
import { frameLength, listedBitratesKbps } from './frame-header.ts';
import { sideInfoLayout } from './side-info.ts';
import { type FrameShape, headerWord, versionOf } from './write-frame.ts';

/** What an Info frame notes about the audio that follows it. */
export interface InfoFigures {
  readonly frames: number;
  /** Bytes of audio, the Info frame not counted. */
  readonly audioBytes: number;
  /** CRC-16/ARC over the audio. */
  readonly musicCrc: number;
}

/** From the mark to the end of the LAME tag. */
const infoBytes = 156;

/** An Info frame needs room for its tag: the lowest bitrate that gives it. */
function infoShape(shape: FrameShape): FrameShape {
  const rates = listedBitratesKbps(versionOf(shape.sampleRateHz), 3);
  const needed = 4 + sideInfoLayout(headerWord(shape, false)).bytes + infoBytes;
  const fits = rates
    .map((bitrateKbps) => ({ ...shape, bitrateKbps }))
    .find((each) => frameLength(headerWord(each, false), 0) >= needed);
  if (fits === undefined) {
    throw new RangeError(`No frame at ${shape.sampleRateHz} Hz has room for an Info tag`);
  }
  return fits;
}

/** Length of the Info frame of a stream. */
export function infoFrameBytes(shape: FrameShape): number {
  return frameLength(headerWord(infoShape(shape), false), 0);
}

/** Writes an Info frame with all fields and a LAME tag, as encoders of constant bitrate do. */
export function infoFrame(shape: FrameShape, figures: InfoFigures): Uint8Array {
  const word = headerWord(infoShape(shape), false);
  const frame = new Uint8Array(frameLength(word, 0));
  const view = new DataView(frame.buffer);
  view.setUint32(0, word);
  const markAt = 4 + sideInfoLayout(word).bytes;
  const put = (at: number, text: string): void => {
    frame.set(
      Uint8Array.from(text, (char) => char.charCodeAt(0)),
      markAt + at,
    );
  };
  put(0, 'Info');
  view.setUint32(markAt + 4, 15);
  view.setUint32(markAt + 8, figures.frames);
  view.setUint32(markAt + 12, frame.length + figures.audioBytes);
  for (let percent = 0; percent < 100; percent++) {
    frame[markAt + 16 + percent] = Math.floor((percent * 256) / 100);
  }
  put(120, 'LAME3.100');
  view.setUint8(markAt + 129, 1);
  view.setUint8(markAt + 140, Math.min(shape.bitrateKbps, 255));
  view.setUint32(markAt + 148, frame.length + figures.audioBytes);
  view.setUint16(markAt + 152, figures.musicCrc);
  view.setUint16(markAt + 154, musicCrc(view, 0, markAt + 154, 0));
  return frame;
}
