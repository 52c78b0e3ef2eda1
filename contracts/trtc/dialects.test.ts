import { describe, expect, it } from 'vitest';
import { clauses } from './clauses.ts';
import { defaultReading, dialects, exclusiveDialects, resolveReading } from './dialects.ts';

describe('resolveReading', () => {
  it('without names is the default reading', () => {
    expect(resolveReading([])).toEqual(defaultReading);
  });

  it('by default takes the documents as their tables and newest samples have it', () => {
    expect(defaultReading).toEqual({
      edition: 'current',
      bodyStyle: 'tabs',
      eventTs: 'number',
      roomIds: 'typed',
      fileInfoList: 'string',
      fileInfoEvents: 'per-playlist',
      uploadStopField: 'Status',
      sliceTime: 'number',
      mp4List: 'array',
      mp4Events: 'per-file',
      vodCommit: 'nested',
      fileNames: 'name',
      nameZoneHours: 0,
      objectUnderscores: 2,
      cacheFileUnderscores: 1,
      mergedType: 'audio_video',
      autoRecord: false,
    });
  });

  it.each(dialects.map(({ name }) => name))('%s changes exactly one thing', (name) => {
    const reading = resolveReading([name]);
    const keys = Object.keys(defaultReading) as (keyof typeof defaultReading)[];
    expect(keys.filter((key) => reading[key] !== defaultReading[key])).toHaveLength(1);
  });

  it('joins names in any order, and a name twice counts once', () => {
    const names = ['trtc-ts-utc8', 'trtc-2022', 'trtc-ts-utc8'];
    expect(resolveReading(names)).toEqual(resolveReading([...names].reverse()));
    expect(resolveReading(names)).toMatchObject({ edition: '2022', nameZoneHours: 8 });
  });

  it('names near matches of an unknown dialect', () => {
    expect(() => resolveReading(['trtc-2021'])).toThrow('Did you mean trtc-2022?');
  });

  it.each(exclusiveDialects.map((group) => [group]))('refuses %j together', (group) => {
    expect(() => resolveReading(group)).toThrow(/contradict/u);
  });
});

describe('dialects', () => {
  it('change every part of the reading', () => {
    const all = dialects.map(({ name }) => resolveReading([name]));
    const keys = Object.keys(defaultReading) as (keyof typeof defaultReading)[];
    const fixed = keys.filter((key) =>
      all.every((reading) => reading[key] === defaultReading[key]),
    );
    expect(fixed).toEqual([]);
  });

  it('contain those that the table of contradictions names', () => {
    expect(dialects.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'trtc-eventts-string',
        'trtc-2022',
        'trtc-310-filelist-string',
        'trtc-304-filelist-array',
        'trtc-310-all-in-one',
        'trtc-311-flat',
        'trtc-305-leavecode',
        'trtc-307-string',
        'trtc-ts-utc8',
        'trtc-type-audiovideo',
        'trtc-auto-record',
        'trtc-compact-body',
        'trtc-roomid-always-string',
      ]),
    );
  });

  it('each belong to a clause that says how it is read by default', () => {
    const readings = new Map(
      Object.values(clauses).map((clause) => [clause.id as string, 'reading' in clause]),
    );
    expect(dialects.filter(({ clause }) => readings.get(clause) !== true)).toEqual([]);
  });
});
