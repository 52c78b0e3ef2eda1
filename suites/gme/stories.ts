import type { Story } from './story.ts';

/** A story of one file with its three callbacks. */
export const oneFile: Story = {
  title: 'one file',
  files: { F1: {} },
  events: [
    ['F1', 1],
    ['F1', 2],
    ['F1', 3],
  ],
};

/** One mixed stream's file from start to upload. */
export const mixedFile: Story = {
  title: 'a mixed stream',
  files: { F1: { mode: 'mixed' } },
  events: [
    ['F1', 1],
    ['F1', 2],
    ['F1', 3],
  ],
};

/** A user's stream and the room's mixed stream of the same task. */
export const bothStreams: Story = {
  title: 'both streams',
  files: { F1: {}, F2: { mode: 'mixed' } },
  events: [
    ['F1', 1],
    ['F2', 1],
    ['F1', 3],
    ['F2', 3],
  ],
};

/** Two segments of one user's stream, both uploaded. */
export const twoSegments: Story = {
  title: 'two segments',
  sameSecond: true,
  files: { F1: { seqNo: 1 }, F2: { seqNo: 2 } },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

/** Two users of one room, both uploaded. */
export const twoUsers: Story = {
  title: 'two users',
  sameSecond: true,
  files: { F1: { user: 'U1' }, F2: { user: 'U2' } },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

/** Two tasks of one room, one after the other. */
export const twoTasks: Story = {
  title: 'two tasks',
  files: {
    F1: { task: 'T1', startedAgoSeconds: 7200 },
    F2: { task: 'T2', startedAgoSeconds: 3600 },
  },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

/** Two rooms with a user and a task each. */
export const twoRooms: Story = {
  title: 'two rooms',
  files: {
    F1: { room: 'R1', user: 'U1', task: 'T1', startedAgoSeconds: 7200 },
    F2: { room: 'R2', user: 'U2', task: 'T2', startedAgoSeconds: 3600 },
  },
  events: [
    ['F1', 3],
    ['F2', 3],
  ],
};

/** One file in a room whose name takes three bytes a character. */
export const wideRoom: Story = {
  title: 'a room in Chinese',
  files: { F1: {} },
  events: [
    ['F1', 1],
    ['F1', 2],
    ['F1', 3],
  ],
  identifiers: (fresh) => ({ R1: `语音房间${fresh.room('R1')}` }),
};
