import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LosslessNumber } from '../json.ts';
import { jsonEscapes, jsonStyles } from '../json-spelling.ts';
import {
  callbackFields,
  decodeCallback,
  encodeCallback,
  type BodySpelling,
  type SparkCallback,
} from './callback.ts';

/** The documents' sample, with its older object key. */
const sampleText =
  '{"event_type":"RECORD_FILE_COMPLETE","stream_name":"mystream","record_format":"HLS","download_url":"https://abc-rtc-bucket2.obs.cn-north-4.myhuaweicloud.com/Record/Record/5fcdf5651xxxxxx6f835d0d4.SparkRTC.myhuaweicloud.com/live/continuous_record/hls/mystream_2021-04-28-08-57-07/mystream_2021-04-28-08-57-07.m3u8","file_size":26254952,"record_duration":65,"start_time":"2021-04-28T08:56:57Z","end_time":"2021-04-28T08:58:02Z","width":1280,"height":720,"obs_location":"http://obs.cn-north-4.myhuaweicloud.com","obs_bucket":"abc-rtc-bucket2","obs_object":"Record/Record/5fcdf5651xxxxxx6f835d0d4.SparkRTC.myhuaweicloud.com/live/continuous_record/hls/mystream_2021-04-28-08-57-07/mystream_2021-04-28-08-57-07.m3u8","app_id":"5fcdf5651xxxxxx6f835d0d4","job_id":"608196a2fa1xxxxxx515147f32ef463b","room_id":"room01"}';

const callback: SparkCallback = {
  eventType: 'RECORD_FILE_COMPLETE',
  streamName: 'mystream',
  recordFormat: 'HLS',
  downloadUrl:
    'https://abc-rtc-bucket2.obs.cn-north-4.myhuaweicloud.com/Record/Record/5fcdf5651xxxxxx6f835d0d4.SparkRTC.myhuaweicloud.com/live/continuous_record/hls/mystream_2021-04-28-08-57-07/mystream_2021-04-28-08-57-07.m3u8',
  fileSizeBytes: 26_254_952,
  recordDurationSeconds: 65,
  startSeconds: 1_619_600_217,
  endSeconds: 1_619_600_282,
  width: 1280,
  height: 720,
  obsLocation: 'http://obs.cn-north-4.myhuaweicloud.com',
  obsBucket: 'abc-rtc-bucket2',
  obsObject:
    'Record/Record/5fcdf5651xxxxxx6f835d0d4.SparkRTC.myhuaweicloud.com/live/continuous_record/hls/mystream_2021-04-28-08-57-07/mystream_2021-04-28-08-57-07.m3u8',
  appId: '5fcdf5651xxxxxx6f835d0d4',
  jobId: '608196a2fa1xxxxxx515147f32ef463b',
  roomId: 'room01',
};

/** Callbacks with any of the fields, whatever they say of each other. */
const anyCallbacks: fc.Arbitrary<SparkCallback> = fc.record(
  Object.fromEntries(
    callbackFields.map(({ member, type }) => [
      member,
      type === 'text'
        ? fc.string({ unit: 'grapheme' })
        : fc.nat(type === 'time' ? 253_402_300_799 : Number.MAX_SAFE_INTEGER),
    ]),
  ),
  { requiredKeys: [] },
);

const spellings: fc.Arbitrary<BodySpelling> = fc.record(
  {
    style: fc.constantFrom(...jsonStyles),
    escapes: fc.constantFrom(...jsonEscapes),
    extraFields: fc.constant([
      ['zone', { id: new LosslessNumber('12345678901234567890') }] as const,
    ]),
    trailingNewline: fc.boolean(),
  },
  { requiredKeys: [] },
);

/** The decoder’s complaints about the sample with one member of its JSON text replaced. */
function issuesWith(from: string, to: string): readonly string[] {
  expect(sampleText).toContain(from);
  const decoded = decodeCallback(Buffer.from(sampleText.replace(from, to)));
  return decoded.ok ? [] : decoded.issues.map(({ path, actual }) => `${path}: ${actual}`);
}

