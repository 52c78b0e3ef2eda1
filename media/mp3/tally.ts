import type { MediaVerdict } from '../verdict.ts';
import { decodeHeader, isFreeFormat } from './frame-header.ts';

/** Counts audio frames into duration, bitrate and mode. The stream's format may switch on the way. */
export class Tally {
  frames = 0;
  #bytes = 0;
  /** Of the parts of the stream before its last switch of format. */
  #earlierSeconds = 0;
  #earlierFrames = 0;
  /** First header of the stream, and of the part that is walked now. */
  #first = 0;
  #reference = 0;
  /** Header of the first audio frame and all bits in which later ones differ. */
  #audioHeader = 0;
  #differing = 0;

  /** The stream begins, or goes on in another format. */
  refer(word: number): void {
    this.#earlierSeconds = this.seconds;
    this.#earlierFrames = this.frames;
    this.#reference = word;
    if (this.#first === 0) {
      this.#first = word;
    }
  }

  /** Counts one audio frame. */
  add(word: number, length: number): void {
    if (this.frames === 0) {
      this.#audioHeader = word;
    }
    this.frames++;
    this.#bytes += length;
    this.#differing |= word ^ this.#audioHeader;
  }

  /** Exact duration of the frames counted so far. */
  get seconds(): number {
    const header = decodeHeader(this.#reference);
    if (header === undefined) {
      return 0;
    }
    const samples = (this.frames - this.#earlierFrames) * header.samplesPerFrame;
    return this.#earlierSeconds + samples / header.sampleRateHz;
  }

  /** The stream in figures; undefined before the first frame. */
  stream(): MediaVerdict['stream'] {
    const header = decodeHeader(this.#first);
    const audio = decodeHeader(this.#audioHeader);
    if (header === undefined || audio === undefined) {
      return undefined;
    }
    const { version, layer, sampleRateHz, channels } = header;
    const free = isFreeFormat(this.#audioHeader);
    const constant = !free && (this.#differing & 0xf000) === 0;
    const meanKbps = Math.round((this.#bytes * 0.08) / this.seconds) / 10;
    return {
      mpegVersion: version,
      layer,
      sampleRateHz,
      channels,
      bitrateKbps: constant ? audio.bitrateKbps : meanKbps,
      bitrateMode: free ? 'free' : constant ? 'cbr' : 'vbr',
    };
  }
}
