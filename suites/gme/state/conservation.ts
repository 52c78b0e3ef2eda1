import { clauses } from '#contracts/gme/index.ts';
import type { Observations } from '#harness/check.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import { oneFile } from '../arms.ts';
import { omissions } from '../experiments.ts';
import { bothStreams, mixedFile, twoSegments, twoTasks, twoUsers } from '../stories.ts';
import type { Story } from '../story.ts';
import { defineState } from './define.ts';

export const recordsEachFile = defineState({
  id: 'gme/state/records-each-file',
  title: 'A recorded file shows in the receiver’s state',
  basis: 'stated',
  clauses: [clauses.eventNotification, clauses.eventUploaded],
  hint: 'Store what the callback says before you answer 2xx, and make sure that the observation shows it.',
  alone: true,
  experiments: (context) =>
    omissions(context, [
      { title: 'a single stream from start to upload', story: oneFile, without: ['F1'] },
      { title: 'a mixed stream from start to upload', story: mixedFile, without: ['F1'] },
    ]).map((experiment) => ({
      ...experiment,
      arms: experiment.arms.map((arm) => ({ ...arm, lookFirst: true as const })),
    })),
  evaluate: expectSensitivity,
});

const onlyUploaded: Story = {
  title: 'only the upload is reported',
  files: { F1: {} },
  events: [['F1', 3]],
};

const startLost: Story = {
  title: 'the start is never reported',
  files: { F1: {} },
  events: [
    ['F1', 2],
    ['F1', 3],
  ],
};

export const lostEventsHarmNothingElse = defineState({
  id: 'gme/state/lost-events-harm-nothing-else',
  title: 'A file is recorded though some of its callbacks never came',
  basis: 'stated',
  clauses: [clauses.lossPossible],
  hint: 'Let every event create the recording it speaks of: "started" may be the one that is lost.',
  experiments: (context) =>
    omissions(context, [
      { title: 'only "uploaded" arrives', story: onlyUploaded, without: ['F1'] },
      { title: '"started" is lost', story: startLost, without: ['F1'] },
    ]),
  evaluate: expectSensitivity,
});

/** The mic goes off and on again: the first segment is complete, the task goes on. */
const segmentAfterCompleted: Story = {
  title: 'a segment after a completed one',
  files: { F1: { seqNo: 1 }, F2: { seqNo: 2 } },
  events: [
    ['F1', 2],
    ['F1', 3],
    ['F2', 3],
  ],
};

const needsLoss = ['gme/state/lost-events-harm-nothing-else'] as const;

export const segmentsStayApart = defineState({
  id: 'gme/state/segments-stay-apart',
  title: 'Segments of one stream are all kept',
  basis: 'stated',
  clauses: [clauses.eventsPerFile, clauses.nameSerial, clauses.segmentationMic],
  needs: needsLoss,
  hint: 'Key recordings by file (or by task, stream and SeqNo): a task has as many files as it has segments.',
  experiments: (context) =>
    omissions(context, [
      { title: 'two segments of one stream', story: twoSegments, without: ['F1', 'F2'] },
      { title: 'a segment after a completed one', story: segmentAfterCompleted, without: ['F2'] },
    ]),
  evaluate: (seen) => [...expectSensitivity(seen), ...expectPresence(seen, ['F1', 'F2'])],
});

export const usersStayApart = defineState({
  id: 'gme/state/users-stay-apart',
  title: 'Streams of different users of a room are all kept',
  basis: 'stated',
  clauses: [clauses.scope, clauses.nameSingle, clauses.userId],
  needs: needsLoss,
  hint: 'A room has one single stream per user: make the user part of the recording’s key.',
  experiments: (context) =>
    omissions(context, [{ title: 'two users of a room', story: twoUsers, without: ['F1', 'F2'] }]),
  evaluate: (seen) => [...expectSensitivity(seen), ...expectPresence(seen, ['F1', 'F2'])],
});

