import { mp3Damages } from '../mp3-damage.ts';
import type { GmeArchive } from './archive.ts';
import {
  changing,
  lengthOf,
  rebuilding,
  recordingsOf,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';

/** Damages after which a file is no valid recording; those around sound audio are advice at most. */
const damaged: readonly ArchiveMutation[] = mp3Damages
  .filter(({ severity }) => severity === 'invalid')
  .map(({ name, statement, apply }) =>
    changing(
      { name: `media-${name}`, statement, clauses: ['fileFormat'], shows: 'media' },
      () => true,
      (object) => ({
        ...object,
        bytes: () => {
          const sound = object.bytes();
          const bytes = apply(sound);
          if (bytes === undefined) {
            throw new RangeError(`The damage '${name}' does not change ${object.key}.`);
          }
          return bytes;
        },
      }),
    ),
  );

/** Defects of content: names and listing are as they should be. */
export const mediaMutations: readonly ArchiveMutation[] = [
  ...damaged,
  rebuilding(
    {
      name: 'duplicate-bytes',
      statement: 'Two recordings have the same bytes.',
      clauses: ['nameSerial'],
      shows: 'media',
    },
    (place, archive) => twinOf(place, archive) !== undefined,
    (place, archive) => {
      const twin = twinOf(place, archive);
      return archive.objects.map((object) =>
        object === twin ? { ...object, bytes: place.bytes } : object,
      );
    },
  ),
];

/** Another recording that can have these bytes without a second defect: a mixed stream must not get shorter. */
function twinOf(place: RecordingObject, archive: GmeArchive): RecordingObject | undefined {
  return recordingsOf(archive).find((object) => {
    const growth = lengthOf(place) - lengthOf(object);
    const isFree = archive.scope !== 'both' || object.segment.file.mode === 'single';
    return object.key !== place.key && (growth === 0 || (growth < 0 && isFree));
  });
}
