import { frameLength, isFreeFormat, sameStream } from './frame-header.ts';
import type { Stream } from './stream.ts';
import { type ChainQuery, isChain, learnFreeBytes } from './sync.ts';
import { tagAt } from './tags.ts';
import type { Window } from '../window.ts';

/** Attempts at learning a free-format length in one file: each costs a search, and hostile bytes ask for many. */
const freeAttemptsMax = 256;

/** Frames in a row that make a stream believable whose format is known already. */
const knownChain = 3;

/** Looks for frames where the walk does not know what comes next. */
export class FrameFinder {
  readonly #stream: Stream;
  #freeAttempts = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  /**
   * Looks for frames at index `at`: of the stream that is walked, of another, or the first.
   * @returns the length of their unpadded free-format frames, 0 for listed bitrates; undefined where none stand there.
   */
  find(window: Window, at: number, query: ChainQuery): number | undefined {
    const { reference, freeBytes: knownFreeBytes } = this.#stream;
    const word = at + 4 <= query.limit ? window.view.getUint32(at) : 0;
    // Any length will do for free format: whether there is a header at all comes first, hostile bytes ask it often.
    if (frameLength(word, 1) === 0) {
      return undefined;
    }
    if (this.#resumes(window, at, query.limit)) {
      return knownFreeBytes;
    }
    if (reference !== 0 && sameStream(word, reference)) {
      return undefined;
    }
    const freeBytes = this.#learn(window, at, query.limit);
    return isChain(window, at, query, freeBytes) ? freeBytes : undefined;
  }

  /** Index in the frame from `at` to `next` at which other frames or a tag begin; undefined where it is whole. */
  findInside(window: Window, at: number, next: number, limit: number): number | undefined {
    const { bytes } = window;
    for (let inside = at + 4; inside < next; inside++) {
      const byte = bytes[inside];
      if (
        byte === 0xff
          ? this.#resumes(window, inside, limit)
          : (byte === 0x49 || byte === 0x41) && tagAt(window, inside) !== undefined
      ) {
        return inside;
      }
    }
    return undefined;
  }

  /** Whether frames of the stream that is walked stand at index `at`. */
  #resumes(window: Window, at: number, limit: number): boolean {
    const { freeBytes } = this.#stream;
    return (
      at + 4 <= limit &&
      this.#stream.lengthOf(window.view.getUint32(at)) > 0 &&
      isChain(window, at, { frames: knownChain, least: 1, limit }, freeBytes)
    );
  }

  #learn(window: Window, at: number, limit: number): number {
    if (!isFreeFormat(window.view.getUint32(at)) || this.#freeAttempts >= freeAttemptsMax) {
      return 0;
    }
    this.#freeAttempts++;
    return learnFreeBytes(window, at, limit);
  }
}