const uploadedStreams: Story = {
  ...bothStreams,
  title: 'both streams uploaded',
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

export const streamsStayApart = defineState({
  id: 'gme/state/streams-stay-apart',
  title: 'A user’s stream and the room’s mixed stream are both kept',
  basis: 'stated',
  clauses: [clauses.scope, clauses.recordMode],
  needs: needsLoss,
  hint: 'With both streams recorded, one task has single and mixed files with equal SeqNo: keep the mode in the key.',
  experiments: (context) =>
    omissions(context, [
      { title: 'a single and the mixed stream', story: uploadedStreams, without: ['F1', 'F2'] },
    ]),
  evaluate: (seen) => [...expectSensitivity(seen), ...expectPresence(seen, ['F1', 'F2'])],
});

export const tasksStayApart = defineState({
  id: 'gme/state/tasks-stay-apart',
  title: 'Two tasks of one room are both kept',
  basis: 'stated',
  clauses: [clauses.taskIdUnique, clauses.taskStart, clauses.taskEnd],
  needs: needsLoss,
  hint: 'When a room empties and fills again, a new task begins: key recordings by TaskID, not by room.',
  experiments: (context) =>
    omissions(context, [
      { title: 'two tasks of a room', story: twoTasks, without: ['F1', 'F2'] },
      {
        title: 'a task that begins while the end of the last is not yet known',
        story: {
          ...twoTasks,
          title: 'an open task and the next',
          events: [
            ['F1', 1],
            ['F2', 1],
            ['F2', 3],
          ],
        },
        without: ['F2'],
      },
      {
        title: 'two mixed tasks of a room',
        story: {
          ...twoTasks,
          title: 'two mixed tasks',
          files: {
            F1: { mode: 'mixed', task: 'T1', startedAgoSeconds: 7200 },
            F2: { mode: 'mixed', task: 'T2', startedAgoSeconds: 3600 },
          },
        },
        without: ['F1', 'F2'],
      },
    ]),
  evaluate: (seen) => [
    ...expectSensitivity(seen),
    ...expectPresence(seen, uploadedIn(seen)),
    // A receiver that shows tasks at all must not show one for the other.
    ...expectPresence(seen, tasksUploadedIn(seen)),
  ],
});

const segmentZero: Story = {
  title: 'segment 0 and segment 1',
  files: { F1: { seqNo: 0 }, F2: { seqNo: 1 } },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

export const segmentZeroCounts = defineState({
  id: 'gme/state/segment-zero-counts',
  title: 'The first segment, SeqNo 0, is recorded like any other',
  basis: 'stated',
  clauses: [clauses.nameSerial, clauses.detailSeqNo],
  needs: ['gme/callback/accepts-segment-zero', ...needsLoss],
  hint: 'Zero is a serial number, not a missing value: test for undefined, not for falsehood.',
  experiments: (context) =>
    omissions(context, [
      {
        title: 'segment 0 alone',
        story: { ...onlyUploaded, title: 'segment 0 alone', files: { F1: { seqNo: 0 } } },
        without: ['F1'],
      },
      { title: 'segments 0 and 1', story: segmentZero, without: ['F1', 'F2'] },
    ]),
  evaluate: (seen) => [...expectSensitivity(seen), ...expectPresence(seen, ['F1'])],
});

/** Files whose upload was delivered: a receiver may show a file only from then on. */
function uploadedIn({ arms }: Pick<Observations, 'arms'>): readonly string[] {
  const marks = [...arms.values()].flatMap(({ exchanges }) =>
    exchanges.flatMap(({ send }) => (send.mark?.event === '3' ? [send.mark.file] : [])),
  );
  return [...new Set(marks)].sort();
}

/** Their tasks: in these stories every file has a task of its own, with the file's number. */
function tasksUploadedIn(seen: Pick<Observations, 'arms'>): readonly string[] {
  return uploadedIn(seen).map((file) => file.replace('F', 'T'));
}
