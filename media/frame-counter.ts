import type { FaultLog } from './fault-log.ts';

/** What a frame header says. */
export interface CountedFrame {
  /** Length of the whole frame, header included; at least as long as the header. */
  readonly bytes: number;
  readonly seconds: number;
  readonly sampleRateHz: number;
  readonly channels: number;
}

/** How frames of one codec begin. */
export interface FrameSyntax {
  readonly headerBytes: number;
  /** Reads a header of `headerBytes` bytes; undefined where it is none. */
  readonly read: (header: Uint8Array) => CountedFrame | undefined;
}

/** Counts the audio frames of a stream that comes in pieces, over all their borders. */
export class FrameCounter {
  readonly #log: FaultLog;
  readonly #syntax: FrameSyntax;
  readonly #header: Uint8Array;
  #headed = 0;
  /** Bytes of the frame that are still to come. */
  #owed = 0;
  /** Between damage and the next place where a frame is known to begin. */
  #lost = false;
  #first: CountedFrame | undefined;
  #frames = 0;
  #seconds = 0;

  constructor(log: FaultLog, syntax: FrameSyntax) {
    this.#log = log;
    this.#syntax = syntax;
    this.#header = new Uint8Array(syntax.headerBytes);
  }

  /** Frames whose header was read. */
  get frames(): number {
    return this.#frames;
  }

  /** Their duration. */
  get seconds(): number {
    return this.#seconds;
  }

  get sampleRateHz(): number | undefined {
    return this.#first?.sampleRateHz;
  }

  /** Bytes that the last frame still needs; 0 where it is whole. */
  get missingBytes(): number {
    return this.#lost ? 0 : this.#owed + (this.#headed > 0 ? 1 : 0);
  }

  /** Bytes are missing: counting goes on at the next {@link begin}. */
  lose(): void {
    this.#lost = true;
  }

  /** A unit begins. Only after damage it must begin with a frame. */
  begin(): void {
    if (this.#lost) {
      this.#lost = false;
      this.#owed = 0;
      this.#headed = 0;
    }
  }

  /** Takes the next bytes of the stream, which lie in the file at about `offset`. */
  push(bytes: Uint8Array, offset: number): void {
    let at = 0;
    while (!this.#lost && at < bytes.length) {
      if (this.#owed > 0) {
        const step = Math.min(this.#owed, bytes.length - at);
        this.#owed -= step;
        at += step;
        continue;
      }
      const part = bytes.subarray(at, at + this.#syntax.headerBytes - this.#headed);
      this.#header.set(part, this.#headed);
      this.#headed += part.length;
      at += part.length;
      if (this.#headed === this.#syntax.headerBytes) {
        this.#take(offset + at - this.#headed);
      }
    }
  }

  #take(offset: number): void {
    const frame = this.#syntax.read(this.#header);
    this.#headed = 0;
    if (frame === undefined) {
      this.#lost = true;
      const message = `No frame begins where frame ${this.#frames + 1} of the stream should.`;
      this.#log.add('damaged-header', offset, message);
      return;
    }
    this.#compare(frame, offset);
    this.#frames++;
    this.#seconds += frame.seconds;
    this.#owed = frame.bytes - this.#syntax.headerBytes;
  }

  #compare(frame: CountedFrame, offset: number): void {
    const first = (this.#first ??= frame);
    if (frame.sampleRateHz !== first.sampleRateHz) {
      const rates = `from ${first.sampleRateHz} to ${frame.sampleRateHz}`;
      this.#log.add('sample-rate-switch', offset, `The sample rate in Hz changes ${rates}.`);
    }
    if (frame.channels !== first.channels) {
      const counts = `from ${first.channels} to ${frame.channels}`;
      this.#log.add('channel-switch', offset, `The number of channels changes ${counts}.`);
    }
    this.#first = frame;
  }
}
