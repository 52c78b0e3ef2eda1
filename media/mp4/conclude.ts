import type { FaultLog } from '../fault-log.ts';
import type { MediaTrack, MediaVerdict } from '../verdict.ts';
import type { FragmentedTrack } from './fragments.ts';
import { judgeMovie, type TrackFigures } from './judge-movie.ts';
import type { MediaRanges } from './media-ranges.ts';
import type { FoundMovie } from './movie.ts';

/** Codecs whose samples never hold thousands of zeros. */
const compressed = new Set(['aac', 'h264', 'hevc', 'mp3', 'opus']);

/** All that is known of a file when it is over. */
export interface Mp4Facts {
  readonly log: FaultLog;
  readonly size: number;
  readonly boxes: number;
  readonly moovs: number;
  readonly found: FoundMovie | undefined;
  readonly ranges: MediaRanges;
  readonly fragments: ReadonlyMap<number, FragmentedTrack>;
  readonly zerosAt: number | undefined;
}

/** Judges what only the whole file shows, and gives the verdict. */
export function concludeMp4(facts: Mp4Facts): MediaVerdict {
  const { log, size, boxes, found } = facts;
  if (boxes > 0 && facts.moovs === 0) {
    log.add('moov-missing', 0, `None of ${boxes} boxes holds the tables.`);
  }
  const tracks = found === undefined ? [] : judgeTracks(facts, found);
  const counted = tracks.find(({ kind }) => kind === 'audio') ?? tracks[0];
  return {
    verdict: log.worst,
    format: size === 0 ? 'empty' : boxes === 0 ? 'unknown' : 'mp4',
    durationSeconds: Math.max(0, ...tracks.map(({ durationSeconds }) => durationSeconds)),
    frames: counted?.units ?? 0,
    faults: log.list(),
    tracks,
  };
}

function judgeTracks(facts: Mp4Facts, { movie, offset }: FoundMovie): readonly MediaTrack[] {
  const { log, ranges, size, fragments, zerosAt } = facts;
  const figures = judgeMovie(movie, ranges, offset, size, log);
  const tracks = figures.map((one) => trackOf(one, fragments.get(one.track.id)));
  const empty = tracks.filter(({ units }) => units === 0);
  if (empty.length === tracks.length) {
    log.add('no-tracks', offset, `None of ${movie.tracks.length} tracks holds a sample.`);
  } else {
    empty.forEach(({ id }) => log.add('track-empty', offset, `Track ${id} holds no sample.`));
  }
  if (zerosAt !== undefined && tracks.every(({ codec }) => compressed.has(codec))) {
    log.add('zeros-in-media', zerosAt, 'At least 4096 bytes of zero lie among the samples.');
  }
  return tracks;
}

function trackOf(
  { track, samples, ticks }: TrackFigures,
  fragmented: FragmentedTrack | undefined,
): MediaTrack {
  const { id, kind, codec, timescale, editedSeconds, width, height, sampleRateHz } = track;
  const all = ticks + (fragmented === undefined ? 0 : fragmented.end - fragmented.begin);
  return {
    id,
    kind,
    codec,
    durationSeconds:
      fragmented === undefined ? (editedSeconds ?? all / timescale) : all / timescale,
    units: samples + (fragmented?.samples ?? 0),
    ...(sampleRateHz === undefined ? {} : { sampleRateHz }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}
