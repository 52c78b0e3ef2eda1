const daySeconds = 86_400;

/** Figures of the SparkRTC documents, and of Soundcheck's assumptions where the documents are silent. */
export const limits = {
  /** Shortest recording length of both formats, one minute. Clauses `hlsLength`, `mp4Length`. */
  lengthSecondsMin: 60,
  /** Longest recording length by format: HLS 12 hours, MP4 3 hours. Clauses `hlsLength`, `mp4Length`. */
  lengthSecondsMax: { HLS: 43_200, MP4: 10_800 },
  /** Longest pause that a rule can name in seconds. Clause `pauseWithinSeconds`. */
  pauseSecondsMax: 300,
  /** Longest pause of a rule that never begins a new file: 30 days. Clause `pauseNever`. */
  pauseSecondsMaxOfNever: 30 * daySeconds,
  /** Length of HLS media segments that a rule can ask for. Clause `sliceLength`. */
  sliceSecondsMin: 2,
  sliceSecondsMax: 60,
  /** Length of HLS media segments where the rule says nothing. Clause `sliceLength`. */
  sliceSecondsDefault: 10,
  /** Time after which a changed rule acts on new streams. Clause `ruleUpdate`. */
  ruleUpdateSeconds: 300,
  /** Characters of a callback key. Clause `callbackKey`. */
  callbackKeyLengthMin: 32,
  callbackKeyLengthMax: 64,
  /** Bytes of a room or user ID. Clause `identifiers`. */
  identifierBytesMax: 64,
  /** The only status that counts as an answer. Clause `responseStatus`. */
  acceptedStatus: 200,
  /** Assumed time in which a callback has to be answered. Clause `responseTime`. */
  responseTimeMsMax: 5000,
  /** Assumed pause before a re-send under `spark-retry`; the first follows at once. Clause `retrySchedule`. */
  retryIntervalSeconds: 10,
  /** Assumed time after which `spark-retry` gives a callback up. Clause `retrySchedule`. */
  retrySecondsMax: 60,
  /** Seconds from a file's first frame to its generation in predictions, as in the sample. Clause `nameTime`. */
  generationSecondsTypical: 10,
  /** Seconds from the closing of a file to its callback in predictions; the documents name none. Clause `eventCompleted`. */
  completionSecondsTypical: 5,
  /** Bytes a second of a file in predictions, about as in the sample. */
  bytesPerSecondTypical: 400_000,
} as const;
