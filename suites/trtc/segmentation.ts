import { clauses } from '#contracts/trtc/index.ts';
import { findWrongDurations } from '../archive/playlist-findings.ts';
import { findSameBytes } from '../archive/same-bytes.ts';
import {
  findLostPlaylists,
  findLostSegments,
  findUnended,
  findUnlisted,
  noKnownEnd,
} from './archive/completeness.ts';
import { defineTrtcArchive, withoutHls, withoutMp4 } from './archive/define-check.ts';
import { findOtherLengths } from './archive/mp4-lengths.ts';
import { comparedRecordingsOf } from './archive/recordings.ts';
import {
  findDisorder,
  findOverlaps,
  findStrayEntries,
  findUnmarkedSections,
} from './archive/stream-findings.ts';
import { entryTrack } from './archive/stream-track.ts';
import { findCrowdedTasks, findUncutFiles } from './archive/task-findings.ts';

const lostFile =
  'A file is missing: look for a rule that deletes, a failed copy, or an upload that failed.';

/** What playlists list is there. */
export const listedSegmentsExist = defineTrtcArchive({
  id: 'trtc/segmentation/listed-segments-exist',
  title: 'Every segment that a playlist lists is in the bucket, beside the playlist.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.userUploads, clauses.playlistForm, clauses.nameFolders],
  judges: 'playlists',
  looksInside: true,
  hint: lostFile,
  notApplicable: withoutHls,
  find: (_, index) => findLostSegments(index),
});

/** Segments have a playlist. */
export const streamsHaveTheirPlaylist = defineTrtcArchive({
  id: 'trtc/segmentation/streams-have-their-playlist',
  title: 'Every stream of which there are segments has its playlist.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.singleResults, clauses.mixedResults, clauses.nameFolders],
  judges: 'segments',
  looksInside: true,
  hint: lostFile,
  notApplicable: withoutHls,
  find: (_, index) => findLostPlaylists(index),
});

/** Complete playlists leave nothing out. */
export const segmentsAreListed = defineTrtcArchive({
  id: 'trtc/segmentation/segments-are-listed',
  title: 'Every segment beside a complete playlist of its stream is listed in it.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.playlistForm],
  judges: 'segments',
  looksInside: true,
  hint: 'The playlist was replaced by an older one, or the segment is a copy from elsewhere.',
  notApplicable: withoutHls,
  find: (_, index) => findUnlisted(index),
});

/** Playlists list their own stream. */
export const playlistsListTheirOwn = defineTrtcArchive({
  id: 'trtc/segmentation/playlists-list-their-own',
  title: 'A playlist lists segments that are named as it is, with their time at the end.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.nameSegmentSingle, clauses.nameSegmentMixed, clauses.recoveredNames],
  judges: 'playlists',
  looksInside: true,
  hint: 'Look for a program that rewrites or renames playlists.',
  notApplicable: withoutHls,
  find: (_, index) => findStrayEntries(index),
});

/** Playlists are in the order of time. */
export const segmentsAreListedInOrder = defineTrtcArchive({
  id: 'trtc/segmentation/segments-are-listed-in-order',
  title: 'Playlists list segments in the order of their start, each once.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.playlistForm, clauses.nameTime],
  judges: 'playlists',
  looksInside: true,
  hint: 'Look for a program that rewrites or joins playlists.',
  notApplicable: withoutHls,
  find: (_, index) => findDisorder(index),
});

/** One stream is recorded once. */
export const segmentsDoNotOverlap = defineTrtcArchive({
  id: 'trtc/segmentation/segments-do-not-overlap',
  title: 'A segment starts, by its name, when the one before it of the same stream has ended.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.playlistForm],
  judges: 'segments',
  looksInside: true,
  hint: 'A segment’s name or content is another’s: compare with the callbacks and the room’s log.',
  notApplicable: withoutHls,
  find: (_, index) => findOverlaps(index),
});

/** EXTINF tells the truth. */
export const durationsAreTold = defineTrtcArchive({
  id: 'trtc/segmentation/durations-are-told',
  title: 'EXTINF is the length of the segment’s media.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.playlistForm],
  judges: 'playlists',
  looksInside: true,
  hint: 'A segment was cut, converted or exchanged after its playlist was written.',
  notApplicable: withoutHls,
  find: (_, index) => findWrongDurations(index.hls, entryTrack(index)),
});

/** Playlists of finished recordings are complete. */
export const finishedPlaylistsEnd = defineTrtcArchive({
  id: 'trtc/segmentation/finished-playlists-end',
  title: 'The playlists of a recording that is over end with EXT-X-ENDLIST.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.playlistForm],
  judges: 'playlists',
  looksInside: true,
  hint: 'Players take a list without an end for live: fetch the last version of the playlist.',
  notApplicable: withoutHls,
  untestable: (_, index) => noKnownEnd(index),
  find: (_, index) => findUnended(index),
});

/** Pauses that part sections are marked. */
export const sectionsAreMarked = defineTrtcArchive({
  id: 'trtc/segmentation/sections-are-marked',
  title: 'Between segments more than 15 seconds apart, a playlist marks a discontinuity.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.mergeSections, clauses.playlistForm],
  judges: 'playlists',
  looksInside: true,
  hint: 'The merge script parts the recording here; players need the mark to go on.',
  notApplicable: withoutHls,
  find: (_, index) => findUnmarkedSections(index),
});

/** MP4 files are cut where the document says. */
export const mp4FilesAreCut = defineTrtcArchive({
  id: 'trtc/segmentation/mp4-files-are-cut',
  title: 'No MP4 file is longer than 24 hours or larger than 2 GB.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.mp4Segmentation],
  judges: 'mp4',
  looksInside: true,
  hint: 'Do not join the service’s files under one of their names.',
  notApplicable: withoutMp4,
  find: (_, index) => findUncutFiles(index),
});

/** MP4 files hold what HLS files hold. */
export const mp4FilesLastAsLong = defineTrtcArchive({
  id: 'trtc/segmentation/mp4-files-last-as-long',
  title: 'MP4 files last as long as the HLS files from which they were made.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.mp4Format],
  judges: 'mp4',
  looksInside: true,
  hint: 'The conversion or an upload broke off: fetch the file again, or make it from the segments.',
  notApplicable: (facts, index) => withoutMp4(facts, index) ?? withoutHls(facts, index),
  find: (_, index) => findOtherLengths(index),
});

/** A task records at most 25 streams at once. */
export const atMostTwentyFiveStreams = defineTrtcArchive({
  id: 'trtc/segmentation/at-most-twenty-five-streams',
  title: 'A task records at most 25 streams at the same time.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.streamsPerRoom],
  judges: 'segments',
  looksInside: true,
  hint: 'Files of other tasks lie in the folder, or segments carry other times than their starts.',
  notApplicable: withoutHls,
  find: (_, index) => findCrowdedTasks(index),
});

/** No recording is a copy of another one. */
export const filesDiffer = defineTrtcArchive({
  id: 'trtc/segmentation/files-differ',
  title: 'No two segments and no two MP4 files have the same bytes.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.nameTime, clauses.playlistForm],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that copies a file under a second name.',
  find: (facts) => findSameBytes(() => comparedRecordingsOf(facts), 'media of its own'),
});
