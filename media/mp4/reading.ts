import { FaultLog } from '../fault-log.ts';
import type { Reading } from '../reading.ts';
import type { MediaVerdict } from '../verdict.ts';
import type { Window } from '../window.ts';
import { type BoxHeader, boxHeaderBytesMax, readBoxHeader } from './boxes.ts';
import { concludeMp4 } from './conclude.ts';
import { Fragments } from './fragments.ts';
import { Gatherer } from './gatherer.ts';
import { MediaRanges } from './media-ranges.ts';
import { type FoundMovie, readMovie } from './movie.ts';
import { ZeroWatch } from './zero-watch.ts';

/** Tables that are read: larger ones cannot be of a recording of a day. */
const moovBytesMax = 64 * 1024 * 1024;
const moofBytesMax = 4 * 1024 * 1024;
/** Boxes of a file that are looked at. */
const boxesMax = 500_000;

/** Boxes that may stand at the top of a file; others are told. */
const topTypes = new Set(
  'ftyp styp moov moof mdat free skip wide uuid pdin sidx ssix mfra meta emsg prft udta'.split(' '),
);

/**
 * Judges an MP4 file (ISO/IEC 14496-12), whole or fragmented: its boxes to the end, its tables against its media, and the
 * exact duration. Memory: the tables, 64 MiB at most, and two numbers for each box of media.
 */
export class Mp4Reading implements Reading {
  readonly #log = new FaultLog();
  readonly #ranges = new MediaRanges();
  readonly #fragments = new Fragments(this.#log);
  readonly #zeros = new ZeroWatch();
  #state: 'header' | 'content' | 'over' = 'header';
  #boxes = 0;
  /** The box whose content comes: its begin, and its end, which may lie behind the end of the file. */
  #box: { readonly type: string; readonly offset: number; readonly end: number } | undefined;
  #gathered: Gatherer | undefined;
  #found: FoundMovie | undefined;
  #moovs = 0;

  proceed(window: Window): number {
    let at = 0;
    while (at < window.end && this.#state !== 'over') {
      if (this.#state === 'header') {
        if (!window.final && window.end - at < boxHeaderBytesMax) {
          return at;
        }
        at = this.#open(window, at);
      } else {
        at = this.#pass(window, at);
      }
    }
    return this.#state === 'over' ? window.end : at;
  }

  conclude(size: number): MediaVerdict {
    const box = this.#box;
    if (size === 0) {
      this.#log.add('empty-file', 0, 'The file has 0 bytes.');
    } else if (box !== undefined && box.end > size && box.end !== Infinity) {
      const figures = `needs ${box.end - box.offset} bytes, ${size - box.offset} are left`;
      // What looks like a box of no known kind and does not fit is none.
      const code = topTypes.has(box.type) ? 'truncated-box' : 'junk-behind-boxes';
      this.#log.add(code, box.offset, `The box ${JSON.stringify(box.type)} ${figures}.`);
    } else {
      this.#tellUnknown();
    }
    this.#fragments.miss();
    return concludeMp4({
      log: this.#log,
      size,
      boxes: this.#boxes,
      moovs: this.#moovs,
      found: this.#found,
      ranges: this.#ranges,
      fragments: this.#fragments.tracks,
      zerosAt: this.#zeros.found,
    });
  }

  /** A box begins at `at`, or something that is none. */
  #open(window: Window, at: number): number {
    const offset = window.base + at;
    const left = window.end - at;
    if (left < 8) {
      return this.#stop(window, at, `${left} bytes are too few for a box`);
    }
    const header = readBoxHeader(window.view, at);
    if (header === undefined || !/^[ -~]{4}$/.test(header.type)) {
      return this.#stop(window, at, 'No box begins here');
    }
    this.#boxes++;
    if (this.#boxes > boxesMax) {
      this.#log.add('too-many-boxes', offset, `Boxes behind the first ${boxesMax} were not read.`);
      this.#state = 'over';
      return window.end;
    }
    if (this.#boxes === 1 && header.type !== 'ftyp' && header.type !== 'styp') {
      this.#log.add('ftyp-missing', offset, `The first box is ${header.type}.`);
    }
    return this.#enter(header, at, offset);
  }

  #enter(header: BoxHeader, at: number, offset: number): number {
    this.#tellUnknown();
    const { type, headerBytes, bytes = Infinity } = header;
    const end = offset + bytes;
    const contentOffset = offset + headerBytes;
    this.#box = { type, offset, end };
    this.#state = 'content';
    if (type === 'mdat') {
      this.#zeros.restart();
      this.#ranges.add({ from: contentOffset, to: end });
      this.#fragments.arrive(this.#ranges);
    } else if (type === 'moov' || type === 'moof') {
      this.#gather(type, offset, contentOffset, end - contentOffset);
    } else if (end === Infinity) {
      this.#log.add('malformed-box', offset, `Only media may reach to the end, not ${type}.`);
    }
    return at + headerBytes;
  }

  /** The box that is over now may be of no known kind. */
  #tellUnknown(): void {
    if (this.#box !== undefined && !topTypes.has(this.#box.type)) {
      const { type, offset } = this.#box;
      this.#log.add('unknown-box', offset, `There is a box of the kind ${JSON.stringify(type)}.`);
    }
  }

  #gather(type: string, offset: number, contentOffset: number, length: number): void {
    const [most, what] = type === 'moov' ? [moovBytesMax, 'moov'] : [moofBytesMax, 'moof'];
    this.#moovs += type === 'moov' ? 1 : 0;
    if (length > most) {
      this.#log.add('moov-too-large', offset, `The box ${what} announces ${length} bytes.`);
      return;
    }
    if (type === 'moov' && this.#moovs > 1) {
      this.#log.add('moov-repeated', offset, 'Another box of tables.');
      return;
    }
    this.#gathered = new Gatherer(type, offset, contentOffset, length);
    this.#finishGathering();
  }

  /** Through the content of the box; skips what need not be looked at, even beyond the window. */
  #pass(window: Window, at: number): number {
    const box = this.#box;
    const end = (box?.end ?? 0) - window.base;
    const until = Math.min(end, window.end);
    let next = end === Infinity ? window.end : end;
    if (this.#gathered !== undefined) {
      next = at + this.#gathered.push(window.bytes.subarray(at, until));
      this.#finishGathering();
    } else if (box?.type === 'mdat') {
      this.#zeros.scan(window.bytes, at, until, window.base + at);
      next = until;
    }
    if (next >= end) {
      this.#state = 'header';
    }
    return next;
  }

  #finishGathering(): void {
    const whole = this.#gathered;
    if (whole?.isWhole !== true) {
      return;
    }
    this.#gathered = undefined;
    const { type, offset, contentOffset, view } = whole;
    if (type === 'moov') {
      this.#found = { movie: readMovie(view, contentOffset, this.#log), offset };
    } else {
      this.#fragments.take(view, offset, contentOffset, this.#found?.movie);
    }
  }

  #stop(window: Window, at: number, what: string): number {
    const offset = window.base + at;
    this.#state = 'over';
    if (this.#boxes === 0) {
      this.#log.add('no-boxes', offset, `${what}.`);
      return window.end;
    }
    const zeros = window.bytes.subarray(at).every((byte) => byte === 0);
    const isCut = window.final && window.end - at < 8 && !zeros;
    const code = isCut ? 'truncated-box' : 'junk-behind-boxes';
    this.#log.add(code, offset, `${what}, behind ${this.#boxes} boxes.`);
    return window.end;
  }
}
