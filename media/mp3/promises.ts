import type { FaultLog } from '../fault-log.ts';
import { musicCrc } from './crc16.ts';
import type { InfoFrame } from './info-frame.ts';
import type { Window } from '../window.ts';

/** Players disagree on whether VBRI counts itself. */
const vbriTolerance = 1;

/** Keeps what one header frame promised beside what the walk really counts after it. */
export class Promises {
  readonly #info: InfoFrame;
  /** File offsets: begin of the header frame, its end, end of the audio so far. */
  readonly #from: number;
  readonly #audioFrom: number;
  #audioTo: number;
  #frames = 0;
  #crc = 0;
  #hashedTo: number;
  /** The audio after the header frame is one piece: only then the music CRC covers what was walked. */
  #whole = true;

  /** `from` is the file offset of the header frame, `length` its bytes. */
  constructor(info: InfoFrame, from: number, length: number) {
    this.#info = info;
    this.#from = from;
    this.#audioFrom = from + length;
    this.#audioTo = this.#audioFrom;
    this.#hashedTo = this.#audioFrom;
  }

  /** Counts one audio frame that ends at a file offset. */
  count(endOffset: number): void {
    this.#frames++;
    this.#audioTo = endOffset;
  }

  /** Bytes are missing or too many inside the audio. */
  breakUp(): void {
    this.#whole = false;
  }

  /** Takes the frames counted since the last call into the music CRC, while their bytes are still in the window. */
  hash(window: Window): void {
    if (this.#whole && this.#info.musicCrc !== undefined && this.#audioTo > this.#hashedTo) {
      const from = this.#hashedTo - window.base;
      this.#crc = musicCrc(window.view, from, this.#audioTo - window.base, this.#crc);
      this.#hashedTo = this.#audioTo;
    }
  }

  /** Compares promises and counts when the audio is over. `endOffset` is the end of the file, or of this part of it. */
  judge(log: FaultLog, endOffset: number): void {
    const { frames, bytes, kind } = this.#info;
    if ((frames === 0 && this.#frames > 0) || bytes === 0) {
      log.add(
        'info-frame-unfinished',
        this.#from,
        `The ${kind} frame notes ${frames ?? 0} frames and ${bytes ?? 0} bytes; ${this.#frames} frames were counted.`,
      );
    }
    if (!this.#judgeFrames(log) && !this.#judgeBytes(log, endOffset)) {
      this.#judgeCrc(log);
    }
  }

  /** The count may include the header frame or not. */
  #judgeFrames(log: FaultLog): boolean {
    const { frames, kind } = this.#info;
    if (!frames) {
      return false;
    }
    const tolerance = kind === 'VBRI' ? vbriTolerance : 0;
    const figures = `The ${kind} frame promises ${frames} frames, counted are ${this.#frames}`;
    if (this.#frames + 1 + tolerance < frames) {
      const missing = String(frames - this.#frames);
      log.add('info-frames-missing', this.#from, `${figures}: ${missing} are missing.`);
      return true;
    }
    if (this.#frames > frames + tolerance) {
      const surplus = String(this.#frames - frames);
      log.add('info-frames-surplus', this.#from, `${figures}: ${surplus} too many.`);
      return true;
    }
    return false;
  }

  /** Byte counts may include the header frame, and the tags at the end, or not. */
  #judgeBytes(log: FaultLog, endOffset: number): boolean {
    const { bytes, kind } = this.#info;
    if (!bytes) {
      return false;
    }
    const audioBytes = this.#audioTo - this.#from;
    const accepted = [audioBytes, this.#audioTo - this.#audioFrom];
    const withTags = [endOffset, endOffset - this.#from, endOffset - this.#audioFrom];
    if (accepted.includes(bytes) || withTags.includes(bytes)) {
      return false;
    }
    const figures = `The ${kind} frame promises ${bytes} bytes, counted are ${audioBytes}`;
    if (bytes > audioBytes) {
      log.add('info-bytes-missing', this.#from, `${figures}: ${bytes - audioBytes} are missing.`);
    } else {
      log.add('info-bytes-surplus', this.#from, `${figures}: ${audioBytes - bytes} too many.`);
    }
    return true;
  }

  #judgeCrc(log: FaultLog): void {
    const { musicCrc: promised } = this.#info;
    if (this.#whole && promised !== undefined && promised !== this.#crc) {
      log.add(
        'music-crc-mismatch',
        this.#from,
        `The encoder noted CRC ${hex(promised)} over the ${this.#audioTo - this.#audioFrom} bytes of audio, they give ${hex(this.#crc)}.`,
      );
    }
  }
}

function hex(value: number): string {
  return `0x${value.toString(16).padStart(4, '0')}`;
}
