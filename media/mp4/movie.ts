import type { FaultLog } from '../fault-log.ts';
import type { MediaTrack } from '../verdict.ts';
import { type Box, boxesIn, typeAt } from './boxes.ts';
import { SampleTables } from './sample-tables.ts';

/** What `moov` tells of one track. */
export interface MovieTrack {
  readonly id: number;
  readonly kind: MediaTrack['kind'];
  /** By name where it is known, else the four letters of the box. */
  readonly codec: string;
  /** Ticks a second; at least 1. */
  readonly timescale: number;
  /** By the media header, in ticks; undefined where it is not known. */
  readonly announcedTicks: number | undefined;
  /** What edit lists leave of it, in seconds; undefined without edits. */
  readonly editedSeconds: number | undefined;
  readonly tables: SampleTables;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly sampleRateHz: number | undefined;
}

/** Defaults of a track for its fragments. */
export interface FragmentDefaults {
  readonly ticks: number;
  readonly bytes: number;
}

/** What `moov` tells. */
export interface Movie {
  readonly timescale: number;
  /** By the movie header, in seconds; undefined where it is not known. */
  readonly announcedSeconds: number | undefined;
  readonly tracks: readonly MovieTrack[];
  /** By track id; undefined for a file without fragments. */
  readonly fragmentDefaults: ReadonlyMap<number, FragmentDefaults> | undefined;
}

/** Where the tables lie and what they tell. */
export interface FoundMovie {
  readonly movie: Movie;
  readonly offset: number;
}

const codecs: Readonly<Record<string, string>> = {
  mp4a: 'aac',
  avc1: 'h264',
  avc3: 'h264',
  hvc1: 'hevc',
  hev1: 'hevc',
  '.mp3': 'mp3',
  'ac-3': 'ac3',
  'ec-3': 'eac3',
  Opus: 'opus',
};
const kinds: Readonly<Record<string, MediaTrack['kind']>> = { soun: 'audio', vide: 'video' };

/** The shortest content of each box that is read here: what is shorter is not there. */
const leastBytes: Readonly<Record<string, number>> = {
  mvhd: 20,
  tkhd: 24,
  mdhd: 20,
  hdlr: 12,
  stsd: 16,
  elst: 8,
  trex: 24,
};

/** Most tracks of a file that are looked at. */
const tracksMax = 64;

/** Reads the content of `moov`, which lies in the file at `offset`. Total: what cannot be is a fault and left out. */
export function readMovie(view: DataView, offset: number, log: FaultLog): Movie {
  const reader = new Reader(view, offset, log);
  const boxes = reader.list(0, view.byteLength);
  const header = reader.first(boxes, 'mvhd');
  const times = header === undefined ? undefined : reader.times(header, 12);
  if (times === undefined) {
    log.add('table-missing', offset, 'The tables have no movie header.');
  }
  const timescale = Math.max(1, times?.timescale ?? 1);
  const extended = reader.first(boxes, 'mvex');
  return {
    timescale,
    announcedSeconds: times?.ticks === undefined ? undefined : times.ticks / timescale,
    tracks: boxes
      .filter(({ type }) => type === 'trak')
      .slice(0, tracksMax)
      .flatMap((box) => reader.track(box, timescale) ?? []),
    fragmentDefaults: extended === undefined ? undefined : reader.defaults(extended),
  };
}

class Reader {
  readonly #view: DataView;
  readonly #offset: number;
  readonly #log: FaultLog;

  constructor(view: DataView, offset: number, log: FaultLog) {
    this.#view = view;
    this.#offset = offset;
    this.#log = log;
  }

