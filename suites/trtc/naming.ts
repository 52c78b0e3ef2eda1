import { clauses } from '#contracts/trtc/index.ts';
import { defineTrtcArchive, withoutHls, withoutMp4 } from './archive/define-check.ts';
import {
  findKeys,
  findMovedFiles,
  findNothing,
  findNamesAfterUpload,
  findOtherSpellings,
  findOutOfScope,
  recordingName,
} from './archive/key-findings.ts';
import { findWrongStarts } from './archive/stream-findings.ts';
import {
  findDividedFolders,
  findDividedModes,
  findDividedRooms,
  findIndexGaps,
  findNeedlessIndices,
} from './archive/task-findings.ts';

const bucketIsPrepared =
  'Copy recordings with their keys as they are, and remove or move what other programs have left in the bucket.';
const keepKeys = 'Do not rename or move recordings: callbacks and playlists name them as they are.';

/** There is something to judge; without it the other checks say nothing. */
export const hasRecordings = defineTrtcArchive({
  id: 'trtc/naming/has-recordings',
  title: 'The bucket holds recordings of the application.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.userUploads, clauses.nameSdkAppId],
  judges: 'objects',
  hint: 'Check --app-id and --bucket: below the prefix there must be folders named by tasks.',
  find: findNothing,
});

/** What looks like a recording is named like one. */
export const namesFollowTheRules = defineTrtcArchive({
  id: 'trtc/naming/names-follow-the-rules',
  title: 'Every file that carries the application or a user in its name is named by the rules.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.namePlaylistSingle,
    clauses.nameSegmentSingle,
    clauses.nameMp4Single,
    clauses.namePlaylistMixed,
    clauses.nameSegmentMixed,
    clauses.nameMp4Mixed,
    clauses.recoveredNames,
    clauses.nameSdkAppId,
    clauses.nameMediaId,
    clauses.nameType,
    clauses.nameTime,
    clauses.nameIndex,
    clauses.nameFolders,
    clauses.playlistForm,
  ],
  judges: 'recordings',
  hint: keepKeys,
  find: (facts, index) =>
    findKeys(facts, index, 'malformed', ({ reason }) => ({
      code: 'malformed-name',
      expected: recordingName,
      actual: reason,
    })),
});

/** Files lie in folders of tasks. */
export const filesLieInTaskFolders = defineTrtcArchive({
  id: 'trtc/naming/files-lie-in-task-folders',
  title: 'Every recording lies in a folder named by its task.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameFolders],
  judges: 'recordings',
  hint: 'Keep each file in its folder, and end the audited prefix above the folders of the tasks.',
  find: (facts, index) =>
    findKeys(facts, index, 'misplaced', () => ({
      code: 'no-task-folder',
      expected: 'a folder with the id of the task before the name',
      actual: 'the name alone',
    })),
});

/** A task has one folder. */
export const oneFolderPerTask = defineTrtcArchive({
  id: 'trtc/naming/one-folder-per-task',
  title: 'All files of a task lie below one prefix.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameFolders, clauses.taskId],
  judges: 'recordings',
  hint: keepKeys,
  find: (_, index) => findDividedFolders(index),
});

/** A task records one room. */
export const oneRoomPerTask = defineTrtcArchive({
  id: 'trtc/naming/one-room-per-task',
  title: 'All files of a task carry the same room.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.taskId, clauses.nameFolders, clauses.roomTypes, clauses.nameRoomNumber],
  judges: 'recordings',
  hint: 'Look for a program that copies files between the folders of tasks.',
  find: (_, index) => findDividedRooms(index),
});

/** A task records single streams or a mixed one. */
export const oneModePerTask = defineTrtcArchive({
  id: 'trtc/naming/one-mode-per-task',
  title: 'A task has files of single streams or of a mixed stream, not of both.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.recordingModes, clauses.taskId],
  judges: 'recordings',
  hint: 'Look for a program that copies files between the folders of tasks.',
  find: (_, index) => findDividedModes(index),
});

/** Names carry the application’s own number. */
export const applicationIdAgrees = defineTrtcArchive({
  id: 'trtc/naming/application-id-agrees',
  title: 'The files of a task carry the number of one application.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameSdkAppId, clauses.nameFolders],
  judges: 'recordings',
  hint: 'Do not move recordings between applications or rewrite the number in front of their names.',
  find: findMovedFiles,
});

/** Users and rooms are written in the documented Base64. */
export const identifiersAreBase64 = defineTrtcArchive({
  id: 'trtc/naming/identifiers-are-base64',
  title: 'Users and string rooms stand in names as Base64 with - for / and . for =.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameIdentifiers, clauses.nameRoomNumber],
  judges: 'recordings',
  hint: 'Keys are case-sensitive and hold + and dots: copy with a tool that keeps them.',
  find: (facts, index) =>
    findKeys(facts, index, 'misencoded', ({ reason }) => ({
      code: 'not-base64',
      expected: 'the Base64 of an id, with - for / and . for =',
      actual: reason,
    })),
});

