import { describe, expect, it } from 'vitest';
import { resolveReading } from './dialects.ts';
import { predict, type GmePrediction, type PredictOptions } from './recording-rules.ts';
import type { GmeRoomEvent } from './session.ts';

/** 2023-02-09 16:16:45 at UTC+8. */
const startSeconds = 1675930605;
const hour = 3600;

/** `'0 enter ann'`, `'5 interrupted'`: one event of room `r`, or of the room behind the `@`. */
function events(...lines: readonly string[]): readonly GmeRoomEvent[] {
  return lines.map((line) => {
    const [at = '', kind = '', ...rest] = line.split(' ');
    const room = rest.find((word) => word.startsWith('@'))?.slice(1) ?? 'r';
    const user = rest.find((word) => !word.startsWith('@'));
    return { at: Number(at), room, kind, ...(user === undefined ? {} : { user }) } as GmeRoomEvent;
  });
}

function record(lines: readonly string[], options: Partial<PredictOptions> = {}): GmePrediction {
  return predict(
    { startSeconds, events: events(...lines) },
    { bizId: 14, scope: 'both', taskIds: (index) => BigInt(index + 1), ...options },
  );
}

/** `T1 mix#0 0-60`: task, stream and serial, begin and end since the session's start. */
function filesOf(prediction: GmePrediction): readonly string[] {
  return prediction.tasks.flatMap((task) =>
    task.segments.map(({ file, beginSeconds, endSeconds }) => {
      const stream = file.mode === 'mixed' ? 'mix' : file.userId;
      const span = `${String(beginSeconds - startSeconds)}-${String(endSeconds - startSeconds)}`;
      return `T${String(task.taskId)} ${stream}#${String(file.seqNo)} ${span}`;
    }),
  );
}

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'a task runs from the first entry to the last exit',
    ['10 enter a', '20 enter b', '30 leave a', '50 leave b'],
    ['T1 mix#0 10-50'],
  ],
  [
    'a single stream runs while the microphone is on',
    ['0 enter a', '5 mic-on a', '25 mic-off a', '40 leave a'],
    ['T1 mix#0 0-40', 'T1 a#0 5-25'],
  ],
  [
    'leaving closes the microphone',
    ['0 enter a', '5 mic-on a', '40 leave a'],
    ['T1 mix#0 0-40', 'T1 a#0 5-40'],
  ],
  [
    'the microphone cuts its user’s stream alone',
    [
      '0 enter a',
      '0 enter b',
      '1 mic-on a',
      '2 mic-on b',
      '3 mic-off a',
      '4 mic-on a',
      '9 leave a',
      '10 leave b',
    ],
    ['T1 mix#0 0-10', 'T1 a#0 1-3', 'T1 b#0 2-10', 'T1 a#1 4-9'],
  ],
  [
    'coming back into the same task goes on with the serial numbers',
    [
      '0 enter a',
      '0 enter b',
      '1 mic-on a',
      '2 leave a',
      '5 enter a',
      '6 mic-on a',
      '8 leave a',
      '9 leave b',
    ],
    ['T1 mix#0 0-9', 'T1 a#0 1-2', 'T1 a#1 6-8'],
  ],
  [
    'an empty room ends the task, the next entry begins another from 0',
    ['0 enter a', '1 mic-on a', '2 leave a', '5 enter a', '6 mic-on a', '8 leave a'],
    ['T1 mix#0 0-2', 'T1 a#0 1-2', 'T2 mix#0 5-8', 'T2 a#0 6-8'],
  ],
  [
    'an interruption closes all files, and those still speaking get new ones',
    [
      '0 enter a',
      '0 enter b',
      '1 mic-on a',
      '2 mic-on b',
      '10 interrupted',
      '12 mic-off b',
      '15 resumed',
      '30 leave a',
      '31 leave b',
    ],
    ['T1 mix#0 0-10', 'T1 a#0 1-10', 'T1 b#0 2-10', 'T1 mix#1 15-31', 'T1 a#1 15-30'],
  ],
  [
    'a microphone opened during an interruption is recorded from the restart',
    ['0 enter a', '10 interrupted', '12 mic-on a', '15 resumed', '30 leave a'],
    ['T1 mix#0 0-10', 'T1 mix#1 15-30', 'T1 a#0 15-30'],
  ],
  [
    'what is said only during an interruption is lost',
    [
      '0 enter a',
      '10 interrupted',
      '12 mic-on a',
      '13 mic-off a',
      '14 enter b',
      '15 mic-on b',
      '16 leave b',
      '20 resumed',
      '30 leave a',
    ],
    ['T1 mix#0 0-10', 'T1 mix#1 20-30'],
  ],
  [
    'a task that ends during an interruption does not interrupt the next one',
    ['0 enter a', '10 interrupted', '12 leave a', '20 enter a', '30 leave a'],
    ['T1 mix#0 0-10', 'T2 mix#0 20-30'],
  ],
  ['one second short of two hours is one file', ['0 enter a', '7199 leave a'], ['T1 mix#0 0-7199']],
  ['exactly two hours is one file', ['0 enter a', '7200 leave a'], ['T1 mix#0 0-7200']],
  [
    'one second more is two files',
    ['0 enter a', '7201 leave a'],
    ['T1 mix#0 0-7200', 'T1 mix#1 7200-7201'],
  ],
  [
    'each stream counts its own two hours',
    ['0 enter a', '100 mic-on a', '7350 leave a'],
    ['T1 mix#0 0-7200', 'T1 a#0 100-7300', 'T1 mix#1 7200-7350', 'T1 a#1 7300-7350'],
  ],
  [
    'what lasts no second leaves no file and takes no serial number',
    ['0 enter a', '5 mic-on a', '5 mic-off a', '6 mic-on a', '9 leave a'],
    ['T1 mix#0 0-9', 'T1 a#0 6-9'],
  ],
  [
    'rooms are recorded side by side',
    ['0 enter a', '5 enter a @s', '9 leave a', '12 leave a @s'],
    ['T1 mix#0 0-9', 'T2 mix#0 5-12'],
  ],
  [
    'tasks of several rooms are numbered in the order of their beginning',
    ['0 enter a', '2 enter b @s', '5 leave a', '10 enter a', '20 leave a', '50 leave b @s'],
    ['T1 mix#0 0-5', 'T2 mix#0 2-50', 'T3 mix#0 10-20'],
  ],
];

