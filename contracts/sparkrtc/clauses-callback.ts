import type { Clause } from '../clause.ts';

const configuration = 'SparkRTC Configuring Recording Callback, 2025-07-10';
const authentication = 'SparkRTC How Do I Authenticate a Recording Callback?, 2023-11-01';
const events = 'SparkRTC Receiving a Recording Event Callback Notification, 2022-10-08';

/** Promises of the callback pages beside the single stream page: how events are sent, signed and spelt. */
export const callbackClauses = {
  requestMethod: {
    id: 'sparkrtc/recording-callback#method',
    document: configuration,
    section: 'Callback request',
    statement: 'Notifications are HTTP POST requests.',
    basis: 'stated',
  },
  requestBody: {
    id: 'sparkrtc/recording-callback#body',
    document: configuration,
    section: 'Callback request',
    statement: 'The body of a notification is one JSON text.',
    basis: 'stated',
    reading:
      'Any JSON object in UTF-8: key order, white space and escapes are the sender’s choice, the sample is only one.',
  },
  responseStatus: {
    id: 'sparkrtc/recording-callback#response-status',
    document: configuration,
    section: 'Callback response',
    statement: 'A notification is answered with the status 200.',
    basis: 'stated',
  },
  responseBody: {
    id: 'sparkrtc/recording-callback#response-body',
    document: configuration,
    section: 'Callback response',
    statement: 'The answer’s body is JSON of the receiver’s own choice.',
    basis: 'stated',
    reading: 'Nothing is said of an answer without a body.',
  },
  callbackKey: {
    id: 'sparkrtc/recording-callback#key',
    document: configuration,
    section: 'Authentication key',
    statement: 'The callback key has 32 to 64 characters.',
    basis: 'stated',
    reading: 'One example of the API has 16; it is taken for an abridged one.',
  },
  sampleCallback: {
    id: 'sparkrtc/recording-callback#sample',
    document: configuration,
    section: 'Sample callback',
    statement: 'A completed file’s notification looks like the sample.',
    basis: 'inferred',
    reading: 'For its fields only: its object key follows an older naming.',
    untestable: 'A sample promises nothing beyond the rules, which have checks of their own.',
  },
  noKeyNoHeaders: {
    id: 'sparkrtc/callback-api#no-key',
    document: 'SparkRTC Configuring a Recording Event Callback, 2025-02-08',
    section: 'Request parameters',
    statement: 'Where no key is set, notifications carry none of the authentication headers.',
    basis: 'stated',
    reading: 'So a receiver that has a key refuses what comes without headers.',
  },
  signatureHeaders: {
    id: 'sparkrtc/callback-authentication#headers',
    document: authentication,
    section: 'Request headers',
    statement:
      'A notification carries the headers X-Rtc-Rand, X-Rtc-Timestamp and X-Rtc-Signature.',
    basis: 'stated',
    reading: 'HTTP compares header names without letter case.',
  },
  signature: {
    id: 'sparkrtc/callback-authentication#signature',
    document: authentication,
    section: 'Signature',
    statement:
      'The signature is the HMAC-SHA256 of rand, timestamp and body, one behind the other, under the callback key, so a receiver can tell genuine notifications from forged ones.',
    basis: 'stated',
  },
  signatureBytes: {
    id: 'sparkrtc/callback-authentication#signature-bytes',
    document: authentication,
    section: 'Signature',
    statement: 'What is signed is the body as it was sent, not a rewritten JSON text.',
    basis: 'inferred',
    reading: 'The page’s message is the request’s body; any rewriting would be another message.',
  },
  signatureEncoding: {
    id: 'sparkrtc/callback-authentication#signature-encoding',
    document: authentication,
    section: 'Signature',
    statement: 'The signature’s text is 64 lower-case hexadecimal digits.',
    basis: 'stated',
  },
  timestampHeader: {
    id: 'sparkrtc/callback-authentication#timestamp',
    document: authentication,
    section: 'Request headers',
    statement: 'X-Rtc-Timestamp is a time.',
    basis: 'stated',
    reading:
      'Neither unit nor a window of validity is said: seconds of unix time are sent, and receivers take it as text.',
  },
  eventStarted: {
    id: 'sparkrtc/recording-events#file-started',
    document: events,
    section: 'event_type',
    statement: 'RECORD_NEW_FILE_START says that a new file is begun.',
    basis: 'stated',
    reading:
      'Of a job and a format, not of a named file: no field tells two files of one job apart, so starts cannot be counted.',
  },
  eventCompleted: {
    id: 'sparkrtc/recording-events#file-completed',
    document: events,
    section: 'event_type',
    statement: 'RECORD_FILE_COMPLETE says that a file is complete.',
    basis: 'stated',
  },
  eventJobOver: {
    id: 'sparkrtc/recording-events#job-over',
    document: events,
    section: 'event_type',
    statement: 'CLOUD_RECORD_SERVER_OVER says that a recording job has ended.',
    basis: 'stated',
    reading:
      'As the event table has it; examples of the API say CLOUD_RECORD_OVER, and the SDK knows the two events of files only.',
  },
  fieldsOptional: {
    id: 'sparkrtc/recording-events#fields-optional',
    document: events,
    section: 'Request parameters',
    statement: 'No field of a notification is mandatory.',
    basis: 'stated',
    reading:
      'A receiver takes what is there; without a job, stream or object there may be nothing to keep.',
  },
  jobId: {
    id: 'sparkrtc/recording-events#job-id',
    document: events,
    section: 'Request parameters',
    statement: 'The field job_id is a string, the recording job’s ID.',
    basis: 'stated',
    reading: 'Unique over rooms and users; without underscores, as in the sample.',
  },
  identityFields: {
    id: 'sparkrtc/recording-events#identity',
    document: events,
    section: 'Request parameters',
    statement: 'The strings app_id, room_id and stream_name say whose recording it is.',
    basis: 'stated',
    reading:
      'The user stands in no field but inside stream_name, where underscores of identifiers are not escaped.',
  },
  recordFormat: {
    id: 'sparkrtc/recording-events#record-format',
    document: events,
    section: 'Request parameters',
    statement: 'The field record_format is HLS or MP4.',
    basis: 'stated',
  },
  completedFields: {
    id: 'sparkrtc/recording-events#completed-fields',
    document: events,
    section: 'Request parameters',
    statement:
      'URL, duration, picture size, times and OBS address are told with RECORD_FILE_COMPLETE alone.',
    basis: 'stated',
  },
  fileSize: {
    id: 'sparkrtc/recording-events#file-size',
    document: configuration,
    section: 'Sample callback',
    statement: 'A completed file’s notification has its size in bytes as file_size.',
    basis: 'inferred',
    reading: 'In the sample, not in the table of fields: it may be absent like all others.',
  },
  recordDuration: {
    id: 'sparkrtc/recording-events#record-duration',
    document: events,
    section: 'Request parameters',
    statement: 'The field record_duration is the file’s length in whole seconds.',
    basis: 'stated',
    reading:
      'From start_time to end_time, as in the sample; with merged pauses the media may be shorter than that.',
  },
  recordTimes: {
    id: 'sparkrtc/recording-events#record-times',
    document: events,
    section: 'Request parameters',
    statement: 'The times start_time and end_time are written YYYY-MM-DDThh:mm:ssZ at UTC.',
    basis: 'stated',
  },
  obsAddress: {
    id: 'sparkrtc/recording-events#obs-address',
    document: events,
    section: 'Request parameters',
    statement: 'The fields obs_location, obs_bucket and obs_object say where the file lies.',
    basis: 'stated',
    reading:
      'The object is the key from the bucket’s root; of an HLS recording it names the playlist.',
  },
  downloadUrl: {
    id: 'sparkrtc/recording-events#download-url',
    document: events,
    section: 'Request parameters',
    statement: 'The address download_url leads to the file for a download and is not for playback.',
    basis: 'stated',
    reading:
      'The scheme https, then bucket and host of obs_location, then obs_object, as in the sample; percent-encoded where a URL needs it.',
  },
} as const satisfies Record<string, Clause>;
