import { describe, expect, it } from 'vitest';
import { decodeCallback, encodeCallback } from './callback.ts';
import { findInconsistencies } from './consistency.ts';
import { resolveReading } from './dialects.ts';
import { exampleRule, type RecordingRule } from './recording-rule.ts';
import { predict, type PredictOptions, type SparkPrediction } from './recording-rules.ts';
import type { SparkRoomEvent } from './session.ts';

/** 2021-04-28T08:56:57Z, the sample's start. */
const startSeconds = 1_619_600_217;
const hlsOnly: RecordingRule = { ...exampleRule, mp4: undefined };

/** `'0 enter ann'`, `'5 publish ann screen'`: one event of room `r`, or of the room behind the `@`. */
function events(...lines: readonly string[]): readonly SparkRoomEvent[] {
  return lines.map((line) => {
    const words = line.split(' ');
    const room = words.find((word) => word.startsWith('@'))?.slice(1) ?? 'r';
    const [at = '', kind = '', user = '', media = 'camera'] = words.filter(
      (word) => !word.startsWith('@'),
    );
    const event = { at: Number(at), room, kind, user };
    return (kind === 'enter' || kind === 'leave' ? event : { ...event, media }) as SparkRoomEvent;
  });
}

function record(lines: readonly string[], options: Partial<PredictOptions> = {}): SparkPrediction {
  return predict(
    { startSeconds, events: events(...lines) },
    { appId: 'app', rule: hlsOnly, jobIds: (index) => `j${String(index + 1)}`, ...options },
  );
}

/** `j1 app_r_a_av_m HLS 0-60`: job, stream, format, begin and end since the session's start. */
function filesOf(prediction: SparkPrediction): readonly string[] {
  return prediction.jobs.flatMap(({ jobId, recordings }) =>
    recordings.map(({ file, beginSeconds, endSeconds }) => {
      const span = `${String(beginSeconds - startSeconds)}-${String(endSeconds - startSeconds)}`;
      return `${jobId} ${file.streamName} ${file.format} ${span}`;
    }),
  );
}

function ruled(hlsLength: number, mp4Length: number, withinSeconds: number): RecordingRule {
  return {
    ...exampleRule,
    hls: exampleRule.hls && {
      ...exampleRule.hls,
      lengthSeconds: hlsLength,
      pause: { withinSeconds },
    },
    mp4: exampleRule.mp4 && { ...exampleRule.mp4, lengthSeconds: mp4Length },
  };
}

const cases: readonly (readonly [
  string,
  readonly string[],
  Partial<PredictOptions>,
  readonly string[],
])[] = [
  [
    'a stream is recorded from its publishing to the user’s leaving',
    ['0 enter a', '5 publish a', '40 leave a'],
    {},
    ['j1 app_r_a_av_m HLS 5-40'],
  ],
  [
    'camera and screen are streams of their own',
    ['0 enter a', '5 publish a', '6 publish a screen', '9 pause a screen', '40 leave a'],
    {},
    ['j1 app_r_a_av_m HLS 5-40', 'j2 app_r_a_v_a HLS 6-9'],
  ],
  [
    'users are recorded apart',
    ['0 enter a', '0 enter b', '5 publish b', '5 publish a', '8 leave a', '9 leave b'],
    {},
    ['j1 app_r_a_av_m HLS 5-8', 'j2 app_r_b_av_m HLS 5-9'],
  ],
  [
    'a pause begins a new file of the same job',
    ['0 enter a', '5 publish a', '10 pause a', '20 resume a', '40 leave a'],
    {},
    ['j1 app_r_a_av_m HLS 5-10', 'j1 app_r_a_av_m HLS 20-40'],
  ],
  [
    'formats are cut each by its own part of the rule',
    ['0 enter a', '0 publish a', '50 pause a', '60 resume a', '100 leave a'],
    { rule: ruled(80, 60, 30) },
    [
      'j1 app_r_a_av_m HLS 0-90',
      'j1 app_r_a_av_m MP4 0-50',
      'j1 app_r_a_av_m MP4 60-100',
      'j1 app_r_a_av_m HLS 90-100',
    ],
  ],
  [
    'coming back is another job, and a file of it, whatever the rule merges',
    [
      '0 enter a',
      '0 enter b',
      '1 publish a',
      '9 leave a',
      '10 enter a',
      '10 publish a',
      '12 leave a',
      '13 leave b',
    ],
    { rule: { ...ruled(0, 60, 300), mp4: undefined } },
    ['j1 app_r_a_av_m HLS 1-9', 'j2 app_r_a_av_m HLS 10-12'],
  ],
  [
    'a mixed stream is live while any stream is, and lasts as long as the room',
    [
      '0 enter a',
      '3 enter b',
      '5 publish a',
      '10 publish b',
      '20 leave a',
      '30 pause b',
      '35 resume b',
      '40 leave b',
    ],
    { scope: 'mixed' },
    ['j1 m_j1_r HLS 5-30', 'j1 m_j1_r HLS 35-40'],
  ],
  [
    'a mixed stream whose pause is merged goes on, whoever leaves meanwhile',
    [
      '0 enter a',
      '0 enter b',
      '5 publish a',
      '10 pause a',
      '12 leave b',
      '15 resume a',
      '40 leave a',
    ],
    { scope: 'mixed', rule: { ...ruled(0, 60, 30), mp4: undefined } },
    ['j1 m_j1_r HLS 5-40'],
  ],
  [
    'both scopes side by side, started through the API',
    ['0 enter a', '5 publish a', '40 leave a', '50 enter a', '60 publish a', '61 leave a'],
    { scope: 'both', startedBy: 'api' },
    ['j1 m_j1_r HLS 5-40', 'j2 s_j2_r_a HLS 5-40', 'j3 m_j3_r HLS 60-61', 'j4 s_j4_r_a HLS 60-61'],
  ],
  [
    'what lasts no second leaves no file',
    ['0 enter a', '5 publish a', '5 pause a', '6 resume a', '6 leave a'],
    {},
    [],
  ],
  [
    'rooms keep the rule that they were created under',
    [
      '0 enter a @old',
      '10 enter b @new',
      '20 publish a @old',
      '20 publish b @new',
      '30 leave a @old',
      '30 leave b @new',
      '31 enter a @old',
      '31 publish a @old',
      '35 leave a @old',
      '40 enter c @late',
      '40 publish c @late',
      '45 leave c @late',
    ],
    {
      rule: [
        { atSeconds: startSeconds + 5, rule: hlsOnly },
        { atSeconds: startSeconds + 40, rule: null },
      ],
    },
    ['j1 app_new_b_av_m HLS 20-30', 'j2 app_old_a_av_m HLS 31-35'],
  ],
];

