import type { Finding } from '#harness/check.ts';
import { FindingList } from './finding-list.ts';
import type { PlaylistIndex, PlaylistObject, SegmentObject } from './index-playlists.ts';

/**
 * How far EXTINF may be from the length of the media, seconds: a player bears it, and recorders measure from the first
 * packet to the next segment's, not to the end of the last frame.
 */
export const durationToleranceSeconds = 0.5;

/** Lines of playlists whose segment is not in the bucket, or could not be in any. */
export function findMissingSegments(
  { playlists }: PlaylistIndex,
  isExcused: (playlist: PlaylistObject) => boolean = () => false,
): readonly Finding[] {
  const findings = new FindingList();
  for (const playlist of playlists.values()) {
    for (const { key, segment, line } of isExcused(playlist) ? [] : playlist.entries) {
      const at = `${playlist.key}:${String(line)}`;
      if (key === undefined) {
        findings.add({
          at,
          code: 'segment-elsewhere',
          expected: 'the name of a segment in the bucket',
          actual: 'an address that leads out of it',
        });
      } else if (segment === undefined) {
        findings.add({
          at,
          code: 'segment-missing',
          expected: `the object ${key}`,
          actual: 'no such object in the bucket',
        });
      }
    }
  }
  return findings.list();
}

/** Segments that no playlist lists. `isExcused`: nothing can be said of them, for instance while they are recorded. */
export function findUnlistedSegments(
  { segments }: PlaylistIndex,
  expected: string,
  isExcused: (segment: SegmentObject) => boolean = () => false,
): readonly Finding[] {
  const findings = new FindingList();
  for (const segment of segments.values()) {
    if (segment.listings === 0 && !isExcused(segment)) {
      const actual = 'it is in the bucket, and in no playlist';
      findings.add({ at: segment.key, code: 'segment-unlisted', expected, actual });
    }
  }
  return findings.list();
}

/** Lines of playlists whose duration is not that of the segment. Damaged segments have no length to compare with. */
export function findWrongDurations({ playlists }: PlaylistIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, entries } of playlists.values()) {
    for (const { segment, seconds, line } of entries) {
      const isOff =
        segment?.whole === true && Math.abs(segment.seconds - seconds) > durationToleranceSeconds;
      if (isOff) {
        findings.add({
          at: `${key}:${String(line)}`,
          code: 'duration-differs',
          expected: `EXTINF of ${segment.seconds.toFixed(3)} s, the length of ${segment.key}`,
          actual: `${seconds.toFixed(3)} s`,
        });
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
