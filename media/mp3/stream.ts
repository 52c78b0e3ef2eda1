import type { FaultCode } from '../faults.ts';
import type { FaultLog } from '../fault-log.ts';
import { FrameChecks } from './frame-checks.ts';
import { decodeHeader, frameLength, isFreeFormat, sameStream } from './frame-header.ts';
import { isInfoFrame, readInfoFrame } from './info-frame.ts';
import { Promises } from './promises.ts';
import { Tally } from './tally.ts';
import type { Window } from '../window.ts';

/** What is known of the stream that is walked, and the book of the frames that were accepted. */
export class Stream {
  readonly #log: FaultLog;
  readonly #checks: FrameChecks;
  readonly tally = new Tally();
  #reference = 0;
  #freeBytes = 0;
  #layer3 = false;
  #promises: Promises | undefined;
  #firstFrameOffset = 0;
  #lastFrameOffset = 0;

  constructor(log: FaultLog) {
    this.#log = log;
    this.#checks = new FrameChecks(log);
  }

  /** Header of the first frame since the last switch; 0 before the first frame. */
  get reference(): number {
    return this.#reference;
  }

  /** Length of an unpadded free-format frame; 0 where the stream has none. */
  get freeBytes(): number {
    return this.#freeBytes;
  }

  /** File offset of the first frame. */
  get firstFrameOffset(): number {
    return this.#firstFrameOffset;
  }

  /** File offset of the frame accepted last. */
  get lastFrameOffset(): number {
    return this.#lastFrameOffset;
  }

  /** Length of the frame with this header if it can belong to the stream; 0 otherwise. */
  lengthOf(word: number): number {
    return sameStream(word, this.#reference) ? frameLength(word, this.#freeBytes) : 0;
  }

  /** The stream begins with a frame of this header, or goes on in another format, which is a fault. */
  begin(word: number, freeBytes: number, offset: number): void {
    const switched = this.#reference !== 0 && !sameStream(word, this.#reference);
    if (switched) {
      reportSwitch(this.#log, this.#reference, word, offset);
      this.breakUp();
    }
    if (this.#reference === 0) {
      this.#firstFrameOffset = offset;
    }
    if (this.#reference === 0 || switched) {
      this.#reference = word;
      this.#freeBytes = freeBytes;
      this.#layer3 = decodeHeader(word)?.layer === 3;
      this.#checks.refer(word);
      this.tally.refer(word);
    }
  }

  /** Takes in one whole frame at index `at` of the window. */
  accept(window: Window, at: number, length: number, word: number): void {
    const { view } = window;
    this.#lastFrameOffset = window.base + at;
    if (this.#layer3) {
      if (isInfoFrame(view, at, length, this.#checks.sideInfoBytes)) {
        this.#promise(window, at, length);
        return;
      }
      this.#checks.check(window, at, length, word);
    }
    this.tally.add(word, length);
    this.#promises?.count(window.base + at + length);
  }

  /** Bytes are missing or too many: main data and CRC cannot be followed across. */
  breakUp(): void {
    this.#promises?.breakUp();
    this.#checks.restart(false);
  }

  /** Hashes what was accepted while its bytes are in the window. */
  hash(window: Window): void {
    this.#promises?.hash(window);
  }

  /** Judges the promises of the latest header frame. `endOffset` is where its part of the file ends. */
  judge(endOffset: number): void {
    this.#promises?.judge(this.#log, endOffset);
    this.#promises = undefined;
  }

  #promise(window: Window, at: number, length: number): void {
    const offset = window.base + at;
    this.#promises?.hash(window);
    this.judge(offset);
    if (this.tally.frames > 0) {
      const message = `A header frame stands after ${this.tally.frames} audio frames.`;
      this.#log.add('second-info-frame', offset, message);
    }
    this.#promises = new Promises(readInfoFrame(window, at, length), offset, length);
    this.#checks.restart(true);
  }
}

function reportSwitch(log: FaultLog, before: number, after: number, offset: number): void {
  const [a, b] = [decodeHeader(before), decodeHeader(after)];
  if (a === undefined || b === undefined) {
    return;
  }
  const changed = (
    code: FaultCode,
    what: string,
    from: string | number,
    to: string | number,
  ): void => {
    if (from !== to) {
      log.add(code, offset, `The ${what} changes from ${from} to ${to}.`);
    }
  };
  changed('version-switch', 'MPEG version', a.version, b.version);
  changed('layer-switch', 'layer', a.layer, b.layer);
  changed('sample-rate-switch', 'sample rate in Hz', a.sampleRateHz, b.sampleRateHz);
  changed('channel-switch', 'number of channels', a.channels, b.channels);
  const mode = (word: number): string => (isFreeFormat(word) ? 'free format' : 'listed');
  changed('bitrate-mode-switch', 'kind of bitrate', mode(before), mode(after));
}
