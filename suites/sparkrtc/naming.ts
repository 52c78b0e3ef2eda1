import { clauses } from '#contracts/sparkrtc/index.ts';
import { withoutRule, withRule } from './archive/declared.ts';
import { defineSparkArchive } from './archive/define-check.ts';
import { findOtherFormats } from './archive/formats.ts';
import { findKeys, findMalformedNames, findNoRecordings } from './archive/key-findings.ts';
import { findNamesAfterUpload } from './archive/name-times.ts';
import { findOutOfScope, findUnknownStreams } from './archive/stream-names.ts';

const keepKeys = 'Copy recordings with their keys as they are, and do not rename or move them.';

/** There is something to judge; without it the other checks say nothing. */
export const hasRecordings = defineSparkArchive({
  id: 'sparkrtc/naming/has-recordings',
  title: 'The bucket holds recordings of the application.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.bucket, clauses.automaticRecording, clauses.formats],
  judges: 'objects',
  hint: 'Check --app-id and --bucket: the prefix must end where the rule’s storage path begins.',
  find: findNoRecordings,
});

/** What looks like a recording is named by the rule in force. */
export const namesFollowTheRule = defineSparkArchive({
  id: 'sparkrtc/naming/names-follow-the-rule',
  title: 'Every playlist and MP4 file is named by the pattern of the declared rule.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.fileNaming,
    clauses.nameVariables,
    clauses.nameFormat,
    clauses.storagePath,
    clauses.ruleOfApplication,
    clauses.oneRulePerApplication,
  ],
  judges: 'recordings',
  hint: `${keepKeys} Where an older rule named them, keep its recordings elsewhere.`,
  notApplicable: withoutRule,
  find: (facts, index) => findMalformedNames(facts, index),
});

/** Without a rule, what lies in the application’s folder is named by the default pattern. */
export const namesFollowTheDefault = defineSparkArchive({
  id: 'sparkrtc/naming/names-follow-the-default',
  title: 'Every playlist and MP4 file in the application’s folder is named by the default pattern.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fileNaming, clauses.nameFormat],
  judges: 'recordings',
  hint: 'Declare the rule in force with --rule where it names files otherwise.',
  notApplicable: withRule,
  untestable: ({ counts }) =>
    counts.named === 0
      ? 'No file is named by the default pattern: the rule in force has another one (--rule).'
      : null,
  find: (facts, index) => {
    // Each format has a pattern of its own: only one that is seen to be the default is.
    const known = new Set(index.files.map(({ format }) => format));
    return findMalformedNames(facts, index, (format) => known.has(format));
  },
});

/** A name and its folder say the same. */
export const folderAndNameAgree = defineSparkArchive({
  id: 'sparkrtc/naming/folder-and-name-agree',
  title: 'Folder and name of a recording carry the same stream and time.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.fileNaming],
  judges: 'recordings',
  hint: 'Keep each file in the folder in which the service put it.',
  find: (facts, index) =>
    findKeys(facts, index, 'misplaced', () => ({
      code: 'folder-does-not-fit',
      expected: 'a folder and a file name that the pattern makes of one stream and time',
      actual: 'a folder of another stream or time than the name',
    })),
});

/** The ending is spelt as in the sample. */
export const extensionIsLowerCase = defineSparkArchive({
  id: 'sparkrtc/naming/extension-is-lower-case',
  title: 'Names end in .m3u8 or .mp4, in lower case.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.fileExtensions],
  judges: 'recordings',
  hint: 'Keys are case-sensitive: copy with a tool that keeps their case.',
  find: (facts, index) =>
    findKeys(facts, index, 'miscased', ({ extension }) => ({
      code: 'ending-in-other-case',
      expected: `a name that ends in ${extension.toLowerCase()}`,
      actual: `one that ends in ${extension}`,
    })),
});

