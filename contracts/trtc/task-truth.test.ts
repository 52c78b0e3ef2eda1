import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrtcCallback, TrtcRoomId } from './callback.ts';
import { callbacks } from './callbacks.test-kit.ts';
import type { TrtcEvent, VodCommitEvent } from './event.ts';
import { predict } from './recording-rules.ts';
import { sessions } from './sessions.test-kit.ts';
import { factsOf } from './task-facts.ts';
import {
  eventIdentity,
  joinTruths,
  noTruth,
  phaseOf,
  truthOf,
  type TaskTruth,
} from './task-truth.ts';

function told(event: TrtcEvent, roomId: TrtcRoomId = 'r'): TrtcCallback {
  return {
    callbackTsMs: 2000,
    roomId,
    eventTsSeconds: 1,
    eventMsTsMs: 1500,
    robotId: 'robot',
    taskId: 't',
    event,
  };
}

function truth(...events: readonly TrtcEvent[]): TaskTruth {
  return truthOf(events.map((event) => told(event))).get('t') ?? noTruth('t');
}

const upload = (status: number): TrtcEvent => ({ kind: 'upload-stop', status });
const stop: TrtcEvent = { kind: 'recorder-stop', leaveCode: 99 };
const mp4 = (fileName: string, status = 0): TrtcEvent => ({
  kind: 'mp4-stop',
  status,
  files: [{ fileName, details: undefined }],
});
const vod: VodCommitEvent = {
  kind: 'vod-commit',
  status: 0,
  errorMessage: undefined,
  userId: 'u',
  trackType: 'audio',
  mediaId: 'main',
  fileId: '42',
  videoUrl: 'https://v',
  cacheFile: 'a.mp4',
  startMs: 1,
  endMs: 2,
};
const vodLeft: VodCommitEvent = {
  ...vod,
  status: 1,
  errorMessage: 'later',
  mediaId: undefined,
  fileId: undefined,
  videoUrl: undefined,
};

/** Callbacks of one task, many of the same kind. */
const ofOneTask = fc.array(
  callbacks.map((callback) => ({ ...callback, taskId: 't' })),
  { maxLength: 12 },
);

describe('factsOf', () => {
  it('learns nothing of a status that no document names', () => {
    expect(factsOf(told({ kind: 'recorder-start', status: 7 }))).toEqual({ start: 'unknown' });
    expect(factsOf(told(upload(7)))).toEqual({ upload: 'unknown' });
    expect(factsOf(told(mp4('a', 7)))).toEqual({
      mp4Files: [{ name: 'a', status: 'unknown', details: undefined }],
    });
  });
});

describe('truthOf', () => {
  it('does not depend on order or repetition', () => {
    const shuffled = ofOneTask.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.subarray(all),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([all, other, again]) => {
        expect(truthOf([...again, ...other, ...again])).toEqual(truthOf(all));
      }),
    );
  });

  it('never knows less after one more callback', () => {
    fc.assert(
      fc.property(ofOneTask, callbacks, (all, last) => {
        const before = truthOf(all).get('t') ?? noTruth('t');
        const after = truthOf([...all, { ...last, taskId: 't' }]).get('t') ?? noTruth('t');
        expect(joinTruths(before, after)).toEqual(after);
      }),
    );
  });

  it('joins what is known separately, in any grouping', () => {
    fc.assert(
      fc.property(ofOneTask, ofOneTask, (one, other) => {
        const a = truthOf(one).get('t') ?? noTruth('t');
        const b = truthOf(other).get('t') ?? noTruth('t');
        expect(joinTruths(a, b)).toEqual(joinTruths(b, a));
        expect(joinTruths(a, b)).toEqual(truthOf([...one, ...other]).get('t') ?? noTruth('t'));
      }),
    );
  });

  it('lets 305 with 2 win over 1 in both orders', () => {
    expect(truth(upload(1)).upload).toBe('left');
    expect(truth(upload(1), upload(2)).upload).toBe('stored');
    expect(truth(upload(2), upload(1)).upload).toBe('stored');
    expect(truth(upload(0), upload(7)).upload).toBe('stored');
    expect(truth(upload(7)).upload).toBe('unknown');
    expect(truth({ kind: 'recorder-start', status: 7 }).start).toBe('unknown');
    expect(truth(mp4('a', 7)).mp4Files).toMatchObject([{ name: 'a', status: 'unknown' }]);
  });

  it('counts every 310 and 311, before and after 302', () => {
    const { mp4Files, leaveCodes } = truth(mp4('b'), stop, mp4('a', 1), mp4('a'), mp4('b', 1));
    expect(mp4Files.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'a stored',
      'b stored',
    ]);
    expect(leaveCodes).toEqual([99]);
    const vodFiles = truth(vod, vodLeft, { ...vod, cacheFile: 'b.mp4', fileId: '43' }).vodFiles;
    expect(vodFiles.map(({ name, fileId }) => `${name} ${fileId ?? '-'}`)).toEqual([
      'a.mp4 42',
      'b.mp4 43',
    ]);
  });

  it.each<readonly [string, VodCommitEvent, VodCommitEvent]>([
    ['a stored file over one left', vod, vodLeft],
    ['a failed file over one left', { ...vodLeft, status: 2 }, vodLeft],
    ['one of two that contradict', { ...vod, fileId: '43' }, vod],
  ])('takes %s whole, in both orders', (_, better, other) => {
    const { vodFiles } = truth(better);
    expect(truth(better, other).vodFiles).toEqual(vodFiles);
    expect(truth(other, better).vodFiles).toEqual(vodFiles);
  });

  it('names a VOD file by its id where the 311 has no cache file', () => {
    expect(truth({ ...vod, cacheFile: undefined }).vodFiles.map(({ name }) => name)).toEqual([
      '42',
    ]);
  });

  it('joins 304 and 307 of one playlist', () => {
    const slice = { userId: 'u', trackType: 'audio', beginMs: 5 } as const;
    expect(
      truth(
        { kind: 'file-slice', fileName: 'a', ...slice },
        { kind: 'file-info', fileNames: ['a'] },
      ).playlists,
    ).toEqual([{ name: 'a', isUploaded: true, slice }]);
  });

  it('keeps tasks apart, and rooms of the same digits', () => {
    const other = { ...told(stop), taskId: 'T' };
    expect([...truthOf([told(stop), other]).keys()]).toEqual(['t', 'T']);
    const rooms = truthOf([told(stop, '20015'), told(stop, 20015)]).get('t')?.rooms;
    expect(rooms).toEqual([20015, '20015']);
    expect(() => joinTruths(noTruth('t'), noTruth('T'))).toThrow(RangeError);
  });

  it('learns of every file that a session produces and announces', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const { tasks, callbacks: all } = predict(session, { sdkAppId: 1400000000 });
        const known = truthOf(all.map(({ callback }) => callback)).get('-task.');
        const names = [
          ...(known?.playlists ?? []),
          ...(known?.mp4Files ?? []),
          ...(known?.vodFiles ?? []),
        ].map(({ name }) => name);
        const [task] = tasks;
        const files =
          task?.plan.params.storage === 'vod'
            ? task.mp4Files
            : [...(task?.playlists ?? []), ...(task?.mp4Files ?? [])];
        expect(names.sort()).toEqual(files.map(({ announcedName }) => announcedName).sort());
      }),
    );
  });
});

