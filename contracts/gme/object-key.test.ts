import { describe, expect, it } from 'vitest';
import { resolveReading } from './dialects.ts';
import { formatNameTime, parseNameTime } from './name-time.ts';
import { formatObjectKey, isAmbiguous, parseObjectKey, type GmeFile } from './object-key.ts';

const bizId = 1400000000;
const single: GmeFile = {
  bizId,
  roomId: '100',
  userId: '10001',
  mode: 'single',
  taskId: 446946705284000123n,
  startSeconds: 1675930605,
  seqNo: 2,
};
const mixed: GmeFile = { ...single, mode: 'mixed', userId: '0' };

describe('formatObjectKey', () => {
  it.each([
    [[], single, '1400000000_100_10001/2023-02-09-16-16-45_2_audio.mp3'],
    [[], mixed, '1400000000_100/446946705284000123_2023-02-09-16-16-45_2_audio.mp3'],
    [['gme-name-utc'], single, '1400000000_100_10001/2023-02-09-08-16-45_2_audio.mp3'],
    [
      ['gme-name-taskid'],
      single,
      '1400000000_100_10001/2023-02-09-16-16-45_446946705284000123_audio.mp3',
    ],
    [
      ['gme-name-taskid'],
      mixed,
      '1400000000_100/446946705284000123_2023-02-09-16-16-45_2_audio.mp3',
    ],
    [
      ['gme-name-blanks'],
      mixed,
      '1400000000_100/446946705284000123 _2023-02-09-16-16-45 _2_audio.mp3',
    ],
    [
      [],
      { ...single, roomId: '房/间_%😀', userId: '"07"' },
      '1400000000_房/间_%😀_"07"/2023-02-09-16-16-45_2_audio.mp3',
    ],
  ])('under the dialects %j', (dialects, file, key) => {
    expect(formatObjectKey(file, resolveReading(dialects))).toBe(key);
  });

  it.each([
    [{ roomId: '' }, 'The room ID is empty.'],
    [{ userId: '' }, 'The user ID of a single stream is empty.'],
    [{ seqNo: -1 }, 'The serial number -1 is not a natural number.'],
    [{ seqNo: 1.5 }, 'The serial number 1.5 is not a natural number.'],
    [{ bizId: Number.NaN }, 'The BizID NaN is not a natural number.'],
    [{ taskId: -1n }, 'The task id -1 is negative.'],
    [{ startSeconds: -1 }, '-1 is not a number of whole seconds'],
    [{ startSeconds: 253_402_300_800 }, 'is not a number of whole seconds'],
  ])('refuses %o: %s', (wrong, reason) => {
    expect(() => formatObjectKey({ ...single, ...wrong })).toThrow(RangeError);
    expect(() => formatObjectKey({ ...single, ...wrong })).toThrow(reason);
  });

  it('takes the first task id and application there can be', () => {
    expect(formatObjectKey({ ...mixed, taskId: 0n, bizId: 0, seqNo: 0 })).toBe(
      '0_100/0_2023-02-09-16-16-45_0_audio.mp3',
    );
  });
});

describe('parseNameTime', () => {
  it.each([
    ['2023-02-09-16-16-45', 1675930605],
    ['1970-01-01-08-00-00', 0],
    ['2024-02-29-23-59-59', 1709222399],
    ['2025-01-01-00-00-00', 1735660800],
  ])('reads %s as %d, and back', (text, unixSeconds) => {
    expect(parseNameTime(text)).toBe(unixSeconds);
    expect(formatNameTime(unixSeconds)).toBe(text);
  });

  it.each([
    '2023-02-29-00-00-00',
    '2023-02-30-00-00-00',
    '2023-13-01-00-00-00',
    '2023-00-10-00-00-00',
    '2023-01-01-24-00-00',
    '2023-01-01-00-60-00',
    '2016-12-31-23-59-60',
    '1970-01-01-07-59-59',
    '2023-1-1-0-0-0',
    '2023-02-09-16-16-45\n',
    '２０２３-02-09-16-16-45',
    '2023-02-09 16:16:45',
  ])('refuses %j', (text) => {
    expect(parseNameTime(text)).toBeUndefined();
  });
});

