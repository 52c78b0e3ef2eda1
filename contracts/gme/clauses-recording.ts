import type { Clause } from '../clause.ts';

const document = 'GME Full Recording (undated; English and Korean editions)';

/** Promises of the full recording page and its Korean twin: what is recorded, cut, named and stored. */
export const recordingClauses = {
  allRooms: {
    id: 'gme/full-recording#all-rooms',
    document,
    section: 'Recording scope',
    statement: 'With full recording, every voice chat room of the application is recorded.',
    basis: 'stated',
    reading:
      'Which rooms were really used is not known from outside: what is notified or stored shows some of them.',
  },
  scope: {
    id: 'gme/full-recording#scope',
    document,
    section: 'Recording scope',
    statement: 'Mixed streams, single streams or both are recorded, as set in the console.',
    basis: 'stated',
  },
  taskStart: {
    id: 'gme/full-recording#task-start',
    document,
    section: 'Recording task start',
    statement: 'A recording task starts when the first user enters the room.',
    basis: 'stated',
  },
  taskEnd: {
    id: 'gme/full-recording#task-end',
    document,
    section: 'Recording task ending',
    statement: 'A recording task ends when the last user leaves the room.',
    basis: 'stated',
    reading: 'So tasks of one room never overlap, and no file of a task outlasts it.',
  },
  segmentationTwoHours: {
    id: 'gme/full-recording#segmentation-two-hours',
    document,
    section: 'Recording task segmentation',
    statement: 'A file that reaches two hours is closed and the recording goes on in a new one.',
    basis: 'stated',
    reading:
      'At two hours, as the Korean and Chinese editions say; English has "two hours or longer". No file is longer.',
  },
  segmentationMic: {
    id: 'gme/full-recording#segmentation-mic',
    document,
    section: 'Recording task segmentation',
    statement:
      'Turning the microphone off closes the user’s single-stream file, turning it on opens a new one.',
    basis: 'stated',
    reading:
      'A user’s single stream is recorded while the user is in the room with the microphone on; other users and the mixed stream are not affected.',
  },
  segmentationInterruption: {
    id: 'gme/full-recording#segmentation-interruption',
    document,
    section: 'Recording task segmentation',
    statement:
      'When a task is interrupted abnormally and has restarted by itself, new files begin.',
    basis: 'stated',
    reading: 'The task keeps its id, its start time and its serial numbers.',
  },
  eventNotification: {
    id: 'gme/full-recording#event-notification',
    document,
    section: 'Recording task event notification',
    statement: 'Start, stop and upload of a recording are notified to the configured URL.',
    basis: 'stated',
    reading:
      'All three, though the same page’s console section says that only the completion is pushed at present.',
  },
  eventNotificationConsole: {
    id: 'gme/full-recording#event-notification-console',
    document,
    section: 'Configuring the recording event callback (optional)',
    statement: 'At present only the completion of a recording task is notified.',
    basis: 'stated',
    reading: 'Overruled by the callback page, which is newer and lists three events.',
    untestable:
      'Which events the cloud sends is not the integration’s doing; the dialect covers it.',
  },
  callbackOptional: {
    id: 'gme/full-recording#callback-optional',
    document,
    section: 'Configuring the recording event callback (optional)',
    statement: 'Notifications are sent only where a callback URL is configured.',
    basis: 'stated',
    untestable: 'The console’s setting cannot be seen from outside.',
  },
  storageBucket: {
    id: 'gme/full-recording#storage-bucket',
    document,
    section: 'Storage location',
    statement: 'Recordings are stored in the COS bucket that the integrator bound to the service.',
    basis: 'stated',
  },
  storageRegion: {
    id: 'gme/full-recording#storage-region',
    document,
    section: 'Storage location',
    statement: 'The integrator chooses the region of the bucket.',
    basis: 'stated',
    untestable: 'Any region is right; a wrong one shows only as a bucket that cannot be reached.',
  },
  storageAuthorization: {
    id: 'gme/full-recording#storage-authorization',
    document,
    section: 'Activating/Deactivating the recording service',
    statement: 'GME has to be granted access to the account’s COS before it can record.',
    basis: 'stated',
    untestable: 'The grant is seen only by the cloud.',
  },
  allowlist: {
    id: 'gme/full-recording#allowlist',
    document,
    section: 'Prerequisites',
    statement:
      'Recording works for applications that use voice chat through the SDK and that the provider has put on its allowlist.',
    basis: 'stated',
    untestable: 'The allowlist is the provider’s, the SDK is in the client.',
  },
  billing: {
    id: 'gme/full-recording#billing',
    document,
    section: 'Use Cases',
    statement: 'Recording and storage are charged for.',
    basis: 'stated',
    untestable: 'Bills are outside of what a harness can see.',
  },
  fileFormat: {
    id: 'gme/full-recording#file-format',
    document,
    section: 'Recording file format',
    statement: 'Recordings are MP3 files.',
    basis: 'stated',
    reading:
      'Whole, playable MPEG audio layer III; sample rate, bit rate and channels are not promised.',
  },
  nameSingle: {
    id: 'gme/full-recording#name-single',
    document,
    section: 'Recording file naming convention',
    statement:
      'A single-stream file is bizid_roomid_userid/starttime_id_audio.mp3, with the task’s start time and the segment’s serial number.',
    basis: 'stated',
    reading: 'As the rule says, though the sample callback has the task id in place of the serial.',
  },
  nameMixed: {
    id: 'gme/full-recording#name-mixed',
    document,
    section: 'Recording file naming convention',
    statement:
      'A mixed-stream file is bizid_roomid/taskid_starttime_id_audio.mp3, with the task’s id and start time and the segment’s serial number.',
    basis: 'stated',
    reading:
      'Without the blanks that the English edition prints; the Korean edition has none. Blanks are understood when a name is read.',
  },
  nameBizId: {
    id: 'gme/full-recording#name-biz-id',
    document,
    section: 'Recording file naming convention',
    statement: 'In a name, bizid is the GME application’s ID.',
    basis: 'stated',
  },
  nameRoomId: {
    id: 'gme/full-recording#name-room-id',
    document,
    section: 'Recording file naming convention',
    statement: 'In a name, roomid is the room’s ID as the client passed it in.',
    basis: 'stated',
    reading: 'Verbatim: it may contain underscores, slashes and characters outside ASCII.',
  },
  nameUserId: {
    id: 'gme/full-recording#name-user-id',
    document,
    section: 'Recording file naming convention',
    statement: 'In a name, userid is the player’s ID as the client passed it in.',
    basis: 'stated',
    reading: 'Verbatim: it may contain underscores, slashes and characters outside ASCII.',
  },
  nameTaskId: {
    id: 'gme/full-recording#name-task-id',
    document,
    section: 'Recording file naming convention',
    statement: 'In a name, taskid is the recording task’s ID, and no two tasks share one.',
    basis: 'stated',
  },
  nameSerial: {
    id: 'gme/full-recording#name-serial',
    document,
    section: 'Recording file naming convention',
    statement: 'In a name, id is the serial number of the segment, starting at 0.',
    basis: 'stated',
    reading:
      'Counted for each stream (a user, or the mix) within its task, over leaving and coming back: counted otherwise, two files could not be told apart or a stream would not start at 0.',
  },
  nameTime: {
    id: 'gme/full-recording#name-time',
    document,
    section: 'Recording file naming convention',
    statement: 'The time in a name is the start time of the task.',
    basis: 'stated',
    reading: 'So it is the same for all files of a task, whatever their serial number.',
  },
  nameTimeZone: {
    id: 'gme/full-recording#name-time-zone',
    document,
    section: 'Recording file naming convention',
    statement: 'The time in a name is written yyyy-MM-dd-HH-mm-ss at UTC+8.',
    basis: 'inferred',
    reading:
      'From the sample callback, whose Timestamp and file name are the same second at UTC+8.',
  },
  availability: {
    id: 'gme/full-recording#availability',
    document,
    section: 'View/Manage recording files',
    statement: 'A file can be in the bucket several minutes after its task has ended.',
    basis: 'stated',
    reading:
      'The upload’s notification may come first or never, and "several" has no bound: a receiver cannot count on a time.',
  },
} as const satisfies Record<string, Clause>;
