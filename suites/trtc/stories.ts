import type { Story, StoryEvent } from './story.ts';

/** A task that records one stream to COS as HLS, from start to the end of the upload. */
export const hlsTask: Story = {
  title: 'a stream as HLS',
  files: { F1: {} },
  events: [
    ['T1', 301],
    ['T1', 303],
    ['F1', 307],
    ['F1', 304],
    ['T1', 302],
    ['T1', 305],
  ],
};

/** A task that records one stream to COS as HLS and MP4. */
export const mp4Task: Story = {
  ...hlsTask,
  title: 'a stream as HLS and MP4',
  events: [...hlsTask.events, ['F1', 310]],
};

/** A task that records the mixed stream to COS as HLS and MP4. */
export const mixedTask: Story = {
  ...mp4Task,
  title: 'the mixed stream as HLS and MP4',
  files: { F1: { mode: 'mixed' } },
};

/** A task that records one stream to VOD. */
export const vodTask: Story = {
  title: 'a stream to VOD',
  files: { F1: {} },
  events: [
    ['T1', 301],
    ['T1', 302],
    ['F1', 311],
    ['T1', 312],
  ],
};

/** A task that records the mixed stream to VOD. */
export const mixedVodTask: Story = {
  ...vodTask,
  title: 'the mixed stream to VOD',
  files: { F1: { mode: 'mixed' } },
};

/** What befalls a task beside its course: a move to another server, trouble with the storage and with an image. */
export const troubledTask: Story = {
  title: 'a task with troubles',
  files: { F1: {} },
  events: [
    ['T1', 301],
    ['T1', 306],
    ['T1', 308],
    ['T1', 309],
    ['T1', 302, 99],
    ['T1', 305, 1],
    ['T1', 305, 2],
  ],
};

/** Every way in which a module or a file can fail. */
export const failures: Story = {
  title: 'failures',
  files: { F1: {} },
  events: [
    ['T1', 301, 1],
    ['T1', 303, 1],
    ['T1', 305, 1],
    ['F1', 310, 1],
    ['F1', 310, 2],
    ['F1', 311, 1],
    ['F1', 311, 2],
    ['T1', 312, 1],
  ],
};

/** One stream as HLS and MP4, and another room's to VOD: whatever a receiver is made for, some of it is here. */
export const everyStorage: Story = {
  title: 'a task to COS and one to VOD',
  tasks: {
    T1: { room: 'R1', robot: 'B1', startedAgoSeconds: 7200 },
    T2: { room: 'R2', robot: 'B2', startedAgoSeconds: 3600 },
  },
  files: { F1: { task: 'T1', user: 'U1' }, F2: { task: 'T2', user: 'U2' } },
  events: [...mp4Task.events, ...moved(vodTask.events)],
};

/** The same events of the second task and file. */
function moved(events: readonly StoryEvent[]): readonly StoryEvent[] {
  return events.map(([what, type, code = 0]) => [what.replace('1', '2'), type, code]);
}

/** Several files of one task, each told by one callback of the given type, in the same second. */
export function toldOnce(
  title: string,
  type: 304 | 307 | 310 | 311,
  files: Story['files'],
  more: Partial<Story> = {},
): Story {
  return {
    title,
    sameSecond: true,
    files,
    events: Object.keys(files).map((symbol) => [symbol, type]),
    ...more,
  };
}