describe('predict: files', () => {
  it.each(cases)('%s', (_, lines, files) => {
    expect(filesOf(record(lines))).toEqual(files);
  });

  it.each([
    ['single', ['T1 a#0 5-9']],
    ['mixed', ['T1 mix#0 0-9']],
  ] as const)('scope %s', (scope, files) => {
    expect(filesOf(record(['0 enter a', '5 mic-on a', '9 leave a'], { scope }))).toEqual(files);
  });

  it('a task without a file is a task', () => {
    const { tasks, callbacks } = record(['0 enter a', '9 leave a'], { scope: 'single' });
    expect(tasks).toMatchObject([{ beginSeconds: startSeconds, endSeconds: startSeconds + 9 }]);
    expect(callbacks).toEqual([]);
  });

  it('a day ends a task, and a successor records those who are still there', () => {
    const day = String(24 * hour);
    const lines = ['0 enter a', `${String(23 * hour)} mic-on a`, `${String(25 * hour)} leave a`];
    const { tasks } = record(lines);
    expect(tasks.map((task) => [task.taskId, task.beginSeconds - startSeconds])).toEqual([
      [1n, 0],
      [2n, 24 * hour],
    ]);
    const files = filesOf(record(lines));
    expect(files.filter((file) => file.includes(' a#'))).toEqual([
      `T1 a#0 ${String(23 * hour)}-${day}`,
      `T2 a#0 ${day}-${String(25 * hour)}`,
    ]);
    expect(files).toHaveLength(12 + 1 + 1 + 1);
    const reading = resolveReading(['gme-no-24h-stop']);
    expect(record(lines, { reading }).tasks).toHaveLength(1);
  });

  it('exactly a day is one task', () => {
    expect(record(['0 enter a', `${String(24 * hour)} leave a`]).tasks).toHaveLength(1);
  });

  it('an interruption outlasts the change of tasks', () => {
    const lines = [
      '0 enter a',
      `${String(24 * hour - 10)} interrupted`,
      `${String(24 * hour + 10)} resumed`,
      `${String(24 * hour + 20)} leave a`,
    ];
    expect(filesOf(record(lines)).slice(-1)).toEqual([
      `T2 mix#0 ${String(24 * hour + 10)}-${String(24 * hour + 20)}`,
    ]);
  });
});

