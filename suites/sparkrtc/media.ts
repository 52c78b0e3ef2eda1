import { clauses } from '#contracts/sparkrtc/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../archive/finding-list.ts';
import { findEmptyFiles, findForeignFormats, findMediaFaults } from '../archive/media-findings.ts';
import {
  findMissingSegments,
  findOpenPlaylists,
  findSwitchedCodecs,
  findUnlistedSegments,
  findWrongDurations,
} from '../archive/playlist-findings.ts';
import { findSegmentsOutOfOrder } from '../archive/segment-order.ts';
import { defineSparkArchive } from './archive/define-check.ts';
import {
  isRecent,
  mediaOf,
  type ArchiveIndex,
  type RecordedFile,
} from './archive/index-archive.ts';
import { isScreen } from './archive/stream-names.ts';
import { toldFiles } from './archive/told.ts';
import { unlistedTrack } from './archive/unlisted-track.ts';

/** Recordings have bytes. */
export const filesAreNotEmpty = defineSparkArchive({
  id: 'sparkrtc/media/files-are-not-empty',
  title: 'No recording is an empty file.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.formats, clauses.completionNotified],
  judges: 'recordings',
  hint: 'An upload or a copy failed: fetch the file again.',
  find: (facts) => findEmptyFiles(mediaOf(facts)),
});

/** Recordings are of the format that their names promise. */
export const filesAreOfTheirFormat = defineSparkArchive({
  id: 'sparkrtc/media/files-are-of-their-format',
  title: 'Every recording is a playlist, an MPEG-TS segment or an MP4 file by its content.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.formats, clauses.fileExtensions],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that converts, compresses or replaces the files, or an error page that was saved as one.',
  find: (facts) => findForeignFormats(mediaOf(facts)),
});

/** Codes of which `playlistsAreFinished` speaks. */
const ofUnfinished = new Set(['endlist-missing']);

/** Recordings are whole. */
export const filesAreUndamaged = defineSparkArchive({
  id: 'sparkrtc/media/files-are-undamaged',
  title: 'Every recording is whole: nothing of it is missing, cut or overwritten.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.formats],
  judges: 'recordings',
  looksInside: true,
  hint: 'Compare with the service’s own copy; transfers that break off or change bytes are the usual cause.',
  find: (facts) =>
    findMediaFaults(mediaOf(facts), { severity: 'invalid', expected: 'a whole recording' }),
});

/** Nothing odd surrounds the media of a recording. */
export const mediaStandAlone = defineSparkArchive({
  id: 'sparkrtc/media/media-stand-alone',
  title: 'Nothing odd surrounds the media of a recording.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.formats],
  judges: 'recordings',
  looksInside: true,
  hint: 'The media are whole; look for a program that joins, wraps or pads the files.',
  find: (facts) =>
    findMediaFaults(mediaOf(facts), {
      severity: 'suspicious',
      expected: 'a recording and nothing around it',
      ignored: ofUnfinished,
    }),
});

/** Players find all that a playlist lists. */
export const playlistsAreComplete = defineSparkArchive({
  id: 'sparkrtc/media/playlists-are-complete',
  title: 'Every segment that a playlist lists is in the bucket.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.formats, clauses.completionNotified, clauses.segmentPlace],
  judges: 'playlists',
  looksInside: true,
  hint: 'A segment was deleted or not copied: keep playlists and segments together.',
  find: (_, { playlists }) => findMissingSegments(playlists),
});

/** Nothing that was recorded is left out by its playlist. */
export const segmentsAreListed = defineSparkArchive({
  id: 'sparkrtc/media/segments-are-listed',
  title: 'Every media segment is listed by a playlist.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.segmentPlace, clauses.fileExtensions],
  judges: 'segments',
  looksInside: true,
  hint: 'Look for a deleted or overwritten playlist; while a stream is recorded its last segments may not be listed yet.',
  find: (_, index) =>
    findUnlistedSegments(index.playlists, 'a playlist that lists it', {
      isExcused: ({ modifiedMs }) => isRecent(modifiedMs, index),
      draw: (segment) => unlistedTrack(index.playlists, segment),
    }),
});

