import { type Box, boxesIn } from './boxes.ts';
import type { FragmentDefaults } from './movie.ts';
import type { Range } from './media-ranges.ts';

/** What one fragment brings for one track. */
export interface TrackFragment {
  readonly trackId: number;
  /** Decoding time of its first sample, in ticks; undefined where it is not told. */
  readonly beginTicks: number | undefined;
  readonly ticks: number;
  readonly samples: number;
  /** Where the samples lie in the file. */
  readonly ranges: readonly Range[];
}

/** What a `moof` tells. */
export interface FragmentBox {
  readonly sequence: number | undefined;
  readonly tracks: readonly TrackFragment[];
}

const told = {
  base: 0x1,
  description: 0x2,
  ticks: 0x8,
  bytes: 0x10,
  emptyDuration: 0x10000,
  baseIsMoof: 0x20000,
} as const;
const run = {
  offset: 0x1,
  firstFlags: 0x4,
  ticks: 0x100,
  bytes: 0x200,
  flags: 0x400,
  shift: 0x800,
};

/** Fields of a box one after the other; 0 behind its end. */
class Fields {
  readonly #view: DataView;
  readonly #to: number;
  #at: number;

  constructor(view: DataView, { from, to }: Box) {
    this.#view = view;
    this.#at = from;
    this.#to = to;
  }

  /** Bytes that are left. */
  get left(): number {
    return this.#to - this.#at;
  }

  next(): number {
    const fits = this.#at + 4 <= this.#to;
    const value = fits ? this.#view.getUint32(this.#at) : 0;
    this.#at += 4;
    return value;
  }

  nextSigned(): number {
    return this.next() | 0;
  }

  nextLong(): number {
    const high = this.next();
    return high * 2 ** 32 + this.next();
  }
}

interface Header {
  readonly trackId: number;
  readonly base: number;
  readonly ticks: number;
  readonly bytes: number;
}

/**
 * Reads the content of a `moof`, ISO/IEC 14496-12 8.8.
 * @param moofOffset File offset at which the box begins: where offsets count from.
 * @param onMalformed Called with an index of the content where a box or table does not fit.
 */
export function readFragment(
  view: DataView,
  moofOffset: number,
  defaults: ReadonlyMap<number, FragmentDefaults>,
  onMalformed: (at: number) => void,
): FragmentBox {
  const boxes = [...boxesIn(view, 0, view.byteLength, onMalformed)];
  const header = boxes.find(({ type, from, to }) => type === 'mfhd' && to - from >= 8);
  const tracks: TrackFragment[] = [];
  for (const box of boxes.filter(({ type }) => type === 'traf')) {
    const dataEnd = tracks.at(-1)?.ranges.at(-1)?.to ?? moofOffset;
    const inner = [...boxesIn(view, box.from, box.to, onMalformed)];
    const track = readTrack(view, inner, { moofOffset, dataEnd }, defaults, onMalformed);
    if (track === undefined) {
      onMalformed(box.from);
    } else {
      tracks.push(track);
    }
  }
  return { sequence: header === undefined ? undefined : view.getUint32(header.from + 4), tracks };
}

/** Where data offsets can count from. */
interface Bases {
  readonly moofOffset: number;
  /** End of the data of the track before. */
  readonly dataEnd: number;
}

function readTrack(
  view: DataView,
  boxes: readonly Box[],
  bases: Bases,
  defaults: ReadonlyMap<number, FragmentDefaults>,
  onMalformed: (at: number) => void,
): TrackFragment | undefined {
  const headerBox = boxes.find(({ type, from, to }) => type === 'tfhd' && to - from >= 8);
  if (headerBox === undefined) {
    return undefined;
  }
  const header = readHeader(view, headerBox, bases, defaults);
  const timeBox = boxes.find(({ type, from, to }) => type === 'tfdt' && to - from >= 8);
  let ticks = 0;
  let samples = 0;
  const ranges: Range[] = [];
  for (const box of boxes.filter(({ type, from, to }) => type === 'trun' && to - from >= 8)) {
    const part = readRun(view, box, header, ranges.at(-1)?.to ?? header.base);
    if (part === undefined) {
      onMalformed(box.from);
      continue;
    }
    ticks += part.ticks;
    samples += part.samples;
    ranges.push(part.range);
  }
  const beginTicks = timeBox === undefined ? undefined : readBegin(view, timeBox);
  return { trackId: header.trackId, beginTicks, ticks, samples, ranges };
}

function readHeader(
  view: DataView,
  box: Box,
  { moofOffset, dataEnd }: Bases,
  defaults: ReadonlyMap<number, FragmentDefaults>,
): Header {
  const fields = new Fields(view, box);
  const flags = fields.next() & 0xffffff;
  const trackId = fields.next();
  const fallback = defaults.get(trackId);
  const baseIsMoof = (flags & told.baseIsMoof) !== 0;
  const base = (flags & told.base) !== 0 ? fields.nextLong() : baseIsMoof ? moofOffset : dataEnd;
  if ((flags & told.description) !== 0) {
    fields.next();
  }
  const ticks = (flags & told.ticks) !== 0 ? fields.next() : (fallback?.ticks ?? 0);
  const bytes = (flags & told.bytes) !== 0 ? fields.next() : (fallback?.bytes ?? 0);
  return { trackId, base, ticks, bytes };
}

function readBegin(view: DataView, box: Box): number {
  const fields = new Fields(view, box);
  const version = fields.next() >>> 24;
  return version === 1 ? fields.nextLong() : fields.next();
}

/** One run of samples; undefined where it announces more than it holds. `next` is where its data begin if it does not say. */
function readRun(
  view: DataView,
  box: Box,
  header: Header,
  next: number,
): { readonly ticks: number; readonly samples: number; readonly range: Range } | undefined {
  const fields = new Fields(view, box);
  const flags = fields.next() & 0xffffff;
  const samples = fields.next();
  const has = (flag: number): boolean => (flags & flag) !== 0;
  const from = has(run.offset) ? header.base + fields.nextSigned() : next;
  if (has(run.firstFlags)) {
    fields.next();
  }
  const columns = [run.ticks, run.bytes, run.flags, run.shift].filter(has);
  if (fields.left < samples * columns.length * 4) {
    return undefined;
  }
  let ticks = has(run.ticks) ? 0 : samples * header.ticks;
  let bytes = has(run.bytes) ? 0 : samples * header.bytes;
  for (let sample = 0; columns.length > 0 && sample < samples; sample++) {
    for (const column of columns) {
      const value = fields.next();
      ticks += column === run.ticks ? value : 0;
      bytes += column === run.bytes ? value : 0;
    }
  }
  return { ticks, samples, range: { from, to: from + bytes } };
}