/** The extension is spelt as the rules have it. */
export const extensionIsLowerCase = defineTrtcArchive({
  id: 'trtc/naming/extension-is-lower-case',
  title: 'Names end in .m3u8, .ts or .mp4, in lower case.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.playlistForm, clauses.nameSegmentSingle, clauses.nameMp4Single],
  judges: 'recordings',
  hint: 'Keys are case-sensitive: copy with a tool that keeps their case.',
  find: (facts, index) =>
    findKeys(facts, index, 'miscased', ({ extension }) => ({
      code: 'extension-in-other-case',
      expected: extension.toLowerCase(),
      actual: extension,
    })),
});

/** Times in names exist. */
export const timesAreInTheCalendar = defineTrtcArchive({
  id: 'trtc/naming/times-are-in-the-calendar',
  title: 'The time in every segment’s name is a real one.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameTime],
  judges: 'recordings',
  hint: 'Find out what wrote the name: the service does not write impossible times.',
  find: (facts, index) =>
    findKeys(facts, index, 'impossible-time', ({ startText }) => ({
      code: 'impossible-time',
      expected: 'year, month, day, hour, minute, second and millisecond as 17 digits',
      actual: startText,
    })),
});

/** What the editions of the documents spell differently is spelt as the reading has it. */
export const spellingsAgree = defineTrtcArchive({
  id: 'trtc/naming/spellings-agree',
  title: 'Underscores before UserId_s_ and the word for merged streams are those of the reading.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.namePlaylistSingle, clauses.nameSegmentSingle, clauses.nameType],
  judges: 'recordings',
  hint: 'Declare --dialect trtc-name-single-underscore or trtc-type-audiovideo if the service writes them.',
  find: findOtherSpellings,
});

/** MP4 files are counted only where a recording was cut. */
export const indicesMarkCuts = defineTrtcArchive({
  id: 'trtc/naming/indices-mark-cuts',
  title: 'MP4 names carry an index where the recording was cut, and nowhere else.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameIndex, clauses.nameMp4Single, clauses.nameMp4Mixed],
  judges: 'mp4',
  looksInside: true,
  hint: 'A file is missing beside it, or a program numbers what the service does not.',
  notApplicable: withoutMp4,
  find: (_, index) => findNeedlessIndices(index),
});

/** No MP4 file is missing among those of a cut recording. */
export const indicesHaveNoGaps = defineTrtcArchive({
  id: 'trtc/naming/indices-have-no-gaps',
  title: 'The indices of a recording’s MP4 files run from 1 without a gap.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameIndex, clauses.mp4Segmentation],
  judges: 'mp4',
  hint: 'A file is missing: look for a rule that deletes, a failed copy, or an upload that is under way.',
  notApplicable: withoutMp4,
  find: (_, index) => findIndexGaps(index),
});

/** The first segment’s name says when recording started. */
export const firstSegmentCarriesTheStart = defineTrtcArchive({
  id: 'trtc/naming/first-segment-carries-the-start',
  title: 'The first segment’s name and its playlist tell the same start of recording, in UTC.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone, clauses.startTime, clauses.startTimeInPlaylist],
  judges: 'playlists',
  looksInside: true,
  hint: 'Declare --dialect trtc-ts-utc8 if the names are in UTC+8, as in the published sample.',
  notApplicable: withoutHls,
  find: (_, index) => findWrongStarts(index),
});

/** Nothing was uploaded before it began. */
export const timesPrecedeUploads = defineTrtcArchive({
  id: 'trtc/naming/times-precede-uploads',
  title: 'The time in a segment’s name is earlier than the object’s last modification.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone],
  judges: 'dated',
  hint: 'Names are in UTC: look for a clock or a zone that is another.',
  find: findNamesAfterUpload,
});

/** What is recorded is what was asked for. */
export const scopeAgrees = defineTrtcArchive({
  id: 'trtc/naming/scope-agrees',
  title: 'The bucket holds the kinds of streams that the scope says.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.recordingModes, clauses.singleResults, clauses.mixedResults],
  judges: 'recordings',
  hint: 'Declare with --scope what the requests ask for; with several modes, both.',
  find: findOutOfScope,
});

/** Transfers and tools have left nothing behind. */
export const noLeftovers = defineTrtcArchive({
  id: 'trtc/naming/no-leftovers',
  title: 'No temporary files lie among the recordings.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.userUploads, clauses.nameFolders],
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
export const noForeignObjects = defineTrtcArchive({
  id: 'trtc/naming/no-foreign-objects',
  title: 'Nothing but recordings, and what the merge script makes of them, lies in the bucket.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.userUploads, clauses.nameFolders, clauses.nameSdkAppId],
  judges: 'objects',
  hint: bucketIsPrepared,
  find: (facts, index) =>
    findKeys(facts, index, 'foreign', ({ reason }) => ({
      code: 'foreign-object',
      expected: 'recordings of this or of another application',
      actual: reason,
    })),
});
