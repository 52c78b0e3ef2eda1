import { formatFileName, formatObjectKey, type TrtcFile } from '#contracts/trtc/object-key.ts';
import {
  mutating,
  renamedEverywhere,
  type AnyRecording,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';
import type { ArchiveObject, TrtcArchive } from './archive.ts';
import { placeInPlaylist } from './object-mutations.ts';

const hourMs = 3_600_000;

/** The file that an object is. */
function fileOf({ recording }: AnyRecording): TrtcFile {
  switch (recording.kind) {
    case 'playlist':
      return recording.playlist.file;
    case 'segment':
      return recording.segment.file;
    case 'mp4':
      return recording.mp4.file;
  }
}

/** A file under the name of another one, in the listing and wherever it is named. */
function renamedTo(
  archive: TrtcArchive,
  place: AnyRecording,
  file: TrtcFile,
): ReturnType<typeof renamedEverywhere> {
  return renamedEverywhere(archive, place, formatFileName(file, archive.reading));
}

/** MP4 files that are cut or counted wrongly. */
const indices: readonly ArchiveMutation[] = [
  mutating(
    {
      name: 'index-gap',
      statement: 'The indices of MP4 files leave one out.',
      clauses: ['nameIndex'],
      shows: 'names',
    },
    ['mp4'],
    (place, archive) => {
      const { task, mp4 } = place.recording;
      const { index } = mp4.file;
      const isLast = task.mp4Files.findLast(({ file }) => file.index !== undefined) === mp4;
      return index !== undefined && isLast
        ? renamedTo(archive, place, { ...mp4.file, index: index + 1 })
        : undefined;
    },
  ),
  mutating(
    {
      name: 'index-without-cut',
      statement: 'The only MP4 file of a stream has an index.',
      clauses: ['nameIndex'],
      shows: 'names',
    },
    ['mp4'],
    (place, archive) => {
      const { file } = place.recording.mp4;
      return file.index === undefined
        ? renamedTo(archive, place, { ...file, index: 1 })
        : undefined;
    },
  ),
];

/** Files that do not fit the others of their task. */
const misfits: readonly ArchiveMutation[] = [
  mutating(
    {
      name: 'one-task-two-rooms',
      statement: 'The files of one task carry two rooms.',
      clauses: ['taskId', 'nameFolders'],
      shows: 'names',
    },
    ['playlist', 'mp4'],
    (place, archive) => {
      const file = fileOf(place);
      const roomId =
        typeof file.roomId === 'number' ? (file.roomId % 9000) + 1 : `${file.roomId.slice(0, 60)}x`;
      return renamedTo(archive, place, { ...file, roomId });
    },
  ),
  mutating(
    {
      name: 'mixed-file-in-single-task',
      statement: 'A task that records single streams has a mixed file, too.',
      clauses: ['recordingModes'],
      shows: 'names',
    },
    ['mp4', 'playlist'],
    (place, archive) => {
      const file = fileOf(place);
      if (place.recording.task.plan.params.mode === 'mixed' || file.kind === 'segment') {
        return undefined;
      }
      const mixed = { ...file, stream: { mode: 'mixed' } } as const;
      const key = formatObjectKey(mixed, archive.reading);
      const extra: ArchiveObject = { ...place, key, recording: undefined };
      return { objects: [...archive.objects, extra] };
    },
  ),
  mutating(
    {
      name: 'recovered-playlist-of-originals',
      statement: 'A playlist’s name begins with ha1_, those of its segments do not.',
      clauses: ['recoveredNames'],
      shows: 'names',
    },
    ['playlist'],
    (place, archive) => {
      const { task, playlist } = place.recording;
      return task.recoveredAtMs.length === 0
        ? renamedTo(archive, place, { ...playlist.file, recovery: 1 })
        : undefined;
    },
  ),
  mutating(
    {
      name: 'first-name-late',
      statement: 'The first segment’s name begins later than its playlist says.',
      clauses: ['nameTime', 'startTimeInPlaylist'],
      shows: 'playlists',
    },
    ['segment'],
    (place, archive) => {
      const { playlist, segment } = place.recording;
      const startMs = segment.beginMs + 1500;
      return placeInPlaylist(place)[0] === 0 &&
        startMs < segment.endMs &&
        !collides(playlist.segments, startMs)
        ? renamedTo(archive, place, { ...segment.file, startMs })
        : undefined;
    },
  ),
  mutating(
    {
      name: 'times-in-utc8',
      statement: 'The names of a playlist’s segments are eight hours ahead of UTC.',
      clauses: ['nameTimeZone'],
      shows: 'playlists',
    },
    ['playlist'],
    (place, archive) => shiftNames(place, archive, 8 * hourMs),
  ),
  mutating(
    {
      name: 'times-in-local-zone',
      statement: 'The names of a playlist’s segments are five hours behind UTC.',
      clauses: ['nameTimeZone'],
      shows: 'playlists',
    },
    ['playlist'],
    (place, archive) => shiftNames(place, archive, -5 * hourMs),
  ),
];

function collides(segments: readonly { readonly beginMs: number }[], startMs: number): boolean {
  return segments.some(({ beginMs }) => beginMs === startMs);
}

/** All segments of a playlist under names that are earlier or later by some time. */
function shiftNames(
  { recording: { playlist } }: RecordingObject<'playlist'>,
  archive: TrtcArchive,
  byMs: number,
): Partial<TrtcArchive> {
  let shifted = archive;
  // In an order in which a new name never is another segment's old one.
  for (const segment of byMs > 0 ? playlist.segments.toReversed() : playlist.segments) {
    const object = shifted.objects.find(({ key }) => key === segment.objectKey);
    const recording = object?.recording;
    if (object !== undefined && recording?.kind === 'segment') {
      const file = { ...segment.file, startMs: segment.beginMs + byMs };
      const place = { ...object, recording };
      const objects = shifted.objects.map((one) => (one === object ? place : one));
      shifted = { ...shifted, ...renamedTo({ ...shifted, objects }, place, file) };
    }
  }
  return { objects: shifted.objects };
}

/** Files under names that can be read, but do not fit the others of their task. */
export const misfitMutations: readonly ArchiveMutation[] = [...indices, ...misfits];
