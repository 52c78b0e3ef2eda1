import { describe, expect, it } from 'vitest';
import type { SparkCallback } from './callback.ts';
import { findInconsistencies } from './consistency.ts';
import { downloadUrlOf, obsLocationOf } from './download-url.ts';

const complete: SparkCallback = {
  eventType: 'RECORD_FILE_COMPLETE',
  recordFormat: 'MP4',
  downloadUrl: 'https://bucket.obs.cn-north-4.myhuaweicloud.com/app/MP4/s_t/s_t.mp4',
  recordDurationSeconds: 65,
  startSeconds: 1_619_600_217,
  endSeconds: 1_619_600_282,
  obsLocation: 'http://obs.cn-north-4.myhuaweicloud.com',
  obsBucket: 'bucket',
  obsObject: 'app/MP4/s_t/s_t.mp4',
};

function pathsOf(callback: SparkCallback): readonly string[] {
  return findInconsistencies(callback).map(({ path }) => path);
}

describe('findInconsistencies', () => {
  it('finds none in a whole callback, and none whichever field is left out', () => {
    expect(pathsOf(complete)).toEqual([]);
    expect(pathsOf({})).toEqual([]);
    for (const member of Object.keys(complete)) {
      const rest = Object.fromEntries(Object.entries(complete).filter(([name]) => name !== member));
      expect([member, pathsOf(rest)]).toEqual([member, []]);
    }
  });

  it.each<readonly [string, SparkCallback, readonly string[]]>([
    [
      'a duration for which its times have no room',
      { ...complete, recordDurationSeconds: 67 },
      ['$.record_duration'],
    ],
    ['an end before the start', { ...complete, endSeconds: 1_619_600_216 }, ['$.end_time']],
    ['a URL of another object', { ...complete, obsObject: 'other.mp4' }, ['$.download_url']],
    ['a URL of another bucket', { ...complete, obsBucket: 'other' }, ['$.download_url']],
    ['a location that is no URL', { ...complete, obsLocation: 'obs' }, ['$.download_url']],
    ['a playlist that says MP4', { recordFormat: 'MP4', obsObject: 'a.m3u8' }, ['$.obs_object']],
    ['a start with a file', { eventType: 'RECORD_NEW_FILE_START', width: 0 }, ['$.width']],
    [
      'an end of a job with times',
      { eventType: 'CLOUD_RECORD_OVER', startSeconds: 0, endSeconds: 0 },
      ['$.start_time', '$.end_time'],
    ],
  ])('finds %s', (_, callback, paths) => {
    expect(pathsOf(callback)).toEqual(paths);
  });

  it('says what stands where nothing should', () => {
    expect(findInconsistencies({ eventType: 'RECORD_NEW_FILE_START', width: 0 })).toEqual([
      { path: '$.width', expected: 'nothing in RECORD_NEW_FILE_START', actual: 'a value' },
    ]);
  });

  it('leaves unknown events and formats alone', () => {
    expect(pathsOf({ eventType: 'RECORD_PAUSED', width: 1, endSeconds: 1 })).toEqual([]);
    expect(pathsOf({ recordFormat: 'FLV', obsObject: 'a.flv' })).toEqual([]);
  });
});

describe('downloadUrlOf', () => {
  it('encodes what a URL cannot carry, and no slash', () => {
    const obsLocation = obsLocationOf('cn-north-4');
    expect(downloadUrlOf({ obsLocation, obsBucket: 'b', obsObject: 'a b/+#?/ü.mp4' })).toBe(
      'https://b.obs.cn-north-4.myhuaweicloud.com/a%20b/%2B%23%3F/%C3%BC.mp4',
    );
  });

  it('takes any scheme and forgets what follows the host, and needs a host', () => {
    const address = { obsBucket: 'b', obsObject: 'o' };
    expect(downloadUrlOf({ ...address, obsLocation: 'HTTPS://h:1/x?y' })).toBe('https://b.h:1/o');
    expect(downloadUrlOf({ ...address, obsLocation: 'h.com' })).toBeUndefined();
    expect(downloadUrlOf({ ...address, obsLocation: 'http:///x' })).toBeUndefined();
  });
});
