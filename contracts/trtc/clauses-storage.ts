import type { Clause } from '../clause.ts';

const document = 'TRTC On-Cloud Recording, 2022';
const api =
  'Only calls to the recording API could show it, which go from the integrator to the cloud, where the harness is not.';

/** Promises about MP4 files, VOD, rooms and the recommended practice. */
export const storageClauses = {
  mp4Format: {
    id: 'trtc/on-cloud-recording#mp4',
    document,
    section: 'Recording in MP4 format',
    statement:
      'With MP4 as additional format the HLS files are converted after the recording has ended, and the MP4 files are uploaded beside them.',
    basis: 'stated',
  },
  mp4Access: {
    id: 'trtc/on-cloud-recording#mp4-access',
    document,
    section: 'Recording in MP4 format',
    statement: 'MP4 recording needs permission to read the bucket.',
    basis: 'stated',
    untestable: 'The permissions that the cloud has in a bucket cannot be seen from outside.',
  },
  mp4Segmentation: {
    id: 'trtc/on-cloud-recording#mp4-segmentation',
    document,
    section: 'Recording in MP4 format',
    statement: 'An MP4 recording is cut into several files at 24 hours and at 2 GB.',
    basis: 'stated',
    reading: 'A file is at most that long and at most 2^31 bytes large.',
  },
  vodRecording: {
    id: 'trtc/on-cloud-recording#vod',
    document,
    section: 'Recording to VOD',
    statement:
      'A task that records to VOD stores an MP4 file there after its end, and a callback tells the playback URL.',
    basis: 'stated',
  },
  vodFiles: {
    id: 'trtc/on-cloud-recording#vod-files',
    document,
    section: 'Recording to VOD',
    statement:
      'In VOD there is one playback URL for each recorded anchor in single-stream mode, and one in mixed-stream mode.',
    basis: 'stated',
    reading: 'One for each of the anchor’s streams, and one more for each cut of a file.',
  },
  vodExclusive: {
    id: 'trtc/on-cloud-recording#vod-exclusive',
    document,
    section: 'Recording to VOD',
    statement: 'A task records to COS or to VOD, never to both.',
    basis: 'stated',
    untestable: api,
  },
  vodQuery: {
    id: 'trtc/on-cloud-recording#vod-query',
    document,
    section: 'Recording to VOD',
    statement: 'The query API lists no files of a task that records to VOD.',
    basis: 'stated',
    untestable: api,
  },
  createRetry: {
    id: 'trtc/on-cloud-recording#create-retry',
    document,
    section: 'Best Practices',
    statement:
      'A start request that met an internal error is repeated with growing pauses, and one that met a wrong parameter is corrected.',
    basis: 'stated',
    untestable: api,
  },
  robotIdentity: {
    id: 'trtc/on-cloud-recording#robot',
    document,
    section: 'Best Practices',
    statement: 'The recording robot has a user ID that no other user of the room has.',
    basis: 'stated',
  },
  roomTypes: {
    id: 'trtc/on-cloud-recording#room-types',
    document,
    section: 'Best Practices',
    statement: 'A room is an integer or a string, and the two types are never the same room.',
    basis: 'stated',
    reading: 'The integer 123 and the string 123 are two rooms, as the client SDKs say.',
  },
  roomNumber: {
    id: 'trtc/client-sdk#room-number',
    document: 'TRTC client SDK, TRTCParams',
    section: 'roomId',
    statement: 'An integer room lies between 1 and 4294967294.',
    basis: 'stated',
  },
  roomText: {
    id: 'trtc/client-sdk#room-text',
    document: 'TRTC client SDK, TRTCParams',
    section: 'strRoomId',
    statement: 'A string room has at most 64 bytes of 89 ASCII letters, digits and marks.',
    basis: 'stated',
    reading: 'Among the marks are the underscore, the blank and quotes of no kind.',
  },
  fileDiscovery: {
    id: 'trtc/on-cloud-recording#discovery',
    document,
    section: 'Best Practices',
    statement:
      'The files of a task can be found by asking the API, by composing their names, from the callbacks, or in the bucket.',
    basis: 'stated',
    reading: 'What a lost callback would have told can still be found out from the bucket.',
  },
} as const satisfies Record<string, Clause>;
