import type { GmeClauseKey } from '#contracts/gme/clauses.ts';
import { formatObjectKey, type GmeFile } from '#contracts/gme/object-key.ts';
import type { GmeSegment } from '#contracts/gme/recording-rules.ts';
import type { Mutation } from '../archive-mutation.ts';
import type { ArchiveObject, GmeArchive } from './archive.ts';

/**
 * One defect that a bucket of GME recordings can have. It shows in the `names` of the listing, or only when the bytes of
 * the `media` are read.
 */
export type ArchiveMutation = Mutation<GmeArchive, GmeClauseKey, 'names' | 'media'>;

/** An object that is a recording. */
export interface RecordingObject extends ArchiveObject {
  readonly segment: GmeSegment;
}

/** The recordings of an archive, in order. */
export function recordingsOf(archive: GmeArchive): readonly RecordingObject[] {
  return archive.objects.filter(
    (object): object is RecordingObject => object.segment !== undefined,
  );
}

/** Files of one stream of one task. */
export function streamOf(
  archive: GmeArchive,
  { segment }: RecordingObject,
): readonly RecordingObject[] {
  const { taskId, mode, userId } = segment.file;
  return recordingsOf(archive).filter(
    ({ segment: { file } }) =>
      file.taskId === taskId && file.mode === mode && file.userId === userId,
  );
}

/** All files of one task. */
export function taskOf(
  archive: GmeArchive,
  { segment }: RecordingObject,
): readonly RecordingObject[] {
  return recordingsOf(archive).filter((other) => other.segment.file.taskId === segment.file.taskId);
}

/** Whether a file is the last one of a stream that has several. */
export function isLastOfSeveral(archive: GmeArchive, object: RecordingObject): boolean {
  const stream = streamOf(archive, object);
  return stream.length > 1 && stream.at(-1)?.key === object.key;
}

/**
 * Whether a file can vanish from the end of its stream without a second defect: what is left of a mixed stream is still
 * as long as every user's.
 */
export function isDispensable(object: RecordingObject, archive: GmeArchive): boolean {
  return streamOf(archive, object).at(-1)?.key === object.key && isMixSpare(object, archive);
}

/** Whether a mixed stream without this file is still as long as every user's; true of single streams. */
export function isMixSpare(object: RecordingObject, archive: GmeArchive): boolean {
  if (archive.scope !== 'both' || object.segment.file.mode === 'single') {
    return true;
  }
  const total = (files: readonly RecordingObject[]): number =>
    files.reduce((sum, file) => sum + lengthOf(file), 0);
  const task = taskOf(archive, object);
  const users = task.filter(({ segment }) => segment.file.mode === 'single');
  const mix = streamOf(archive, object);
  const rest = total(mix) - lengthOf(object);
  return mix.length > 1 && users.every((user) => total(streamOf(archive, user)) <= rest);
}

/** Whether no later task of the same room follows a file's. */
export function isInLastTask(object: RecordingObject, archive: GmeArchive): boolean {
  const { roomId, taskId } = object.segment.file;
  const tasks = archive.prediction.tasks.filter((task) => task.roomId === roomId);
  return tasks.at(-1)?.taskId === taskId;
}

/** Length of a recording in seconds. */
export function lengthOf({ segment }: RecordingObject): number {
  return segment.endSeconds - segment.beginSeconds;
}

/** A mutation that replaces one recording by `change` of it; `isPlace` says where it can be. */
export function changing(
  description: Omit<ArchiveMutation, 'apply'>,
  isPlace: (object: RecordingObject, archive: GmeArchive) => boolean,
  change: (object: RecordingObject, archive: GmeArchive) => ArchiveObject,
): ArchiveMutation {
  return rebuilding(description, isPlace, (place, archive) =>
    archive.objects.map((object) => (object.key === place.key ? change(place, archive) : object)),
  );
}

/** A mutation that makes new objects of all; undefined where two would share a key. */
export function rebuilding(
  description: Omit<ArchiveMutation, 'apply'>,
  isPlace: (object: RecordingObject, archive: GmeArchive) => boolean,
  rebuild: (place: RecordingObject, archive: GmeArchive) => readonly ArchiveObject[],
): ArchiveMutation {
  return {
    ...description,
    apply: (archive, choice = 0) => {
      const places = recordingsOf(archive).filter((object) => isPlace(object, archive));
      const place = places[choice % places.length];
      if (place === undefined) {
        return undefined;
      }
      const objects = rebuild(place, archive);
      const isDistinct = new Set(objects.map(({ key }) => key)).size === objects.length;
      return isDistinct ? { ...archive, objects } : undefined;
    },
  };
}

/** The recording under the name that it would have with `changes`. */
export function renamed(
  object: RecordingObject,
  { reading }: GmeArchive,
  changes: Partial<GmeFile>,
): RecordingObject {
  const file = { ...object.segment.file, ...changes };
  const key = formatObjectKey(file, reading);
  return { ...object, key, segment: { ...object.segment, file, objectKey: key } };
}

/** The object under a key that `edit` makes of its own; no recording any more. */
export function respelled(object: ArchiveObject, edit: (key: string) => string): ArchiveObject {
  return { ...object, key: edit(object.key), segment: undefined };
}

/** Applies `edit` to what is behind the last `/` of a key. */
export function inName(edit: (name: string) => string): (key: string) => string {
  return (key) => {
    const at = key.lastIndexOf('/') + 1;
    return key.slice(0, at) + edit(key.slice(at));
  };
}
