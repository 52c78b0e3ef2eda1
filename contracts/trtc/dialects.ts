import type { Dialect } from '../clause.ts';
import { checkDialectNames } from '../dialect-names.ts';
import { clauses } from './clauses.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

export { defaultReading, type TrtcReading };

interface TrtcDialectEntry extends Dialect {
  readonly changes: Partial<TrtcReading>;
}

const entries = [
  {
    name: 'trtc-2022',
    clause: clauses.eventMsTs.id,
    statement:
      'Callbacks are those of the edition of 2022: no EventMsTs, no FileMessage, no times in a 311, and 308 is sent.',
    changes: { edition: '2022' },
  },
  {
    name: 'trtc-compact-body',
    clause: clauses.requestBody.id,
    statement: 'Bodies have no white space.',
    changes: { bodyStyle: 'compact' },
  },
  {
    name: 'trtc-eventts-string',
    clause: clauses.eventTs.id,
    statement: 'EventTs is a string of digits.',
    changes: { eventTs: 'string' },
  },
  {
    name: 'trtc-roomid-always-string',
    clause: clauses.roomId.id,
    statement: 'RoomId is a string for integer rooms, too.',
    changes: { roomIds: 'string' },
  },
  {
    name: 'trtc-304-filelist-array',
    clause: clauses.fileInfoList.id,
    statement: 'FileList of a 304 is a list.',
    changes: { fileInfoList: 'array' },
  },
  {
    name: 'trtc-304-first-only',
    clause: clauses.fileInfo.id,
    statement: 'Only the first playlist of a task has a 304.',
    changes: { fileInfoEvents: 'first-only' },
  },
  {
    name: 'trtc-305-leavecode',
    clause: clauses.uploadStopField.id,
    statement: 'The state of a 305 is in LeaveCode.',
    changes: { uploadStopField: 'LeaveCode' },
  },
  {
    name: 'trtc-307-string',
    clause: clauses.sliceTime.id,
    statement: 'BeginTimeStamp of a 307 is a string of digits.',
    changes: { sliceTime: 'string' },
  },
  {
    name: 'trtc-310-filelist-string',
    clause: clauses.mp4FileList.id,
    statement: 'FileList of a 310 is a string, the file’s name.',
    changes: { mp4List: 'string' },
  },
  {
    name: 'trtc-310-all-in-one',
    clause: clauses.mp4Events.id,
    statement: 'One 310 names all MP4 files of a task.',
    changes: { mp4Events: 'all-in-one' },
  },
  {
    name: 'trtc-311-flat',
    clause: clauses.vodCommitShape.id,
    statement:
      'A 311 is flat, has BeginTimeStamp and EndTimeStamp in seconds, and no Status where the file is stored.',
    changes: { vodCommit: 'flat-sample' },
  },
  {
    name: 'trtc-311-flat-table',
    clause: clauses.vodCommitShape.id,
    statement: 'A 311 has its members beside Status, as the table prints them.',
    changes: { vodCommit: 'flat-table' },
  },
  {
    name: 'trtc-file-keys',
    clause: clauses.fileNamesInCallbacks.id,
    statement: 'File names in callbacks are whole keys with prefix and task.',
    changes: { fileNames: 'key' },
  },
  {
    name: 'trtc-ts-utc8',
    clause: clauses.nameTimeZone.id,
    statement: 'The time in a segment’s name is in UTC+8, as in the sample playlist.',
    changes: { nameZoneHours: 8 },
  },
  {
    name: 'trtc-name-single-underscore',
    clause: clauses.namePlaylistSingle.id,
    statement: 'One underscore stands before UserId_s_ and UserId_e_ in names of objects.',
    changes: { objectUnderscores: 1 },
  },
  {
    name: 'trtc-vod-double-underscore',
    clause: clauses.namePlaylistSingle.id,
    statement: 'Two underscores stand before UserId_s_ and UserId_e_ in CacheFile of a 311.',
    changes: { cacheFileUnderscores: 2 },
  },
  {
    name: 'trtc-type-audiovideo',
    clause: clauses.nameType.id,
    statement: 'The name of a stream that holds audio and video says audiovideo.',
    changes: { mergedType: 'audiovideo' },
  },
  {
    name: 'trtc-auto-record',
    clause: clauses.storageOfEvents.id,
    statement:
      'Tasks are started by the console’s automatic recording: they end after 5 idle seconds, and a 311 takes the place of 304, 307 and 310.',
    changes: { autoRecord: true },
  },
] as const satisfies readonly TrtcDialectEntry[];

/** What a user may type after `--dialect` for TRTC. */
export type TrtcDialect = (typeof entries)[number]['name'];

/** Every accepted reading of an ambiguous TRTC clause beside the default. */
export const dialects: readonly Dialect[] = entries.map(({ name, clause, statement }) => ({
  name,
  clause,
  statement,
}));

/** Dialects that exclude each other. */
export const exclusiveDialects: readonly (readonly TrtcDialect[])[] = [
  ['trtc-311-flat', 'trtc-311-flat-table'],
  // One string cannot name several files.
  ['trtc-310-filelist-string', 'trtc-310-all-in-one'],
  // Automatic recording sends neither 304 nor 310.
  ['trtc-auto-record', 'trtc-304-first-only'],
  ['trtc-auto-record', 'trtc-310-all-in-one'],
];

/**
 * The default reading with the named dialects applied; their order does not matter.
 * @throws Error for an unknown name (with near matches) and for names that contradict each other.
 */
export function resolveReading(names: readonly string[]): TrtcReading {
  checkDialectNames(names, dialects, exclusiveDialects);
  return entries
    .filter(({ name }) => names.includes(name))
    .reduce<TrtcReading>((reading, { changes }) => ({ ...reading, ...changes }), defaultReading);
}
