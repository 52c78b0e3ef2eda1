import { describe, expect, it } from 'vitest';
import { parseJson } from '../json.ts';
import { readRecordParams } from './read-record-params.ts';
import { defaultRecordParams } from './record-params.ts';

/** What is read, or the paths and problems. */
function read(text: string): unknown {
  const result = readRecordParams(parseJson(text));
  return result.ok
    ? result.params
    : result.violations.map(({ path, problem }) => `${path}: ${problem}`);
}

describe('readRecordParams', () => {
  it('takes a mode alone for the defaults', () => {
    expect(read('{"RecordMode":1}')).toEqual(defaultRecordParams);
  });

  it('takes everything that decides about files', () => {
    expect(
      read(
        '{"RecordMode":2,"MaxIdleTime":5,"StreamType":1,"OutputFormat":1,"MediaId":2,"MaxMediaFileDuration":60,"FillType":1,"SubscribeAbility":0,"SubscribeStreamUserIds":{}}',
      ),
    ).toEqual({
      ...defaultRecordParams,
      mode: 'mixed',
      idleMs: 5000,
      tracks: 'audio',
      mp4: true,
      media: 'aux',
      mp4MsMax: 3_600_000,
    });
  });

  it('takes a whole start request', () => {
    const request = (storage: string): string =>
      `{"SdkAppId":1,"RoomId":"r","RecordParams":{"RecordMode":1,"AvMerge":1},"StorageParams":{${storage}}}`;
    expect(read(request('"CloudStorage":{"FileNamePrefix":["a","b_1"],"Bucket":"x"}'))).toEqual({
      ...defaultRecordParams,
      mergesTracks: true,
      prefix: ['a', 'b_1'],
    });
    expect(read(request('"CloudVod":{"TencentVod":{}}'))).toMatchObject({ storage: 'vod' });
    expect(read(request('"CloudVod":{},"CloudStorage":{}'))).toEqual([
      '$.StorageParams: It names COS and VOD.',
    ]);
    expect(read(request('"CloudStorage":{"FileNamePrefix":["a/b"]}'))).toEqual([
      '$.StorageParams.CloudStorage.FileNamePrefix: It is a list.',
    ]);
  });

  it.each([
    ['[]', ['$: The parameters are a list.']],
    ['{}', ['$.RecordMode: It is missing.']],
    ['{"RecordParams":{}}', ['$.RecordParams.RecordMode: It is missing.']],
    [
      '{"RecordParams":1}',
      ['$.RecordParams: It is the number 1.', '$.RecordParams.RecordMode: It is missing.'],
    ],
    ['{"RecordMode":3}', ['$.RecordMode: It is 3.']],
    ['{"RecordMode":"1"}', ['$.RecordMode: It is the string "1".']],
    ['{"RecordMode":1,"OutputFormat":4}', ['$.OutputFormat: It is 4.']],
    ['{"RecordMode":1,"MaxIdleTime":4}', ['$.MaxIdleTime: It is 4.']],
    ['{"RecordMode":1,"MaxMediaFileDuration":1441}', ['$.MaxMediaFileDuration: It is 1441.']],
    ['{"RecordMode":1,"recordMode":1}', ['$.recordMode: There is no such field.']],
  ])('of %s says %j', (text, problems) => {
    expect(read(text)).toEqual(problems);
  });

  it('advises against what has no effect', () => {
    expect(readRecordParams(parseJson('{"RecordMode":2,"AvMerge":1}'))).toMatchObject({
      ok: true,
      advice: [{ path: '$.AvMerge', severity: 'advice' }],
    });
  });
});
