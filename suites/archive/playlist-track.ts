import type { Finding } from '#harness/check.ts';
import type { PlaylistEntry, PlaylistObject } from './index-playlists.ts';
import { drawn, trackBySerial, type TrackMark } from './track.ts';

/** Draws a playlist with one of its entries marked. */
export type DrawEntry = (
  playlist: PlaylistObject,
  entry: PlaylistEntry,
  mark: TrackMark,
) => Pick<Finding, 'track'>;

/**
 * The segments of a playlist one after the other, one of them marked; those that the bucket lacks are missing, too. For
 * segments whose names carry no time.
 */
export const playlistTrack: DrawEntry = ({ key, entries }, marked, mark) =>
  drawn(
    trackBySerial(
      key,
      entries.map((entry, serial) => ({
        label: entry.key === undefined ? `line ${String(entry.line)}` : shortName(entry.key, key),
        serial,
        seconds: entry.segment?.whole === true ? entry.segment.seconds : entry.seconds,
        mark: markOf(entry, marked, mark),
      })),
      0,
    ),
  );

function markOf(
  entry: PlaylistEntry,
  marked: PlaylistEntry,
  mark: TrackMark,
): TrackMark | undefined {
  if (entry.line === marked.line) {
    return { ...mark, isFocus: true };
  }
  return entry.segment === undefined ? { kind: 'missing' } : undefined;
}

/** The last part of a segment's key, without what it shares with its playlist's: of `x_00001.ts` in `x.m3u8`, `00001.ts`. */
export function shortName(segmentKey: string, playlistKey: string): string {
  const name = lastPart(segmentKey);
  const stem = lastPart(playlistKey).replace(/\.m3u8$/u, '');
  return name.startsWith(stem) ? name.slice(stem.length).replace(/^[_-]/u, '') : name;
}

/** The last part of a key. */
export function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
