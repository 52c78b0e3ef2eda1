/** Figures of the GME documents, and of Soundcheck's assumptions where the documents are silent. */
export const limits = {
  /** A file that has lasted this long is closed and a new one begins. Clause `segmentationTwoHours`. */
  segmentSecondsMax: 7200,
  /** A task is stopped after 24 hours by default. Clause `taskHardStop`. */
  taskSecondsMax: 86_400,
  /** Assumed time in which a callback has to be answered. Clause `responseTime`. */
  responseTimeMsMax: 5000,
  /** Assumed pause before the second and each later re-send; the first follows at once. Clause `retrySchedule`. */
  retryIntervalSeconds: 10,
  /** Assumed time after which a callback that was never answered is given up. Clause `retrySchedule`. */
  retrySecondsMax: 60,
  /** Seconds from the end of a file to its upload in predictions; the documents say "several minutes". Clause `availability`. */
  uploadSecondsTypical: 120,
  /** Characters of a room ID, as the client SDKs have it. Clause `roomId`. */
  roomIdLengthMax: 127,
  /** User IDs are by rule numbers greater than this, written as strings. Clause `userId`. */
  userIdNumberMin: 10_000,
  /** Largest task id: the recording API's type is an unsigned 64-bit integer. Clause `taskId`. */
  taskIdMax: 2n ** 64n - 1n,
} as const;
