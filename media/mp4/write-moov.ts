import { joinBytes } from '../join.ts';
import { box, fullBox, letters, longList, longLong, longs, words } from './write-box.ts';
import { durationRuns, handlerOf, type WrittenTrack } from './write-track.ts';

/** Ticks a second of the movie header. */
const movieTimescale = 1000;

/** The unity matrix of ISO/IEC 14496-12 6.2.2. */
const matrix = longs(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);

function milliseconds({ ticks, timescale }: WrittenTrack): number {
  return Math.round((ticks * movieTimescale) / timescale);
}

function trackHeader(track: WrittenTrack, durationMs: number): Uint8Array {
  const { width = 0, height = 0 } = track.picture ?? {};
  return fullBox(
    'tkhd',
    0,
    3, // enabled, in the movie
    longs(0, 0, track.id, 0, durationMs, 0, 0),
    words(0, 0, track.kind === 'audio' ? 0x100 : 0, 0),
    matrix,
    longs(width * 0x10000, height * 0x10000),
  );
}

/** Version 1 has 64 bits for a duration that 32 do not hold: at 90 kHz, 13 hours and more. */
function mediaHeader({ timescale }: WrittenTrack, ticks: number): Uint8Array {
  const noLanguage = words(0x55c4, 0);
  return ticks < 2 ** 32
    ? fullBox('mdhd', 0, 0, longs(0, 0, timescale, ticks), noLanguage)
    : fullBox('mdhd', 1, 0, longs(0, 0, 0, 0, timescale), longLong(ticks), noLanguage);
}

/** All samples of a track in one chunk at `offset`. */
function sampleTables(track: WrittenTrack, offset: number): Uint8Array {
  const { count } = track;
  const runs = durationRuns(track, 0, count);
  const sizes = Array.from({ length: track.kind === 'video' ? count : 0 }, (_, index) =>
    track.sizeOf(index),
  );
  return box(
    'stbl',
    fullBox('stsd', 0, 0, longs(1), track.entry),
    fullBox('stts', 0, 0, longs(runs.length, ...runs.flatMap((run) => [run.count, run.value]))),
    ...(track.kind === 'video' ? [fullBox('stss', 0, 0, longs(1, 1))] : []),
    fullBox('stsc', 0, 0, longs(1, 1, count, 1)),
    track.kind === 'video'
      ? fullBox('stsz', 0, 0, longs(0, count), longList(sizes))
      : fullBox('stsz', 0, 0, longs(track.sizeOf(0), count)),
    fullBox('stco', 0, 0, longs(1, offset)),
  );
}

/** Tables without an entry: the samples are told by fragments. */
function emptyTables(track: WrittenTrack): Uint8Array {
  const none = longs(0);
  return box(
    'stbl',
    fullBox('stsd', 0, 0, longs(1), track.entry),
    fullBox('stts', 0, 0, none),
    fullBox('stsc', 0, 0, none),
    fullBox('stsz', 0, 0, longs(0, 0)),
    fullBox('stco', 0, 0, none),
  );
}

function trackBox(track: WrittenTrack, offset: number | undefined): Uint8Array {
  const fragmented = offset === undefined;
  const kindHeader =
    track.kind === 'audio'
      ? fullBox('smhd', 0, 0, longs(0))
      : fullBox('vmhd', 0, 1, words(0, 0, 0, 0));
  const self = fullBox('dref', 0, 0, longs(1), fullBox('url ', 0, 1));
  return box(
    'trak',
    trackHeader(track, fragmented ? 0 : milliseconds(track)),
    box(
      'mdia',
      mediaHeader(track, fragmented ? 0 : track.ticks),
      fullBox('hdlr', 0, 0, longs(0), handlerOf(track.kind), longs(0, 0, 0), letters('\0')),
      box(
        'minf',
        kindHeader,
        box('dinf', self),
        fragmented ? emptyTables(track) : sampleTables(track, offset),
      ),
    ),
  );
}

function extendsBox(tracks: readonly WrittenTrack[]): Uint8Array {
  return box('mvex', ...tracks.map(({ id }) => fullBox('trex', 0, 0, longs(id, 1, 0, 0, 0))));
}

/**
 * The box of all tables.
 * @param offsets File offsets of the tracks' chunks; undefined for a fragmented file, which has none.
 */
export function movieBox(
  tracks: readonly WrittenTrack[],
  offsets: readonly number[] | undefined,
): Uint8Array {
  const durationMs = offsets === undefined ? 0 : Math.max(...tracks.map(milliseconds));
  const header = fullBox(
    'mvhd',
    0,
    0,
    longs(0, 0, movieTimescale, durationMs, 0x10000),
    words(0x100, 0),
    longs(0, 0),
    matrix,
    longs(0, 0, 0, 0, 0, 0, tracks.length + 1),
  );
  const boxes = tracks.map((track, index) => trackBox(track, offsets?.[index]));
  const rest = offsets === undefined ? [extendsBox(tracks)] : [];
  return box('moov', joinBytes(header, ...boxes, ...rest));
}
