import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedBy, decodeCallback, encodeCallback, eventTypeOf } from './callback.ts';
import { resolveReading } from './dialects.ts';
import { parseObjectKey } from './object-key.ts';
import {
  defaultRecordParams,
  predict,
  type RecordParams,
  type TrtcPrediction,
  type TrtcRoomEvent,
  type TrtcSession,
  type TrtcTaskPlan,
} from './recording-rules.ts';
import { sessions } from './sessions.test-kit.ts';

const sdkAppId = 1400000000;
const startMs = Date.UTC(2024, 0, 1);
const second = 1000;

/** `'3 join a'`, `'5 publish a main audio'`: one event of room 7, or of the room behind the `@`. Times in seconds. */
function events(lines: readonly string[]): readonly TrtcRoomEvent[] {
  return lines.map((line) => {
    const [at = '', kind = '', user = '', ...rest] = line.split(' ');
    const [mediaId, track] = rest;
    const told = { at: Number(at) * second, room: 7, kind, user };
    return (mediaId === undefined ? told : { ...told, mediaId, track }) as TrtcRoomEvent;
  });
}

interface Script extends Partial<Omit<TrtcTaskPlan, 'params' | 'stop'>> {
  readonly params?: Partial<RecordParams>;
  readonly stopAt?: number;
  readonly dialects?: readonly string[];
}

function record(lines: readonly string[], script: Script = {}): TrtcPrediction {
  const { params, stopAt, dialects = [], ...rest } = script;
  const plan: TrtcTaskPlan = {
    taskId: 't',
    robotId: 'robot',
    room: 7,
    startAt: 0,
    failovers: [],
    trouble: undefined,
    imageErrors: [],
    stop: stopAt === undefined ? undefined : { at: stopAt * second, leaveCode: 0 },
    ...rest,
    params: { ...defaultRecordParams, segmentMs: 10 * second, ...params },
  };
  const session = { startMs, events: events(lines), tasks: [plan] };
  return predict(session, { sdkAppId, reading: resolveReading(dialects) });
}

/** `a main audio 5-15,15-20`: stream and segments in seconds; `ha1`: recovered; `!`: without an end. */
function streamsOf({ tasks }: TrtcPrediction): readonly string[] {
  return tasks.flatMap(({ playlists }) =>
    playlists.map(({ file, segments, isEnded }) => {
      const { stream, recovery } = file;
      const name =
        stream.mode === 'mixed' ? 'mix' : `${stream.userId} ${stream.mediaId} ${stream.trackType}`;
      const spans = segments.map(
        ({ beginMs, endMs }) => `${(beginMs - startMs) / second}-${(endMs - startMs) / second}`,
      );
      const prefix = recovery === 0 ? '' : `ha${recovery} `;
      return `${prefix}${name} ${spans.join(',')}${isEnded ? '' : '!'}`;
    }),
  );
}

/** `301 303 307 …`, with the status or leave code behind a colon where it is not 0. */
function typesOf({ callbacks }: TrtcPrediction): string {
  return callbacks
    .map(({ callback: { event } }) => {
      const code = 'status' in event ? event.status : 'leaveCode' in event ? event.leaveCode : 0;
      return `${eventTypeOf(event)}${code === 0 ? '' : `:${code}`}`;
    })
    .join(' ');
}

/** Names in the task's folder. */
function namesOf({ objectKeys }: TrtcPrediction): readonly string[] {
  return objectKeys.map((key) => key.replace('t/1400000000_7', ''));
}

const talk = ['1 join a', '2 publish a main audio', '22 unpublish a main audio', '30 leave a'];

