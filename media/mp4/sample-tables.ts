import type { Box } from './boxes.ts';

/** Reads the tables of a track in place: they may have millions of entries. Counts beyond the box's end are cut. */
export class SampleTables {
  readonly #view: DataView;
  readonly #boxes: ReadonlyMap<string, Box>;

  /** @param boxes The boxes of `stbl` by their types. */
  constructor(view: DataView, boxes: ReadonlyMap<string, Box>) {
    this.#view = view;
    this.#boxes = boxes;
  }

  /** Types of the tables that must be there and are not, or are shorter than their own count. */
  get faulty(): readonly string[] {
    const needed = [
      ['stts', this.#fits('stts', 4, 8)],
      ['stsc', this.#fits('stsc', 4, 12)],
      ['stsz', this.#fits('stz2', 8, 0) || this.#sizesFit()],
      ['stco', this.#fits('stco', 4, 4) || this.#fits('co64', 4, 8)],
    ] as const;
    return needed.filter(([, fits]) => !fits).map(([type]) => type);
  }

  /** Samples by `stsz`. */
  get sampleCount(): number {
    const sizes = this.#boxes.get('stsz') ?? this.#boxes.get('stz2');
    return sizes === undefined ? 0 : this.#view.getUint32(sizes.from + 8);
  }

  /** Samples and ticks by `stts`. */
  durations(): { readonly samples: number; readonly ticks: number } {
    const table = this.#entries('stts', 8);
    let samples = 0;
    let ticks = 0;
    for (let at = table.from; at < table.to; at += 8) {
      const count = this.#view.getUint32(at);
      samples += count;
      ticks += count * this.#view.getUint32(at + 4);
    }
    return { samples, ticks };
  }

  /** Every chunk in order: where it begins in the file, how long it is, how many samples it has. */
  *chunks(): Generator<{
    readonly from: number;
    readonly bytes: number;
    readonly samples: number;
  }> {
    const wide = this.#boxes.has('co64');
    const step = wide ? 8 : 4;
    const table = this.#entries(wide ? 'co64' : 'stco', step);
    const runs = this.#entries('stsc', 12);
    let run = runs.from;
    let sample = 0;
    const total = this.sampleCount;
    for (let at = table.from, chunk = 1; at < table.to; at += step, chunk++) {
      while (run + 12 < runs.to && this.#view.getUint32(run + 12) <= chunk) {
        run += 12;
      }
      const samples = run < runs.to ? this.#view.getUint32(run + 4) : 0;
      const known = Math.min(samples, Math.max(0, total - sample));
      const bytes = this.#bytesOf(sample, known);
      sample += samples;
      const high = wide ? this.#view.getUint32(at) * 2 ** 32 : 0;
      yield { from: high + this.#view.getUint32(wide ? at + 4 : at), bytes, samples };
    }
  }

  /** Length of samples in a row. */
  #bytesOf(first: number, count: number): number {
    const sizes = this.#boxes.get('stsz');
    if (sizes === undefined) {
      return this.#packedBytesOf(first, count);
    }
    const constant = this.#view.getUint32(sizes.from + 4);
    if (constant > 0) {
      return constant * count;
    }
    let bytes = 0;
    for (let index = first; index < first + count; index++) {
      bytes += this.#view.getUint32(sizes.from + 12 + 4 * index);
    }
    return bytes;
  }

  /** The same by `stz2`, whose sizes have 4, 8 or 16 bits. */
  #packedBytesOf(first: number, count: number): number {
    const sizes = this.#boxes.get('stz2');
    if (sizes === undefined) {
      return 0;
    }
    const bits = this.#view.getUint8(sizes.from + 7);
    let bytes = 0;
    for (let index = first; index < first + count; index++) {
      const at = sizes.from + 12 + Math.floor((index * bits) / 8);
      const pair = this.#view.getUint8(at);
      bytes += bits === 16 ? this.#view.getUint16(at) : bits === 8 ? pair : nibble(pair, index);
    }
    return bytes;
  }

  #sizesFit(): boolean {
    const sizes = this.#boxes.get('stsz');
    if (sizes === undefined || sizes.to - sizes.from < 12) {
      return false;
    }
    const [constant, count] = [
      this.#view.getUint32(sizes.from + 4),
      this.#view.getUint32(sizes.from + 8),
    ];
    return constant > 0 || sizes.to - sizes.from >= 12 + 4 * count;
  }

  /** Whether a table has room for the entries that it announces behind `fixed` bytes. */
  #fits(type: string, fixed: number, entryBytes: number): boolean {
    const box = this.#boxes.get(type);
    if (box === undefined || box.to - box.from < fixed + 4) {
      return false;
    }
    const count = this.#view.getUint32(box.from + fixed);
    const perEntry = type === 'stz2' ? this.#view.getUint8(box.from + 7) / 8 : entryBytes;
    const sane = type !== 'stz2' || [0.5, 1, 2].includes(perEntry);
    return sane && box.to - box.from >= fixed + 4 + count * perEntry;
  }

  #entries(type: string, entryBytes: number): { readonly from: number; readonly to: number } {
    const box = this.#boxes.get(type);
    if (box === undefined) {
      return { from: 0, to: 0 };
    }
    const from = box.from + 8;
    return { from, to: from + entryBytes * this.#view.getUint32(box.from + 4) };
  }
}

function nibble(pair: number, index: number): number {
  return index % 2 === 0 ? pair >>> 4 : pair & 0x0f;
}
