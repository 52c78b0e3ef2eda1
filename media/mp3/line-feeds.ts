import type { FaultLog } from '../fault-log.ts';

/** Line feeds that must all follow a carriage return before a text-mode transfer is believed: chance is 1 in 256^8. */
const lineFeedsMin = 8;

/** Counts line feed bytes in damaged stretches, and how many follow a carriage return. */
export class LineFeeds {
  #count = 0;
  #afterReturn = 0;
  #firstOffset = 0;
  /** Where the latest stretch ended, and its last byte: the next one may go on there. */
  #endOffset = -1;
  #lastByte = 0;

  /** Looks at index `from` up to `to` exclusive; `base` is the file offset of index 0. */
  scan(bytes: Uint8Array, from: number, to: number, base: number): void {
    if (from >= to) {
      return;
    }
    const stretch = bytes.subarray(from, to);
    for (let at = stretch.indexOf(0x0a); at !== -1; at = stretch.indexOf(0x0a, at + 1)) {
      const goesOn = base + from === this.#endOffset;
      const before = at > 0 ? stretch[at - 1] : goesOn ? this.#lastByte : undefined;
      // What stands before the first byte of a stretch is not known: that one does not count.
      if (before !== undefined) {
        this.#firstOffset = this.#count === 0 ? base + from + at : this.#firstOffset;
        this.#count++;
        this.#afterReturn += before === 0x0d ? 1 : 0;
      }
    }
    this.#endOffset = base + to;
    this.#lastByte = stretch.at(-1) ?? 0;
  }

  /** Reports a text-mode transfer where every line feed has its carriage return. */
  report(log: FaultLog): void {
    if (this.#count >= lineFeedsMin && this.#afterReturn === this.#count) {
      log.add(
        'line-endings-converted',
        this.#firstOffset,
        `All ${this.#count} line feed bytes in damaged stretches follow a carriage return.`,
      );
    }
  }
}
