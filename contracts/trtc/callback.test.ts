import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LosslessNumber } from '../json.ts';
import { jsonEscapes, jsonStyles } from '../json-spelling.ts';
import {
  callbackFields,
  carriedBy,
  decodeCallback,
  encodeCallback,
  eventInfoFields,
  eventTimeMs,
  eventTypes,
  type BodySpelling,
  type TrtcCallback,
} from './callback.ts';
import { callbacks } from './callbacks.test-kit.ts';
import { eventKindOf, eventTypeOf } from './event.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

const sample: TrtcCallback = {
  callbackTsMs: 1622191965320,
  roomId: '20015',
  eventTsSeconds: 1622191965,
  eventMsTsMs: 1622191965123,
  robotId: 'robot',
  taskId: '-m9-bVVU7id.',
  event: { kind: 'recorder-start', status: 0 },
};

/** Every reading that changes the shape of bodies, in any combination that has a form. */
const readings: fc.Arbitrary<TrtcReading> = fc
  .record({
    edition: fc.constantFrom('current', '2022'),
    bodyStyle: fc.constantFrom('tabs', 'compact'),
    eventTs: fc.constantFrom('number', 'string'),
    roomIds: fc.constantFrom('typed', 'string'),
    fileInfoList: fc.constantFrom('string', 'array'),
    uploadStopField: fc.constantFrom('Status', 'LeaveCode'),
    sliceTime: fc.constantFrom('number', 'string'),
    mp4List: fc.constantFrom('array', 'string'),
    vodCommit: fc.constantFrom('nested', 'flat-table', 'flat-sample'),
  })
  .map((shapes) => ({ ...defaultReading, ...shapes }));

const spellings: fc.Arbitrary<BodySpelling> = fc.record(
  {
    style: fc.constantFrom(...jsonStyles),
    escapes: fc.constantFrom(...jsonEscapes),
    keyOrder: fc.shuffledSubarray([...callbackFields]),
    infoKeyOrder: fc.shuffledSubarray(['RoomId', 'EventTs', 'UserId', 'TaskId']),
    extraFields: fc.constant([
      ['Zone', { Id: new LosslessNumber('123456789012345678901') }] as const,
    ]),
    extraInfoFields: fc.constant([['NetType', 'x'] as const]),
    trailingNewline: fc.boolean(),
  },
  { requiredKeys: [] },
);

function textOf(event: TrtcCallback['event'], reading: Partial<TrtcReading> = {}): string {
  const body = encodeCallback(
    { ...sample, event },
    { ...defaultReading, bodyStyle: 'compact', ...reading },
  );
  return /"Payload":(?<payload>.*)\}\}$/u.exec(body.toString())?.groups?.['payload'] ?? '';
}

function decoded(text: string): ReturnType<typeof decodeCallback> {
  return decodeCallback(Buffer.from(text));
}

/** A body whose `Payload` is the given JSON text. */
function withPayload(eventType: number, payload: string, info = ''): string {
  return `{"EventGroupId":3,"EventType":${eventType},"CallbackTs":1,"EventInfo":{"RoomId":"r","EventTs":1,"UserId":"u","TaskId":"t"${info},"Payload":${payload}}}`;
}

function eventIn(eventType: number, payload: string): TrtcCallback['event'] | readonly string[] {
  const read = decoded(withPayload(eventType, payload));
  return read.ok
    ? read.callback.event
    : read.issues.map(({ path, actual }) => `${path}: ${actual}`);
}

describe('event types', () => {
  it('are 301 to 312', () => {
    const types = Object.values(eventTypes);
    expect([...types].sort()).toEqual(Array.from({ length: 12 }, (_, index) => 301 + index));
    expect(types.map((type) => eventKindOf(type))).toEqual(Object.keys(eventTypes));
    expect(eventKindOf(313)).toBeUndefined();
    expect(eventTypeOf({ kind: 'unknown', eventType: 313, payload: undefined })).toBe(313);
  });
});

