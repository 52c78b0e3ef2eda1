/** How the ambiguous clauses of the TRTC documents are taken; each field is what one or two named dialects change. */
export interface TrtcReading {
  /**
   * Which edition of the callback pages is spoken: `2022` has no EventMsTs, no FileMessage, no times and no CacheFile
   * of a stored file in a 311, but sends 308.
   */
  readonly edition: 'current' | '2022';
  /** White space of bodies: as cJSON prints, or none. */
  readonly bodyStyle: 'tabs' | 'compact';
  /** `EventTs` as a number, or as a string of its digits. */
  readonly eventTs: 'number' | 'string';
  /** `RoomId` in the type that the room has, or always as a string. */
  readonly roomIds: 'typed' | 'string';
  /** `FileList` of a 304. */
  readonly fileInfoList: 'string' | 'array';
  /** Whether every playlist has a 304, or only the first of a task. */
  readonly fileInfoEvents: 'per-playlist' | 'first-only';
  /** Member that carries the status of a 305. */
  readonly uploadStopField: 'Status' | 'LeaveCode';
  /** `BeginTimeStamp` of a 307. */
  readonly sliceTime: 'number' | 'string';
  /** `FileList` of a 310. */
  readonly mp4List: 'array' | 'string';
  /** Whether each MP4 file has a 310 of its own, or one speaks of all. */
  readonly mp4Events: 'per-file' | 'all-in-one';
  /**
   * Where a 311 has its members: inside `TencentVod`; beside Status, as the table prints it; or flat with begin and end
   * in seconds and no Status where it would be 0, as one sample does.
   */
  readonly vodCommit: 'nested' | 'flat-table' | 'flat-sample';
  /** File names in callbacks: the name alone, or the whole key from the bucket's root. */
  readonly fileNames: 'name' | 'key';
  /** Zone of the time in a segment's name, hours ahead of UTC. */
  readonly nameZoneHours: 0 | 8;
  /** Underscores before `UserId_s_` and `UserId_e_` in names of objects in COS. */
  readonly objectUnderscores: 1 | 2;
  /** The same in `CacheFile` of a 311. */
  readonly cacheFileUnderscores: 1 | 2;
  /** `<Type>` of a stream that holds audio and video together. */
  readonly mergedType: 'audio_video' | 'audiovideo';
  /** Whether tasks are started by the console's automatic recording: 5 s of idle time, and 311 in place of 310. */
  readonly autoRecord: boolean;
}

/** The default reading: without any dialect. */
export const defaultReading: TrtcReading = {
  edition: 'current',
  bodyStyle: 'tabs',
  eventTs: 'number',
  roomIds: 'typed',
  fileInfoList: 'string',
  fileInfoEvents: 'per-playlist',
  uploadStopField: 'Status',
  sliceTime: 'number',
  mp4List: 'array',
  mp4Events: 'per-file',
  vodCommit: 'nested',
  fileNames: 'name',
  nameZoneHours: 0,
  objectUnderscores: 2,
  cacheFileUnderscores: 1,
  mergedType: 'audio_video',
  autoRecord: false,
};