describe('parseObjectKey', () => {
  it('reads a single-stream key', () => {
    expect(parseObjectKey(formatObjectKey(single), bizId)).toEqual({
      kind: 'single',
      folder: '1400000000_100_10001',
      bizId,
      roomUserSplits: [{ roomId: '100', userId: '10001' }],
      startText: '2023-02-09-16-16-45',
      startSeconds: 1675930605,
      seqNo: 2,
      taskId: undefined,
    });
  });

  it('reads a mixed-stream key, whose folder is all room', () => {
    expect(parseObjectKey(formatObjectKey({ ...mixed, roomId: 'a_b' }), bizId)).toEqual({
      kind: 'mixed',
      folder: '1400000000_a_b',
      bizId,
      roomId: 'a_b',
      taskId: 446946705284000123n,
      startText: '2023-02-09-16-16-45',
      startSeconds: 1675930605,
      seqNo: 2,
      blanks: false,
    });
  });

  it('returns every way in which a folder splits', () => {
    const reading = parseObjectKey(formatObjectKey({ ...single, roomId: 'a__b' }), bizId);
    expect(reading).toMatchObject({
      roomUserSplits: [
        { roomId: 'a', userId: '_b_10001' },
        { roomId: 'a_', userId: 'b_10001' },
        { roomId: 'a__b', userId: '10001' },
      ],
    });
    expect(isAmbiguous(reading)).toBe(true);
  });

  it('is sure of a folder that splits in one way', () => {
    expect(isAmbiguous(parseObjectKey(formatObjectKey(single), bizId))).toBe(false);
    expect(isAmbiguous(parseObjectKey(formatObjectKey(mixed), bizId))).toBe(false);
  });

  it('understands blanks in mixed names under every reading', () => {
    const key = formatObjectKey(mixed, resolveReading(['gme-name-blanks']));
    expect(parseObjectKey(key, bizId)).toMatchObject({ kind: 'mixed', seqNo: 2, blanks: true });
  });

  it('reads the task id of a single stream under gme-name-taskid', () => {
    const reading = resolveReading(['gme-name-taskid']);
    expect(parseObjectKey(formatObjectKey(single, reading), bizId, reading)).toMatchObject({
      kind: 'single',
      seqNo: undefined,
      taskId: 446946705284000123n,
    });
  });

  it.each([
    ['2023-02-09-16-16-45_0_audio.mp3', 'It lies in no folder.'],
    ['1500000000_100_7/2023-02-09-16-16-45_0_audio.mp3', 'does not start with 1400000000_'],
    ['14000000001_100_7/2023-02-09-16-16-45_0_audio.mp3', 'does not start with 1400000000_'],
    ['1400000000_100_7/2023-02-09-16-16-45_0_audio.MP3', 'does not end with _audio.mp3'],
    ['1400000000_100_7/2023-02-09-16-16-45_0_audio.mp3.tmp', 'does not end with _audio.mp3'],
    ['1400000000_100_7/2023-02-29-16-16-45_0_audio.mp3', '2023-02-29-16-16-45 is not a time'],
    ['1400000000_100_7/2023-02-09-16-16-45_00_audio.mp3', '00 is not a serial number'],
    ['1400000000_100_7/2023-02-09-16-16-45__audio.mp3', 'neither form'],
    ['1400000000_100_7/2023-02-09-16-16-45 _0_audio.mp3', 'neither form'],
    ['1400000000_100_7/2023-02-09-16-16-45_446946705284000123_audio.mp3', 'not a serial number'],
    ['1400000000_100/2023-02-09-16-16-45_0_audio.mp3', 'names no user'],
    ['1400000000_100_/2023-02-09-16-16-45_0_audio.mp3', 'names no user'],
    ['1400000000__7/2023-02-09-16-16-45_0_audio.mp3', 'names no user'],
    ['1400000000_/1_2023-02-09-16-16-45_0_audio.mp3', 'names no room'],
    ['1400000000_100/01_2023-02-09-16-16-45_0_audio.mp3', '01 is not a task id'],
    ['1400000000_100/1 _2023-02-09-16-16-45_0_audio.mp3', 'neither form'],
    ['1400000000_100/18446744073709551616_2023-02-09-16-16-45_0_audio.mp3', 'is not a task id'],
    ['1400000000_100/1_2023-02-09-16-16-61_0_audio.mp3', 'is not a time'],
    ['1400000000_100/1_2023-02-09-16-16-45_00_audio.mp3', '00 is not a serial number'],
    ['1400000000_100/x1_2023-02-09-16-16-45_0_audio.mp3', 'neither form'],
    ['1400000000_100/1_2023-02-09-16-16-45_0x_audio.mp3', 'neither form'],
    ['1400000000_100_7/2023-02-09-16-16-45_0x_audio.mp3', 'neither form'],
    ['1400000000_100_7/x2023-02-09-16-16-45_0_audio.mp3', 'neither form'],
    ['/1_2023-02-09-16-16-45_0_audio.mp3', 'does not start with 1400000000_'],
    ['', 'It lies in no folder.'],
  ])('says of %j: %s', (key, reason) => {
    expect(parseObjectKey(key, bizId)).toMatchObject({
      kind: 'foreign',
      reason: expect.stringContaining(reason) as string,
    });
  });

  it('says of what is no task id under gme-name-taskid that it is none', () => {
    const key = '1400000000_100_7/2023-02-09-16-16-45_18446744073709551616_audio.mp3';
    expect(parseObjectKey(key, bizId, resolveReading(['gme-name-taskid']))).toMatchObject({
      kind: 'foreign',
      reason: '18446744073709551616 is not a task id.',
    });
  });

  it('reads the largest task id and serial numbers of several digits', () => {
    const file = { ...mixed, taskId: 2n ** 64n - 1n, seqNo: 12 };
    expect(parseObjectKey(formatObjectKey(file), bizId)).toMatchObject({
      taskId: 2n ** 64n - 1n,
      seqNo: 12,
    });
  });
});
