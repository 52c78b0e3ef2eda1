import { limits } from '#contracts/gme/limits.ts';
import { audio, type ArchiveObject, type GmeArchive } from './archive.ts';
import {
  changing,
  isInLastTask,
  lengthOf,
  rebuilding,
  renamed,
  streamOf,
  taskOf,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';

const isMixed = ({ segment }: RecordingObject): boolean => segment.file.mode === 'mixed';
const isSingle = ({ segment }: RecordingObject): boolean => segment.file.mode === 'single';
/** A second file beside `object`, with content of its own. */
function added(
  object: RecordingObject,
  archive: GmeArchive,
  changes: Parameters<typeof renamed>[2],
): readonly ArchiveObject[] {
  const copy = renamed(object, archive, { ...changes, seqNo: 0 });
  return [...archive.objects, { ...copy, bytes: audio(lengthOf(object), archive.objects.length) }];
}

/** Files that do not fit the other files of their task or room, or the scope that is recorded. */
export const taskMutations: readonly ArchiveMutation[] = [
  rebuilding(
    {
      name: 'overlapping-tasks',
      statement: 'A second task of a room starts while the first is running.',
      clauses: ['taskStart', 'taskEnd'],
      shows: 'media',
    },
    (object, { scope }) => lengthOf(object) > 1 && (scope !== 'both' || isMixed(object)),
    (place, archive) =>
      added(place, archive, {
        taskId: place.segment.file.taskId + 1000n,
        startSeconds: place.segment.file.startSeconds + Math.floor(lengthOf(place) / 2),
      }),
  ),
  rebuilding(
    {
      name: 'two-starts-one-task',
      statement: 'Two files of one task name different start times.',
      clauses: ['nameTaskId', 'nameTime'],
      shows: 'names',
    },
    (object, { reading }) => isMixed(object) && reading.nameTime === 'task-start',
    (place, archive) =>
      added(place, archive, { startSeconds: place.segment.file.startSeconds + 7 * 86_400 }),
  ),
  rebuilding(
    {
      name: 'one-task-two-rooms',
      statement: 'Two rooms have files of one task.',
      clauses: ['nameTaskId', 'taskIdUnique'],
      shows: 'names',
    },
    isMixed,
    (place, archive) => added(place, archive, { roomId: `9${place.segment.file.roomId}` }),
  ),
  rebuilding(
    {
      name: 'mixed-stream-missing',
      statement: 'A task has single streams, but no mixed one, though both are recorded.',
      clauses: ['scope'],
      shows: 'names',
    },
    (object, archive) =>
      archive.scope === 'both' && isMixed(object) && taskOf(archive, object).some(isSingle),
    (place, archive) => {
      const stream = new Set<ArchiveObject>(streamOf(archive, place));
      return archive.objects.filter((object) => !stream.has(object));
    },
  ),
  rebuilding(
    {
      name: 'single-stream-not-in-scope',
      statement: 'There is a single stream, though only mixed ones are recorded.',
      clauses: ['scope'],
      shows: 'names',
    },
    (object, { scope }) => isMixed(object) && scope === 'mixed',
    (place, archive) => added(place, archive, { mode: 'single', userId: '10001' }),
  ),
  rebuilding(
    {
      name: 'mixed-stream-not-in-scope',
      statement: 'There is a mixed stream, though only single ones are recorded.',
      clauses: ['scope'],
      shows: 'names',
    },
    (object, { scope }) => isSingle(object) && scope === 'single',
    (place, archive) => added(place, archive, { mode: 'mixed', userId: '0' }),
  ),
  changing(
    {
      name: 'longer-than-two-hours',
      statement: 'A file is longer than two hours.',
      clauses: ['segmentationTwoHours'],
      shows: 'media',
    },
    (object, archive) =>
      isInLastTask(object, archive) && (archive.scope !== 'both' || isMixed(object)),
    (object) => ({ ...object, bytes: audio(limits.segmentSecondsMax + 120, 0) }),
  ),
  changing(
    {
      name: 'user-outlasts-task',
      statement: 'A user’s single stream is longer than the whole task.',
      clauses: ['taskEnd', 'segmentationMic'],
      shows: 'media',
    },
    (object, archive) =>
      archive.scope === 'both' &&
      isSingle(object) &&
      isInLastTask(object, archive) &&
      mixedSeconds(object, archive) + 60 <= limits.segmentSecondsMax,
    (object, archive) => ({
      ...object,
      bytes: audio(mixedSeconds(object, archive) + 60, archive.objects.length),
    }),
  ),
];

/** Length of the mixed stream of an object’s task. */
function mixedSeconds(object: RecordingObject, archive: GmeArchive): number {
  return taskOf(archive, object)
    .filter(isMixed)
    .reduce((sum, file) => sum + lengthOf(file), 0);
}
