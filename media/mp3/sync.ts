import { frameLength, isFreeFormat, paddingBytes, sameStream } from './frame-header.ts';
import { hasTagMark } from './tags.ts';
import type { Window } from './window.ts';

/** Longest free-format frame: 640 kbit/s at 8 kHz, the highest that encoders write. */
const freeBytesMax = 5760;
/** Shortest: header, CRC and the largest side info. */
const freeBytesMin = 24;

/** Frames in a row that make a stream of another format believable. */
export const strongChain = 4;

/** How a chain of frames is looked for. */
export interface ChainQuery {
  /** Enough frames in a row. */
  readonly frames: number;
  /** Enough where they end exactly at `limit` or at a tag. */
  readonly least: number;
  /** Index where audio must end: the tail tags or the end of the file. */
  readonly limit: number;
  /** Length of an unpadded free-format frame; 0 where unknown. */
  readonly freeBytes: number;
}

/** Whether frames of one stream follow each other from index `at` on: one sync word says little, a chain says all. */
export function isChain(window: Window, at: number, query: ChainQuery): boolean {
  const { view } = window;
  if (at + 4 > query.limit) {
    return false;
  }
  const first = view.getUint32(at);
  let next = at;
  for (let count = 0; count < query.frames; count++) {
    if (next + 4 > query.limit) {
      return window.final && next === query.limit && count >= query.least;
    }
    const word = view.getUint32(next);
    const length = sameStream(word, first) ? frameLength(word, query.freeBytes) : 0;
    if (length === 0) {
      return count >= query.least && hasTagMark(window, next);
    }
    next += length;
  }
  return true;
}

/**
 * Learns the length of an unpadded free-format frame from the distance to the frames that follow index `at`.
 * @returns 0 where no chain of three frames, or fewer up to the audio's end, gives one length.
 */
export function learnFreeBytes(window: Window, at: number, limit: number): number {
  if (at + 4 > limit) {
    return 0;
  }
  const { view } = window;
  const first = view.getUint32(at);
  if (!isFreeFormat(first)) {
    return 0;
  }
  const searchEnd = Math.min(at + freeBytesMax, limit - 4);
  for (let next = at + freeBytesMin; next <= searchEnd; next++) {
    if (window.bytes[next] === 0xff && sameStream(view.getUint32(next), first)) {
      const freeBytes = next - at - paddingBytes(first);
      if (isChain(window, at, { frames: 3, least: 2, limit, freeBytes })) {
        return freeBytes;
      }
    }
  }
  return 0;
}