describe('phaseOf', () => {
  const start = (status: number): TrtcEvent => ({ kind: 'recorder-start', status });

  it.each<readonly [string, readonly TrtcEvent[]]>([
    ['unknown', [{ kind: 'unknown', eventType: 999, payload: null }]],
    ['start-failed', [start(1)]],
    ['recording', [start(0)]],
    ['recording', [start(1), start(0)]],
    ['recording', [{ kind: 'file-info', fileNames: ['a'] }]],
    ['recording', [{ kind: 'failover', status: 0 }]],
    ['recording', [{ kind: 'upload-start', status: 0 }]],
    ['recording', [{ kind: 'upload-start', status: 1 }]],
    ['stopped', [stop, start(0)]],
    ['incomplete', [upload(1), stop]],
    ['stored', [upload(2), upload(1)]],
    ['stored', [upload(0), stop, start(0)]],
    ['incomplete', [upload(0), { kind: 'mp4-stop', status: 2, files: [] }]],
    ['incomplete', [upload(0), mp4('a', 1)]],
    ['stored', [mp4('a', 1), mp4('a'), upload(0)]],
    ['stored', [vod]],
    ['incomplete', [vodLeft, stop]],
    ['stored', [{ kind: 'vod-stop', status: 0 }, stop]],
    ['incomplete', [{ kind: 'vod-stop', status: 1 }]],
  ])('is %s after %j', (phase, events) => {
    expect(phaseOf(truth(...events))).toBe(phase);
  });
});

describe('eventIdentity', () => {
  it('is the same for a re-send, and different for other news', () => {
    const one = told(mp4('a'));
    const same = eventIdentity(one);
    expect(eventIdentity({ ...one, callbackTsMs: 99_999 })).toBe(same);
    const others = [
      told(mp4('b')),
      told(stop),
      { ...one, taskId: 'T' },
      { ...one, eventMsTsMs: 1501 },
      told({ kind: 'unknown', eventType: 999, payload: null }),
    ].map(eventIdentity);
    expect(new Set([same, ...others]).size).toBe(6);
  });
});

describe('a truth', () => {
  it('holds errors and the moment of each failover once', () => {
    const error: TrtcEvent = { kind: 'upload-error', code: 'c', message: 'm' };
    const image: TrtcEvent = { kind: 'download-image-error', url: 'http://x' };
    const moved: TrtcEvent = { kind: 'failover', status: 0 };
    expect(truth(error, image, moved, error, image, moved)).toMatchObject({
      uploadErrors: [{ code: 'c', message: 'm' }],
      imageErrors: ['http://x'],
      failovers: [1500],
    });
  });
});
