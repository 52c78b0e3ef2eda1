import {
  decodeHeader,
  frameLength,
  isFreeFormat,
  paddingBytes,
  sameStream,
} from './frame-header.ts';
import { hasTagMark } from './tags.ts';
import type { Window } from '../window.ts';

/** The highest free-format bitrate that encoders write. */
const freeKbpsMax = 640;
/** Refused lengths to remember: more than a few come from hostile bytes only. */
const refusedMax = 16;
/** Shortest free-format frame: header, CRC and side info of mono. */
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
}

/**
 * Whether frames of one stream follow each other from index `at` on: one sync word says little, a chain says all.
 * @param freeBytes length of an unpadded free-format frame; 0 where unknown.
 */
export function isChain(window: Window, at: number, query: ChainQuery, freeBytes: number): boolean {
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
    const length = sameStream(word, first) ? frameLength(word, freeBytes) : 0;
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
  const searchEnd = Math.min(at + freeBytesMax(first), limit - 4);
  const query = { frames: 3, least: 2, limit };
  const refused: number[] = [];
  for (let next = at + freeBytesMin; next <= searchEnd; next++) {
    if (window.bytes[next] === 0xff && sameStream(view.getUint32(next), first)) {
      const freeBytes = next - at - paddingBytes(first);
      // A frame with a damaged one behind it refuses its true length: then its multiples are no better.
      const isMultiple = refused.some((one) => freeBytes % one <= freeBytes / one);
      if (!isMultiple && isChain(window, at, query, freeBytes)) {
        return freeBytes;
      }
      if (refused.length < refusedMax) {
        refused.push(freeBytes);
      }
    }
  }
  return 0;
}

/** Longest free-format frame with this header, unpadded: 5760 bytes at 8 kHz, less at any other rate. */
function freeBytesMax(word: number): number {
  const { samplesPerFrame = 0, sampleRateHz = 1 } = decodeHeader(word) ?? {};
  return Math.floor((samplesPerFrame * freeKbpsMax * 125) / sampleRateHz);
}
