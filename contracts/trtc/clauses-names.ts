import type { Clause } from '../clause.ts';

const document = 'TRTC On-Cloud Recording, 2022';
const section = 'Naming of recording files';
const pixels =
  'The picture is not decoded; the geometry is a function of its own, whose properties are tested.';

/** Promises about the names of files and about the pictures of mixed streams. */
export const nameClauses = {
  namePlaylistSingle: {
    id: 'trtc/on-cloud-recording#name-playlist-single',
    document,
    section,
    statement:
      'The playlist of a single stream is named after application, room, user, stream and type.',
    basis: 'stated',
    reading: 'Two underscores stand before UserId_s_ and UserId_e_; pages on VOD print one.',
  },
  nameSegmentSingle: {
    id: 'trtc/on-cloud-recording#name-segment-single',
    document,
    section,
    statement:
      'A segment of a single stream is named as its playlist, with its start time at the end.',
    basis: 'stated',
  },
  nameMp4Single: {
    id: 'trtc/on-cloud-recording#name-mp4-single',
    document,
    section,
    statement:
      'An MP4 file of a single stream is named after application, room, user and stream, with an index where it was cut.',
    basis: 'stated',
  },
  namePlaylistMixed: {
    id: 'trtc/on-cloud-recording#name-playlist-mixed',
    document,
    section,
    statement: 'The playlist of a mixed stream is named after application and room.',
    basis: 'stated',
  },
  nameSegmentMixed: {
    id: 'trtc/on-cloud-recording#name-segment-mixed',
    document,
    section,
    statement:
      'A segment of a mixed stream is named after application and room, with its start time at the end.',
    basis: 'stated',
  },
  nameMp4Mixed: {
    id: 'trtc/on-cloud-recording#name-mp4-mixed',
    document,
    section,
    statement:
      'An MP4 file of a mixed stream is named after application and room, with an index where it was cut.',
    basis: 'stated',
  },
  recoveredNames: {
    id: 'trtc/on-cloud-recording#name-recovered',
    document,
    section,
    statement:
      'Playlists and segments that the high availability scheme records after a failure begin with ha1_, ha2_ or ha3_, so that they replace no original.',
    basis: 'stated',
    reading: 'The number counts the recoveries of the task, and one task has at most three.',
  },
  nameFolders: {
    id: 'trtc/on-cloud-recording#name-folders',
    document,
    section,
    statement:
      'All files of a task lie in one folder named by the task, below the prefix if there is one.',
    basis: 'stated',
  },
  nameSdkAppId: {
    id: 'trtc/on-cloud-recording#name-app',
    document,
    section: 'Field description',
    statement: 'Every name carries the application’s SdkAppId.',
    basis: 'stated',
  },
  nameIdentifiers: {
    id: 'trtc/on-cloud-recording#name-identifiers',
    document,
    section: 'Field description',
    statement:
      'User IDs and string rooms stand in names as Base64 in which a hyphen replaces the slash and a dot the equals sign.',
    basis: 'stated',
    reading: 'A plus sign stays, and has to be percent-encoded wherever the name becomes a URL.',
  },
  nameRoomNumber: {
    id: 'trtc/on-cloud-recording#name-room-number',
    document,
    section: 'Field description',
    statement: 'An integer room stands in names as its digits.',
    basis: 'stated',
  },
  nameMediaId: {
    id: 'trtc/on-cloud-recording#name-media-id',
    document,
    section: 'Field description',
    statement: 'A single stream’s name says main for the primary stream and aux for the substream.',
    basis: 'stated',
  },
  nameType: {
    id: 'trtc/on-cloud-recording#name-type',
    document,
    section: 'Field description',
    statement: 'A single HLS stream’s name says whether it is audio or video.',
    basis: 'stated',
    reading:
      'A stream that holds both is named audio_video, as in callbacks; one sibling page writes audiovideo.',
  },
  nameTime: {
    id: 'trtc/on-cloud-recording#name-time',
    document,
    section: 'Field description',
    statement:
      'A segment’s name carries its start with year, month, day, hour, minute, second and millisecond.',
    basis: 'stated',
    reading: 'As 17 digits; the time is the segment’s own, so that segments have different names.',
  },
  nameTimeZone: {
    id: 'trtc/on-cloud-recording#name-time-zone',
    document,
    section: 'Field description',
    statement: 'The time in a segment’s name is in UTC.',
    basis: 'stated',
    reading:
      'The sample playlist contradicts it: its name lies eight hours ahead of its start time, and in another year.',
  },
  nameIndex: {
    id: 'trtc/on-cloud-recording#name-index',
    document,
    section: 'Field description',
    statement:
      'The index of an MP4 file counts from 1 and is there only when the recording was cut.',
    basis: 'stated',
  },
  gridLayout: {
    id: 'trtc/on-cloud-recording#layout-grid',
    document,
    section: 'Grid layout',
    statement:
      'The grid splits the canvas evenly into 1, 2, 4, 9, 16 or 25 windows, as few as the videos need, and shows up to 25.',
    basis: 'stated',
    reading: '"Between four and nine" is read as five to nine.',
    untestable: pixels,
  },
  floatingLayout: {
    id: 'trtc/on-cloud-recording#layout-floating',
    document,
    section: 'Floating layout',
    statement:
      'The floating layout fills the canvas with one video and lays the others over it in rows of four or five from the bottom left, with fixed sizes and gaps.',
    basis: 'stated',
    reading: 'One large and up to 24 small windows, 25 videos in all.',
    untestable: pixels,
  },
  sharingLayout: {
    id: 'trtc/on-cloud-recording#layout-sharing',
    document,
    section: 'Screen sharing layout',
    statement:
      'The screen sharing layout gives the left to one video and stacks the others in one or two columns on the right, and beyond 17 along the bottom.',
    basis: 'stated',
    reading:
      'One large and up to 24 small windows; where no anchor is named the large one shows the background and counts all the same, or five small ones would not fit.',
    untestable: pixels,
  },
  customLayout: {
    id: 'trtc/on-cloud-recording#layout-custom',
    document,
    section: 'Custom layout',
    statement: 'In a custom layout the request places each video itself.',
    basis: 'stated',
    untestable: pixels,
  },
  audioWindows: {
    id: 'trtc/on-cloud-recording#layout-audio',
    document,
    section: 'Floating layout',
    statement: 'A user who publishes only audio has a window, too.',
    basis: 'stated',
    untestable: pixels,
  },
  layoutModes: {
    id: 'trtc/on-cloud-recording#layout-modes',
    document,
    section: 'MixLayoutMode',
    statement:
      'A mixed picture is laid out as grid, floating, screen sharing or custom, by default as grid.',
    basis: 'stated',
    untestable: pixels,
  },
  transcodingLimits: {
    id: 'trtc/cloud-recording-api#transcoding',
    document: 'TRTC API 2019-07-22, MixTranscodeParams',
    section: 'VideoParams',
    statement: 'A canvas is at most 1920 wide and high and has at most 1920 by 1080 pixels.',
    basis: 'stated',
    untestable: 'The parameters go from the integrator to the cloud, where the harness is not.',
  },
  mergeSections: {
    id: 'trtc/on-cloud-recording#merge-sections',
    document,
    section: 'Script for merging single-stream recording files',
    statement:
      'Segments of a user that lie more than 15 seconds apart, with neither audio nor video between, belong to different sections.',
    basis: 'stated',
    reading:
      'A gap of exactly 15 seconds does not part them; a stream that is left out does not bridge.',
  },
  mergeModes: {
    id: 'trtc/on-cloud-recording#merge-modes',
    document,
    section: 'Script for merging single-stream recording files',
    statement:
      'The script makes one file for each section, or one for each user, with the primary stream, the substream or whichever there is.',
    basis: 'stated',
    untestable: 'The script runs at the integrator’s; the rule is a function of its own.',
  },
  mergeNames: {
    id: 'trtc/on-cloud-recording#merge-names',
    document,
    section: 'File Naming',
    statement:
      'A merged file is named after the user in Base64 and the start of its first segment, with _av.mp4 where it has video and .m4a where it has none.',
    basis: 'stated',
    untestable: 'The script runs at the integrator’s; the rule is a function of its own.',
  },
} as const satisfies Record<string, Clause>;
