import { clauses } from '#contracts/sparkrtc/index.ts';
import { findSameBytes } from '../archive/same-bytes.ts';
import { withoutRule, withRule } from './archive/declared.ts';
import { defineSparkArchive } from './archive/define-check.ts';
import { comparedMediaOf } from './archive/compared-media.ts';
import {
  findBeyondRule,
  findOtherCuts,
  findOverlappingFiles,
  findTooLong,
  findUnequalFormats,
} from './archive/lengths.ts';
import { findLongSegments, findWrongPauses } from './archive/pauses.ts';

/** No rule allows longer MP4 files. */
export const mp4LastsAtMost180Minutes = defineSparkArchive({
  id: 'sparkrtc/segmentation/mp4-lasts-at-most-180-minutes',
  title: 'No MP4 file is longer than three hours.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.mp4Length, clauses.cutAtLength],
  judges: 'mp4',
  looksInside: true,
  hint: 'Do not join the service’s files; players and storage rely on the limit.',
  find: (_, index) => findTooLong(index, 'MP4'),
});

/** Longer playlists come of one rule alone: the one without a recording length. */
export const hlsLastsAtMost720Minutes = defineSparkArchive({
  id: 'sparkrtc/segmentation/hls-lasts-at-most-720-minutes',
  title: 'No playlist is longer than twelve hours.',
  level: 'SHOULD',
  basis: 'stated',
  clauses: [clauses.hlsLength, clauses.cutAtLength],
  judges: 'playlists',
  looksInside: true,
  hint: 'Declare the rule with --rule if its recording length is 0: then the whole stream is one playlist.',
  notApplicable: withRule,
  find: (_, index) => findTooLong(index, 'HLS'),
});

/** Files are no longer than the rule in force has them. */
export const filesKeepToTheLength = defineSparkArchive({
  id: 'sparkrtc/segmentation/files-keep-to-the-length',
  title: 'No file is longer than the recording length of the declared rule.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.cutAtLength, clauses.hlsLength, clauses.mp4Length],
  judges: 'named',
  looksInside: true,
  hint: 'Do not join the service’s files; after a change of the rule, declare the one that was in force.',
  notApplicable: withoutRule,
  find: (_, index) => findBeyondRule(index),
});

/** Streams are not cut systematically at a length of their own. */
export const filesAreCutAtTheLength = defineSparkArchive({
  id: 'sparkrtc/segmentation/files-are-cut-at-the-length',
  title:
    'Streams are cut at the recording length of the declared rule, not again and again at another one.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.cutAtLength],
  judges: 'named',
  looksInside: true,
  hint: 'Look for a program that splits the files, or declare the rule that was in force.',
  notApplicable: withoutRule,
  find: (_, index) => findOtherCuts(index),
});

/** Files of one stream were recorded one after another. */
export const filesDoNotOverlap = defineSparkArchive({
  id: 'sparkrtc/segmentation/files-do-not-overlap',
  title: 'Each file of a stream fits between the files before and behind it.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.cutAtLength],
  judges: 'named',
  looksInside: true,
  hint: 'A name carries another time than its recording’s, or the file holds another recording.',
  find: (_, index) => findOverlappingFiles(index),
});

/** Pauses are treated as the rule says. */
export const pausesFollowTheRule = defineSparkArchive({
  id: 'sparkrtc/segmentation/pauses-follow-the-rule',
  title: 'A pause begins a new file where the declared rule says so, and only there.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.pauseAlways, clauses.pauseNever, clauses.pauseWithinSeconds],
  judges: 'named',
  looksInside: true,
  hint: 'Declare the rule that was in force when the rooms were created; names tell its pauses within some seconds only.',
  notApplicable: withoutRule,
  find: (_, index) => findWrongPauses(index),
});

/** What both formats recorded is the same. */
export const formatsRecordTheSame = defineSparkArchive({
  id: 'sparkrtc/segmentation/formats-record-the-same',
  title: 'A stream that is recorded in both formats is there for the same time in each.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.formats, clauses.completionNotified],
  judges: 'named',
  looksInside: true,
  hint: 'A file is missing in one of the formats: look for a rule that deletes, or a failed copy.',
  notApplicable: ({ rule }) =>
    rule === null || (rule.hls !== undefined && rule.mp4 !== undefined)
      ? null
      : 'The declared rule records one format alone.',
  untestable: ({ counts }) =>
    counts.playlists === 0 || counts.mp4 === 0 ? 'Only one format is recorded.' : null,
  find: (_, index) => findUnequalFormats(index),
});

/** Playlists are cut into segments of the rule’s length. */
export const segmentsKeepToTheSlice = defineSparkArchive({
  id: 'sparkrtc/segmentation/segments-keep-to-the-slice',
  title: 'Media segments are about as long as the rule, or any rule, has them.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.sliceLength],
  judges: 'playlists',
  looksInside: true,
  hint: 'Look for a program that joins segments or writes playlists of its own.',
  find: (_, index) => findLongSegments(index),
});

/** No recording is a copy of another one. */
export const filesDiffer = defineSparkArchive({
  id: 'sparkrtc/segmentation/files-differ',
  title: 'No two media files have the same bytes.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fileOfEachUser],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that copies a file under a second name.',
  find: (facts, { declared }) =>
    findSameBytes(() => comparedMediaOf(facts, declared), 'media of its own'),
});