describe('encodeCallback', () => {
  it('prints with tabs by default, as the signed example does', () => {
    expect(encodeCallback(sample).toString()).toBe(
      '{\n\t"EventGroupId":\t3,\n\t"EventType":\t301,\n\t"CallbackTs":\t1622191965320,\n\t"EventInfo":\t{\n\t\t"RoomId":\t"20015",\n\t\t"EventTs":\t1622191965,\n\t\t"EventMsTs":\t1622191965123,\n\t\t"UserId":\t"robot",\n\t\t"TaskId":\t"-m9-bVVU7id.",\n\t\t"Payload":\t{\n\t\t\t"Status":\t0\n\t\t}\n\t}\n}',
    );
  });

  it('keeps integer and string rooms of the same digits apart, unless the dialect does not', () => {
    const number = { ...sample, roomId: 20015 };
    expect(encodeCallback(number).toString()).toContain('"RoomId":\t20015,');
    expect(encodeCallback(sample).toString()).toContain('"RoomId":\t"20015",');
    const reading = { ...defaultReading, roomIds: 'string' } as const;
    expect(encodeCallback(number, reading)).toEqual(encodeCallback(sample, reading));
  });

  it('speaks the edition of 2022', () => {
    const reading = { ...defaultReading, edition: '2022', eventTs: 'string' } as const;
    const text = encodeCallback(sample, reading).toString();
    expect(text).toContain('"EventTs":\t"1622191965",');
    expect(text).not.toContain('EventMsTs');
  });

  const mp4 = {
    kind: 'mp4-stop',
    status: 0,
    files: [
      {
        fileName: 'a.mp4',
        details: { userId: '', trackType: 'audio_video', mediaId: 'mix', startMs: 5, endMs: 6 },
      },
    ],
  } as const;
  const vod = {
    kind: 'vod-commit',
    status: 0,
    errorMessage: undefined,
    userId: 'u',
    trackType: 'audio',
    mediaId: 'main',
    fileId: 'f',
    videoUrl: 'https://v',
    cacheFile: 'c.mp4',
    startMs: 1622186279153,
    endMs: 1622186282999,
  } as const;

  it.each([
    [{ kind: 'recorder-stop', leaveCode: 99 } as const, {}, '{"LeaveCode":99}'],
    [{ kind: 'upload-stop', status: 2 } as const, {}, '{"Status":2}'],
    [
      { kind: 'upload-stop', status: 2 } as const,
      { uploadStopField: 'LeaveCode' } as const,
      '{"LeaveCode":2}',
    ],
    [{ kind: 'file-info', fileNames: ['a.m3u8'] } as const, {}, '{"FileList":"a.m3u8"}'],
    [
      { kind: 'file-info', fileNames: ['a.m3u8'] } as const,
      { fileInfoList: 'array' } as const,
      '{"FileList":["a.m3u8"]}',
    ],
    [
      {
        kind: 'file-slice',
        fileName: 'a',
        userId: '',
        trackType: 'audio_video',
        beginMs: 7,
      } as const,
      { sliceTime: 'string' } as const,
      '{"FileName":"a","UserId":"","TrackType":"audio_video","BeginTimeStamp":"7"}',
    ],
    [
      { kind: 'file-slice', fileName: 'a', userId: 'u', trackType: 'audio', beginMs: 7 } as const,
      {},
      '{"FileName":"a","UserId":"u","TrackType":"audio","BeginTimeStamp":7}',
    ],
    [
      mp4,
      {},
      '{"Status":0,"FileList":["a.mp4"],"FileMessage":[{"FileName":"a.mp4","UserId":"","TrackType":"audio_video","MediaId":"mix","StartTimeStamp":5,"EndTimeStamp":6}]}',
    ],
    [mp4, { edition: '2022', mp4List: 'string' } as const, '{"Status":0,"FileList":"a.mp4"}'],
    [
      { ...mp4, status: 2, files: [] },
      { mp4List: 'string' } as const,
      '{"Status":2,"FileList":[]}',
    ],
    [
      vod,
      {},
      '{"Status":0,"TencentVod":{"UserId":"u","TrackType":"audio","MediaId":"main","FileId":"f","VideoUrl":"https://v","CacheFile":"c.mp4","StartTimeStamp":1622186279153,"EndTimeStamp":1622186282999}}',
    ],
    [
      vod,
      { vodCommit: 'flat-table', edition: '2022' } as const,
      '{"Status":0,"UserId":"u","TrackType":"audio","MediaId":"main","FileId":"f","VideoUrl":"https://v"}',
    ],
    [
      vod,
      { vodCommit: 'flat-sample' } as const,
      '{"UserId":"u","TrackType":"audio","MediaId":"main","FileId":"f","VideoUrl":"https://v","CacheFile":"c.mp4","BeginTimeStamp":1622186279,"EndTimeStamp":1622186282}',
    ],
    [{ kind: 'upload-error', code: 'c', message: 'm' } as const, {}, '{"Code":"c","Message":"m"}'],
    [{ kind: 'download-image-error', url: 'http://x' } as const, {}, '{"Url":"http://x"}'],
    [{ kind: 'unknown', eventType: 399, payload: [null] } as const, {}, '[null]'],
  ])('writes %j under %j', (event, reading, payload) => {
    expect(textOf(event, reading)).toBe(payload);
  });

  it('has no string form for several files', () => {
    const event = { kind: 'file-info', fileNames: ['a', 'b'] } as const;
    expect(() => encodeCallback({ ...sample, event })).toThrow(/cannot name 2 files/u);
  });

  it('places keys and extra fields as asked, and refuses absent ones', () => {
    const body = encodeCallback(sample, defaultReading, {
      style: 'compact',
      keyOrder: ['EventInfo'],
      infoKeyOrder: ['Payload', 'TaskId'],
      payloadKeyOrder: ['Extra'],
      extraPayloadFields: [['Extra', null]],
    });
    const keys = Array.from(body.toString().matchAll(/"(\w+)":/gu), ([, key]) => key).join(' ');
    expect(keys).toBe(
      'EventInfo Payload Extra Status TaskId RoomId EventTs EventMsTs UserId EventGroupId EventType CallbackTs',
    );
    expect(() => encodeCallback(sample, defaultReading, { keyOrder: ['X'] })).toThrow(RangeError);
    expect(eventInfoFields).toContain('EventMsTs');
  });
});