describe('predict: what is recorded', () => {
  it.each(cases)('%s', (_, lines, options, files) => {
    expect(filesOf(record(lines, options))).toEqual(files);
  });

  it('files are named by the time of their generation, which is not after their end', () => {
    const lines = ['0 enter a', '0 publish a', '65 pause a', '70 resume a', '73 leave a'];
    expect(record(lines, { rule: { ...hlsOnly, storagePath: 'rec' } }).objectKeys).toEqual([
      'rec/app/HLS/app_r_a_av_m_2021-04-28-08-57-07/app_r_a_av_m_2021-04-28-08-57-07.m3u8',
      'rec/app/HLS/app_r_a_av_m_2021-04-28-08-58-10/app_r_a_av_m_2021-04-28-08-58-10.m3u8',
    ]);
    const early = record(lines, {
      generationSeconds: 0,
      reading: resolveReading(['spark-name-utc8']),
    });
    expect(early.objectKeys[0]).toContain('/app_r_a_av_m_2021-04-28-16-56-57/');
  });

  it('says how long the media are, without merged pauses', () => {
    const lines = ['0 enter a', '0 publish a', '5 pause a', '9 resume a', '12 leave a'];
    const [recording] =
      record(lines, { rule: { ...ruled(0, 60, 4), mp4: undefined } }).jobs[0]?.recordings ?? [];
    expect(recording).toMatchObject({
      recordedSeconds: 8,
      beginSeconds: startSeconds,
      endSeconds: startSeconds + 12,
      closedBy: 'end',
    });
  });
});

describe('predict: what closes a file', () => {
  it.each<readonly [string, readonly string[], RecordingRule, number]>([
    [
      'of a user who leaves in a pause that could have been merged',
      ['0 enter a', '5 publish a', '10 pause a', '20 leave a'],
      { ...ruled(0, 60, 30), mp4: undefined },
      20,
    ],
    [
      'of a user who comes back only to leave in the same second',
      ['0 enter a', '5 publish a', '10 pause a', '10 resume a', '10 leave a'],
      hlsOnly,
      10,
    ],
  ])('is the leaving %s', (_, lines, rule, closedAt) => {
    expect(record(lines, { rule }).jobs.flatMap(({ recordings }) => recordings)).toMatchObject([
      { closedBy: 'end', closedAtSeconds: startSeconds + closedAt },
    ]);
  });
});

