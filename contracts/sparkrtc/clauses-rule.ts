import type { Clause } from '../clause.ts';

const document = 'SparkRTC Single Stream Recording, 2023-11-01';

/** Promises of the single stream page on what is recorded, under which rule, and how files are cut and named. */
export const ruleClauses = {
  fileOfEachUser: {
    id: 'sparkrtc/single-stream-recording#file-of-each-user',
    document,
    section: 'Scenario',
    statement: 'The streams of each user in a room are recorded into files of their own.',
    basis: 'stated',
    reading: 'Camera and screen are two streams: each has a name, a job and files of its own.',
  },
  automaticRecording: {
    id: 'sparkrtc/single-stream-recording#automatic',
    document,
    section: 'Working Principles',
    statement: 'With automatic recording, single streams are recorded without a call to the API.',
    basis: 'stated',
  },
  ruleOfApplication: {
    id: 'sparkrtc/single-stream-recording#rule-of-application',
    document,
    section: 'Implementation',
    statement: 'A room is recorded by the recording rule of its application.',
    basis: 'stated',
  },
  oneRulePerApplication: {
    id: 'sparkrtc/single-stream-recording#one-rule',
    document,
    section: 'Procedure',
    statement: 'An application has at most one recording rule.',
    basis: 'stated',
    reading: 'One in each location, as the API has it; there is one location.',
  },
  newRoomsOnly: {
    id: 'sparkrtc/single-stream-recording#new-rooms-only',
    document,
    section: 'Procedure',
    statement:
      'Automatic recording takes effect for rooms that are created after it was enabled, and for no others.',
    basis: 'stated',
    reading: 'A room is created by its first user and lasts until it is empty.',
    untestable:
      'When the console’s switch was turned cannot be seen from outside; predictions follow it.',
  },
  apiRecording: {
    id: 'sparkrtc/single-stream-recording#api-recording',
    document,
    section: 'Implementation',
    statement:
      'Without automatic recording, a recording job is started by a call to the API that names the rule.',
    basis: 'stated',
    untestable: 'Start requests go from the integrator to the cloud, where the harness is not.',
  },
  resolution: {
    id: 'sparkrtc/single-stream-recording#resolution',
    document,
    section: 'Implementation',
    statement: 'A recording has the resolution of the pushed stream.',
    basis: 'stated',
    reading: 'So width and height of a completed file’s callback are those of its pictures.',
  },
  callbackOptional: {
    id: 'sparkrtc/single-stream-recording#callback-optional',
    document,
    section: 'Implementation',
    statement: 'Notifications are sent where a callback URL is set.',
    basis: 'stated',
    untestable: 'The console’s setting cannot be seen from outside; the harness is told the URL.',
  },
  completionNotified: {
    id: 'sparkrtc/single-stream-recording#completion-notified',
    document,
    section: 'Implementation',
    statement:
      'After a recording is complete, the callback URL is told about it and the files can be managed in the bucket.',
    basis: 'stated',
  },
  bucket: {
    id: 'sparkrtc/single-stream-recording#bucket',
    document,
    section: 'Procedure',
    statement: 'Recordings are stored in the OBS bucket that the rule names.',
    basis: 'stated',
  },
  region: {
    id: 'sparkrtc/single-stream-recording#region',
    document,
    section: 'Procedure',
    statement: 'The bucket lies in the region CN North-Beijing4.',
    basis: 'stated',
    reading: 'In the API that region is cn-north-4.',
    untestable:
      'What a bucket holds does not tell its region; a rule given with --rule is refused when it names another.',
  },
  multiZoneBucket: {
    id: 'sparkrtc/single-stream-recording#multi-az-bucket',
    document,
    section: 'Implementation',
    statement: 'A bucket in several availability zones is advised.',
    basis: 'stated',
    untestable:
      'Whether a bucket is spread over zones is seen only in the console, and it is advice.',
  },
  authorization: {
    id: 'sparkrtc/single-stream-recording#authorization',
    document,
    section: 'Procedure',
    statement: 'SparkRTC has to be granted access to the bucket before it can record.',
    basis: 'stated',
    untestable: 'The grant is seen only by the cloud.',
  },
  storagePath: {
    id: 'sparkrtc/single-stream-recording#storage-path',
    document,
    section: 'Recording parameters',
    statement: 'Recordings lie below the storage path that the rule names.',
    basis: 'stated',
    reading: 'The path, a slash, and the name by the pattern; without a path the bucket’s root.',
  },
  formats: {
    id: 'sparkrtc/single-stream-recording#formats',
    document,
    section: 'Recording parameters',
    statement: 'Recordings are HLS, MP4 or both, as the rule says.',
    basis: 'stated',
    reading: 'Each format is cut and named by its own part of the rule, whatever the other says.',
  },
  fileNaming: {
    id: 'sparkrtc/single-stream-recording#file-naming',
    document,
    section: 'Recording parameters',
    statement:
      'Folder and name of a playlist or MP4 file follow the rule’s pattern, by default {app_id}/{record_format}/{stream}_{file_start_time}/{stream}_{file_start_time}.',
    basis: 'stated',
  },
  nameVariables: {
    id: 'sparkrtc/single-stream-recording#name-variables',
    document,
    section: 'Recording parameters',
    statement: 'A pattern knows four variables: app_id, record_format, stream and file_start_time.',
    basis: 'stated',
    reading: 'All else in a pattern is literal.',
  },
  nameFormat: {
    id: 'sparkrtc/single-stream-recording#name-format',
    document,
    section: 'Recording parameters',
    statement: 'In a name, record_format is the recording’s format.',
    basis: 'stated',
    reading:
      'In upper case, as the API spells formats; the sample callback, with an older path, has hls.',
  },
  nameTime: {
    id: 'sparkrtc/single-stream-recording#name-time',
    document,
    section: 'Recording parameters',
    statement: 'In a name, file_start_time is the time at which the file was generated.',
    basis: 'stated',
    reading:
      'Generated, not begun: in the sample it is 10 seconds after start_time. Not before the first frame, not after the last.',
  },
  nameTimeZone: {
    id: 'sparkrtc/single-stream-recording#name-time-zone',
    document,
    section: 'Recording parameters',
    statement: 'The time in a name is written yyyy-MM-dd-HH-mm-ss at UTC.',
    basis: 'inferred',
    reading:
      'From the sample callback, whose start_time at UTC is 10 seconds before its file name’s time.',
  },
  hlsLength: {
    id: 'sparkrtc/single-stream-recording#hls-length',
    document,
    section: 'Recording parameters',
    statement:
      'The recording length of HLS is 1 to 720 minutes, or 0 for one file of the whole stream.',
    basis: 'stated',
    reading: 'In the API 60 to 43200 seconds.',
  },
  mp4Length: {
    id: 'sparkrtc/single-stream-recording#mp4-length',
    document,
    section: 'Recording parameters',
    statement: 'The recording length of MP4 is 1 to 180 minutes.',
    basis: 'stated',
    reading: 'In the API 60 to 10800 seconds; 0 is not among them.',
  },
  cutAtLength: {
    id: 'sparkrtc/single-stream-recording#cut-at-length',
    document,
    section: 'Recording parameters',
    statement:
      'A stream that is recorded for longer than the recording length goes on in another file.',
    basis: 'stated',
    reading:
      'The text has the greatest lengths as examples. Counted is what was recorded, without merged pauses; no file holds more.',
  },
  pauseAlways: {
    id: 'sparkrtc/single-stream-recording#pause-always',
    document,
    section: 'Recording parameters',
    statement: 'A rule can begin a new file after every pause of the stream.',
    basis: 'stated',
  },
  pauseNever: {
    id: 'sparkrtc/single-stream-recording#pause-never',
    document,
    section: 'Recording parameters',
    statement:
      'An HLS rule can go on in the same file after any pause of up to 30 days; MP4 has no such rule.',
    basis: 'stated',
    reading: 'In the API -1.',
  },
  pauseWithinSeconds: {
    id: 'sparkrtc/single-stream-recording#pause-within',
    document,
    section: 'Recording parameters',
    statement:
      'A rule can name a length: after a shorter pause the same file goes on, after a longer one a new file begins.',
    basis: 'stated',
    reading: 'In the API 1 to 300 seconds. A pause of exactly that length is within it.',
  },
  consoleViewing: {
    id: 'sparkrtc/single-stream-recording#console-viewing',
    document,
    section: 'Procedure',
    statement: 'Recordings can be looked at, downloaded and shared in the console.',
    basis: 'stated',
    untestable: 'The console is not part of an integration.',
  },
} as const satisfies Record<string, Clause>;