describe('decodeCallback', () => {
  it('finds in a body of every reading and spelling what the reading can carry', () => {
    fc.assert(
      fc.property(callbacks, readings, spellings, (callback, reading, spelling) => {
        expect(decodeCallback(encodeCallback(callback, reading, spelling))).toEqual({
          ok: true,
          callback: carriedBy(callback, reading),
        });
      }),
    );
  });

  it('loses nothing under the default reading', () => {
    fc.assert(
      fc.property(callbacks, (callback) => {
        expect(decodeCallback(encodeCallback(callback))).toEqual({ ok: true, callback });
      }),
    );
  });

  it.each([
    [305, '{"LeaveCode":1}', { kind: 'upload-stop', status: 1 }],
    [305, '{"Status":2,"LeaveCode":0}', { kind: 'upload-stop', status: 2 }],
    [304, '{"FileList":["a","b"]}', { kind: 'file-info', fileNames: ['a', 'b'] }],
    [
      310,
      '{"Status":0,"FileList":"a.mp4"}',
      { kind: 'mp4-stop', status: 0, files: [{ fileName: 'a.mp4', details: undefined }] },
    ],
    [310, '{"Status":2}', { kind: 'mp4-stop', status: 2, files: [] }],
    [
      310,
      '{"Status":0,"FileList":["a"],"FileMessage":[{"FileName":"b","UserId":"","TrackType":"audio","MediaId":"main","StartTimeStamp":1,"EndTimeStamp":2}]}',
      {
        kind: 'mp4-stop',
        status: 0,
        files: [
          { fileName: 'a', details: undefined },
          {
            fileName: 'b',
            details: { userId: '', trackType: 'audio', mediaId: 'main', startMs: 1, endMs: 2 },
          },
        ],
      },
    ],
  ])('reads %d %s', (type, payload, event) => {
    expect(eventIn(type, payload)).toEqual(event);
  });

  it('reads the documented failure of a 311', () => {
    expect(
      eventIn(
        311,
        '{"Status":1,"Errmsg":"xxx","TencentVod":{"UserId":"123","TrackType":"audio_video","CacheFile":"xxx.mp4"}}',
      ),
    ).toMatchObject({ status: 1, errorMessage: 'xxx', cacheFile: 'xxx.mp4', fileId: undefined });
  });

  it('believes the status of a flat 311 that names a file all the same, and reads whose it is', () => {
    expect(
      eventIn(
        311,
        '{"Status":1,"Errmsg":"x","UserId":"u","TrackType":"audio","MediaId":"aux","FileId":"f","CacheFile":"c.mp4"}',
      ),
    ).toMatchObject({ kind: 'vod-commit', status: 1, mediaId: 'aux', fileId: 'f' });
  });

  it('takes times of a 311 for seconds where milliseconds would lie before March 1973', () => {
    expect(
      eventIn(
        311,
        '{"UserId":"u","TrackType":"audio","MediaId":"main","FileId":"f","VideoUrl":"v","BeginTimeStamp":99999999999,"EndTimeStamp":100000000000}',
      ),
    ).toMatchObject({ startMs: 99_999_999_999_000, endMs: 100_000_000_000 });
  });

  it.each([
    [301, '{}', '$.EventInfo.Payload.Status: nothing'],
    [301, '7', '$.EventInfo.Payload: the number 7'],
    [302, '{"LeaveCode":"0"}', '$.EventInfo.Payload.LeaveCode: the string "0"'],
    [304, '{"FileList":[]}', '$.EventInfo.Payload.FileList: a list'],
    [304, '{"FileList":[1]}', '$.EventInfo.Payload.FileList: a list'],
    [304, '{"FileList":""}', '$.EventInfo.Payload.FileList: the string ""'],
    [
      307,
      '{"FileName":"a","UserId":"","TrackType":"av","BeginTimeStamp":1}',
      '$.EventInfo.Payload.TrackType: the string "av"',
    ],
    [
      307,
      '{"FileName":"a","UserId":"","TrackType":"audio","BeginTimeStamp":"1.5"}',
      '$.EventInfo.Payload.BeginTimeStamp: the string "1.5"',
    ],
    [310, '{"Status":0}', '$.EventInfo.Payload.FileList: nothing'],
    [
      310,
      '{"Status":1,"FileList":[],"FileMessage":{}}',
      '$.EventInfo.Payload.FileMessage: an object',
    ],
    [
      311,
      '{"TencentVod":{"UserId":"","TrackType":"audio","MediaId":"main","FileId":"f","VideoUrl":"v"}}',
      '$.EventInfo.Payload.Status: nothing',
    ],
    [
      311,
      '{"Status":0,"TencentVod":{"UserId":"","TrackType":"audio","MediaId":"main","VideoUrl":"v"}}',
      '$.EventInfo.Payload.TencentVod.FileId: nothing',
    ],
    [
      311,
      '{"Status":0,"TencentVod":{"UserId":"","TrackType":"audio","FileId":"f","VideoUrl":"v"}}',
      '$.EventInfo.Payload.TencentVod.MediaId: nothing',
    ],
    [311, '{"Status":0,"TencentVod":[]}', '$.EventInfo.Payload.TencentVod: a list'],
    [312, '{"Status":-1}', '$.EventInfo.Payload.Status: the number -1'],
  ])('for %d with %s says %s', (type, payload, issue) => {
    expect(eventIn(type, payload)).toEqual([issue]);
  });

  it.each([
    ['"EventGroupId":3', '"EventGroupId":2', '$.EventGroupId'],
    ['"EventGroupId":3', '"EventGroupId":"3"', '$.EventGroupId'],
    ['"RoomId":"r"', '"RoomId":""', '$.EventInfo.RoomId'],
    ['"RoomId":"r"', '"RoomId":4294967295', '$.EventInfo.RoomId'],
    ['"RoomId":"r"', '"RoomId":1.5', '$.EventInfo.RoomId'],
    ['"EventTs":1', '"EventTs":"1e3"', '$.EventInfo.EventTs'],
    ['"TaskId":"t"', '"TaskId":""', '$.EventInfo.TaskId'],
    ['"TaskId":"t"', '"TaskId":7', '$.EventInfo.TaskId'],
    ['"UserId":"u"', String.raw`"UserId":"\ud800"`, '$.EventInfo.UserId'],
    ['"CallbackTs":1', '"CallbackTs":null', '$.CallbackTs'],
    ['"EventInfo":{', '"EventInfo":[],"Other":{', '$.EventInfo'],
  ])('for %s as %s complains of %s', (from, to, path) => {
    const read = decoded(withPayload(301, '{"Status":0}').replace(from, to));
    expect(read.ok ? [] : read.issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('takes event types that no document names, with any payload', () => {
    const text = withPayload(777, '{"Big":12345678901234567890}');
    const read = decoded(text);
    expect(read).toMatchObject({
      ok: true,
      callback: { event: { kind: 'unknown', eventType: 777 } },
    });
    const again = read.ok
      ? encodeCallback(read.callback, { ...defaultReading, bodyStyle: 'compact' }).toString()
      : '';
    expect(again).toBe(text);
  });

  it('refuses the samples that are not JSON', () => {
    expect(decoded('{"Code":"x"}\n{"EventGroupId":3}').ok).toBe(false);
    expect(decoded(withPayload(309, '{"Url":"http://xx",}')).ok).toBe(false);
  });

  it('is total over bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(decodeCallback(bytes).ok).toBe(false);
      }),
    );
  });
});

describe('eventTimeMs', () => {
  it('prefers the milliseconds', () => {
    expect(eventTimeMs(sample)).toBe(1622191965123);
    expect(eventTimeMs({ ...sample, eventMsTsMs: undefined })).toBe(1622191965000);
  });
});