describe('encodeCallback', () => {
  it('writes the sample as it is printed', () => {
    expect(encodeCallback(callback).toString()).toBe(sampleText);
  });

  it('writes nothing of absent fields', () => {
    expect(encodeCallback({}).toString()).toBe('{}');
    expect(encodeCallback({ jobId: 'j', detailMessage: '' }).toString()).toBe(
      '{"job_id":"j","detail_message":""}',
    );
  });

  it('places keys and extra fields as asked', () => {
    const text = encodeCallback(
      { eventType: 'e', jobId: 'j', roomId: 'r' },
      { keyOrder: ['room_id', 'zone'], extraFields: [['zone', 'cn']] },
    ).toString();
    expect(text).toBe('{"room_id":"r","zone":"cn","event_type":"e","job_id":"j"}');
  });

  it('refuses spellings that could not mean what they say', () => {
    expect(() => encodeCallback({}, { keyOrder: ['job_id'] })).toThrow(/absent key 'job_id'/u);
    expect(() => encodeCallback({ jobId: 'j' }, { extraFields: [['job_id', 'x']] })).toThrow(
      /repeats/u,
    );
    expect(() => encodeCallback({ startSeconds: 0.5 })).toThrow(RangeError);
  });

  it('says the same in every spelling, whichever fields there are', () => {
    fc.assert(
      fc.property(anyCallbacks, spellings, (any, spelling) => {
        expect(decodeCallback(encodeCallback(any, spelling))).toEqual({ ok: true, callback: any });
      }),
    );
  });
});

describe('decodeCallback', () => {
  it('reads the sample', () => {
    expect(decodeCallback(Buffer.from(sampleText))).toEqual({ ok: true, callback });
  });

  it('reads a body without a field, and fields, events and formats that no document names', () => {
    expect(decodeCallback(Buffer.from('{}'))).toEqual({ ok: true, callback: {} });
    expect(
      decodeCallback(Buffer.from('{"event_type":"RECORD_PAUSED","record_format":"FLV","x":null}')),
    ).toEqual({ ok: true, callback: { eventType: 'RECORD_PAUSED', recordFormat: 'FLV' } });
  });

  it.each([
    ['"room_id":"room01"', '"room_id":1', '$.room_id: the number 1'],
    ['"room_id":"room01"', '"room_id":null', '$.room_id: null'],
    ['"room_id":"room01"', String.raw`"room_id":"\ud800"`, '$.room_id: the string "\\ud800"'],
    ['"width":1280', '"width":"1280"', '$.width: the string "1280"'],
    ['"width":1280', '"width":-1', '$.width: the number -1'],
    ['"width":1280', '"width":12.5', '$.width: the number 12.5'],
    ['"record_duration":65', '"record_duration":6.5e1', '$.record_duration: the number 6.5e1'],
    ['26254952', '9007199254740992', '$.file_size: the number 9007199254740992'],
    ['T08:56:57Z', ' 08:56:57', '$.start_time: the string "2021-04-28 08:56:57"'],
    ['T08:56:57Z', 'T08:56:57+00:00', '$.start_time: the string "2021-04-28T08:56:57+00:00"'],
    ['T08:56:57Z', 'T08:56:57.000Z', '$.start_time: the string "2021-04-28T08:56:57.000Z"'],
    ['T08:56:57Z', 'T24:00:00Z', '$.start_time: the string "2021-04-28T24:00:00Z"'],
    ['2021-04-28T08:58', '2021-02-29T08:58', '$.end_time: the string "2021-02-29T08:58:02Z"'],
    ['"2021-04-28T08:58:02Z"', '1619600282', '$.end_time: the number 1619600282'],
    ['"2021-04-28T08:58:02Z"', '["2021-04-28T08:58:02Z"]', '$.end_time: a list'],
    ['"2021-04-28T08:58', '"+2021-04-28T08:58', '$.end_time: the string "+2021-04-28T08:58:02Z"'],
    ['T08:58:02Z', 'T08:58:02Z.5', '$.end_time: the string "2021-04-28T08:58:02Z.5"'],
  ])('for %s as %s says %s', (from, to, issue) => {
    expect(issuesWith(from, to)).toEqual([issue]);
  });

  it('says how times are written', () => {
    expect(decodeCallback(Buffer.from('{"start_time":"now"}'))).toMatchObject({
      issues: [{ expected: 'a time at UTC as YYYY-MM-DDThh:mm:ssZ' }],
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'nothing'],
    ['a byte order mark', Buffer.from(`\ufeff${sampleText}`), /position 0/u],
    ['invalid UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'bytes that are not UTF-8'],
    ['half a body', encodeCallback(callback).subarray(0, 80), /position/u],
    ['a list', Buffer.from('[]'), 'a list'],
  ])('refuses %s without throwing', (_, body, actual) => {
    expect(decodeCallback(body)).toMatchObject({
      ok: false,
      issues: [{ path: '$', actual: expect.stringMatching(actual) as string }],
    });
  });
});
