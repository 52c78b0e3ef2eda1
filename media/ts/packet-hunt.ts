import type { Window } from '../window.ts';
import { packetBytes, syncByte } from './constants.ts';

/** Packets that must follow each other where none are expected. */
const chain = 3;

/** Sizes of packets that carry more: a time code before them, or correction bytes behind them. */
const foreignSizes = [192, 204] as const;
const foreignChain = 5;

/** Whether sync bytes stand `size` bytes apart from index `at` on: `count` of them, or as many as the file has. */
function isChain(window: Window, at: number, size: number, count: number): boolean {
  for (let index = 0; index < count; index++) {
    const here = at + index * size;
    if (here >= window.end) {
      return window.final && index > 0;
    }
    if (window.bytes[here] !== syncByte) {
      return false;
    }
  }
  return true;
}

/** Index of the next packet from `from` on; undefined where the window has none. Needs a settled window. */
export function findPacket(window: Window, from: number): number | undefined {
  // What stands nearer to the end than a whole packet is no packet; the window of a file that goes on is long enough.
  for (let at = from; at + packetBytes <= window.end; at++) {
    if (window.bytes[at] === syncByte && isChain(window, at, packetBytes, chain)) {
      return at;
    }
  }
  return undefined;
}

/** The size of the packets, 192 or 204, with which the window begins; undefined where it does not. */
export function foreignPacketSize(window: Window): number | undefined {
  return foreignSizes.find((size) => {
    for (let at = 0; at < size; at++) {
      if (window.end >= foreignChain * size && isChain(window, at, size, foreignChain)) {
        return true;
      }
    }
    return false;
  });
}
