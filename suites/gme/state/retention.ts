import { clauses } from '#contracts/gme/index.ts';
import type { Experiment, Wave } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { expectConvergence } from '../../oracles/convergence.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import { inOrder, oneFile, sequence, tellStory } from '../arms.ts';
import { omissions } from '../experiments.ts';
import type { Story } from '../story.ts';
import { defineState } from './define.ts';

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

export const earlierTasksStay = defineState({
  id: 'gme/state/earlier-tasks-stay',
  title: 'Earlier tasks of a room are not forgotten when later ones come',
  basis: 'inferred',
  clauses: [clauses.taskIdUnique, clauses.eventNotification],
  needs: ['gme/state/tasks-stay-apart'],
  hint: 'Keep every task of a room; a new one does not replace the last, and no cache may evict what was not stored.',
  experiments: (context) =>
    omissions(context, [
      { title: 'the first of eight tasks', story: manyTasks, without: ['F1', 'F2'] },
    ]),
  evaluate: (seen) => [
    ...expectSensitivity(seen),
    ...expectPresence(seen, Object.keys(manyTasks.files)),
  ],
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

export const earlierSegmentsStay = defineState({
  id: 'gme/state/earlier-segments-stay',
  title: 'Of a stream in forty segments, the first is kept like the last',
  basis: 'inferred',
  clauses: [clauses.nameSerial, clauses.segmentationMic, clauses.eventNotification],
  needs: ['gme/state/segments-stay-apart'],
  hint: 'Keep every segment: a user who turns the mic off and on leaves dozens of files in one task.',
  experiments: (context) =>
    omissions(context, [
      { title: 'forty segments of one stream', story: manySegments, without: ['F1', 'F40'] },
    ]),
  evaluate: (seen) => [
    ...expectSensitivity(seen),
    ...expectPresence(seen, Object.keys(manySegments.files)),
  ],
});

const otherRooms = 200;
const roomsAtOnce = 8;

export const earlierRoomsStay = defineState({
  id: 'gme/state/earlier-rooms-stay',
  title: 'A room is remembered as it was after two hundred more rooms',
  basis: 'inferred',
  clauses: [clauses.allRooms, clauses.eventNotification],
  hint: 'Store recordings durably; a bounded map in memory forgets the first rooms on a busy day.',
  experiments: (context) => [afterManyRooms(context)],
  evaluate: ({ arms }) => {
    const without = (name: string): typeof arms =>
      new Map([...arms].filter(([other]) => other !== name));
    return [
      ...expectConvergence({ arms: without(neverSpokenOf) }, 'room-forgotten'),
      // The baselines live through the two hundred rooms as well: forgotten together, all would still be equal.
      ...expectSensitivity({ arms: without(afterOthers) }),
    ];
  },
});

const afterOthers = 'after 200 more rooms';
const neverSpokenOf = 'a room never spoken of';

function afterManyRooms(context: SuiteContext): Experiment {
  const told = tellStory(oneFile, inOrder(oneFile), context, afterOthers, 'first');
  const others = Array.from(
    { length: otherRooms },
    (_, index) =>
      tellStory(oneFile, sequence(2), context, 'other', `other/${String(index)}`).waves[0] ?? [],
  ).flat();
  const waves = Array.from({ length: otherRooms / roomsAtOnce }, (_, index): Wave =>
    others
      .slice(index * roomsAtOnce, (index + 1) * roomsAtOnce)
      .map(({ request }) => ({ label: 'another room', role: 'probe', request })),
  );
  const baseline = (name: string): Experiment['arms'][number] =>
    tellStory(oneFile, inOrder(oneFile), context, name, name);
  return {
    title: 'one file, then two hundred other rooms',
    key: 'directed:0',
    arms: [
      baseline('in-order'),
      baseline('in-order-again'),
      { ...told, waves: [...told.waves, ...waves] },
      tellStory(oneFile, [], context, neverSpokenOf),
    ],
    shows: afterOthers,
  };
}
