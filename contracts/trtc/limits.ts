/** Figures of the TRTC documents, and of Soundcheck's assumptions where the documents are silent. */
export const limits = {
  /** Integer rooms lie between these two. Clause `roomNumber`. */
  roomNumberMin: 1,
  roomNumberMax: 4_294_967_294,
  /** Bytes of a string room. Clause `roomText`. */
  roomTextBytesMax: 64,
  /** Characters of the callback key. Clause `callbackKey`. */
  callbackKeyLengthMax: 32,
  /** Streams that single-stream recording takes from one room at a time. Clause `streamsPerRoom`. */
  streamsMax: 25,
  /** Windows of a layout. Clause `gridLayout`. */
  windowsMax: 25,
  /** Small windows of a layout that has a large one. Clauses `floatingLayout`, `sharingLayout`. */
  smallWindowsMax: 24,
  /** Pixels of a canvas's width and of its height. Clause `transcodingLimits`. */
  canvasSideMax: 1920,
  /** Watermarks of a picture. Clause `watermarks`. */
  watermarksMax: 25,
  /** `MaxIdleTime` when the request names none. Clause `maxIdleTime`. */
  idleSecondsDefault: 30,
  /** The same in automatic recording. Clause `maxIdleTime`, dialect `trtc-auto-record`. */
  idleSecondsAuto: 5,
  idleSecondsMin: 5,
  idleSecondsMax: 86_400,
  /** An MP4 file is cut when it has lasted this long. Clause `mp4Segmentation`. */
  mp4MsMax: 86_400_000,
  /** An MP4 file is cut when it is this large. Clause `mp4Segmentation`. */
  mp4BytesMax: 2 ** 31,
  /** How often the high availability scheme recovers one task. Clause `recoveredNames`. */
  recoveriesMax: 3,
  /** Sections of a stream are further apart than this. Clause `mergeSections`. */
  sectionGapMsMax: 15_000,
  /** Length of a TS segment in predictions, as in the sample playlist. Clause `segmentLength`. */
  segmentMsTypical: 12_000,
  /** In predictions, from a segment's end to the 307, and to the 304 of its playlist. */
  sliceMsTypical: 200,
  fileInfoMsTypical: 1200,
  /** In predictions, from a task's end to its 305, and to the 305 that tells of recovered files. */
  uploadMsTypical: 10_000,
  uploadRecoveryMsTypical: 70_000,
  /** In predictions, from the end of an upload to the first file made of it, and from one such file to the next. */
  conversionMsTypical: 20_000,
  conversionPauseMsTypical: 1000,
  /** In predictions, from an event to the sending of its callback. */
  notificationMsTypical: 150,
  /** Requests to the recording API per second. Clause `apiRate`. */
  apiRequestsPerSecondMax: 20,
  /** Tasks of an application at the same time. Clause `parallelTasks`. */
  parallelTasksMax: 100,
} as const;
