import { clauses } from '#contracts/gme/index.ts';
import { findEmptyFiles, findForeignFormats, findMediaFaults } from '../archive/media-findings.ts';
import { defineGmeArchive } from './archive/define-check.ts';
import { findSwitchedParameters, mp3RecordingsOf } from './archive/recording-media.ts';

/** Recordings have bytes. */
export const filesAreNotEmpty = defineGmeArchive({
  id: 'gme/media/files-are-not-empty',
  title: 'No recording is an empty file.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.fileFormat],
  judges: 'recordings',
  hint: 'An upload or a copy failed: fetch the file again.',
  find: (facts) => findEmptyFiles(mp3RecordingsOf(facts)),
});

/** Recordings are of the promised format, by their bytes rather than their names. */
export const filesAreMp3 = defineGmeArchive({
  id: 'gme/media/files-are-mp3',
  title: 'Every recording is an MP3 file by its content.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.fileFormat],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that converts, compresses or replaces the files, or an error page that was saved as audio.',
  find: (facts) => findForeignFormats(mp3RecordingsOf(facts)),
});

/** Recordings are whole. */
export const filesAreUndamaged = defineGmeArchive({
  id: 'gme/media/files-are-undamaged',
  title: 'Every recording is whole: no frame is missing, cut or overwritten.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.fileFormat],
  judges: 'recordings',
  looksInside: true,
  hint: 'Compare with the service’s own copy; transfers that break off or change bytes are the usual cause.',
  find: (facts) =>
    findMediaFaults(mp3RecordingsOf(facts), { severity: 'invalid', expected: 'whole MP3 audio' }),
});

/** Nothing odd surrounds the audio of a recording. */
export const audioStandsAlone = defineGmeArchive({
  id: 'gme/media/audio-stands-alone',
  title: 'Nothing but well-formed tags surrounds the audio of a recording.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fileFormat],
  judges: 'recordings',
  looksInside: true,
  hint: 'The audio is whole; look for a program that joins, wraps or tags the files.',
  find: (facts) =>
    findMediaFaults(mp3RecordingsOf(facts), {
      severity: 'suspicious',
      expected: 'MP3 audio and nothing odd around it',
    }),
});

/** The files of one stream can be played one after another without a switch. */
export const streamParametersStay = defineGmeArchive({
  id: 'gme/media/stream-parameters-stay',
  title: 'All files of a stream have the same sample rate and channels.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fileFormat, clauses.nameSerial],
  judges: 'recordings',
  looksInside: true,
  hint: 'Players that join the files need one format: look for a program that converts some of them.',
  find: (_, index) => findSwitchedParameters(index),
});
