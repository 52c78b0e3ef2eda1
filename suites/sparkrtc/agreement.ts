import { clauses } from '#contracts/sparkrtc/index.ts';
import type { ArchiveCheck } from '#harness/check.ts';
import {
  findAbsentFiles,
  findNamesOutside,
  findOtherIdentities,
  findOtherLengths,
  findOtherPictures,
  findUnannounced,
  findWrongCuts,
} from './archive/agreement.ts';
import { withoutRule } from './archive/declared.ts';
import { defineSparkArchive, type SparkArchiveDefinition } from './archive/define-check.ts';
import { isRecent } from './archive/index-archive.ts';
import { toldOf } from './archive/told.ts';

/** Completes a check that compares callbacks with the bucket: callbacks that tell of no file prove nothing. */
function defineAgreement(
  definition: Omit<SparkArchiveDefinition, 'needsCallbacks' | 'untestable'>,
): ArchiveCheck {
  return defineSparkArchive({
    ...definition,
    needsCallbacks: true,
    untestable: (_, facts) =>
      toldOf(facts).truth.some(({ files }) => files.length > 0)
        ? null
        : 'None of the callbacks tells of a completed file.',
  });
}

const lostFile =
  'Look for a rule that deletes, a failed copy, or a prefix that the files do not lie below.';

/** What was received are callbacks, and their fields agree. */
export const callbacksAreReadable = defineAgreement({
  id: 'sparkrtc/agreement/callbacks-are-readable',
  title: 'Every received callback has the documented fields, and they agree with each other.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.requestBody,
    clauses.completedFields,
    clauses.recordTimes,
    clauses.recordDuration,
    clauses.downloadUrl,
    clauses.recordFormat,
  ],
  judges: 'objects',
  hint: 'Keep bodies as they were received, byte for byte; a log that cuts or rewrites them loses what they say.',
  find: (facts) => toldOf(facts).faults,
});

/** Files that callbacks call complete are there. */
export const announcedFilesExist = defineAgreement({
  id: 'sparkrtc/agreement/announced-files-exist',
  title: 'Every file that a callback calls complete is in the bucket.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.completionNotified, clauses.eventCompleted, clauses.obsAddress],
  judges: 'objects',
  hint: lostFile,
  find: findAbsentFiles,
});

/** Files in the bucket were announced. */
export const filesAreAnnounced = defineAgreement({
  id: 'sparkrtc/agreement/files-are-announced',
  title: 'Of every recording in the bucket a callback tells that it is complete.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.completionNotified, clauses.lossPossible],
  judges: 'named',
  hint: 'A callback was lost: look into the bucket for what callbacks did not tell.',
  find: (facts, index) =>
    findUnannounced(facts, index, (modifiedMs) => isRecent(modifiedMs, index)),
});

/** Files last as long as their callbacks say. */
export const lengthsAreAsTold = defineAgreement({
  id: 'sparkrtc/agreement/lengths-are-as-told',
  title: 'A file lasts as long as its callback says, but for pauses that it merges.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.recordDuration, clauses.recordTimes],
  judges: 'named',
  looksInside: true,
  hint: 'Compare with the service’s own copy: the file was cut, joined or replaced.',
  find: findOtherLengths,
});

/** Pictures have the size that callbacks say. */
export const picturesAreAsTold = defineAgreement({
  id: 'sparkrtc/agreement/pictures-are-as-told',
  title: 'The pictures of an MP4 file have the size that its callback says.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.resolution, clauses.completedFields],
  judges: 'mp4',
  looksInside: true,
  hint: 'Look for a program that scales or converts the recordings.',
  find: findOtherPictures,
});

/** Names carry times of their recordings. */
export const nameTimesAreAsTold = defineAgreement({
  id: 'sparkrtc/agreement/name-times-are-as-told',
  title: 'The time in a name lies between the start and the end that its callback tells.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone, clauses.recordTimes],
  judges: 'named',
  hint: 'Names and callbacks both carry UTC; declare --dialect spark-name-utc8 if names are at UTC+8.',
  find: findNamesOutside,
});

/** Names and callbacks speak of the same stream. */
export const identitiesAgree = defineAgreement({
  id: 'sparkrtc/agreement/identities-agree',
  title: 'Name and callback of a file tell the same stream, room, job and format.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.identityFields, clauses.jobId, clauses.recordFormat, clauses.fileNaming],
  judges: 'named',
  hint: 'Take room and job from the callback’s fields, never from the name.',
  find: findOtherIdentities,
});

/** Jobs are cut where the rule says so. */
export const cutsFollowTheRule = defineAgreement({
  id: 'sparkrtc/agreement/cuts-follow-the-rule',
  title:
    'A job goes on in a new file only at the recording length or after a pause that the declared rule does not merge.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.cutAtLength,
    clauses.pauseAlways,
    clauses.pauseNever,
    clauses.pauseWithinSeconds,
  ],
  judges: 'named',
  looksInside: true,
  notApplicable: withoutRule,
  hint: 'Declare the rule that was in force when the rooms were created.',
  find: findWrongCuts,
});