describe('predict: names and callbacks', () => {
  const lines = ['0 enter a', '5 mic-on a', '7210 leave a'];

  it('names carry the task’s start in all segments', () => {
    expect(record(lines).objectKeys).toEqual([
      '14_r/1_2023-02-09-16-16-45_0_audio.mp3',
      '14_r_a/2023-02-09-16-16-45_0_audio.mp3',
      '14_r/1_2023-02-09-16-16-45_1_audio.mp3',
      '14_r_a/2023-02-09-16-16-45_1_audio.mp3',
    ]);
  });

  it('names carry the segment’s start under gme-name-segment-time', () => {
    const reading = resolveReading(['gme-name-segment-time']);
    expect(record(lines, { reading }).objectKeys).toEqual([
      '14_r/1_2023-02-09-16-16-45_0_audio.mp3',
      '14_r_a/2023-02-09-16-16-50_0_audio.mp3',
      '14_r/1_2023-02-09-18-16-45_1_audio.mp3',
      '14_r_a/2023-02-09-18-16-50_1_audio.mp3',
    ]);
  });

  it('names stay apart under gme-name-taskid', () => {
    const reading = resolveReading(['gme-name-taskid']);
    expect(record(lines, { reading }).objectKeys).toEqual([
      '14_r/1_2023-02-09-16-16-45_0_audio.mp3',
      '14_r_a/2023-02-09-16-16-50_1_audio.mp3',
      '14_r/1_2023-02-09-16-16-45_1_audio.mp3',
      '14_r_a/2023-02-09-18-16-50_1_audio.mp3',
    ]);
  });

  it('each file is started, completed and uploaded, in the order of time', () => {
    const told = record(lines).callbacks.map(({ callback, occurredAtSeconds }) => {
      expect(callback.timestamp).toBe(occurredAtSeconds);
      const { eventType, userId, recordMode, detail } = callback;
      return [occurredAtSeconds - startSeconds, eventType, recordMode, userId, detail.seqNo];
    });
    expect(told).toEqual([
      [0, 1, 1, '0', 0],
      [5, 1, 0, 'a', 0],
      [7200, 2, 1, '0', 0],
      [7200, 1, 1, '0', 1],
      [7205, 2, 0, 'a', 0],
      [7205, 1, 0, 'a', 1],
      [7210, 2, 1, '0', 1],
      [7210, 2, 0, 'a', 1],
      [7320, 3, 1, '0', 0],
      [7325, 3, 0, 'a', 0],
      [7330, 3, 1, '0', 1],
      [7330, 3, 0, 'a', 1],
    ]);
  });

  it('in one second what ends is told before what begins, whichever room it is in', () => {
    const rooms = ['0 enter a', '2 enter b @s', '10 leave b @s', '10 mic-on a', '20 leave a'];
    const told = record(rooms).callbacks.map(({ callback, occurredAtSeconds }) =>
      [occurredAtSeconds - startSeconds, callback.roomId, callback.eventType].join(' '),
    );
    expect(told.slice(0, 4)).toEqual(['0 r 1', '2 s 1', '10 s 2', '10 r 1']);
  });

  it('what begins in one second stands in the order mixed stream, then users by name', () => {
    const together = ['0 enter b', '0 enter a', '0 mic-on b', '0 mic-on a'];
    const streams = (ending: readonly string[]): readonly string[] =>
      filesOf(record([...together, ...ending])).map((file) => file.split(' ')[1] ?? '');
    expect(streams(['5 leave a', '9 leave b'])).toEqual(['mix#0', 'a#0', 'b#0']);
    expect(streams(['5 leave b', '9 leave a'])).toEqual(['mix#0', 'a#0', 'b#0']);
  });

  it('a mixed stream has the user 0', () => {
    const { tasks } = record(['0 enter a', '9 leave a']);
    expect(tasks[0]?.segments.map(({ file }) => file.userId)).toEqual(['0']);
  });

  it('dialects change what callbacks carry', () => {
    const reading = resolveReading([
      'gme-completion-only',
      'gme-recordmode-api',
      'gme-mixed-user-empty',
    ]);
    const { callbacks } = record(['0 enter a', '5 mic-on a', '9 leave a'], { reading });
    expect(
      callbacks.map(({ callback }) => [callback.eventType, callback.recordMode, callback.userId]),
    ).toEqual([
      [3, 2, ''],
      [3, 1, 'a'],
    ]);
  });
});

describe('predict: what is no session', () => {
  it.each([
    [['0 enter a', '1 enter a', '2 leave a'], "user 'a' is in the room already"],
    [['0 leave a'], 'is not in the room'],
    [['0 mic-on a'], 'has no closed microphone'],
    [['0 enter a', '1 mic-off a', '2 leave a'], 'has no open microphone'],
    [['0 interrupted'], 'but the room is not being recorded'],
    [['0 enter a', '1 interrupted', '2 interrupted'], 'but the room is not being recorded'],
    [['0 enter a', '1 resumed', '2 leave a'], 'is not interrupted'],
    [['5 enter a', '4 leave a'], 'time goes from 5 s to 4 s'],
    [['0.5 enter a', '4 leave a'], 'time goes from 0 s to 0.5 s'],
    [['0 enter a'], "still in room 'r'"],
  ])('%j', (lines, message) => {
    expect(() => record(lines)).toThrow(message);
  });

  it('says how many task ids were missing', () => {
    const lines = ['0 enter a', '1 leave a', '2 enter a', '3 leave a'];
    expect(() => record(lines, { taskIds: [7n] })).toThrow('There are only 1 task ids');
    expect(record(lines, { taskIds: [7n, 8n] }).tasks.map(({ taskId }) => taskId)).toEqual([
      7n,
      8n,
    ]);
  });
});
