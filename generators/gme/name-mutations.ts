import type { GmeClauseKey } from '#contracts/gme/clauses.ts';
import type { ArchiveObject, GmeArchive } from './archive.ts';
import {
  changing,
  inName,
  isDispensable,
  rebuilding,
  respelled,
  type ArchiveMutation,
  type RecordingObject,
} from './archive-mutation.ts';

const isMixed = ({ segment }: RecordingObject): boolean => segment.file.mode === 'mixed';
const isSingle = ({ segment }: RecordingObject): boolean => segment.file.mode === 'single';

type Place = (object: RecordingObject, archive: GmeArchive) => boolean;

/** A key that no recording has: the content is untouched. */
function misspelled(
  name: string,
  statement: string,
  clause: GmeClauseKey,
  edit: (key: string) => string,
  isPlace: Place = () => true,
): ArchiveMutation {
  return changing(
    { name, statement, clauses: [clause], shows: 'names' },
    // Only where the edit makes a difference.
    (object, archive) =>
      isDispensable(object, archive) && isPlace(object, archive) && edit(object.key) !== object.key,
    (object) => respelled(object, edit),
  );
}

/** One more object beside a recording, which is none itself. */
function leftover(
  name: string,
  statement: string,
  edit: (key: string) => string,
  bytes?: () => Uint8Array,
): ArchiveMutation {
  return rebuilding(
    { name, statement, clauses: ['storageBucket', 'fileFormat'], shows: 'names' },
    () => true,
    (place, archive): readonly ArchiveObject[] => [
      ...archive.objects,
      { ...respelled(place, edit), ...(bytes === undefined ? {} : { bytes }) },
    ],
  );
}

/** The parts of a name before `_audio.mp3`: any task id, the time, the serial number. */
const stem = /^(?<task>\d+_)?(?<time>[\d-]{19})_(?<id>\d+)(?=_audio)/u;

function rewriteStem(
  write: (parts: { task: string; time: string; id: string }) => string,
): (key: string) => string {
  return inName((name) => {
    const { task = '', time = '', id = '' } = stem.exec(name)?.groups ?? {};
    return name.replace(stem, write({ task, time, id }));
  });
}

/** Names and folders that no recording has, and objects that do not belong into the bucket. */
export const nameMutations: readonly ArchiveMutation[] = [
  misspelled(
    'upper-case-extension',
    'A name ends in .MP3.',
    'fileFormat',
    inName((name) => name.replace(/mp3$/u, 'MP3')),
  ),
  misspelled(
    'wrong-extension',
    'A name ends in .wav.',
    'fileFormat',
    inName((name) => name.replace(/mp3$/u, 'wav')),
  ),
  misspelled(
    'no-extension',
    'A name has no extension.',
    'fileFormat',
    inName((name) => name.replace(/\.mp3$/u, '')),
  ),
  misspelled(
    'no-audio-mark',
    'A name lacks the word audio.',
    'nameSingle',
    inName((name) => name.replace('_audio', '')),
    isSingle,
  ),
  misspelled(
    'blanks-in-single-name',
    'A single-stream name has blanks.',
    'nameSingle',
    rewriteStem(({ time, id }) => `${time} _${id}`),
    isSingle,
  ),
  misspelled(
    'blanks-in-mixed-name',
    'One inner underscore of a mixed name has a blank before it, the other has none.',
    'nameMixed',
    rewriteStem(({ task, time, id }) => `${task}${time} _${id}`),
    isMixed,
  ),
  misspelled(
    'serial-with-leading-zeros',
    'A serial number is padded to three digits.',
    'nameSerial',
    rewriteStem(({ task, time, id }) => `${task}${time}_${id.padStart(3, '0')}`),
  ),
  misspelled(
    'serial-missing',
    'A name has no serial number.',
    'nameSerial',
    rewriteStem(({ task, time }) => task + time),
  ),
  misspelled(
    'time-not-in-calendar',
    'The time in a name is the 30th of February.',
    'nameTime',
    rewriteStem(({ task, time, id }) => `${task}${time.slice(0, 4)}-02-30${time.slice(10)}_${id}`),
  ),
  misspelled(
    'time-with-colons',
    'The time in a name has colons.',
    'nameTimeZone',
    rewriteStem(
      ({ task, time, id }) =>
        `${task}${time.slice(0, 10)} ${time.slice(11).replaceAll('-', ':')}_${id}`,
    ),
  ),
  misspelled(
    'time-as-unix-seconds',
    'The time in a name is a unix time.',
    'nameTimeZone',
    rewriteStem(
      ({ task, time, id }) =>
        `${task}${String(Date.parse(`${time.slice(0, 10)}T${time.slice(11).replaceAll('-', ':')}+08:00`) / 1000)}_${id}`,
    ),
  ),
  misspelled(
    'task-id-behind-time',
    'A mixed name has the time before the task id.',
    'nameMixed',
    rewriteStem(({ task, time, id }) => `${time}_${task}${id}`),
    isMixed,
  ),
  misspelled(
    'task-id-missing',
    'A mixed stream’s name lacks the task id, and its folder a user.',
    'nameMixed',
    rewriteStem(({ time, id }) => `${time}_${id}`),
    (object, archive) =>
      isMixed(object) &&
      !object.segment.file.roomId.includes('_') &&
      archive.reading.nameId === 'serial',
  ),
  misspelled(
    'user-missing-in-folder',
    'A single stream lies in a folder without a user.',
    'nameSingle',
    (key) => key.replace(/_[^_]*(?=\/[^/]*$)/u, ''),
    (object) =>
      isSingle(object) && !/[_/]/u.test(object.segment.file.roomId + object.segment.file.userId),
  ),
  misspelled(
    'biz-missing-in-folder',
    'A folder does not start with the application’s ID.',
    'nameBizId',
    (key) => key.slice(key.indexOf('_') + 1),
    (object, archive) => !object.segment.file.roomId.startsWith(`${String(archive.bizId)}_`),
  ),
  misspelled('not-in-a-folder', 'A file lies in the bucket’s root.', 'nameBizId', (key) =>
    key.slice(key.lastIndexOf('/') + 1),
  ),
  misspelled(
    'slash-percent-encoded',
    'A key was percent-encoded, its slashes too.',
    'nameRoomId',
    encodeURIComponent,
  ),
  misspelled('backslash-for-slash', 'A key has backslashes for slashes.', 'nameBizId', (key) =>
    key.replaceAll('/', '\\'),
  ),
  misspelled(
    'one-folder-deeper',
    'A file lies below a folder of the integrator’s.',
    'nameBizId',
    (key) => `recordings/${key}`,
  ),
  leftover('leftover-tmp', 'An unfinished upload was left behind.', (key) => `${key}.tmp`),
  leftover('leftover-part', 'A part of an upload was left behind.', (key) => `${key}.part-1`),
  leftover('copy-of-a-file', 'Somebody’s copy of a recording lies beside it.', (key) =>
    key.replace(/\.mp3$/u, ' (1).mp3'),
  ),
  leftover(
    'hidden-file',
    'A desktop’s hidden file lies in a folder.',
    inName(() => '.DS_Store'),
    () => Buffer.from('Bud1'),
  ),
  leftover(
    'foreign-file',
    'A file of another kind lies in the root.',
    () => 'index.html',
    () => Buffer.from('<html></html>'),
  ),
];
