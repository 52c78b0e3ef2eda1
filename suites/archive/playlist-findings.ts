import type { Finding } from '#harness/check.ts';
import { FindingList } from './finding-list.ts';
import type { PlaylistIndex, PlaylistObject, SegmentObject } from './index-playlists.ts';
import { playlistTrack, type DrawEntry } from './playlist-track.ts';
import { lengthText } from './track.ts';

/**
 * How far EXTINF may be from the length of the media, seconds: a player bears it, and recorders measure from the first
 * packet to the next segment's, not to the end of the last frame.
 */
export const durationToleranceSeconds = 0.5;

/** What may be otherwise for a service. */
export interface PlaylistOptions {
  /** Nothing can be said of this playlist. */
  readonly isExcused?: (playlist: PlaylistObject) => boolean;
  /** Default: the segments one after the other. */
  readonly draw?: DrawEntry;
}

/** Lines of playlists whose segment is not in the bucket, or could not be in any. */
export function findMissingSegments(
  { playlists }: PlaylistIndex,
  { isExcused = () => false, draw = playlistTrack }: PlaylistOptions = {},
): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of playlists.values()) {
    for (const entry of isExcused(playlist) ? [] : playlist.entries) {
      const { key, segment, line } = entry;
      const at = `${playlist.key}:${String(line)}`;
      if (key === undefined) {
        findings.add(() => ({
          at,
          code: 'segment-elsewhere',
          expected: 'the name of a segment in the bucket',
          actual: 'an address that leads out of it',
          ...draw(playlist, entry, { kind: 'missing' }),
        }));
      } else if (segment === undefined) {
        findings.add(() => ({
          at,
          code: 'segment-missing',
          expected: `the object ${key}`,
          actual: 'no such object in the bucket',
          ...draw(playlist, entry, { kind: 'missing' }),
        }));
      }
    }
  }
  return findings.list();
}

/** What may be otherwise for a service's segments. */
export interface SegmentOptions {
  /** Nothing can be said of this segment, for instance while it is recorded. */
  readonly isExcused?: (segment: SegmentObject) => boolean;
  /** Default: no drawing, because nothing says to which recording it belongs. */
  readonly draw?: (segment: SegmentObject) => Pick<Finding, 'track'>;
}

/** Segments that no playlist lists. */
export function findUnlistedSegments(
  { segments }: PlaylistIndex,
  expected: string,
  { isExcused = () => false, draw = () => ({}) }: SegmentOptions = {},
): readonly Finding[] {
  const findings = new FindingList();
  for (const segment of segments.values()) {
    if (segment.listings === 0 && !isExcused(segment)) {
      findings.add(() => ({
        at: segment.key,
        code: 'segment-unlisted',
        expected,
        actual: 'it is in the bucket, and in no playlist',
        ...draw(segment),
      }));
    }
  }
  return findings.list();
}

/** Lines of playlists whose duration is not that of the segment. Damaged segments have no length to compare with. */
export function findWrongDurations(
  { playlists }: PlaylistIndex,
  draw: DrawEntry = playlistTrack,
): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of playlists.values()) {
    for (const entry of playlist.entries) {
      const { segment, seconds, line } = entry;
      const isOff =
        segment?.whole === true && Math.abs(segment.seconds - seconds) > durationToleranceSeconds;
      if (isOff) {
        findings.add(() => ({
          at: `${playlist.key}:${String(line)}`,
          code: 'duration-differs',
          expected: `EXTINF of ${segment.seconds.toFixed(3)} s, the length of ${segment.key}`,
          actual: `${seconds.toFixed(3)} s`,
          ...draw(playlist, entry, {
            kind: 'wrong',
            note: `in the playlist ${lengthText(seconds)}`,
          }),
        }));
      }
    }
  }
  return findings.list();
}

/** Playlists without an end, of those that should have one. */
export function findOpenPlaylists(
  { playlists }: PlaylistIndex,
  shouldBeEnded: (playlist: PlaylistObject) => boolean,
): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of playlists.values()) {
    if (playlist.isSound && !playlist.hasEndlist && shouldBeEnded(playlist)) {
      findings.add({
        at: playlist.key,
        code: 'endlist-missing',
        expected: '#EXT-X-ENDLIST, because the recording is over',
        actual: 'a list without an end: players wait for more',
      });
    }
  }
  return findings.list();
}

/** Segments in which a track has another codec than in the segments before them; a track may come and go. */
export function findSwitchedCodecs({ playlists }: PlaylistIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { entries } of playlists.values()) {
    const first = new Map<string, { readonly track: string; readonly key: string }>();
    for (const { segment } of entries) {
      for (const track of segment?.whole === true ? (segment.tracks?.split(', ') ?? []) : []) {
        const [kind = ''] = track.split(' ', 1);
        const known = first.get(kind) ?? { track, key: segment?.key ?? '' };
        first.set(kind, known);
        if (track !== known.track) {
          findings.add({
            at: segment?.key ?? '',
            code: 'codec-differs',
            expected: `${known.track}, as ${known.key}`,
            actual: track,
          });
        }
      }
    }
  }
  return findings.list();
}
