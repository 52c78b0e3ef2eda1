import type { Clause } from '../clause.ts';

const document = 'TRTC On-Cloud Recording, 2022';
const api =
  'Only calls to the recording API could show it, which go from the integrator to the cloud, where the harness is not.';

/** Promises about what is recorded, and how a task begins, changes and ends. */
export const recordingClauses = {
  recordingModes: {
    id: 'trtc/on-cloud-recording#modes',
    document,
    section: 'Overview',
    statement:
      'Single-stream recording records each user by itself, mixed-stream recording puts all users of a room into one result.',
    basis: 'stated',
  },
  singleResults: {
    id: 'trtc/on-cloud-recording#single-results',
    document,
    section: 'Single-stream recording',
    statement:
      'Single-stream recording leaves one playlist and its segments for the audio and one for the video of each recorded anchor.',
    basis: 'stated',
  },
  mixedResults: {
    id: 'trtc/on-cloud-recording#mixed-results',
    document,
    section: 'Mixed-stream recording',
    statement: 'Mixed-stream recording leaves one playlist and its segments.',
    basis: 'stated',
  },
  userUploads: {
    id: 'trtc/on-cloud-recording#upload',
    document,
    section: 'Single-stream recording',
    statement: 'The recorded files are uploaded to the storage that the request names.',
    basis: 'stated',
  },
  mergeScriptOffered: {
    id: 'trtc/on-cloud-recording#merge-offered',
    document,
    section: 'Single-stream recording',
    statement: 'Merging and transcoding the segments is left to the integrator.',
    basis: 'stated',
    untestable: 'What an integrator makes of the files later cannot be seen in the bucket.',
  },
  apiRate: {
    id: 'trtc/on-cloud-recording#api-rate',
    document,
    section: 'Overview, notes',
    statement: 'The recording API takes 20 requests a second.',
    basis: 'stated',
    untestable: api,
  },
  apiTimeout: {
    id: 'trtc/on-cloud-recording#api-timeout',
    document,
    section: 'Overview, notes',
    statement: 'A request to the recording API times out after 6 seconds.',
    basis: 'stated',
    untestable: api,
  },
  parallelTasks: {
    id: 'trtc/on-cloud-recording#parallel-tasks',
    document,
    section: 'Overview, notes',
    statement: 'Up to 100 tasks of an application run at the same time unless more were granted.',
    basis: 'stated',
    untestable: api,
  },
  streamsPerRoom: {
    id: 'trtc/on-cloud-recording#streams-per-room',
    document,
    section: 'Overview, notes',
    statement: 'Single-stream recording takes up to 25 streams of a room at the same time.',
    basis: 'stated',
    reading:
      'A stream is one user’s primary stream or substream with its audio and video; those that appear while 25 are recorded are left out.',
  },
  taskId: {
    id: 'trtc/on-cloud-recording#task-id',
    document,
    section: 'TaskId',
    statement: 'A TaskId identifies one recording task and no other.',
    basis: 'stated',
  },
  taskIdKept: {
    id: 'trtc/on-cloud-recording#task-id-kept',
    document,
    section: 'TaskId',
    statement: 'The integrator keeps the TaskId that the start request returns for later calls.',
    basis: 'stated',
    untestable: api,
  },
  subscription: {
    id: 'trtc/on-cloud-recording#subscription',
    document,
    section: 'SubscribeStreamUserIds',
    statement:
      'All streams of the room are recorded, at most 25, unless the request lists the users whose streams are.',
    basis: 'stated',
  },
  storageValid: {
    id: 'trtc/on-cloud-recording#storage-valid',
    document,
    section: 'StorageParams',
    statement: 'The named storage has to exist and to be usable.',
    basis: 'stated',
    untestable: api,
  },
  startTime: {
    id: 'trtc/on-cloud-recording#start-time',
    document,
    section: 'Recording start time',
    statement:
      'The recording of a stream starts when the service receives its first data, at the server’s unix time.',
    basis: 'stated',
  },
  startTimeInApi: {
    id: 'trtc/on-cloud-recording#start-time-api',
    document,
    section: 'Recording start time',
    statement: 'The query API tells the start time in milliseconds as BeginTimeStamp.',
    basis: 'stated',
    untestable: api,
  },
  startTimeInPlaylist: {
    id: 'trtc/on-cloud-recording#start-time-playlist',
    document,
    section: 'Recording start time',
    statement:
      'The playlist tells the start time in unix milliseconds with the directive EXT-X-TRTC-START-REC-TIME.',
    basis: 'stated',
  },
  startTimeInCallback: {
    id: 'trtc/on-cloud-recording#start-time-callback',
    document,
    section: 'Recording start time',
    statement: 'The callback 307 tells the start time in unix milliseconds as BeginTimeStamp.',
    basis: 'stated',
  },
  playlistForm: {
    id: 'trtc/on-cloud-recording#playlist',
    document,
    section: 'Recording start time',
    statement:
      'A playlist is an HLS playlist of version 3 that lists its segments with their lengths by name and ends with EXT-X-ENDLIST.',
    basis: 'inferred',
    reading: 'As the sample playlist; a playlist under way has no end yet.',
  },
  playlistMetadata: {
    id: 'trtc/on-cloud-recording#playlist-metadata',
    document,
    section: 'Recording start time',
    statement:
      'A video’s playlist tells its picture’s width and height with EXT-X-TRTC-VIDEO-METADATA.',
    basis: 'inferred',
    reading: 'As the sample playlist, which is of a video stream; an audio stream has no picture.',
  },
  segmentLength: {
    id: 'trtc/on-cloud-recording#segment-length',
    document,
    section: 'Recording start time',
    statement: 'A segment lasts about 12 seconds.',
    basis: 'inferred',
    reading: 'As in the sample playlist; no length is promised, and the last may be shorter.',
    untestable: 'No length is promised, so no length is wrong; predictions follow the sample.',
  },
  watermarks: {
    id: 'trtc/on-cloud-recording#watermarks',
    document,
    section: 'MixWatermark',
    statement:
      'A mixed picture can carry up to 25 watermarks, each with a place, a size and a URL.',
    basis: 'stated',
    untestable: 'Watermarks are pixels of the picture, which the harness does not decode.',
  },
  taskQuery: {
    id: 'trtc/on-cloud-recording#query',
    document,
    section: 'Query the recording task',
    statement:
      'The query API tells the state and the files of a running task, and fails once it has ended.',
    basis: 'stated',
    untestable: api,
  },
  queryAfterStart: {
    id: 'trtc/on-cloud-recording#query-after-start',
    document,
    section: 'Best Practices',
    statement:
      'A task that the query API calls idle 15 seconds after its start finds no audio or video to record.',
    basis: 'stated',
    untestable: api,
  },
  taskModify: {
    id: 'trtc/on-cloud-recording#modify',
    document,
    section: 'Modify recording parameters',
    statement:
      'A change of parameters replaces all of them, so the request repeats those that stay.',
    basis: 'stated',
    untestable: api,
  },
  stopRequest: {
    id: 'trtc/on-cloud-recording#stop',
    document,
    section: 'Stop recording',
    statement: 'A task ends when the integrator stops it.',
    basis: 'stated',
  },
  maxIdleTime: {
    id: 'trtc/on-cloud-recording#max-idle-time',
    document,
    section: 'Stop recording',
    statement: 'A task ends by itself when no anchor was in the room for longer than MaxIdleTime.',
    basis: 'stated',
    reading:
      'It is 30 seconds unless the request says otherwise, as the API reference has it; the time counts while no anchor is in the room, whether or not those present publish.',
  },
} as const satisfies Record<string, Clause>;
