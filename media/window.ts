/**
 * How many bytes ahead a decision may look: four frames of the longest kind, free format at 8 kHz included.
 * A decision that needs more bytes than are there waits for them, or for the end of the file; so the chunks
 * in which a file arrives cannot change its verdict.
 */
export const lookaheadBytes = 32 * 1024;

/** A stretch of the file that is in memory at this moment. Valid only during one call. */
export class Window {
  readonly bytes: Uint8Array;
  /** The same bytes for reading words; network byte order by default, as all of MPEG audio. */
  readonly view: DataView;
  /** Offset in the file of the first byte. */
  readonly base: number;
  /** Number of bytes. */
  readonly end: number;
  /** The window reaches the end of the file. */
  readonly final: boolean;

  constructor(bytes: Uint8Array, base: number, final: boolean) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.base = base;
    this.end = bytes.byteLength;
    this.final = final;
  }

  /** Whether a decision at index `at` has all the bytes it may look at. */
  settled(at: number): boolean {
    return this.final || this.end - at >= lookaheadBytes;
  }

  /** Whether the end of the file is known and in sight of index `at`. */
  ending(at: number): boolean {
    return this.final && this.end - at < lookaheadBytes;
  }

  /** Whether the ASCII text stands at index `at`; false where it would not fit. */
  has(at: number, text: string): boolean {
    if (at < 0 || at + text.length > this.end) {
      return false;
    }
    for (let i = 0; i < text.length; i++) {
      if (this.bytes[at + i] !== text.charCodeAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes as text, one character a byte; cut at the window's end. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.bytes.subarray(at, at + length));
  }
}
