/** How the ambiguous clauses of the SparkRTC documents are taken; each field is what one or two named dialects change. */
export interface SparkReading {
  /** The event that ends a job; `none` where only the two events of a file are sent. */
  readonly jobOverEvent: 'CLOUD_RECORD_SERVER_OVER' | 'CLOUD_RECORD_OVER' | 'none';
  /** Letter case of `{record_format}` in object keys; callbacks always carry upper case. */
  readonly formatCase: 'upper' | 'lower';
  /** Zone of `{file_start_time}` in object keys, hours ahead of UTC; times in callbacks are always UTC. */
  readonly nameZoneHours: 0 | 8;
  /** Whether a completed file's callback carries `file_size`. */
  readonly fileSize: boolean;
  /** Unit of `X-Rtc-Timestamp`. */
  readonly timestampUnit: 'seconds' | 'milliseconds';
  /** Whether a callback that was not answered is sent again. */
  readonly retries: boolean;
}

/** The default reading: column "default" of what Soundcheck knows of the ambiguities, without any dialect. */
export const defaultReading: SparkReading = {
  jobOverEvent: 'CLOUD_RECORD_SERVER_OVER',
  formatCase: 'upper',
  nameZoneHours: 0,
  fileSize: true,
  timestampUnit: 'seconds',
  retries: false,
};
