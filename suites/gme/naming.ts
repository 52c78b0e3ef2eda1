import { clauses } from '#contracts/gme/index.ts';
import { withoutMixedStreams, withoutSerials } from './archive/declared.ts';
import { defineGmeArchive } from './archive/define-check.ts';
import { findKeys, findOutOfScope } from './archive/key-findings.ts';
import { findNamesAfterUpload, findUtcNames } from './archive/name-times.ts';
import { findGaps, findLateStarts, findRepeatedSerials } from './archive/serials.ts';
import {
  findMovedFiles,
  findTasksInSeveralRooms,
  findTasksWithSeveralStarts,
} from './archive/task-identity.ts';

const recordingName =
  'bizid_roomid_userid/starttime_id_audio.mp3 or bizid_roomid/taskid_starttime_id_audio.mp3';
const bucketIsPrepared =
  'Copy recordings with their keys as they are, and remove or move what other programs have left in the bucket.';

/** There is something to judge; without it the other checks say nothing. */
export const hasRecordings = defineGmeArchive({
  id: 'gme/naming/has-recordings',
  title: 'The bucket holds recordings of the application.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.storageBucket, clauses.nameBizId],
  judges: 'objects',
  hint: 'Check --app-id and --bucket: the prefix must end where the folders bizid_roomid begin.',
  find: ({ appId }, { counts }) =>
    counts.recordings > 0
      ? []
      : [
          {
            at: 'the bucket',
            code: 'no-recordings',
            expected: `at least one object named ${recordingName}, with the bizid ${appId}`,
            actual: `none among ${String(counts.objects)} objects`,
          },
        ],
});

/** What looks like a recording is named like one. */
export const namesFollowTheRule = defineGmeArchive({
  id: 'gme/naming/names-follow-the-rule',
  title: 'Every audio file in the application’s folders is named by the documented rule.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.nameSingle,
    clauses.nameMixed,
    clauses.nameBizId,
    clauses.nameRoomId,
    clauses.nameTaskId,
    clauses.nameTime,
    clauses.nameTimeZone,
    clauses.nameSerial,
    clauses.fileFormat,
  ],
  judges: 'recordings',
  hint: 'Do not rename recordings; where the service itself names them otherwise, declare the dialect.',
  find: (facts, index) =>
    findKeys(facts, index, 'malformed', ({ reason, dialect }) => ({
      code: 'malformed-name',
      expected: recordingName,
      actual: dialect === undefined ? reason : `${reason} Under --dialect ${dialect} it is a name.`,
    })),
});

/** A name’s form and its folder say the same of the stream. */
export const folderAndNameAgree = defineGmeArchive({
  id: 'gme/naming/folder-and-name-agree',
  title: 'Single streams lie in folders of a room and a user, mixed streams in folders of a room.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameSingle, clauses.nameMixed, clauses.nameRoomId, clauses.nameUserId],
  judges: 'recordings',
  hint: 'Keep each file in the folder in which the service put it.',
  find: (facts, index) =>
    findKeys(facts, index, 'misplaced', ({ reason }) => ({
      code: 'folder-does-not-fit',
      expected: recordingName,
      actual: reason,
    })),
});

/** Folders start with the application’s own number. */
export const applicationIdAgrees = defineGmeArchive({
  id: 'gme/naming/application-id-agrees',
  title: 'Each task lies under the number of its own application, written as the console shows it.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameBizId, clauses.nameTaskId],
  judges: 'recordings',
  hint: 'Do not move recordings between applications or rewrite the number in front of their folders.',
  find: findMovedFiles,
});

/** The ending is spelt as the rule has it. */
export const extensionIsLowerCase = defineGmeArchive({
  id: 'gme/naming/extension-is-lower-case',
  title: 'Names end in _audio.mp3, in lower case.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameSingle, clauses.nameMixed, clauses.fileFormat],
  judges: 'recordings',
  hint: 'Keys are case-sensitive: copy with a tool that keeps their case.',
  find: (facts, index) =>
    findKeys(facts, index, 'miscased', ({ suffix }) => ({
      code: 'ending-in-other-case',
      expected: 'a name that ends in _audio.mp3',
      actual: `one that ends in ${suffix}`,
    })),
});

/** The blanks that one edition of the document prints do not occur. */
export const namesHaveNoBlanks = defineGmeArchive({
  id: 'gme/naming/names-have-no-blanks',
  title: 'Names of mixed streams have no blanks before their underscores.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameMixed],
  judges: 'mixed',
  hint: 'Declare --dialect gme-name-blanks if the service itself writes them.',
  notApplicable: (declared) =>
    withoutMixedStreams(declared) ??
    (declared.reading.nameBlanks ? 'The dialect gme-name-blanks is declared.' : null),
  find: (facts, index) =>
    findKeys(facts, index, 'recording', ({ name }) =>
      name.kind === 'mixed' && name.blanks && !index.reading.nameBlanks
        ? {
            code: 'blanks-in-name',
            expected: 'taskid_starttime_id_audio.mp3',
            actual: 'blanks before the inner underscores',
          }
        : undefined,
    ),
});

