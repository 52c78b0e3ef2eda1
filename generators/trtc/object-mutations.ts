import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import { formatObjectKey } from '#contracts/trtc/object-key.ts';
import { writeTs } from '#media/ts/writer.ts';
import {
  mutating,
  playlistOf,
  replacing,
  without,
  type AnyRecording,
  type ArchiveMutation,
} from './archive-mutation.ts';
import { bytesOf, type ArchiveObject } from './archive.ts';

/** What shows that a file is missing: segments alone tell that there was a playlist. */
const evidence = { playlist: 'names', segment: 'playlists', mp4: 'callbacks' } as const;

/** A file that is missing in the listing, though it is listed or announced. */
function missing(
  name: string,
  statement: string,
  clause: TrtcClauseKey,
  kind: 'playlist' | 'segment' | 'mp4',
  isPlace: (place: AnyRecording) => boolean,
): ArchiveMutation {
  return mutating(
    { name, statement, clauses: [clause], shows: evidence[kind] },
    [kind],
    (place, archive) => (isPlace(place) ? { objects: without(archive, place) } : undefined),
  );
}

/** Place of a segment in its playlist, and how many there are. */
export function placeInPlaylist({
  recording,
}: AnyRecording): readonly [index: number, count: number] {
  return recording.kind === 'segment'
    ? [recording.playlist.segments.indexOf(recording.segment), recording.playlist.segments.length]
    : [0, 0];
}

/** Files that are missing or too many. */
const absences: readonly ArchiveMutation[] = [
  missing(
    'missing-first-segment',
    'The first segment of a playlist is missing.',
    'userUploads',
    'segment',
    (place) => placeInPlaylist(place)[0] === 0 && placeInPlaylist(place)[1] > 1,
  ),
  missing(
    'missing-middle-segment',
    'A segment from the middle of a playlist is missing.',
    'userUploads',
    'segment',
    (place) => {
      const [index, count] = placeInPlaylist(place);
      return index > 0 && index < count - 1;
    },
  ),
  missing(
    'missing-last-segment',
    'The last segment of a playlist is missing.',
    'userUploads',
    'segment',
    (place) => {
      const [index, count] = placeInPlaylist(place);
      return index > 0 && index === count - 1;
    },
  ),
  missing(
    'missing-playlist',
    'The segments of a stream have no playlist.',
    'singleResults',
    'playlist',
    () => true,
  ),
  missing(
    'missing-mp4',
    'An MP4 file that was announced as stored is missing.',
    'mp4Format',
    'mp4',
    () => true,
  ),
  mutating(
    {
      name: 'extra-segment',
      statement: 'A segment lies beside those that its playlist lists.',
      clauses: ['playlistForm'],
      shows: 'playlists',
    },
    ['playlist'],
    (place, archive) => {
      const { playlist } = place.recording;
      const startMs = (playlist.segments.at(-1)?.endMs ?? playlist.beginMs) + 1;
      const file = { ...playlist.file, kind: 'segment', startMs } as const;
      const extra: ArchiveObject = {
        key: formatObjectKey(file, archive.reading),
        chunks: () => [writeTs({ durationMs: 1000, fingerprint: 0x7fff })],
        recording: undefined,
        storedAtMs: startMs,
      };
      return { objects: [...archive.objects, extra] };
    },
  ),
];

/** Whole files in the place of others. */
const contents: readonly ArchiveMutation[] = [
  mutating(
    {
      name: 'duplicate-bytes',
      statement: 'Two segments have the same bytes.',
      clauses: ['playlistForm'],
      shows: 'media',
    },
    ['segment'],
    (place, archive) => {
      const { playlist, segment } = place.recording;
      const twin = archive.objects.find(
        ({ recording }) =>
          recording?.kind === 'segment' &&
          recording.playlist === playlist &&
          recording.segment !== segment &&
          recording.segment.endMs - recording.segment.beginMs === segment.endMs - segment.beginMs,
      );
      return twin === undefined
        ? undefined
        : { objects: replacing(archive, place, { ...place, chunks: twin.chunks }) };
    },
  ),
  mutating(
    {
      name: 'swapped-contents',
      statement: 'A playlist has the bytes of a segment, and the segment those of its playlist.',
      clauses: ['playlistForm'],
      shows: 'playlists',
    },
    ['segment'],
    (place, archive) => {
      const playlist = playlistOf(archive, place);
      return playlist === undefined
        ? undefined
        : {
            objects: archive.objects.map((object) => {
              if (object === place) {
                return { ...place, chunks: () => [bytesOf(playlist)] };
              }
              return object === playlist ? { ...playlist, chunks: () => [bytesOf(place)] } : object;
            }),
          };
    },
  ),
];

/** Objects that are missing or too many, and contents that changed places. */
export const objectMutations: readonly ArchiveMutation[] = [...absences, ...contents];