describe('what a task records', () => {
  it.each<readonly [string, readonly string[], Script, readonly string[]]>([
    ['a stream while it is published', talk, {}, ['a main audio 2-12,12-22']],
    [
      'each track by itself, aux and main',
      [
        '0 join a',
        '1 publish a main audio',
        '2 publish a main video',
        '3 publish a aux video',
        '9 leave a',
      ],
      {},
      ['a main audio 1-9', 'a main video 2-9', 'a aux video 3-9'],
    ],
    [
      'both tracks as one where they are merged',
      [
        '0 join a',
        '1 publish a main audio',
        '2 publish a main video',
        '5 unpublish a main audio',
        '9 leave a',
      ],
      { params: { mergesTracks: true } },
      ['a main audio_video 1-9'],
    ],
    [
      'a stream that comes again in the same playlist',
      [
        '0 join a',
        '1 publish a main audio',
        '4 unpublish a main audio',
        '6 publish a main audio',
        '9 leave a',
      ],
      {},
      ['a main audio 1-4,6-9'],
    ],
    [
      'what was published before the task began, from its beginning',
      talk,
      { startAt: 10 * second },
      ['a main audio 10-20,20-22'],
    ],
    ['nothing after the stop', talk, { stopAt: 15 }, ['a main audio 2-12,12-15']],
    [
      'the mix from the first data to the end of the task',
      talk,
      { params: { mode: 'mixed', segmentMs: 30 * second } },
      ['mix 2-32,32-60'],
    ],
    ['no mix where nobody publishes', ['0 join a', '5 leave a'], { params: { mode: 'mixed' } }, []],
    [
      'only what was asked for',
      [
        '0 join a',
        '0 join b',
        '1 publish a main audio',
        '2 publish a aux video',
        '2 publish a main video',
        '3 publish b main video',
        '9 leave a',
        '9 leave b',
      ],
      { params: { tracks: 'video', media: 'main', subscribed: ['a'] } },
      ['a main video 2-9'],
    ],
    [
      'recovered streams after a failure, without the gap',
      [...talk.slice(0, 2), '30 leave a'],
      { failovers: [{ at: 10 * second, recoveredAt: 14 * second }] },
      ['a main audio 2-10!', 'ha1 a main audio 14-24,24-30'],
    ],
    [
      'nothing after a failure that nobody recovers in time',
      talk,
      { stopAt: 15, failovers: [{ at: 10 * second, recoveredAt: 20 * second }] },
      ['a main audio 2-10!'],
    ],
    ['nothing where it failed to start', talk, { trouble: 'start-fails' }, []],
  ])('is %s', (_, lines, script, streams) => {
    expect(streamsOf(record(lines, script))).toEqual(streams);
  });

  it('is at most 25 streams, and another one only once there is room', () => {
    const users = Array.from({ length: 26 }, (_, index) => `u${index}`);
    const lines = [
      ...users.map((user) => `0 join ${user}`),
      ...users.map((user, index) => `${index} publish ${user} main audio`),
      '30 unpublish u0 main audio',
      '31 unpublish u25 main audio',
      '32 publish u25 main audio',
      ...users.map((user) => `40 leave ${user}`),
    ];
    const streams = streamsOf(record(lines, { params: { segmentMs: 60 * second } }));
    expect(streams).toHaveLength(26);
    expect(streams.at(-1)).toBe('u25 main audio 32-40');
  });
});

describe('when a task ends', () => {
  it.each<readonly [string, readonly string[], Script, number, number]>([
    ['30 s after the last user left', talk, {}, 60, 99],
    ['after the idle time of the request', talk, { params: { idleMs: 7 * second } }, 37, 99],
    ['after 5 s in automatic recording', talk, { dialects: ['trtc-auto-record'] }, 35, 99],
    ['at its stop', talk, { stopAt: 40 }, 40, 0],
    ['by idleness before a late stop', talk, { stopAt: 61 }, 60, 99],
    ['not by idleness while users come in time', [...talk, '60 join b', '70 leave b'], {}, 100, 99],
    ['when nobody ever comes', [], { startAt: 3 * second }, 33, 99],
    ['before somebody comes too late', ['31 join a', '40 leave a'], {}, 30, 99],
  ])('is %s', (_, lines, script, endSeconds, leaveCode) => {
    const [task] = record(lines, script).tasks;
    expect([((task?.endMs ?? 0) - startMs) / second, task?.leaveCode]).toEqual([
      endSeconds,
      leaveCode,
    ]);
  });

  it('is never for an endless session', () => {
    expect(() => record(['0 join a'])).toThrow(/never ends/u);
  });
});

