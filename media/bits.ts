/** Writes values of any width one behind the other, most significant bit first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #bits = 0;

  /** Appends the lowest `count` bits (at most 32) of `value`. */
  put(value: number, count: number): this {
    for (let bit = count - 1; bit >= 0; bit--) {
      if (this.#bits % 8 === 0) {
        this.#bytes.push(0);
      }
      const last = this.#bytes.length - 1;
      const one = (value >>> bit) & 1;
      this.#bytes[last] = (this.#bytes[last] ?? 0) | (one << (7 - (this.#bits % 8)));
      this.#bits++;
    }
    return this;
  }

  /** Appends an unsigned Exp-Golomb code, `ue(v)` of H.264 9.1. */
  putGolomb(value: number): this {
    const width = 32 - Math.clz32(value + 1);
    return this.put(0, width - 1).put(value + 1, width);
  }

  /** What was written; the last byte is filled up with zeros. */
  bytes(): Uint8Array {
    return Uint8Array.from(this.#bytes);
  }
}
