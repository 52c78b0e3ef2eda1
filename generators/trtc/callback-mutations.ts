import { encodeCallback, type TrtcEvent } from '#contracts/trtc/callback.ts';
import type { TrtcClauseKey } from '#contracts/trtc/clauses.ts';
import type { Recording } from './archive.ts';
import {
  mutating,
  renamedIn,
  retold,
  toldAs,
  type ArchiveMutation,
  type AnyRecording,
} from './archive-mutation.ts';

/** A callback of one kind that says something else of a file than is in the bucket. */
function misreported<K extends TrtcEvent['kind']>(
  name: string,
  statement: string,
  clauses: readonly [TrtcClauseKey, ...TrtcClauseKey[]],
  [object, kind]: readonly [Recording['kind'], K],
  change: (event: Extract<TrtcEvent, { kind: K }>, place: AnyRecording) => TrtcEvent | undefined,
): ArchiveMutation {
  return mutating({ name, statement, clauses, shows: 'callbacks' }, [object], (place, archive) => {
    const edit = (event: TrtcEvent): TrtcEvent =>
      (isKind(event, kind) ? change(event, place) : undefined) ?? event;
    const callbacks = retold(archive, place, edit);
    // Another reading may have no member for what is another.
    const isChanged = callbacks.some(({ callback }, index) => {
      const before = archive.callbacks[index]?.callback ?? callback;
      const written = encodeCallback(callback, archive.reading);
      return callback !== before && !written.equals(encodeCallback(before, archive.reading));
    });
    return isChanged ? { callbacks } : undefined;
  });
}

function isKind<K extends TrtcEvent['kind']>(
  event: TrtcEvent,
  kind: K,
): event is Extract<TrtcEvent, { kind: K }> {
  return event.kind === kind;
}

/** A file of which no callback of some kinds speaks. */
function unannounced(
  name: string,
  statement: string,
  clause: TrtcClauseKey,
  object: Recording['kind'],
  kinds: readonly TrtcEvent['kind'][],
): ArchiveMutation {
  return mutating(
    { name, statement, clauses: [clause], shows: 'callbacks' },
    [object],
    (place, archive) =>
      toldAs(archive, place).some((kind) => (kinds as readonly string[]).includes(kind))
        ? {
            callbacks: archive.callbacks.filter(
              ({ callback, objectKeys }) =>
                !(kinds.includes(callback.event.kind) && objectKeys.includes(place.key)),
            ),
          }
        : undefined,
  );
}

const slice = ['playlist', 'file-slice'] as const;
const info = ['playlist', 'file-info'] as const;
const mp4Stop = ['mp4', 'mp4-stop'] as const;

/** Files under names that are in no bucket. */
const ghosts: readonly ArchiveMutation[] = [
  misreported(
    'info-of-a-missing-file',
    'A 304 names a playlist that does not exist.',
    ['fileInfo'],
    info,
    (event) => ({ ...event, fileNames: event.fileNames.map(ghost) }),
  ),
  misreported(
    'slice-of-a-missing-file',
    'A 307 names a playlist that does not exist.',
    ['fileSlice'],
    slice,
    (event) => ({ ...event, fileName: ghost(event.fileName) }),
  ),
  misreported(
    'mp4-of-a-missing-file',
    'A 310 names an MP4 file that does not exist.',
    ['mp4Stop'],
    mp4Stop,
    (event) =>
      event.files.reduce<TrtcEvent>(
        (told, { fileName }) => renamedIn(told, fileName, ghost(fileName)),
        event,
      ),
  ),
];

function ghost(name: string): string {
  return name.replace(/(?=\.[^.]+$)/u, 'x');
}