describe('the callbacks of a task', () => {
  const both = ['0 join a', '1 publish a main audio', '2 publish a main video', '30 leave a'];
  const mp4 = { mp4: true };
  const vod = { storage: 'vod' } as const;

  it.each<readonly [string, Script, string]>([
    ['to COS', {}, '301 303 307 307 304 304 302:99 305'],
    ['with MP4', { params: mp4 }, '301 303 307 307 304 304 302:99 305 310'],
    ['to VOD', { params: vod }, '301 302:99 311 312'],
    ['that is stopped', { stopAt: 20 }, '301 303 307 307 304 304 302 305'],
    [
      'that moves',
      { failovers: [{ at: 15 * second, recoveredAt: 16 * second }] },
      '301 303 307 307 304 304 306 307 307 304 304 302:99 305',
    ],
    ['that fails to start', { trouble: 'start-fails' }, '301:1'],
    ['whose storage refuses', { trouble: 'storage-refuses' }, '301 303:1 307 307 302:99 305:1'],
    [
      'whose storage refuses, in 2022',
      { trouble: 'storage-refuses', dialects: ['trtc-2022'] },
      '301 303:1 308 307 307 302:99 305:1',
    ],
    [
      'with a late upload',
      { trouble: 'upload-delayed', params: mp4 },
      '301 303 307 307 304 304 302:99 305:1 305:2 310',
    ],
    [
      'with a lost upload',
      { trouble: 'upload-lost', params: mp4 },
      '301 303 307 307 304 304 302:99 305:1 310:2',
    ],
    [
      'with an MP4 file that stays',
      { trouble: 'conversion-left', params: mp4 },
      '301 303 307 307 304 304 302:99 305 310:1',
    ],
    [
      'with a failing conversion',
      { trouble: 'conversion-fails', params: mp4 },
      '301 303 307 307 304 304 302:99 305 310:2',
    ],
    ['with a failing VOD', { trouble: 'conversion-fails', params: vod }, '301 302:99 311:2 312:1'],
    ['with a VOD file left', { trouble: 'conversion-left', params: vod }, '301 302:99 311:1 312:1'],
    [
      'cut in three',
      { params: { ...mp4, mp4MsMax: 10 * second } },
      '301 303 307 307 304 304 302:99 305 310 310 310',
    ],
    [
      'cut in three, told at once',
      { params: { ...mp4, mp4MsMax: 10 * second }, dialects: ['trtc-310-all-in-one'] },
      '301 303 307 307 304 304 302:99 305 310',
    ],
    [
      'that tells of its first playlist only',
      { dialects: ['trtc-304-first-only'] },
      '301 303 307 307 304 302:99 305',
    ],
    ['that began by itself', { dialects: ['trtc-auto-record'] }, '301 303 302:99 305 311'],
    [
      'that lacks an image',
      { imageErrors: [{ at: 4 * second, url: 'http://x' }] },
      '301 303 309 307 307 304 304 302:99 305',
    ],
  ])('%s', (_, script, types) => {
    expect(typesOf(record(both, script))).toBe(types);
  });

  it('name begin, user and kind of track', () => {
    const { callbacks } = record(both, { params: { mode: 'mixed' }, dialects: ['trtc-file-keys'] });
    const slice = callbacks.find(({ callback }) => callback.event.kind === 'file-slice');
    expect(slice?.callback.event).toEqual({
      kind: 'file-slice',
      fileName: 't/1400000000_7.m3u8',
      userId: '',
      trackType: 'audio_video',
      beginMs: startMs + second,
    });
  });

  it('name user and kind of track of single streams, and the playlist as it is stored', () => {
    const told = record(both).callbacks.flatMap(({ callback: { event }, objectKeys }) =>
      event.kind === 'file-slice' ? [[event.userId, event.trackType, ...objectKeys]] : [],
    );
    expect(told).toEqual([
      ['a', 'audio', 't/1400000000_7__UserId_s_YQ..__UserId_e_main_audio.m3u8'],
      ['a', 'video', 't/1400000000_7__UserId_s_YQ..__UserId_e_main_video.m3u8'],
    ]);
  });

  it('tell of no conversion where nothing was recorded', () => {
    expect(typesOf(record(['0 join a', '30 leave a'], { params: mp4 }))).toBe('301 303 302:99 305');
  });

  it('tell of the parts of a recording one after another, the first one first', () => {
    const { callbacks } = record(both, { params: { ...mp4, mp4MsMax: 10 * second } });
    const told = callbacks.filter(({ callback }) => callback.event.kind === 'mp4-stop');
    expect(told.flatMap(({ objectKeys }) => objectKeys)).toEqual(
      [1, 2, 3].map((part) => `t/1400000000_7__UserId_s_YQ..__UserId_e_main_${part}.mp4`),
    );
    const times = told.map(({ occurredAtMs }) => occurredAtMs);
    expect(new Set(times).size).toBe(3);
  });

  it('tell the cached name of a VOD file with single underscores', () => {
    const { callbacks } = record(both, { params: vod });
    expect(callbacks.at(-2)?.callback.event).toMatchObject({
      cacheFile: '1400000000_7_UserId_s_YQ.._UserId_e_main.mp4',
      trackType: 'audio_video',
      fileId: expect.stringMatching(/^\d{19}$/u) as string,
      endMs: startMs + 30 * second,
    });
  });
});

