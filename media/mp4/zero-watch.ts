/** A run of zeros that no encoder of AAC, H.264 or the like writes. */
export const zeroRunMin = 4096;

/** Watches media data for the first long run of zeros. */
export class ZeroWatch {
  #run = 0;
  #found: number | undefined;

  /** File offset of the first long run; undefined while there is none. */
  get found(): number | undefined {
    return this.#found;
  }

  /** A new box begins: runs do not go on into it. */
  restart(): void {
    this.#run = 0;
  }

  /** Looks at the bytes from index `from` up to `to`, the first of which lies in the file at `offset`. */
  scan(bytes: Uint8Array, from: number, to: number, offset: number): void {
    if (this.#found !== undefined) {
      return;
    }
    let run = this.#run;
    for (let at = from; at < to; at++) {
      run = bytes[at] === 0 ? run + 1 : 0;
      if (run === zeroRunMin) {
        this.#found = offset + at - from + 1 - zeroRunMin;
        return;
      }
    }
    this.#run = run;
  }
}
