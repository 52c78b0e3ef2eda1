import { clauses } from '#contracts/gme/index.ts';
import { findSameBytes } from '../archive/same-bytes.ts';
import { withoutMixedStreams } from './archive/declared.ts';
import { defineGmeArchive } from './archive/define-check.ts';
import { findLongSegments, findOtherCuts, findOverlappingSegments } from './archive/lengths.ts';
import { findUploadsBeforeEnd } from './archive/name-times.ts';
import { comparedRecordingsOf } from './archive/recording-media.ts';
import { findOverlappingTasks } from './archive/room-tasks.ts';
import { findStrayUserStreams } from './archive/user-streams.ts';

/** No recording goes beyond the limit at which the service begins a new file. */
export const segmentsLastAtMostTwoHours = defineGmeArchive({
  id: 'gme/segmentation/segments-last-at-most-two-hours',
  title: 'No file is longer than two hours.',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.segmentationTwoHours],
  judges: 'recordings',
  looksInside: true,
  hint: 'Do not join the service’s files; players and moderation rely on the limit.',
  find: (_, index) => findLongSegments(index),
});

/** A mixed task is not cut systematically at a length of its own. */
export const segmentsAreCutAtTwoHours = defineGmeArchive({
  id: 'gme/segmentation/segments-are-cut-at-two-hours',
  title: 'Mixed streams are cut at two hours, not again and again at another length.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.segmentationTwoHours],
  judges: 'mixed',
  looksInside: true,
  hint: 'Look for a program that splits the service’s files after they are uploaded.',
  notApplicable: withoutMixedStreams,
  find: (_, index) => findOtherCuts(index),
});

/** Start times and lengths show that a room was never recorded by two tasks at once. */
export const tasksOfARoomDoNotOverlap = defineGmeArchive({
  id: 'gme/segmentation/tasks-of-a-room-do-not-overlap',
  title: 'A room’s next task starts after the last one has ended.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.taskEnd, clauses.taskStart, clauses.nameTime],
  judges: 'recordings',
  looksInside: true,
  hint: 'One of the two tasks lies in another room’s folder, or its name carries another time than its start.',
  find: (_, index) => findOverlappingTasks(index),
});

/** Where names carry each file’s own start, a stream’s files lie one after another. */
export const segmentsFollowOneAnother = defineGmeArchive({
  id: 'gme/segmentation/segments-follow-one-another',
  title: 'Each file of a stream starts after the one before it has ended.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.segmentationTwoHours, clauses.segmentationMic, clauses.nameTime],
  judges: 'recordings',
  looksInside: true,
  hint: 'Check which dialect the names really follow: a task’s start time is not a file’s.',
  notApplicable: ({ scope, reading }) =>
    reading.nameTime === 'segment-start' || (reading.nameId === 'task-id' && scope !== 'mixed')
      ? null
      : 'Names carry the task’s start time, not that of each file.',
  find: (_, index) => findOverlappingSegments(index),
});

/** Every user’s stream belongs to a task whose mixed stream is there and lasts as long. */
export const userStreamsLieInsideTheTask = defineGmeArchive({
  id: 'gme/segmentation/user-streams-lie-inside-the-task',
  title: 'Every user’s stream lies inside a task whose mixed stream is in the bucket.',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.scope, clauses.taskStart, clauses.taskEnd, clauses.segmentationMic],
  judges: 'single',
  looksInside: true,
  hint: 'Look for lost or deleted mixed-stream files, and for a scope that was changed in the console.',
  notApplicable: ({ scope }) =>
    scope === 'both' ? null : `The declared scope is ${scope} streams only.`,
  find: (facts, index) => (facts.scope === 'both' ? findStrayUserStreams(index) : []),
});

/** A file is in the bucket only after what it holds was recorded. */
export const uploadsFollowRecording = defineGmeArchive({
  id: 'gme/segmentation/uploads-follow-recording',
  title: 'A file’s last modification lies after the end of its audio.',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.nameTime, clauses.nameTimeZone],
  judges: 'dated',
  looksInside: true,
  hint: 'Compare the name’s time with the room’s log: the name or the audio is another task’s.',
  find: (_, index) => findUploadsBeforeEnd(index),
});

/** No recording is a copy of another one. */
export const segmentsDiffer = defineGmeArchive({
  id: 'gme/segmentation/segments-differ',
  title: 'No two recordings of one kind have the same bytes.',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.nameSerial, clauses.segmentationTwoHours],
  judges: 'recordings',
  looksInside: true,
  hint: 'Look for a program that copies a file under a second name; two stretches of digital silence may also be equal.',
  find: (facts) => findSameBytes(() => comparedRecordingsOf(facts), 'audio of its own'),
});