describe('the objects of a task', () => {
  const mixed = { mode: 'mixed', segmentMs: 60 * second } as const;

  it('are its playlists, segments and MP4 files', () => {
    expect(namesOf(record(talk, { params: { ...mixed, mp4: true } }))).toEqual([
      '.m3u8',
      '_20240101000002000.ts',
      '.mp4',
    ]);
  });

  it('are numbered from 1 where the MP4 was cut by length or size', () => {
    const cut = { ...mixed, mp4: true, mp4MsMax: 30 * second };
    expect(namesOf(record(talk, { params: cut })).slice(2)).toEqual(['_1.mp4', '_2.mp4']);
    const large = { ...mixed, mp4: true, mp4BytesPerSecond: 2 ** 30 };
    expect(namesOf(record(talk, { params: large })).slice(2)).toHaveLength(29);
  });

  it('are cut at 24 hours', () => {
    const day = ['0 join a', '0 publish a main audio', `86401 leave a`];
    const params = { mp4: true, segmentMs: 3600 * second };
    expect(namesOf(record(day, { params })).filter((name) => name.endsWith('.mp4'))).toEqual([
      '__UserId_s_YQ..__UserId_e_main_1.mp4',
      '__UserId_s_YQ..__UserId_e_main_2.mp4',
    ]);
    const shorter = [...day.slice(0, 2), '86400 leave a'];
    expect(namesOf(record(shorter, { params })).at(-1)).toBe('__UserId_s_YQ..__UserId_e_main.mp4');
  });

  it('lack what trouble keeps away', () => {
    expect(namesOf(record(talk, { trouble: 'upload-lost', params: mixed }))).toEqual(['.m3u8']);
    expect(namesOf(record(talk, { trouble: 'storage-refuses' }))).toEqual([]);
    expect(namesOf(record(talk, { params: { storage: 'vod' } }))).toEqual([]);
  });
});

