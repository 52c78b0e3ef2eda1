/** Documented values of `event_type`: a file is begun, a file is complete, the job is over. */
export const eventTypes = {
  fileStarted: 'RECORD_NEW_FILE_START',
  fileCompleted: 'RECORD_FILE_COMPLETE',
  jobOver: 'CLOUD_RECORD_SERVER_OVER',
} as const;

/** Events that end a job: the documented one, and the one of the API's examples. */
export const jobOverEvents = [eventTypes.jobOver, 'CLOUD_RECORD_OVER'] as const;

/** Documented values of `record_format`, in the order of the documents. */
export const recordFormats = ['HLS', 'MP4'] as const;
export type RecordFormat = (typeof recordFormats)[number];

/**
 * One event notification of SparkRTC's recording. No field is mandatory; what is absent is not written.
 * The fields from `downloadUrl` on belong to a completed file alone.
 */
export interface SparkCallback {
  /** One of `eventTypes`, or `CLOUD_RECORD_OVER`; other values may appear one day. */
  readonly eventType?: string;
  readonly streamName?: string;
  /** `HLS` or `MP4`; other values may appear one day. */
  readonly recordFormat?: string;
  readonly appId?: string;
  readonly jobId?: string;
  readonly roomId?: string;
  readonly detailMessage?: string;
  /** For a download, not for playback: `https://` bucket `.` host of `obsLocation` `/` `obsObject`. */
  readonly downloadUrl?: string;
  /** Bytes; in the sample, not in the table. */
  readonly fileSizeBytes?: number;
  /** Whole seconds, `endSeconds` less `startSeconds`. */
  readonly recordDurationSeconds?: number;
  /** Unix seconds of `start_time`. */
  readonly startSeconds?: number;
  /** Unix seconds of `end_time`. */
  readonly endSeconds?: number;
  /** Pixels, those of the pushed stream. */
  readonly width?: number;
  readonly height?: number;
  /** URL of the region's object storage: `http://obs.cn-north-4.myhuaweicloud.com`. */
  readonly obsLocation?: string;
  readonly obsBucket?: string;
  /** The object's key relative to the bucket's root. */
  readonly obsObject?: string;
}

/** How a field of `SparkCallback` is written. `time` is UTC `YYYY-MM-DDThh:mm:ssZ`, `integer` a natural number. */
export type FieldType = 'text' | 'integer' | 'time';

/** A documented field of the body. */
export interface CallbackField {
  /** As on the wire. */
  readonly name: string;
  readonly type: FieldType;
  readonly member: keyof SparkCallback;
  /** Which events carry it. */
  readonly events: 'all' | 'file-completed';
}

/** Every documented field in the order of the sample callback; `detail_message`, which the sample lacks, comes last. */
export const callbackFields = [
  { name: 'event_type', type: 'text', member: 'eventType', events: 'all' },
  { name: 'stream_name', type: 'text', member: 'streamName', events: 'all' },
  { name: 'record_format', type: 'text', member: 'recordFormat', events: 'all' },
  { name: 'download_url', type: 'text', member: 'downloadUrl', events: 'file-completed' },
  { name: 'file_size', type: 'integer', member: 'fileSizeBytes', events: 'file-completed' },
  {
    name: 'record_duration',
    type: 'integer',
    member: 'recordDurationSeconds',
    events: 'file-completed',
  },
  { name: 'start_time', type: 'time', member: 'startSeconds', events: 'file-completed' },
  { name: 'end_time', type: 'time', member: 'endSeconds', events: 'file-completed' },
  { name: 'width', type: 'integer', member: 'width', events: 'file-completed' },
  { name: 'height', type: 'integer', member: 'height', events: 'file-completed' },
  { name: 'obs_location', type: 'text', member: 'obsLocation', events: 'file-completed' },
  { name: 'obs_bucket', type: 'text', member: 'obsBucket', events: 'file-completed' },
  { name: 'obs_object', type: 'text', member: 'obsObject', events: 'file-completed' },
  { name: 'app_id', type: 'text', member: 'appId', events: 'all' },
  { name: 'job_id', type: 'text', member: 'jobId', events: 'all' },
  { name: 'room_id', type: 'text', member: 'roomId', events: 'all' },
  { name: 'detail_message', type: 'text', member: 'detailMessage', events: 'all' },
] as const satisfies readonly CallbackField[];
