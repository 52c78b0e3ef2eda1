import type { FaultLog } from '../fault-log.ts';
import type { MediaRanges } from './media-ranges.ts';
import type { Movie, MovieTrack } from './movie.ts';

/** A header's duration differs when it is off by more than so many seconds and so large a share. */
const secondsMax = 1;
const shareMax = 0.01;

/** What the samples of a track come to. */
export interface TrackFigures {
  readonly track: MovieTrack;
  readonly samples: number;
  readonly ticks: number;
}

/** Judges the tables of all tracks; `offset` is where they lie in the file. */
export function judgeMovie(
  movie: Movie,
  ranges: MediaRanges,
  offset: number,
  fileBytes: number,
  log: FaultLog,
): readonly TrackFigures[] {
  const whole = movie.tracks.filter((track) => {
    const { faulty } = track.tables;
    if (faulty.length > 0) {
      const message = `Track ${track.id} has no whole ${faulty.join(', ')}.`;
      log.add('table-missing', offset, message);
    }
    return faulty.length === 0;
  });
  whole.forEach((track) => judgeChunks(track, ranges, offset, fileBytes, log));
  findOverlaps(whole, log);
  const figures = whole.map((track) => {
    const { samples, ticks } = track.tables.durations();
    return { track, samples, ticks };
  });
  if (movie.fragmentDefaults === undefined) {
    judgeDurations(movie, figures, offset, log);
  }
  return figures;
}

function judgeChunks(
  { id, tables }: MovieTrack,
  ranges: MediaRanges,
  offset: number,
  fileBytes: number,
  log: FaultLog,
): void {
  let samples = 0;
  for (const chunk of tables.chunks()) {
    samples += chunk.samples;
    const to = chunk.from + chunk.bytes;
    if (chunk.bytes > 0 && (to > fileBytes || !ranges.hold({ from: chunk.from, to }))) {
      const where = to > fileBytes ? `the file has ${fileBytes}` : 'no media data hold them';
      const message = `A chunk of track ${id} has the bytes ${chunk.from} to ${to}, ${where}.`;
      log.add('chunk-outside-media', Math.min(chunk.from, fileBytes), message);
    }
  }
  const { samples: timed } = tables.durations();
  const sized = tables.sampleCount;
  if (samples !== sized || timed !== sized) {
    const counts = `${sized} sizes, ${timed} durations and ${samples} places in chunks`;
    log.add('sample-table-mismatch', offset, `Track ${id} has ${counts}.`);
  }
}

/** Chunks of a track in the order of the file. Where they are not, which is legal, nothing is compared. */
function isAscending({ tables }: MovieTrack): boolean {
  let before = -1;
  for (const { from } of tables.chunks()) {
    if (from < before) {
      return false;
    }
    before = from;
  }
  return true;
}

/** Goes through the chunks of all tracks at once, in the order of the file. */
function findOverlaps(tracks: readonly MovieTrack[], log: FaultLog): void {
  const readers = tracks.filter(isAscending).map(({ tables }) => tables.chunks());
  const heads = readers.map((reader) => reader.next());
  let end = 0;
  while (true) {
    let first: number | undefined;
    let from = Infinity;
    heads.forEach((head, index) => {
      if (head.done !== true && head.value.from < from) {
        [first, from] = [index, head.value.from];
      }
    });
    const head = first === undefined ? undefined : heads[first];
    const reader = first === undefined ? undefined : readers[first];
    if (first === undefined || reader === undefined || head === undefined || head.done === true) {
      return;
    }
    const { bytes } = head.value;
    if (bytes > 0 && from < end) {
      const message = `A chunk begins at ${from}, inside of one that ends at ${end}.`;
      log.add('chunks-overlap', from, message);
    }
    end = Math.max(end, from + bytes);
    heads[first] = reader.next();
  }
}

function differs(announced: number, actual: number): boolean {
  const difference = Math.abs(announced - actual);
  return difference > secondsMax && difference > shareMax * actual;
}

function judgeDurations(
  movie: Movie,
  figures: readonly TrackFigures[],
  offset: number,
  log: FaultLog,
): void {
  for (const { track, ticks } of figures) {
    const actual = ticks / track.timescale;
    const announced = (track.announcedTicks ?? ticks) / track.timescale;
    if (differs(announced, actual)) {
      const times = `${announced.toFixed(3)} s, its samples last ${actual.toFixed(3)} s`;
      log.add('duration-mismatch', offset, `Track ${track.id} announces ${times}.`);
    }
  }
  // Edits show a part of the samples, or some of them again.
  const isEdited = movie.tracks.some(({ editedSeconds }) => editedSeconds !== undefined);
  const longest = Math.max(0, ...figures.map(({ track, ticks }) => ticks / track.timescale));
  const { announcedSeconds } = movie;
  if (!isEdited && announcedSeconds !== undefined && differs(announcedSeconds, longest)) {
    const times = `${announcedSeconds.toFixed(3)} s, the longest track lasts ${longest.toFixed(3)} s`;
    log.add('duration-mismatch', offset, `The movie announces ${times}.`);
  }
}
