import { clauses } from '#contracts/gme/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import { bothStreams, mixedFile, oneFile, twoSegments, twoTasks, twoUsers } from '../stories.ts';
import type { Story } from '../story.ts';
import { omissions } from '../../kit/experiments.ts';
import { gmeKit } from '../kit.ts';

export const recordsEachFile = claimFor('gme', claims.recordsEachFile, {
  clauses: [clauses.eventNotification, clauses.eventUploaded],
  hint: 'Store what the callback says before you answer 2xx, and make sure that the observation shows it.',
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'a single stream from start to upload', story: oneFile, without: ['F1'] },
      { title: 'a mixed stream from start to upload', story: mixedFile, without: ['F1'] },
    ]).map((experiment) => ({
      ...experiment,
      arms: experiment.arms.map((arm) => ({ ...arm, lookFirst: true as const })),
    })),
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

export const lostEventsHarmNothingElse = claimFor('gme', claims.lostEventsHarmNothingElse, {
  clauses: [clauses.lossPossible],
  hint: 'Let every event create the recording it speaks of: "started" may be the one that is lost.',
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'only "uploaded" arrives', story: onlyUploaded, without: ['F1'] },
      { title: '"started" is lost', story: startLost, without: ['F1'] },
    ]),
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

export const segmentsStayApart = claimFor('gme', claims.segmentsStayApart, {
  clauses: [clauses.eventsPerFile, clauses.nameSerial, clauses.segmentationMic],
  hint: 'Key recordings by file (or by task, stream and SeqNo): a task has as many files as it has segments.',
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'two segments of one stream', story: twoSegments, without: ['F1', 'F2'] },
      { title: 'a segment after a completed one', story: segmentAfterCompleted, without: ['F2'] },
    ]),
});

export const usersStayApart = claimFor('gme', claims.usersStayApart, {
  clauses: [clauses.scope, clauses.nameSingle, clauses.userId],
  hint: 'A room has one single stream per user: make the user part of the recording’s key.',
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'two users of a room', story: twoUsers, without: ['F1', 'F2'] },
    ]),
});

const uploadedStreams: Story = {
  ...bothStreams,
  title: 'both streams uploaded',
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

export const streamsStayApart = claimFor('gme', claims.streamsStayApart, {
  clauses: [clauses.scope, clauses.recordMode],
  hint: 'With both streams recorded, one task has single and mixed files with equal SeqNo: keep the mode in the key.',
  experiments: (context) =>
    omissions(gmeKit, context, [
      { title: 'a single and the mixed stream', story: uploadedStreams, without: ['F1', 'F2'] },
    ]),
});

export const tasksStayApart = claimFor('gme', claims.tasksStayApart(['3']), {
  clauses: [clauses.taskIdUnique, clauses.taskStart, clauses.taskEnd],
  hint: 'When a room empties and fills again, a new task begins: key recordings by TaskID, not by room.',
  experiments: (context) =>
    omissions(gmeKit, context, [
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
});

const segmentZero: Story = {
  title: 'segment 0 and segment 1',
  files: { F1: { seqNo: 0 }, F2: { seqNo: 1 } },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

const segmentZeroClaim = claims.stateClaim({
  path: 'state/segment-zero-counts',
  title: 'The first segment, SeqNo 0, is recorded like any other',
  basis: 'stated',
  needs: ['callback/accepts-segment-zero', 'state/lost-events-harm-nothing-else'],
  hint: 'Zero is a serial number, not a missing value: test for undefined, not for falsehood.',
  evaluate: (seen) => [...expectSensitivity(seen), ...expectPresence(seen, ['F1'])],
});

export const segmentZeroCounts = claimFor('gme', segmentZeroClaim, {
  clauses: [clauses.nameSerial, clauses.detailSeqNo],
  experiments: (context) =>
    omissions(gmeKit, context, [
      {
        title: 'segment 0 alone',
        story: { ...onlyUploaded, title: 'segment 0 alone', files: { F1: { seqNo: 0 } } },
        without: ['F1'],
      },
      { title: 'segments 0 and 1', story: segmentZero, without: ['F1', 'F2'] },
    ]),
});
