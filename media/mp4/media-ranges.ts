/** A stretch of the file, from one offset up to another. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The contents of all `mdat` boxes, in the order of the file. */
export class MediaRanges {
  readonly #ranges: Range[] = [];

  /** Takes the next one; its end may lie behind the end of the file. */
  add(range: Range): void {
    this.#ranges.push(range);
  }

  get count(): number {
    return this.#ranges.length;
  }

  get last(): Range | undefined {
    return this.#ranges.at(-1);
  }

  /** Whether a stretch lies inside one of them. */
  hold({ from, to }: Range): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle]?.from ?? 0) <= from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const range = this.#ranges[low - 1];
    return range !== undefined && to <= range.to;
  }
}