describe('every session', () => {
  const readings = fc
    .subarray(['trtc-2022', 'trtc-311-flat', 'trtc-auto-record', 'trtc-ts-utc8', 'trtc-file-keys'])
    .map((names) => resolveReading(names));

  it('tells of files of its tasks alone, and of every playlist that is stored', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { tasks, callbacks, objectKeys } = predict(session, { sdkAppId });
        const files = tasks.flatMap(({ playlists, mp4Files }) => [...playlists, ...mp4Files]);
        const known = new Set(files.map(({ objectKey }) => objectKey));
        const told = new Set(callbacks.flatMap((callback) => callback.objectKeys));
        expect([...told].filter((key) => !known.has(key))).toEqual([]);
        const stored = files.filter(({ isStored }) => isStored).map(({ objectKey }) => objectKey);
        expect(stored.filter((key) => !told.has(key))).toEqual([]);
        expect(new Set(objectKeys).size).toBe(objectKeys.length);
      }),
    );
  });

  it('has readable names and callbacks under every reading', () => {
    fc.assert(
      fc.property(sessions, readings, (session, reading) => {
        const { callbacks, objectKeys } = predict(session, { sdkAppId, reading });
        for (const { callback } of callbacks) {
          expect(decodeCallback(encodeCallback(callback, reading))).toEqual({
            ok: true,
            callback: carriedBy(callback, reading),
          });
        }
        const kinds = objectKeys.map((key) => parseObjectKey(key, sdkAppId, reading).kind);
        expect(new Set([...kinds, 'recording'])).toEqual(new Set(['recording']));
      }),
    );
  });

  it('keeps segments of a playlist apart, inside the task, in playlists that begin with them', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { tasks } = predict(session, { sdkAppId });
        for (const { playlists, beginMs, endMs } of tasks) {
          for (const playlist of playlists) {
            const bounds = playlist.segments.flatMap((segment) => [segment.beginMs, segment.endMs]);
            expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
            expect(bounds[0]).toBe(playlist.beginMs);
            expect(Math.min(...bounds)).toBeGreaterThanOrEqual(beginMs);
            expect(Math.max(...bounds)).toBeLessThanOrEqual(endMs);
          }
        }
        expect(tasks).toHaveLength(1);
      }),
    );
  });

  it('begins with 301, and tells of results after the end', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const types = predict(session, { sdkAppId }).callbacks.map(({ callback }) =>
          eventTypeOf(callback.event),
        );
        expect(types[0]).toBe(301);
        const end = types.indexOf(302);
        const results = types.flatMap((type, at) =>
          [305, 310, 311, 312].includes(type) ? [at] : [],
        );
        expect(results.every((at) => at > end && end > 0)).toBe(true);
      }),
    );
  });
});

describe('predict refuses', () => {
  const whole: TrtcSession = {
    startMs,
    events: events(talk),
    tasks: [
      {
        taskId: 't',
        robotId: 'robot',
        room: 7,
        startAt: 0,
        failovers: [],
        trouble: undefined,
        imageErrors: [],
        stop: undefined,
        params: defaultRecordParams,
      },
    ],
  };
  const [plan] = whole.tasks;

  it.each<readonly [string, readonly string[], RegExp]>([
    ['time that goes back', ['5 join a', '4 leave a'], /time goes/u],
    ['a user who joins twice', ['0 join a', '1 join a'], /'join' of user 'a'/u],
    ['a user who leaves without having come', ['0 leave a'], /does not fit/u],
    ['publishing from outside', ['0 publish a main audio'], /does not fit/u],
    ['publishing twice', [...talk.slice(0, 2), '3 publish a main audio'], /does not fit/u],
    ['ending what was not published', ['0 join a', '1 unpublish a main audio'], /does not fit/u],
  ])('%s', (_, lines, message) => {
    expect(() => record(lines)).toThrow(message);
  });

  it.each<readonly [string, Partial<TrtcTaskPlan>, RegExp]>([
    ['a robot with a user’s id', { robotId: 'a' }, /its robot/u],
    ['an impossible room', { room: 0 }, /cannot exist/u],
    ['a start that is no time', { startAt: 0.5 }, /no time/u],
    ['an idle time below 5 s', { params: { ...defaultRecordParams, idleMs: 4999 } }, /idle time/u],
    ['segments without length', { params: { ...defaultRecordParams, segmentMs: 0 } }, /length/u],
    [
      'failures out of order',
      { failovers: [{ at: 9000, recoveredAt: 8000 }] },
      /failure at 9000 ms is out of order/u,
    ],
    [
      'four failures',
      { failovers: [1, 2, 3, 4].map((at) => ({ at: at * 1000, recoveredAt: at * 1000 + 1 })) },
      /at most 3 times/u,
    ],
  ])('%s', (_, changes, message) => {
    const tasks = plan === undefined ? [] : [{ ...plan, ...changes }];
    expect(() => predict({ ...whole, tasks }, { sdkAppId })).toThrow(message);
  });

  it('two tasks of one id, and allows two tasks of one room', () => {
    const twice = [...whole.tasks, ...whole.tasks];
    expect(() => predict({ ...whole, tasks: twice }, { sdkAppId })).toThrow(/same id/u);
    const two = twice.map((task, index) => ({ ...task, taskId: `t${index}` }));
    expect(predict({ ...whole, tasks: two }, { sdkAppId }).tasks).toHaveLength(2);
  });
});
