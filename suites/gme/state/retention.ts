import { clauses } from '#contracts/gme/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { afterManyRooms } from '../../kit/many-rooms.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import type { Story } from '../story.ts';
import { omissions } from '../../kit/experiments.ts';
import { gmeKit } from '../kit.ts';

const laterTasks = 7;

/** Eight tasks of one room, one after the other; each left one file. */
const manyTasks: Story = {
  title: 'eight tasks of a room',
  files: Object.fromEntries(
    Array.from({ length: laterTasks + 1 }, (_, index) => [
      `F${String(index + 1)}`,
      { task: `T${String(index + 1)}`, startedAgoSeconds: 28_800 - index * 3600 },
    ]),
  ),
  events: Array.from({ length: laterTasks + 1 }, (_, index) => [`F${String(index + 1)}`, 3]),
};

const tasksClaim = claims.stateClaim({
  path: 'state/earlier-tasks-stay',
  title: 'Earlier tasks of a room are not forgotten when later ones come',
  basis: 'inferred',
  needs: ['state/tasks-stay-apart'],
  hint: 'Keep every task of a room; a new one does not replace the last, and no cache may evict what was not stored.',
  evaluate: (seen) => [
    ...expectSensitivity(seen),
    ...expectPresence(seen, Object.keys(manyTasks.files)),
  ],
});

export const earlierTasksStay = claimFor('gme', tasksClaim, {
  clauses: [clauses.taskIdUnique, clauses.eventNotification],
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'the first of eight tasks', story: manyTasks, without: ['F1', 'F2'] },
    ]),
});

const segmentCount = 40;

/** A user who turns the mic off and on all evening. */
const manySegments: Story = {
  title: 'forty segments of one stream',
  files: Object.fromEntries(
    Array.from({ length: segmentCount }, (_, index) => [`F${index + 1}`, { seqNo: index + 1 }]),
  ),
  events: Array.from({ length: segmentCount }, (_, index) => [`F${index + 1}`, 3]),
};

const segmentsClaim = claims.stateClaim({
  path: 'state/earlier-segments-stay',
  title: 'Of a stream in forty segments, the first is kept like the last',
  basis: 'inferred',
  needs: ['state/segments-stay-apart'],
  hint: 'Keep every segment: a user who turns the mic off and on leaves dozens of files in one task.',
  evaluate: (seen) => [
    ...expectSensitivity(seen),
    ...expectPresence(seen, Object.keys(manySegments.files)),
  ],
});

export const earlierSegmentsStay = claimFor('gme', segmentsClaim, {
  clauses: [clauses.nameSerial, clauses.segmentationMic, clauses.eventNotification],
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'forty segments of one stream', story: manySegments, without: ['F1', 'F40'] },
    ]),
});

export const earlierRoomsStay = claimFor('gme', claims.earlierRoomsStay, {
  clauses: [clauses.allRooms, clauses.eventNotification],
  experiments: (context) => [afterManyRooms(gmeKit, context)],
});
