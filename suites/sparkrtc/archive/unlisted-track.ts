import type { Finding } from '#harness/check.ts';
import type { PlaylistIndex, SegmentObject } from '../../archive/index-playlists.ts';
import { shortName } from '../../archive/playlist-track.ts';
import { drawn, trackBySerial, type TrackFile } from '../../archive/track.ts';

/**
 * A segment that no playlist lists, among those of the playlist in its folder, by their names; nothing where the folder has
 * none or several.
 */
export function unlistedTrack(
  { playlists, segments }: PlaylistIndex,
  unlisted: SegmentObject,
): Pick<Finding, 'track'> {
  const folder = folderOf(unlisted.key);
  const [playlist, another] = [...playlists.values()].filter(({ key }) => folderOf(key) === folder);
  if (playlist === undefined || another !== undefined) {
    return {};
  }
  const listed = new Map(playlist.entries.map((entry) => [entry.key ?? '', entry]));
  const beside = [...segments.values()].filter(
    ({ key, listings }) => listings === 0 && folderOf(key) === folder,
  );
  const files = [
    ...[...listed].map(([key, { seconds, segment }]): TrackFile & { readonly key: string } => ({
      key,
      label: shortName(key, playlist.key),
      seconds,
      mark: segment === undefined ? { kind: 'missing' } : undefined,
    })),
    ...beside.map(({ key, seconds }) => ({
      key,
      label: shortName(key, playlist.key),
      seconds,
      mark: {
        kind: 'misplaced',
        note: 'not in the playlist',
        isFocus: key === unlisted.key,
      } as const,
    })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  return drawn(
    trackBySerial(
      playlist.key,
      files.map((file, serial) => ({ ...file, serial })),
      0,
    ),
  );
}

function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1);
}
