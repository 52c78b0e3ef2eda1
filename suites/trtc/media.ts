import { clauses } from '#contracts/trtc/index.ts';
import { findEmptyFiles, findForeignFormats, findMediaFaults } from '../archive/media-findings.ts';
import { findSwitchedCodecs } from '../archive/playlist-findings.ts';
import { findSegmentsOutOfOrder } from '../archive/segment-order.ts';
import { defineTrtcArchive, withoutHls, withoutMp4 } from './archive/define-check.ts';
import { findLackingTracks } from './archive/mp4-lengths.ts';
import { promisedRecordingsOf } from './archive/recordings.ts';
import { findMisfitTracks, findUntoldPictures, findUntoldStarts } from './archive/tracks.ts';

/** Recordings have bytes. */
export const filesAreNotEmpty = defineTrtcArchive({
  id: 'trtc/media/files-are-not-empty',
  title: 'No recording is an empty file.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.userUploads, clauses.playlistForm, clauses.mp4Format],
  judges: 'recordings',
  hint: 'An upload or a copy failed: fetch the file again.',
  find: (facts) => findEmptyFiles(promisedRecordingsOf(facts)),
});

/** Recordings are what their extension says, by their bytes. */
export const formatsAgreeWithNames = defineTrtcArchive({
  id: 'trtc/media/formats-agree-with-names',
  title:
    'Every recording is, by its content, the playlist, MPEG-TS or MP4 file that its name says.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.playlistForm, clauses.mp4Format, clauses.nameSegmentSingle],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that converts or replaces the files, or an error page that was saved as media.',
  find: (facts) => findForeignFormats(promisedRecordingsOf(facts)),
});

/** Segments and MP4 files are whole. */
export const filesAreUndamaged = defineTrtcArchive({
  id: 'trtc/media/files-are-undamaged',
  title: 'Every segment and MP4 file is whole: nothing in it is missing, cut or overwritten.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.userUploads, clauses.playlistForm, clauses.mp4Format],
  judges: 'recordings',
  looksInside: true,
  hint: 'Compare with the service’s own copy; transfers that break off or change bytes are the usual cause.',
  find: (facts) =>
    findMediaFaults(promisedRecordingsOf(facts, ['ts', 'mp4']), {
      severity: 'invalid',
      expected: 'whole media',
    }),
});

/** Playlists can be read. */
export const playlistsAreWellFormed = defineTrtcArchive({
  id: 'trtc/media/playlists-are-well-formed',
  title: 'Every playlist keeps to RFC 8216 and tells its start in unix milliseconds.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.playlistForm, clauses.startTimeInPlaylist],
  judges: 'playlists',
  looksInside: true,
  hint: 'Look for a program that rewrites playlists, and for uploads that broke off.',
  notApplicable: withoutHls,
  find: (facts) =>
    findMediaFaults(promisedRecordingsOf(facts, ['m3u8']), {
      severity: 'invalid',
      expected: 'a media playlist as RFC 8216 has it',
    }),
});

/** Nothing odd surrounds the media. */
export const mediaStandAlone = defineTrtcArchive({
  id: 'trtc/media/media-stand-alone',
  title: 'Nothing odd surrounds the media of a recording or stands in its playlist.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.playlistForm, clauses.mp4Format],
  judges: 'recordings',
  looksInside: true,
  hint: 'The media are whole; look for a program that joins, wraps or rewrites the files.',
  find: (facts) =>
    findMediaFaults(promisedRecordingsOf(facts), {
      severity: 'suspicious',
      expected: 'nothing odd',
      // Whether a recording is over is for another check to say.
      ignored: new Set(['endlist-missing']),
    }),
});

/** Playlists tell when recording started. */
export const playlistsTellTheirStart = defineTrtcArchive({
  id: 'trtc/media/playlists-tell-their-start',
  title: 'Every playlist tells when recording started.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.startTimeInPlaylist],
  judges: 'playlists',
  looksInside: true,
  hint: 'Keep the lines of playlists that begin with #EXT-X-TRTC: streams are joined by them.',
  notApplicable: withoutHls,
  find: (_, index) => findUntoldStarts(index),
});

/** Playlists of pictures tell their size. */
export const playlistsTellTheirPicture = defineTrtcArchive({
  id: 'trtc/media/playlists-tell-their-picture',
  title: 'Every playlist whose segments hold a picture tells its size.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.playlistMetadata],
  judges: 'playlists',
  looksInside: true,
  hint: 'Keep the lines of playlists that begin with #EXT-X-TRTC.',
  notApplicable: withoutHls,
  find: (_, index) => findUntoldPictures(index),
});

/** Streams hold what their names say. */
export const tracksAgreeWithNames = defineTrtcArchive({
  id: 'trtc/media/tracks-agree-with-names',
  title: 'Segments of an audio stream hold audio alone, those of a video stream video alone.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameType, clauses.singleResults],
  judges: 'segments',
  looksInside: true,
  hint: 'The merge script joins the two kinds: a file of the wrong kind is another stream’s.',
  notApplicable: withoutHls,
  find: (_, index) => findMisfitTracks(index),
});

/** MP4 files hold sound and picture where their stream does. */
export const mp4FilesHoldTheirStream = defineTrtcArchive({
  id: 'trtc/media/mp4-files-hold-their-stream',
  title: 'MP4 files hold sound where their stream has sound, and a picture where it has one.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.mp4Format, clauses.nameType],
  judges: 'mp4',
  looksInside: true,
  hint: 'Audio and video are recorded as two streams: an MP4 file made anew needs both, as the merge script joins them.',
  notApplicable: (facts, index) => withoutMp4(facts, index) ?? withoutHls(facts, index),
  find: (_, index) => findLackingTracks(index),
});

/** The segments of one playlist can be played one after another without a switch. */
export const streamCodecsStay = defineTrtcArchive({
  id: 'trtc/media/stream-codecs-stay',
  title: 'All segments of a playlist have the same codecs.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.playlistForm],
  judges: 'segments',
  looksInside: true,
  hint: 'Players that join the segments need one format: look for a program that converts some of them.',
  notApplicable: withoutHls,
  find: (_, { hls }) => findSwitchedCodecs(hls),
});

/** Playlists play their segments in the order of their time stamps. */
export const segmentsStandInOrder = defineTrtcArchive({
  id: 'trtc/media/segments-stand-in-order',
  title:
    'No segment of a playlist continues the time stamps of another one than the one before it.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.playlistForm],
  judges: 'segments',
  looksInside: true,
  hint: 'Segments were swapped, or one holds the media of another: compare their names with what they play.',
  notApplicable: withoutHls,
  find: (_, { hls }) => findSegmentsOutOfOrder(hls),
});
