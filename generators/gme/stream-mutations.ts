import type { ArchiveObject, GmeArchive } from './archive.ts';
import {
  changing,
  isDispensable,
  isLastOfSeveral,
  isMixSpare,
  rebuilding,
  recordingsOf,
  renamed,
  streamOf,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';

const isMixed = ({ segment }: RecordingObject): boolean => segment.file.mode === 'mixed';
const isSingle = ({ segment }: RecordingObject): boolean => segment.file.mode === 'single';
const namesTellSerials = (_: RecordingObject, { reading }: GmeArchive): boolean =>
  reading.nameId === 'serial';

/** Whether the files before it tell what time a file’s name has to carry. */
const isLaterOfConstantTime = (object: RecordingObject, archive: GmeArchive): boolean =>
  archive.reading.nameTime === 'task-start' &&
  archive.reading.nameId === 'serial' &&
  isLastOfSeveral(archive, object) &&
  isMixSpare(object, archive);

function shiftedTime(
  name: string,
  statement: string,
  clause: 'nameTime' | 'nameTimeZone',
  offsetOf: (object: RecordingObject) => number,
): ArchiveMutation {
  return changing(
    { name, statement, clauses: [clause, 'nameSerial'], shows: 'names' },
    (object, archive) =>
      isLaterOfConstantTime(object, archive) &&
      (clause === 'nameTime' || archive.reading.nameZoneHours === 8),
    (object, archive) =>
      renamed(object, archive, {
        startSeconds: object.segment.file.startSeconds + offsetOf(object),
      }),
  );
}

/** Files whose names can be read, but do not fit the others of their stream: serial numbers, folders, times. */
export const streamMutations: readonly ArchiveMutation[] = [
  rebuilding(
    {
      name: 'serial-gap',
      statement: 'A stream’s last serial number leaves one out.',
      clauses: ['nameSerial'],
      shows: 'names',
    },
    (object, archive) => namesTellSerials(object, archive) && isLastOfSeveral(archive, object),
    (place, archive) =>
      archive.objects.map((object) =>
        object === place
          ? renamed(place, archive, { seqNo: place.segment.file.seqNo + 1 })
          : object,
      ),
  ),
  rebuilding(
    {
      name: 'serial-starts-at-1',
      statement: 'A stream’s serial numbers start at 1.',
      clauses: ['nameSerial'],
      shows: 'names',
    },
    namesTellSerials,
    (place, archive) => {
      const stream = new Set<ArchiveObject>(streamOf(archive, place));
      return recordingsOf(archive).map((object) =>
        stream.has(object)
          ? renamed(object, archive, { seqNo: object.segment.file.seqNo + 1 })
          : object,
      );
    },
  ),
  rebuilding(
    {
      name: 'missing-first-segment',
      statement: 'The first file of a stream is missing.',
      clauses: ['nameSerial'],
      shows: 'names',
    },
    (object, archive) =>
      namesTellSerials(object, archive) &&
      object.segment.file.seqNo === 0 &&
      streamOf(archive, object).length > 1 &&
      isMixSpare(object, archive),
    (place, archive) => archive.objects.filter((object) => object !== place),
  ),
  rebuilding(
    {
      name: 'missing-middle-segment',
      statement: 'A file from the middle of a stream is missing.',
      clauses: ['nameSerial'],
      shows: 'names',
    },
    (object, archive) =>
      namesTellSerials(object, archive) &&
      object.segment.file.seqNo > 0 &&
      streamOf(archive, object).at(-1) !== object &&
      isMixSpare(object, archive),
    (place, archive) => archive.objects.filter((object) => object !== place),
  ),
  changing(
    {
      name: 'wrong-folder-user',
      statement: 'A later file of a user lies in another user’s folder.',
      clauses: ['nameUserId', 'nameSerial'],
      shows: 'names',
    },
    (object, archive) =>
      isSingle(object) && namesTellSerials(object, archive) && isLastOfSeveral(archive, object),
    (object, archive) => renamed(object, archive, { userId: `9${object.segment.file.userId}` }),
  ),
  changing(
    {
      name: 'wrong-folder-room',
      statement: 'A later file of a mixed stream lies in another room’s folder.',
      clauses: ['nameRoomId', 'nameTaskId'],
      shows: 'names',
    },
    (object, archive) =>
      isMixed(object) && isLastOfSeveral(archive, object) && isMixSpare(object, archive),
    (object, archive) => renamed(object, archive, { roomId: `9${object.segment.file.roomId}` }),
  ),
  changing(
    {
      name: 'wrong-biz',
      statement: 'A file lies in the folder of another application.',
      clauses: ['nameBizId'],
      shows: 'names',
    },
    isDispensable,
    (object, archive) => renamed(object, archive, { bizId: archive.bizId + 1 }),
  ),
  shiftedTime(
    'start-differs-by-a-second',
    'A later file’s name has another start time than the first one’s.',
    'nameTime',
    () => 1,
  ),
  shiftedTime(
    'segment-time-in-name',
    'A later file’s name has its own start time, not the task’s.',
    'nameTime',
    ({ segment }) => segment.beginSeconds - segment.file.startSeconds,
  ),
  shiftedTime(
    'time-in-utc',
    'A later file’s name has its time at UTC.',
    'nameTimeZone',
    () => -8 * 3600,
  ),
  shiftedTime(
    'time-in-local-zone',
    'A later file’s name has its time at another zone, UTC−5.',
    'nameTimeZone',
    () => -13 * 3600,
  ),
];
