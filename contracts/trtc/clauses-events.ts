import type { Clause } from '../clause.ts';

const document = 'TRTC On-Cloud Recording, 2022';
const webhooks = 'TRTC Cloud Recording Webhooks, Chinese edition 2025-07-16';
const section = 'Event types';
const details = 'Event information';

/** Promises about the single events, 301 to 312. */
export const eventClauses = {
  recorderStart: {
    id: 'trtc/on-cloud-recording#event-301',
    document,
    section,
    statement:
      'The callback 301 says with Status whether the recording module has started (0) or failed to (1).',
    basis: 'stated',
  },
  recorderStop: {
    id: 'trtc/on-cloud-recording#event-302',
    document,
    section,
    statement: 'The callback 302 says that the recording module has stopped.',
    basis: 'stated',
    reading:
      'The recording has ended; uploads and conversions may go on, so it is not the last word.',
  },
  leaveCode: {
    id: 'trtc/on-cloud-recording#event-302-leave-code',
    document,
    section: details,
    statement: 'LeaveCode of a 302 says why the recording robot left.',
    basis: 'stated',
  },
  uploadStart: {
    id: 'trtc/on-cloud-recording#event-303',
    document,
    section,
    statement:
      'The callback 303 says with Status whether the upload module has started (0) or failed to (1).',
    basis: 'stated',
    reading: 'Of tasks that record to COS only, as later editions say.',
  },
  fileInfo: {
    id: 'trtc/on-cloud-recording#event-304',
    document,
    section,
    statement: 'The callback 304 names a playlist when it has been uploaded for the first time.',
    basis: 'stated',
    reading:
      'One for each playlist, as the Chinese edition has it; the English one can be read as the first of a task only.',
  },
  fileInfoList: {
    id: 'trtc/on-cloud-recording#event-304-file-list',
    document,
    section: details,
    statement: 'FileList of a 304 is a string, the playlist’s name.',
    basis: 'stated',
    reading: 'A string, as in table and sample; one integrator in public expects a list.',
  },
  uploadStop: {
    id: 'trtc/on-cloud-recording#event-305',
    document,
    section,
    statement:
      'The callback 305 says that the upload of the HLS files has finished: all stored (0), at least one left behind (1), or those left behind stored after all (2).',
    basis: 'stated',
    reading: 'A task may have two: 1, and 2 later.',
  },
  uploadStopField: {
    id: 'trtc/on-cloud-recording#event-305-status',
    document,
    section: details,
    statement: 'The state of a 305 is in Status.',
    basis: 'stated',
    reading: 'As this document and newer samples have it; one newer table prints LeaveCode.',
  },
  failover: {
    id: 'trtc/on-cloud-recording#event-306',
    document,
    section,
    statement:
      'The callback 306 says that the task was moved to another server, with Status 0 when that is done.',
    basis: 'stated',
    reading: 'The task goes on under its id.',
  },
  fileSlice: {
    id: 'trtc/on-cloud-recording#event-307',
    document,
    section,
    statement:
      'The callback 307 names a playlist when its first segment exists, with the user, the kind of track and the start of its recording.',
    basis: 'stated',
    reading: 'One for each playlist; UserId is empty for a mixed stream.',
  },
  sliceTime: {
    id: 'trtc/on-cloud-recording#event-307-time',
    document,
    section: details,
    statement: 'BeginTimeStamp of a 307 is a number of unix milliseconds.',
    basis: 'stated',
    reading: 'A number, as here; a newer table says string.',
  },
  uploadError: {
    id: 'trtc/on-cloud-recording#event-308',
    document,
    section,
    statement:
      'The callback 308 says that the storage refused an upload, with its code and message.',
    basis: 'stated',
    reading: 'Only in the edition of 2022; newer ones do not send it.',
  },
  downloadImageError: {
    id: 'trtc/on-cloud-recording#event-309',
    document,
    section,
    statement:
      'The callback 309 says that an image for the mixed picture could not be fetched, with its URL.',
    basis: 'stated',
  },
  mp4Stop: {
    id: 'trtc/on-cloud-recording#event-310',
    document,
    section,
    statement:
      'The callback 310 names MP4 files after the end of a task, and says whether they are stored (0), left behind (1) or failed (2).',
    basis: 'stated',
  },
  mp4Events: {
    id: 'trtc/webhooks#event-310-per-file',
    document: webhooks,
    section: details,
    statement: 'A task may have several 310s, each with the information of one file.',
    basis: 'stated',
    reading: 'One for each file; the samples name two files in one event.',
  },
  mp4FileList: {
    id: 'trtc/webhooks#event-310-file-list',
    document: webhooks,
    section: details,
    statement: 'FileList of a 310 is a list of file names.',
    basis: 'stated',
    reading: 'A list, as in all samples; the table of 2022 says string.',
  },
  mp4FileMessage: {
    id: 'trtc/webhooks#event-310-file-message',
    document: webhooks,
    section: details,
    statement:
      'FileMessage of a 310 tells the user, the tracks, the stream, the begin and the end of each file.',
    basis: 'stated',
    reading: 'Present, as in the editions since 2024; the edition of 2022 does not have it.',
  },
  vodCommit: {
    id: 'trtc/on-cloud-recording#event-311',
    document,
    section,
    statement:
      'The callback 311 says that a file is in VOD (0), was left behind (1) or failed (2), with its id and playback URL where it is stored.',
    basis: 'stated',
  },
  vodCommitShape: {
    id: 'trtc/on-cloud-recording#event-311-shape',
    document,
    section: details,
    statement: 'What a 311 tells of its file is inside the object TencentVod.',
    basis: 'stated',
    reading:
      'As in the samples; the table prints the members flat, and another page has a flat sample.',
  },
  vodFailure: {
    id: 'trtc/on-cloud-recording#event-311-failure',
    document,
    section: details,
    statement:
      'A 311 whose Status is not 0 carries Errmsg and the cached file’s name instead of an id and URL.',
    basis: 'stated',
  },
  vodFileDelay: {
    id: 'trtc/webhooks#event-311-delay',
    document: webhooks,
    section: details,
    statement: 'A file in VOD is whole 30 seconds to 3 minutes after its 311.',
    basis: 'stated',
    untestable: 'The harness has no VOD that it could look into.',
  },
  vodStop: {
    id: 'trtc/on-cloud-recording#event-312',
    document,
    section,
    statement:
      'The callback 312 says that a task to VOD has ended after its uploads (0) or with an error (1).',
    basis: 'stated',
  },
  storageOfEvents: {
    id: 'trtc/webhooks#events-by-storage',
    document: webhooks,
    section,
    statement:
      'Of the callbacks, 303 to 305, 307 and 310 belong to tasks that record to COS, 311 and 312 to tasks that record to VOD.',
    basis: 'stated',
    reading:
      'Tasks of the console’s automatic recording to COS have 311 in place of 310, and neither 304 nor 307.',
  },
  intermediateStates: {
    id: 'trtc/webhooks#intermediate-states',
    document: webhooks,
    section,
    statement: 'The callbacks 301 to 309 tell of states on the way, 310 to 312 of the result.',
    basis: 'stated',
  },
  sampleEvents: {
    id: 'trtc/on-cloud-recording#event-samples',
    document,
    section: details,
    statement: 'Real callbacks look like the samples.',
    basis: 'inferred',
    reading: 'For their form only: the samples of 308 and 309 are not even JSON.',
    untestable: 'A sample promises nothing beyond the rules, which have checks of their own.',
  },
} as const satisfies Record<string, Clause>;
