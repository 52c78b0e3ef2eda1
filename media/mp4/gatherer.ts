/** Gathers the content of a box, whatever length it announces: memory grows with what really comes. */
export class Gatherer {
  readonly type: string;
  /** File offset of the box. */
  readonly offset: number;
  /** File offset of its content. */
  readonly contentOffset: number;
  /** Length of the content. */
  readonly length: number;
  #buffer: Uint8Array;
  #filled = 0;

  constructor(type: string, offset: number, contentOffset: number, length: number) {
    this.type = type;
    this.offset = offset;
    this.contentOffset = contentOffset;
    this.length = length;
    this.#buffer = new Uint8Array(Math.min(length, 64 * 1024));
  }

  get isWhole(): boolean {
    return this.#filled === this.length;
  }

  /** The content so far. */
  get view(): DataView {
    return new DataView(this.#buffer.buffer, 0, this.#filled);
  }

  /** Takes what belongs to the box; returns how many bytes that were. */
  push(bytes: Uint8Array): number {
    const part = bytes.subarray(0, this.length - this.#filled);
    if (this.#filled + part.length > this.#buffer.length) {
      const grown = Math.max(this.#filled + part.length, 2 * this.#buffer.length);
      const larger = new Uint8Array(Math.min(this.length, grown));
      larger.set(this.#buffer.subarray(0, this.#filled));
      this.#buffer = larger;
    }
    this.#buffer.set(part, this.#filled);
    this.#filled += part.length;
    return part.length;
  }
}
