import type { FaultLog } from '../fault-log.ts';
import type { MediaRanges, Range } from './media-ranges.ts';
import type { Movie } from './movie.ts';
import { readFragment, type TrackFragment } from './read-fragment.ts';

/** A hole or overlap between fragments that is worth telling. */
const secondsMin = 0.5;

/** A track, as its fragments have told it so far. */
export interface FragmentedTrack {
  samples: number;
  /** First decoding time, ticks. */
  begin: number;
  /** Decoding time at which the next fragment should begin. */
  end: number;
}

/** Follows the fragments of a file: their order, their times, and that their samples are there. */
export class Fragments {
  readonly #log: FaultLog;
  readonly #tracks = new Map<number, FragmentedTrack>();
  #sequence: number | undefined;
  /** Samples that media data behind the fragment should hold, and the fragment's offset. */
  #awaited: readonly Range[] = [];
  #offset = 0;

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** By track id. */
  get tracks(): ReadonlyMap<number, FragmentedTrack> {
    return this.#tracks;
  }

  /** Takes the content of a `moof` box that begins at the file offset `offset`. */
  take(view: DataView, offset: number, contentOffset: number, movie: Movie | undefined): void {
    this.miss();
    this.#offset = offset;
    const malformed = (at: number): void => {
      const message = 'A box or table of a fragment does not fit into the box around it.';
      this.#log.add('malformed-box', contentOffset + at, message);
    };
    const defaults = movie?.fragmentDefaults ?? new Map<number, never>();
    const { sequence, tracks } = readFragment(view, offset, defaults, malformed);
    this.#follow(sequence, offset);
    for (const track of tracks) {
      const timescale = movie?.tracks.find(({ id }) => id === track.trackId)?.timescale ?? 1;
      this.#extend(track, timescale, offset);
    }
    this.#awaited = tracks.flatMap(({ ranges }) => ranges.filter(({ from, to }) => to > from));
  }

  /** Media data have come: checks what they should hold. */
  arrive(ranges: MediaRanges): void {
    this.#awaited = this.#awaited.filter((range) => !ranges.hold(range));
  }

  /** No more media data can come for the last fragment. */
  miss(): void {
    for (const { from, to } of this.#awaited) {
      const message = `Samples of the fragment should have the bytes ${from} to ${to}.`;
      this.#log.add('fragment-outside-media', this.#offset, message);
    }
    this.#awaited = [];
  }

  #follow(sequence: number | undefined, offset: number): void {
    const expected = this.#sequence === undefined ? undefined : this.#sequence + 1;
    if (expected !== undefined && sequence !== undefined && sequence !== expected) {
      const message = `Fragment ${sequence} stands where ${expected} is expected.`;
      this.#log.add('fragment-out-of-order', offset, message);
    }
    this.#sequence = sequence ?? expected;
  }

  #extend(fragment: TrackFragment, timescale: number, offset: number): void {
    const { trackId, beginTicks, ticks, samples } = fragment;
    const known = this.#tracks.get(trackId);
    const begin = beginTicks ?? known?.end ?? 0;
    if (known === undefined) {
      this.#tracks.set(trackId, { samples, begin, end: begin + ticks });
      return;
    }
    const seconds = (begin - known.end) / timescale;
    const figures = `Track ${trackId} goes on ${Math.abs(seconds).toFixed(3)} s`;
    if (seconds > secondsMin) {
      this.#log.add('fragment-gap', offset, `${figures} later.`);
    } else if (seconds < -secondsMin) {
      this.#log.add('fragment-overlap', offset, `${figures} before it was.`);
    }
    known.samples += samples;
    known.end = begin + ticks;
  }
}