/** Times in names exist. */
export const timesAreInTheCalendar = defineSparkArchive({
  id: 'sparkrtc/naming/times-are-in-the-calendar',
  title: 'The time in every name is a real one.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone],
  judges: 'recordings',
  hint: 'Find out what wrote the name: the service does not write impossible times.',
  find: (facts, index) =>
    findKeys(facts, index, 'impossible-time', ({ text }) => ({
      code: 'impossible-time',
      expected: 'yyyy-MM-dd-HH-mm-ss, as a calendar and a clock have it',
      actual: text,
    })),
});

/** No file was stored before the time in its name. */
export const timesPrecedeUploads = defineSparkArchive({
  id: 'sparkrtc/naming/times-precede-uploads',
  title: 'The time in a name is not later than the object’s last modification.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone],
  judges: 'dated',
  hint: 'Names carry UTC; declare --dialect spark-name-utc8 if the service writes UTC+8.',
  find: (_, index) => findNamesAfterUpload(index),
});

/** Streams are named as the service names them. */
export const streamNamesAreDocumented = defineSparkArchive({
  id: 'sparkrtc/naming/stream-names-are-documented',
  title: 'Every stream is named by application or job, room and user in a documented form.',
  level: 'MUST',
  basis: 'stated',
  clauses: [
    clauses.streamNameAutomatic,
    clauses.streamNameSingle,
    clauses.streamNameMixed,
    clauses.identifiers,
    clauses.fileOfEachUser,
  ],
  judges: 'named',
  hint: keepKeys,
  find: (_, index) => findUnknownStreams(index),
});

/** What is recorded is what was asked for. */
export const scopeAgrees = defineSparkArchive({
  id: 'sparkrtc/naming/scope-agrees',
  title: 'The bucket holds no other kind of streams than the scope says.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.automaticSingleOnly, clauses.streamNameMixed],
  judges: 'named',
  hint: 'Declare with --scope what is recorded; mixed streams come of calls to the API alone.',
  notApplicable: ({ scope }) =>
    scope === 'both' ? 'Both kinds of streams are declared to be recorded.' : null,
  find: findOutOfScope,
});

/** What is recorded is in the formats of the rule. */
export const formatsAreTheRules = defineSparkArchive({
  id: 'sparkrtc/naming/formats-are-the-rules',
  title: 'Every stream is there in each format of the declared rule, and in no other one.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.formats, clauses.ruleOfApplication],
  judges: 'recordings',
  hint: 'Look for a program that deletes or converts recordings; after a change of the rule, keep older ones elsewhere.',
  notApplicable: withoutRule,
  find: findOtherFormats,
});

/** Transfers and tools have left nothing behind. */
export const noLeftovers = defineSparkArchive({
  id: 'sparkrtc/naming/no-leftovers',
  title: 'No temporary files lie among the recordings.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.bucket],
  judges: 'objects',
  hint: 'Remove what transfers and other programs have left in the bucket.',
  find: (facts, index) =>
    findKeys(facts, index, 'leftover', () => ({
      code: 'leftover',
      expected: 'recordings only',
      actual: 'what an interrupted transfer, an editor or a desktop leaves behind',
    })),
});

/** The bucket is the recordings’ own, or shared with other applications’. */
export const noForeignObjects = defineSparkArchive({
  id: 'sparkrtc/naming/no-foreign-objects',
  title: 'Nothing but recordings lies in the bucket.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.bucket, clauses.storagePath],
  judges: 'objects',
  hint: 'Let the storage path be a folder of its own, and audit that one.',
  find: (facts, index) => [
    ...findKeys(facts, index, 'foreign', ({ reason }) => ({
      code: 'foreign-object',
      expected: 'recordings of this or of another application',
      actual: reason,
    })),
    ...(index.declared.rule === null
      ? []
      : findKeys(facts, index, 'elsewhere', ({ reason }) => ({
          code: 'outside-the-rule',
          expected: 'recordings where the declared rule puts them',
          actual: reason,
        }))),
  ],
});