/** Times in names exist. */
export const timesAreInTheCalendar = defineGmeArchive({
  id: 'gme/naming/times-are-in-the-calendar',
  title: 'The time in every name is a real one.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone],
  judges: 'recordings',
  hint: 'Find out what wrote the name: the service does not write impossible times.',
  find: (facts, index) =>
    findKeys(facts, index, 'impossible-time', ({ startText }) => ({
      code: 'impossible-time',
      expected: 'yyyy-MM-dd-HH-mm-ss, as a calendar and a clock have it',
      actual: startText,
    })),
});

/** Nothing was uploaded before it began. */
export const timesPrecedeUploads = defineGmeArchive({
  id: 'gme/naming/times-precede-uploads',
  title: 'The time in a name is earlier than the object’s last modification.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameTimeZone, clauses.nameTime],
  judges: 'dated',
  hint: 'Names carry UTC+8: convert them to UTC before they are compared with upload times.',
  find: findNamesAfterUpload,
});

/** Times in names are not eight hours early throughout. */
export const timesAreInUtcPlus8 = defineGmeArchive({
  id: 'gme/naming/times-are-in-utc-plus-8',
  title: 'The times in names are at UTC+8.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameTimeZone],
  judges: 'dated',
  hint: 'Declare --dialect gme-name-utc if the service writes UTC, and read the names so.',
  notApplicable: ({ reading }) =>
    reading.nameZoneHours === 0 ? 'The dialect gme-name-utc is declared.' : null,
  find: (_, index) => (index.reading.nameZoneHours === 0 ? [] : findUtcNames(index)),
});

/** Streams begin with their first file. */
export const serialsStartAtZero = defineGmeArchive({
  id: 'gme/naming/serials-start-at-zero',
  title: 'The first file of each stream has the serial number 0.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameSerial],
  judges: 'recordings',
  hint: 'The first file is missing: look for a rule that deletes, a failed copy, or an upload that is under way.',
  notApplicable: withoutSerials,
  find: (_, index) => findLateStarts(index),
});

/** No file is missing inside a stream. */
export const serialsHaveNoGaps = defineGmeArchive({
  id: 'gme/naming/serials-have-no-gaps',
  title: 'The serial numbers of a stream’s files follow each other without a gap.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameSerial, clauses.segmentationMic, clauses.segmentationInterruption],
  judges: 'recordings',
  hint: 'A file is missing: look for a rule that deletes, a failed copy, or an upload that is under way.',
  notApplicable: withoutSerials,
  find: (_, index) => findGaps(index),
});

/** A task has one file for each serial number. */
export const serialsAreUnique = defineGmeArchive({
  id: 'gme/naming/serials-are-unique',
  title: 'No two files of a mixed task have the same serial number.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameSerial, clauses.nameMixed],
  judges: 'mixed',
  hint: 'Find out which of the two files the service wrote, and remove the other.',
  notApplicable: withoutMixedStreams,
  find: (_, index) => findRepeatedSerials(index),
});

/** A task started once. */
export const oneStartTimePerTask = defineGmeArchive({
  id: 'gme/naming/one-start-time-per-task',
  title: 'All files of a task carry the same start time.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameTime, clauses.nameTaskId, clauses.segmentationInterruption],
  judges: 'mixed',
  hint: 'Declare --dialect gme-name-segment-time if the service writes each file’s own start.',
  notApplicable: (declared) =>
    withoutMixedStreams(declared) ??
    (declared.reading.nameTime === 'segment-start'
      ? 'Under gme-name-segment-time, each file carries its own start.'
      : null),
  find: (_, index) =>
    index.reading.nameTime === 'task-start' ? findTasksWithSeveralStarts(index) : [],
});

/** A task belongs to one room. */
export const oneRoomPerTask = defineGmeArchive({
  id: 'gme/naming/one-room-per-task',
  title: 'No task id occurs in two rooms.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameTaskId, clauses.taskIdUnique, clauses.nameRoomId],
  judges: 'recordings',
  hint: 'Keep each file in the folder in which the service put it.',
  notApplicable: (declared) =>
    declared.reading.nameId === 'task-id' ? null : withoutMixedStreams(declared),
  find: (_, index) => findTasksInSeveralRooms(index),
});

/** What is recorded is what was asked for. */
export const scopeAgrees = defineGmeArchive({
  id: 'gme/naming/scope-agrees',
  title: 'The bucket holds the kinds of streams that the scope says.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.scope],
  judges: 'recordings',
  hint: 'Declare with --scope what the console is set to; recordings from before a change belong elsewhere.',
  find: findOutOfScope,
});

/** Transfers and tools have left nothing behind. */
export const noLeftovers = defineGmeArchive({
  id: 'gme/naming/no-leftovers',
  title: 'No temporary files lie among the recordings.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.storageBucket],
  judges: 'objects',
  hint: bucketIsPrepared,
  find: (facts, index) =>
    findKeys(facts, index, 'leftover', () => ({
      code: 'leftover',
      expected: 'recordings only',
      actual: 'what an interrupted transfer, an editor or a desktop leaves behind',
    })),
});

/** The bucket is the recordings’ own, or shared with other applications’. */
export const noForeignObjects = defineGmeArchive({
  id: 'gme/naming/no-foreign-objects',
  title: 'Nothing but recordings lies in the bucket.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.storageBucket, clauses.nameBizId],
  judges: 'objects',
  hint: bucketIsPrepared,
  find: (facts, index) =>
    findKeys(facts, index, 'foreign', ({ reason }) => ({
      code: 'foreign-object',
      expected: 'recordings of this or of another application',
      actual: reason,
    })),
});