describe('predict: what is told', () => {
  const lines = ['0 enter a', '5 publish a', '70 pause a', '80 resume a', '100 leave a'];

  it('causes come before effects, and the end of the job last', () => {
    const told = record(lines, { rule: ruled(0, 60, 30) }).callbacks.map(
      ({ callback, occurredAtSeconds }) =>
        `${String(occurredAtSeconds - startSeconds)} ${String(callback.eventType)} ${callback.recordFormat ?? ''}`,
    );
    expect(told).toEqual([
      '15 RECORD_NEW_FILE_START HLS',
      '15 RECORD_NEW_FILE_START MP4',
      '70 RECORD_FILE_COMPLETE MP4',
      '70 RECORD_NEW_FILE_START MP4',
      '75 RECORD_FILE_COMPLETE MP4',
      '90 RECORD_NEW_FILE_START MP4',
      '105 RECORD_FILE_COMPLETE HLS',
      '105 RECORD_FILE_COMPLETE MP4',
      '105 CLOUD_RECORD_SERVER_OVER ',
    ]);
  });

  it('a completed file’s callback has every field, and they agree', () => {
    const { callbacks } = record(lines);
    for (const { callback } of callbacks) {
      expect(findInconsistencies(callback)).toEqual([]);
      expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
    }
    const key = 'app/HLS/app_r_a_av_m_2021-04-28-08-57-12/app_r_a_av_m_2021-04-28-08-57-12.m3u8';
    expect(callbacks[1]?.callback).toEqual({
      eventType: 'RECORD_FILE_COMPLETE',
      streamName: 'app_r_a_av_m',
      recordFormat: 'HLS',
      downloadUrl: `https://rtc-recordings.obs.cn-north-4.myhuaweicloud.com/${key}`,
      fileSizeBytes: 26_000_000,
      recordDurationSeconds: 65,
      startSeconds: startSeconds + 5,
      endSeconds: startSeconds + 70,
      width: 1280,
      height: 720,
      obsLocation: 'http://obs.cn-north-4.myhuaweicloud.com',
      obsBucket: 'rtc-recordings',
      obsObject: key,
      appId: 'app',
      jobId: 'j1',
      roomId: 'r',
    });
    expect(callbacks[0]?.callback).toEqual({
      eventType: 'RECORD_NEW_FILE_START',
      streamName: 'app_r_a_av_m',
      recordFormat: 'HLS',
      appId: 'app',
      jobId: 'j1',
      roomId: 'r',
    });
  });

  it('pictures are those of the pushed stream, and sound alone has none', () => {
    const at = { room: 'r', user: 'a' };
    const [sound, screen] = predict(
      {
        startSeconds,
        events: [
          { ...at, at: 0, kind: 'enter' },
          { ...at, at: 0, kind: 'publish', media: 'camera', picture: null },
          { ...at, at: 1, kind: 'publish', media: 'screen', picture: { width: 10, height: 20 } },
          { ...at, at: 9, kind: 'leave' },
        ],
      },
      { appId: 'app', rule: hlsOnly, jobIds: ['x', 'y'] },
    ).callbacks.flatMap(({ callback }) => (callback.obsObject === undefined ? [] : [callback]));
    expect([sound?.width, sound?.height]).toEqual([undefined, undefined]);
    expect([screen?.width, screen?.height]).toEqual([10, 20]);
  });

  it.each([
    [
      'spark-cloud-record-over',
      ['RECORD_NEW_FILE_START', 'RECORD_FILE_COMPLETE', 'CLOUD_RECORD_OVER'],
    ],
    ['spark-two-events', ['RECORD_NEW_FILE_START', 'RECORD_FILE_COMPLETE']],
  ])('under %s the events are %j', (name, types) => {
    const short = ['0 enter a', '5 publish a', '7 leave a'];
    const { callbacks } = record(short, { reading: resolveReading([name]) });
    expect(callbacks.map(({ callback }) => callback.eventType)).toEqual(types);
  });

  it('other dialects change the fields', () => {
    const reading = resolveReading(['spark-no-file-size', 'spark-format-lower']);
    const complete = record(lines, { reading }).callbacks[1]?.callback;
    expect(complete).not.toHaveProperty('fileSizeBytes');
    expect(complete?.obsObject).toMatch(/^app\/hls\//u);
    expect(complete?.recordFormat).toBe('HLS');
  });

  it('a job without a file is told to be over', () => {
    const { callbacks, jobs } = record(['0 enter a', '5 publish a', '5 leave a']);
    expect(jobs).toMatchObject([{ recordings: [] }]);
    expect(callbacks.map(({ callback }) => callback.eventType)).toEqual([
      'CLOUD_RECORD_SERVER_OVER',
    ]);
  });
});

describe('predict: what is no session', () => {
  it.each([
    [['0 enter a', '1 enter a', '2 leave a'], "user 'a' is in the room already"],
    [['0 leave a'], "user 'a' is not in the room"],
    [['0 publish a'], "user 'a' is not in the room"],
    [['0 enter a', '1 publish a', '2 publish a', '3 leave a'], 'publishes the camera already'],
    [['0 enter a', '1 pause a', '2 leave a'], 'has no camera to pause'],
    [['0 enter a', '1 publish a', '1 pause a screen', '2 leave a'], 'has no screen to pause'],
    [['0 enter a', '1 publish a', '2 resume a', '3 leave a'], 'has no camera to resume'],
    [['0 enter a', '1 publish a', '2 pause a', '3 pause a', '4 leave a'], 'has no camera to pause'],
    [['5 enter a', '4 leave a'], 'time goes from 5 s to 4 s'],
    [['0.5 enter a', '4 leave a'], 'time goes from 0 s to 0.5 s'],
    [['0 enter a'], "still in room 'r'"],
  ])('%j', (lines, message) => {
    expect(() => record(lines)).toThrow(message);
  });

  it('says how many job ids were missing', () => {
    const lines = ['0 enter a', '0 publish a', '0 publish a screen', '3 leave a'];
    expect(() => record(lines, { jobIds: ['x'] })).toThrow('There are only 1 job ids');
  });
});