/** Facts that the playlist or the file tells otherwise. */
const contradictions: readonly ArchiveMutation[] = [
  misreported(
    'begin-shifted',
    'A 307 tells another start than the playlist.',
    ['startTimeInCallback', 'sliceTime'],
    slice,
    (event) => ({ ...event, beginMs: event.beginMs + 10_000 }),
  ),
  misreported(
    'begin-in-utc8',
    'A 307 tells a start eight hours ahead.',
    ['startTimeInCallback', 'sliceTime'],
    slice,
    (event) => ({ ...event, beginMs: event.beginMs + 8 * 3_600_000 }),
  ),
  misreported(
    'wrong-user',
    'A 307 tells another user than the file’s name.',
    ['fileSlice', 'nameIdentifiers'],
    slice,
    (event) => (event.userId === '' ? undefined : { ...event, userId: `${event.userId}x` }),
  ),
  misreported(
    'user-of-a-mix',
    'A 307 tells a user of a mixed stream.',
    ['fileSlice', 'recordingModes'],
    slice,
    (event) => (event.userId === '' ? { ...event, userId: 'user1' } : undefined),
  ),
  misreported(
    'wrong-track',
    'A 307 tells another type than the file’s name.',
    ['fileSlice', 'nameType'],
    slice,
    (event) =>
      event.userId === ''
        ? undefined
        : { ...event, trackType: event.trackType === 'audio' ? 'video' : 'audio' },
  ),
  misreported(
    'wrong-mp4-user',
    'A 310 tells another user than the file’s name.',
    ['mp4Stop', 'nameIdentifiers'],
    mp4Stop,
    (event) => ({
      ...event,
      files: event.files.map((file) =>
        file.details === undefined
          ? file
          : { ...file, details: { ...file.details, userId: `${file.details.userId}x` } },
      ),
    }),
  ),
  misreported(
    'wrong-mp4-stream',
    'A 310 tells another stream than the file’s name.',
    ['mp4Stop', 'nameMediaId'],
    mp4Stop,
    (event) => ({
      ...event,
      files: event.files.map((file) =>
        file.details === undefined
          ? file
          : {
              ...file,
              details: {
                ...file.details,
                mediaId: file.details.mediaId === 'main' ? 'aux' : 'main',
              },
            },
      ),
    }),
  ),
  misreported(
    'mp4-told-longer',
    'A 310 tells a later end than the file has.',
    ['mp4Stop'],
    mp4Stop,
    (event) => ({
      ...event,
      files: event.files.map((file) =>
        file.details === undefined
          ? file
          : { ...file, details: { ...file.details, endMs: file.details.endMs + 60_000 } },
      ),
    }),
  ),
];

/** Callbacks that are missing, or came to another task. */
const silences: readonly ArchiveMutation[] = [
  unannounced(
    'playlist-never-announced',
    'No callback speaks of a playlist.',
    'fileInfo',
    'playlist',
    ['file-info', 'file-slice'],
  ),
  unannounced('mp4-never-announced', 'No callback speaks of an MP4 file.', 'mp4Stop', 'mp4', [
    'mp4-stop',
  ]),
  mutating(
    {
      name: 'announced-for-another-task',
      statement: 'The callbacks on a playlist name a task that has no such file.',
      clauses: ['taskId', 'fileInfo'],
      shows: 'callbacks',
    },
    ['playlist'],
    (place, archive) => ({
      callbacks: archive.callbacks.map((told) =>
        told.objectKeys.includes(place.key)
          ? { ...told, callback: { ...told.callback, taskId: `${told.callback.taskId}x` } }
          : told,
      ),
    }),
  ),
  mutating(
    {
      name: 'announced-for-another-room',
      statement: 'The callbacks on a playlist name another room than its file.',
      clauses: ['roomId', 'fileInfo'],
      shows: 'callbacks',
    },
    ['playlist'],
    (place, archive) => ({
      callbacks: archive.callbacks.map((told) =>
        told.objectKeys.includes(place.key)
          ? { ...told, callback: { ...told.callback, roomId: otherRoom(told.callback.roomId) } }
          : told,
      ),
    }),
  ),
];

function otherRoom(room: number | string): number | string {
  return typeof room === 'number' ? (room % 9000) + 1 : `${room.slice(0, 60)}x`;
}

/** Names, playlists and media are as they should be; what was told of them is not. */
export const callbackMutations: readonly ArchiveMutation[] = [
  ...ghosts,
  ...contradictions,
  ...silences,
];
