import { clauses } from '#contracts/trtc/index.ts';
import type { ArchiveFacts } from '#harness/archive-facts.ts';
import type { ArchiveCheck, Finding } from '#harness/check.ts';
import {
  findAbsentMp4Files,
  findAbsentPlaylists,
  findIncompleteTasks,
  findUnannounced,
  findUntoldRecoveries,
} from './archive/announcements.ts';
import {
  defineTrtcArchive,
  withoutHls,
  withoutMp4,
  type TrtcArchiveDefinition,
} from './archive/define-check.ts';
import {
  findOtherBegins,
  findOtherDurations,
  findOtherMessages,
  findOtherRooms,
  findOtherSlices,
  findUsersOfMixes,
} from './archive/descriptions.ts';
import type { ArchiveIndex } from './archive/index-archive.ts';

/** Completes a check that compares callbacks with the bucket: callbacks that tell nothing of recordings prove nothing. */
function defineAgreement(
  definition: Omit<TrtcArchiveDefinition, 'needsCallbacks' | 'untestable'> &
    Pick<Partial<TrtcArchiveDefinition>, 'untestable'>,
): ArchiveCheck {
  return defineTrtcArchive({
    ...definition,
    needsCallbacks: true,
    untestable: (facts, index) =>
      (index.told?.count ?? 0) === 0
        ? 'None of the callbacks tells of a recording.'
        : (definition.untestable?.(facts, index) ?? null),
  });
}

/** Why checks of 304 and 307 do not apply: automatic recording sends neither. */
function withoutPlaylistEvents(facts: ArchiveFacts, index: ArchiveIndex): string | null {
  return index.reading.autoRecord
    ? 'Automatic recording sends neither 304 nor 307.'
    : withoutHls(facts, index);
}

const lostFile =
  'Look for a rule that deletes, a failed copy, or a prefix that the callbacks’ tasks do not lie below.';

/** What was received are callbacks. */
export const callbacksAreReadable = defineTrtcArchive({
  id: 'trtc/agreement/callbacks-are-readable',
  title: 'Every received callback of on-cloud recording has the documented fields.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.requestBody, clauses.requiredFields, clauses.payload],
  judges: 'objects',
  needsCallbacks: true,
  hint: 'Keep bodies as they were received, byte for byte; a log that cuts or escapes them loses what they say.',
  find: (_, { told }) =>
    (told?.unreadable ?? []).map(({ number, path, expected, actual }): Finding => ({
      at: `callback ${String(number)} ${path}`,
      code: 'unreadable-callback',
      expected,
      actual,
    })),
});

/** Playlists that callbacks call uploaded are there. */
export const announcedPlaylistsExist = defineAgreement({
  id: 'trtc/agreement/announced-playlists-exist',
  title: 'Every playlist that a 304 calls uploaded is in the folder of its task.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.fileInfo, clauses.fileInfoList, clauses.taskId, clauses.nameFolders],
  judges: 'objects',
  hint: lostFile,
  notApplicable: withoutPlaylistEvents,
  find: ({ appId }, index) => findAbsentPlaylists(appId, index),
});

/** MP4 files that callbacks call stored are there. */
export const announcedMp4FilesExist = defineAgreement({
  id: 'trtc/agreement/announced-mp4-files-exist',
  title: 'Every MP4 file that a 310 calls stored is in the folder of its task.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.mp4Stop, clauses.mp4Events, clauses.mp4Format, clauses.mp4FileList],
  judges: 'objects',
  hint: lostFile,
  notApplicable: withoutMp4,
  find: ({ appId }, index) => findAbsentMp4Files(appId, index),
});

/** Tasks that callbacks call stored are complete. */
export const storedTasksAreComplete = defineAgreement({
  id: 'trtc/agreement/stored-tasks-are-complete',
  title:
    'When a 305 says that everything is stored, all playlists and segments of the task are there.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.uploadStop, clauses.userUploads, clauses.fileSlice],
  judges: 'objects',
  looksInside: true,
  hint: lostFile,
  notApplicable: withoutHls,
  find: ({ appId }, index) => findIncompleteTasks(appId, index),
});

