import { sideInfoLayout } from './side-info.ts';
import type { Window } from '../window.ts';

/** What a header frame (Xing, Info, VBRI) promises about the audio that follows it. */
export interface InfoFrame {
  readonly kind: 'Xing' | 'Info' | 'VBRI';
  /** Frames that follow; undefined where it does not tell. */
  readonly frames: number | undefined;
  /** Bytes of the stream; undefined where it does not tell. */
  readonly bytes: number | undefined;
  /** CRC-16 over all audio that follows, as LAME and ffmpeg note it; undefined where it does not tell. */
  readonly musicCrc: number | undefined;
}

const xingMark = 0x58696e67;
const infoMark = 0x496e666f;
const vbriMark = 0x56425249;

/** VBRI stands at a fixed place, whatever the side info's length. */
const vbriAt = 4 + 32;

/** With all four fields present the encoder's part begins here, and the music CRC stands there. */
const encoderAt = 120;
const musicCrcAt = 152;
/** LAME's encoding flags: the file goes on from another without a gap; then its CRC began in that one. */
const flagsAt = 139;
const continuationFlag = 0x80;
const allFields = 15;
const encoders = ['LAME', 'Lavc', 'Lavf', 'L3.9'];

/** Whether a Layer III frame is a header frame: without decoding it, for each frame of the walk. */
export function isInfoFrame(
  view: DataView,
  at: number,
  length: number,
  sideBytes: number,
): boolean {
  // With a frame CRC, too, encoders put the mark right after header and side info length.
  const markAt = 4 + sideBytes;
  if (length < markAt + 8) {
    return false;
  }
  const mark = view.getUint32(at + markAt);
  if (mark === xingMark || mark === infoMark) {
    return true;
  }
  return length >= vbriAt + 18 && view.getUint32(at + vbriAt) === vbriMark;
}

/** Reads the header frame at index `at`; its bytes must be in the window. */
export function readInfoFrame(window: Window, at: number, length: number): InfoFrame {
  const { view } = window;
  const markAt = at + 4 + sideInfoLayout(view.getUint32(at)).bytes;
  const mark = view.getUint32(markAt);
  if (mark !== xingMark && mark !== infoMark) {
    const vbri = at + vbriAt;
    const [bytes, frames] = [view.getUint32(vbri + 10), view.getUint32(vbri + 14)];
    return { kind: 'VBRI', frames, bytes, musicCrc: undefined };
  }
  const flags = view.getUint32(markAt + 4);
  const end = at + length;
  let fieldAt = markAt + 8;
  const field = (flag: number): number | undefined => {
    if ((flags & flag) === 0 || fieldAt + 4 > end) {
      return undefined;
    }
    fieldAt += 4;
    return view.getUint32(fieldAt - 4);
  };
  const frames = field(1);
  const bytes = field(2);
  const tagged =
    (flags & allFields) === allFields &&
    markAt + musicCrcAt + 2 <= end &&
    encoders.includes(window.text(markAt + encoderAt, 4)) &&
    (view.getUint8(markAt + flagsAt) & continuationFlag) === 0;
  const crc = tagged ? view.getUint16(markAt + musicCrcAt) : 0;
  return {
    kind: mark === xingMark ? 'Xing' : 'Info',
    frames,
    bytes,
    musicCrc: crc === 0 ? undefined : crc,
  };
}