  list(from: number, to: number): readonly Box[] {
    const malformed = (at: number): void => {
      const message = 'A box among the tables does not fit into the one around it.';
      this.#log.add('malformed-box', this.#offset + at, message);
    };
    return [...boxesIn(this.#view, from, to, malformed)];
  }

  first(boxes: readonly Box[], type: string): Box | undefined {
    const found = boxes.find((box) => box.type === type);
    const least = leastBytes[type] ?? 0;
    return found !== undefined && found.to - found.from >= least ? found : undefined;
  }

  /** The box at the end of a path of types. */
  within(box: Box, ...path: readonly string[]): Box | undefined {
    let inner: Box | undefined = box;
    for (const type of path) {
      inner = inner === undefined ? undefined : this.first(this.list(inner.from, inner.to), type);
    }
    return inner;
  }

  /** Timescale and duration of a header whose first times begin at content index 4; all bits set means unknown. */
  times(
    box: Box,
    timescaleAt: number,
  ): { timescale: number; ticks: number | undefined } | undefined {
    const wide = this.#view.getUint8(box.from) === 1;
    const at = box.from + timescaleAt + (wide ? 8 : 0);
    if (at + (wide ? 12 : 8) > box.to) {
      return undefined;
    }
    const high = wide ? this.#view.getUint32(at + 4) : 0;
    const low = this.#view.getUint32(at + (wide ? 8 : 4));
    const unknown = low === 0xffffffff && (!wide || high === 0xffffffff);
    return {
      timescale: this.#view.getUint32(at),
      ticks: unknown ? undefined : high * 2 ** 32 + low,
    };
  }

  track(box: Box, movieTimescale: number): MovieTrack | undefined {
    const header = this.within(box, 'tkhd');
    const mediaHeader = this.within(box, 'mdia', 'mdhd');
    const handler = this.within(box, 'mdia', 'hdlr');
    const tables = this.within(box, 'mdia', 'minf', 'stbl');
    const times = mediaHeader === undefined ? undefined : this.times(mediaHeader, 12);
    const description = tables === undefined ? undefined : this.within(tables, 'stsd');
    if (
      header === undefined ||
      times === undefined ||
      handler === undefined ||
      tables === undefined ||
      description === undefined
    ) {
      const message = 'A track lacks its header, media header, handler, tables or description.';
      this.#log.add('table-missing', this.#offset + box.from, message);
      return undefined;
    }
    const wide = this.#view.getUint8(header.from) === 1;
    const kind = kinds[typeAt(this.#view, handler.from + 8)] ?? 'other';
    const named = new Map(this.list(tables.from, tables.to).map((inner) => [inner.type, inner]));
    return {
      id: this.#view.getUint32(header.from + (wide ? 20 : 12)),
      kind,
      timescale: Math.max(1, times.timescale),
      announcedTicks: times.ticks,
      editedSeconds: this.#edited(this.within(box, 'edts', 'elst'), movieTimescale),
      tables: new SampleTables(this.#view, named),
      ...this.#described(description, kind),
    };
  }

  defaults(extended: Box): ReadonlyMap<number, FragmentDefaults> {
    const boxes = this.list(extended.from, extended.to).filter(
      ({ type, from, to }) => type === 'trex' && to - from >= (leastBytes['trex'] ?? 0),
    );
    return new Map(
      boxes.map(({ from }) => [
        this.#view.getUint32(from + 4),
        { ticks: this.#view.getUint32(from + 12), bytes: this.#view.getUint32(from + 16) },
      ]),
    );
  }

  /** Codec and figures by the first sample description. */
  #described(
    { from, to }: Box,
    kind: MediaTrack['kind'],
  ): Pick<MovieTrack, 'codec' | 'width' | 'height' | 'sampleRateHz'> {
    const entry = from + 8;
    const type = typeAt(this.#view, entry + 4);
    const isVideo = kind === 'video' && entry + 36 <= to;
    const isAudio = kind === 'audio' && entry + 36 <= to;
    // The rate is 16.16; rates beyond 16 bits are written as 0.
    const rate = isAudio ? this.#view.getUint16(entry + 32) : 0;
    return {
      codec: codecs[type] ?? type,
      width: isVideo ? this.#view.getUint16(entry + 32) : undefined,
      height: isVideo ? this.#view.getUint16(entry + 34) : undefined,
      sampleRateHz: rate > 0 ? rate : undefined,
    };
  }

  /** Seconds of the edits that show media; undefined where there are none, or where one has no length of its own. */
  #edited(list: Box | undefined, movieTimescale: number): number | undefined {
    if (list === undefined) {
      return undefined;
    }
    const wide = this.#view.getUint8(list.from) === 1;
    const step = wide ? 20 : 12;
    const count = Math.min(
      this.#view.getUint32(list.from + 4),
      Math.floor((list.to - list.from - 8) / step),
    );
    let ticks = 0;
    for (let index = 0; index < count; index++) {
      const at = list.from + 8 + index * step;
      const high = wide ? this.#view.getUint32(at) * 2 ** 32 : 0;
      const isEmpty = this.#view.getInt32(at + (wide ? 8 : 4)) === -1;
      ticks += isEmpty ? 0 : high + this.#view.getUint32(wide ? at + 4 : at);
    }
    return ticks > 0 ? ticks / movieTimescale : undefined;
  }
}
