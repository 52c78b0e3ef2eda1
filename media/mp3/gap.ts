import type { FaultLog } from '../fault-log.ts';
import { isListedLength } from './frame-header.ts';

/** Bytes that belong to no frame and no tag, from one file offset up to another. */
export class Gap {
  readonly from: number;
  /** End, exclusive; set when it is known. */
  to: number;
  /** Offset of the frame before the gap; undefined where none was walked. */
  readonly frameBefore: number | undefined;
  /** Length of the frame that seems to begin with the gap, though no chain follows; 0 where none does. */
  readonly headedBytes: number;
  #zeros = true;

  constructor(from: number, headedBytes: number, frameBefore: number | undefined) {
    this.from = from;
    this.to = from;
    this.headedBytes = headedBytes;
    this.frameBefore = frameBefore;
  }

  /** All its bytes are zero. */
  get zeros(): boolean {
    return this.#zeros;
  }

  /** Looks at the bytes from index `from` up to `to` exclusive. */
  scan(bytes: Uint8Array, from: number, to: number): void {
    for (let at = from; this.#zeros && at < to; at++) {
      this.#zeros = bytes[at] === 0;
    }
  }

  /** Reports the gap after the last frame. */
  reportAfter(log: FaultLog, reference: number): void {
    const length = this.to - this.from;
    if (length <= 0) {
      // What looked like a gap was a tag that only its footer told.
      return;
    }
    if (this.#zeros) {
      log.add('zeros-after-audio', this.from, `${length} zero bytes follow the last frame.`);
    } else if (this.headedBytes > 0) {
      const message = `A frame begins ${length} bytes before the end and needs more.`;
      log.add('truncated-frame', this.from, message);
    } else if (isListedLength(length, reference)) {
      this.#reportHeader(log, this.from);
    } else {
      log.add('junk-after-audio', this.from, `${length} bytes after the last frame.`);
    }
  }

  /** Reports the gap before the first frame, whose header is the reference. */
  reportBefore(log: FaultLog, reference: number): void {
    const length = this.to - this.from;
    if (this.#zeros) {
      log.add('zeros-before-audio', this.from, `${length} zero bytes before the first frame.`);
    } else if (this.headedBytes > 0 || isListedLength(length, reference)) {
      this.#reportHeader(log, this.from);
    } else {
      log.add('junk-before-audio', this.from, `${length} bytes before the first frame.`);
    }
  }

  /** Reports the gap between two frames. */
  reportBetween(log: FaultLog, reference: number): void {
    const length = this.to - this.from;
    const figures = `${length} bytes up to the next frame at ${this.to}`;
    if (this.#zeros) {
      log.add('zeros-between-frames', this.from, `${figures} are zero.`);
    } else if (isListedLength(length, reference)) {
      this.#reportHeader(log, this.from);
    } else if (
      this.frameBefore !== undefined &&
      isListedLength(this.to - this.frameBefore, reference)
    ) {
      this.#reportHeader(log, this.frameBefore);
    } else {
      log.add('junk-between-frames', this.from, `${figures} belong to no frame.`);
    }
  }

  #reportHeader(log: FaultLog, offset: number): void {
    const length = String(this.to - offset);
    log.add(
      'damaged-header',
      offset,
      `The ${length} bytes up to ${this.to} have a frame's length, but no header that says so.`,
    );
  }
}