/** What is in the bucket was told of. */
export const filesAreAnnounced = defineAgreement({
  id: 'trtc/agreement/files-are-announced',
  title: 'Of every playlist and MP4 file of a task that is over some callback has told.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.fileInfo, clauses.fileSlice, clauses.mp4Stop, clauses.taskId],
  judges: 'recordings',
  hint: 'The callback was lost: after a minute of retries only the bucket tells of the file.',
  find: (_, index) => findUnannounced(index),
});

/** Recoveries were told of. */
export const recoveriesAreAnnounced = defineAgreement({
  id: 'trtc/agreement/recoveries-are-announced',
  title: 'A task with recovered files has a 306 for each recovery.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.failover, clauses.recoveredNames],
  judges: 'recordings',
  hint: 'The callback was lost, or a file was renamed.',
  notApplicable: withoutHls,
  find: (_, index) => findUntoldRecoveries(index),
});

/** All tell the same start. */
export const beginTimesAgree = defineAgreement({
  id: 'trtc/agreement/begin-times-agree',
  title: 'BeginTimeStamp of a 307 is the start of recording that the playlist tells.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.startTimeInCallback, clauses.startTimeInPlaylist, clauses.sliceTime],
  judges: 'playlists',
  looksInside: true,
  hint: 'Both are unix milliseconds of one moment: neither depends on a zone.',
  notApplicable: withoutPlaylistEvents,
  find: (_, index) => findOtherBegins(index),
});

/** 307s describe their playlists. */
export const slicesDescribePlaylists = defineAgreement({
  id: 'trtc/agreement/slices-describe-playlists',
  title: 'UserId and TrackType of a 307 are those in the playlist’s name.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.fileSlice, clauses.nameIdentifiers, clauses.nameType],
  judges: 'playlists',
  hint: 'Compare the callback with the room’s log: the file or the callback is another stream’s.',
  notApplicable: withoutPlaylistEvents,
  find: (_, index) => findOtherSlices(index),
});

/** Mixed files belong to nobody. */
export const mixesHaveNoUser = defineAgreement({
  id: 'trtc/agreement/mixes-have-no-user',
  title: 'Callbacks name no user of a mixed file.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.fileSlice, clauses.mp4Stop, clauses.mp4FileMessage, clauses.recordingModes],
  judges: 'recordings',
  hint: 'Do not file a mixed recording under one of the users.',
  find: (_, index) => findUsersOfMixes(index),
});

/** 310s describe their files. */
export const mp4MessagesDescribeFiles = defineAgreement({
  id: 'trtc/agreement/mp4-messages-describe-files',
  title: 'UserId, MediaId and TrackType in a 310 are those of the MP4 file.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.mp4FileMessage, clauses.mp4Stop, clauses.nameIdentifiers, clauses.nameMediaId],
  judges: 'mp4',
  looksInside: true,
  hint: 'Compare the callback with the room’s log: the file or the callback is another stream’s.',
  notApplicable: withoutMp4,
  find: (_, index) => findOtherMessages(index),
});

/** 310s tell how long their files are. */
export const mp4DurationsAgree = defineAgreement({
  id: 'trtc/agreement/mp4-durations-agree',
  title: 'An MP4 file lasts from StartTimeStamp to EndTimeStamp of its 310.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.mp4FileMessage, clauses.mp4Stop, clauses.mp4Format],
  judges: 'mp4',
  looksInside: true,
  hint: 'The conversion or an upload broke off, or pauses were left out of the file.',
  notApplicable: withoutMp4,
  find: (_, index) => findOtherDurations(index),
});

/** Callbacks and names tell the same room. */
export const roomsAgree = defineAgreement({
  id: 'trtc/agreement/rooms-agree',
  title: 'Callbacks of a task carry the room, in its type, that the names of its files carry.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.roomId, clauses.roomTypes, clauses.nameRoomNumber, clauses.fileInfo],
  judges: 'recordings',
  hint: 'An integer room and the string of its digits are two rooms: keep the type.',
  find: (_, index) => findOtherRooms(index),
});