/** No segment belongs to two recordings. */
export const segmentsBelongToOnePlaylist = defineSparkArchive({
  id: 'sparkrtc/media/segments-belong-to-one-playlist',
  title: 'No segment is listed twice.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.segmentPlace, clauses.fileOfEachUser],
  judges: 'segments',
  looksInside: true,
  hint: 'Find out which program wrote the second listing: the service records each stream into files of its own.',
  find: (_, index) => findSharedSegments(index),
});

/** What playlists say of lengths is so. */
export const durationsAreTrue = defineSparkArchive({
  id: 'sparkrtc/media/durations-are-true',
  title: 'Every segment lasts as long as its playlist says.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.formats],
  judges: 'playlists',
  looksInside: true,
  hint: 'Players seek by these durations: look for a program that rewrites playlists or cuts segments.',
  find: (_, { playlists }) => findWrongDurations(playlists),
});

/** Finished recordings say so. */
export const playlistsAreFinished = defineSparkArchive({
  id: 'sparkrtc/media/playlists-are-finished',
  title: 'Every playlist says that it is complete, unless its stream may still be recorded.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.formats, clauses.completionNotified],
  judges: 'playlists',
  looksInside: true,
  hint: 'Without #EXT-X-ENDLIST players wait for more: look for an upload that broke off.',
  find: (facts, index) => {
    const modified = new Map(index.files.map(({ key, modifiedMs }) => [key, modifiedMs]));
    const complete = new Set(toldFiles(facts, index).map(({ key }) => key));
    return findOpenPlaylists(
      index.playlists,
      ({ key }) => complete.has(key) || !isRecent(modified.get(key), index),
    );
  },
});

/** Screens are recorded without sound, and sound without pictures is no screen. */
export const screensArePictures = defineSparkArchive({
  id: 'sparkrtc/media/screens-are-pictures',
  title: 'A stream that is named as a screen holds pictures and no sound.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.streamNameAutomatic, clauses.fileOfEachUser],
  judges: 'named',
  looksInside: true,
  hint: 'The file holds another stream than its name says.',
  find: (_, index) => findSoundingScreens(index),
});

/** A recording can be played through without a switch of the decoder. */
export const codecsStay = defineSparkArchive({
  id: 'sparkrtc/media/codecs-stay',
  title: 'The segments of a playlist are coded alike.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.formats],
  judges: 'segments',
  looksInside: true,
  hint: 'Look for a program that converts some of the segments.',
  find: (_, { playlists }) => findSwitchedCodecs(playlists),
});

/** Playlists play their segments in the order of their time stamps. */
export const segmentsStandInOrder = defineSparkArchive({
  id: 'sparkrtc/media/segments-stand-in-order',
  title:
    'No segment of a playlist continues the time stamps of another one than the one before it.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.formats],
  judges: 'segments',
  looksInside: true,
  hint: 'Segments were swapped, or one holds the media of another: compare their names with what they play.',
  find: (_, { playlists }) => findSegmentsOutOfOrder(playlists),
});

function findSharedSegments({ playlists: { segments } }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const { key, listings } of segments.values()) {
    if (listings > 1) {
      findings.add({
        at: key,
        code: 'segment-shared',
        expected: 'one line of one playlist that lists it',
        actual: `${String(listings)} lines`,
      });
    }
  }
  return findings.list();
}

function findSoundingScreens({ files, declared }: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const file of files) {
    const { key, streamName } = file;
    const isJudged = streamName !== undefined && file.whole && isScreen(streamName, declared.appId);
    const tracks = isJudged ? tracksOf(file) : undefined;
    if (tracks !== undefined && (tracks.audio || !tracks.video)) {
      findings.add({
        at: key,
        code: tracks.audio ? 'screen-with-sound' : 'screen-without-picture',
        expected: 'the pictures of a screen alone, as the stream’s name says',
        actual: tracks.audio ? 'a recording with sound' : 'a recording without pictures',
      });
    }
  }
  return findings.list();
}

/** What an MP4 file, or any segment of a playlist, holds; undefined where no media were read. */
function tracksOf({
  tracks,
  playlist,
}: RecordedFile): { readonly audio: boolean; readonly video: boolean } | undefined {
  const told =
    playlist === undefined ? [tracks] : playlist.entries.map(({ segment }) => segment?.tracks);
  const all = told.filter((one) => one !== undefined).join();
  return all === '' ? undefined : { audio: all.includes('audio'), video: all.includes('video') };
}
