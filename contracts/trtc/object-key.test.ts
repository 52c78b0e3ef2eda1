import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { decodeNameId, encodeNameId } from './name-id.ts';
import { formatNameTime, parseNameTime } from './name-time.ts';
import {
  formatCacheFile,
  formatFileName,
  formatObjectKey,
  parseFileName,
  parseObjectKey,
  type Mp4ObjectFile,
  type PlaylistFile,
  type TrtcFile,
} from './object-key.ts';
import { defaultReading, type TrtcReading } from './reading.ts';
import { isRoomId, roomKey, roomMarks } from './room.ts';

const sdkAppId = 1400123456;
const startMs = Date.UTC(2021, 4, 31, 1, 45, 51, 884);
const place = { prefix: ['rec'], taskId: '-m9-bVVU7id.', sdkAppId, roomId: 12345 } as const;
const single = { mode: 'single', userId: '1686119', mediaId: 'main', trackType: 'video' } as const;
const playlist: PlaylistFile = { ...place, kind: 'playlist', recovery: 0, stream: single };
const mp4: Mp4ObjectFile = {
  ...place,
  kind: 'mp4',
  stream: { mode: 'single', userId: '1686119', mediaId: 'aux' },
  index: undefined,
};

const roomTexts = fc
  .string({
    unit: fc.constantFrom(...Array.from(`ABCXYZabcxyz0123456789${roomMarks}`)),
    minLength: 1,
    maxLength: 64,
  })
  .filter(isRoomId);
const rooms = fc.oneof(fc.integer({ min: 1, max: limits.roomNumberMax }), roomTexts);
const owners = fc.record({
  mode: fc.constant('single'),
  userId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 32 }),
  mediaId: fc.constantFrom('main', 'aux'),
});
const mixed = fc.constant({ mode: 'mixed' } as const);
const streams = fc.oneof(
  mixed,
  fc
    .tuple(owners, fc.constantFrom('audio', 'video', 'audio_video'))
    .map(([owner, trackType]) => ({ ...owner, trackType })),
);
const places = {
  prefix: fc.array(fc.stringMatching(/^[\w-]{1,9}$/u), { maxLength: 2 }),
  taskId: fc.constantFrom('-m9-bVVU7id', 'nHuqHlU7islZ.', 'a+b'),
  sdkAppId: fc.integer({ min: 1_400_000_000, max: 1_499_999_999 }),
  roomId: rooms,
};
const recoveries = fc.constantFrom(0, 1, 2, 3);

/** Any recording file that the documents can name. */
const files: fc.Arbitrary<TrtcFile> = fc.oneof(
  fc.record({ ...places, kind: fc.constant('playlist'), recovery: recoveries, stream: streams }),
  fc.record({
    ...places,
    kind: fc.constant('segment'),
    recovery: recoveries,
    stream: streams,
    startMs: fc.integer({ min: 0, max: 253_402_271_999_999 }),
  }),
  fc.record({
    ...places,
    kind: fc.constant('mp4'),
    stream: fc.oneof(mixed, owners),
    index: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
  }),
);
const readings: fc.Arbitrary<TrtcReading> = fc
  .record({
    nameZoneHours: fc.constantFrom(0, 8),
    objectUnderscores: fc.constantFrom(1, 2),
    mergedType: fc.constantFrom('audio_video', 'audiovideo'),
  })
  .map((names) => ({ ...defaultReading, ...names }));

describe('formatObjectKey', () => {
  it.each<readonly [TrtcFile, Partial<TrtcReading>, string]>([
    [playlist, {}, '__UserId_s_MTY4NjExOQ..__UserId_e_main_video.m3u8'],
    [
      { ...playlist, kind: 'segment', startMs },
      {},
      '__UserId_s_MTY4NjExOQ..__UserId_e_main_video_20210531014551884.ts',
    ],
    [
      { ...playlist, kind: 'segment', startMs },
      { nameZoneHours: 8, objectUnderscores: 1 },
      '_UserId_s_MTY4NjExOQ.._UserId_e_main_video_20210531094551884.ts',
    ],
    [
      { ...playlist, stream: { ...single, trackType: 'audio_video' } },
      { mergedType: 'audiovideo' },
      '__UserId_s_MTY4NjExOQ..__UserId_e_main_audiovideo.m3u8',
    ],
    [mp4, {}, '__UserId_s_MTY4NjExOQ..__UserId_e_aux.mp4'],
    [{ ...mp4, index: 2 }, {}, '__UserId_s_MTY4NjExOQ..__UserId_e_aux_2.mp4'],
    [{ ...playlist, stream: { mode: 'mixed' } }, {}, '.m3u8'],
    [
      { ...playlist, kind: 'segment', stream: { mode: 'mixed' }, startMs },
      {},
      '_20210531014551884.ts',
    ],
    [{ ...mp4, stream: { mode: 'mixed' } }, {}, '.mp4'],
    [{ ...mp4, stream: { mode: 'mixed' }, index: 1 }, {}, '_1.mp4'],
  ])('of %j under %j', (file, reading, rest) => {
    expect(formatObjectKey(file, { ...defaultReading, ...reading })).toBe(
      `rec/-m9-bVVU7id./1400123456_12345${rest}`,
    );
  });

  it('names recovered files and needs no prefix', () => {
    const file: TrtcFile = { ...playlist, prefix: [], recovery: 3, stream: { mode: 'mixed' } };
    expect(formatObjectKey(file)).toBe('-m9-bVVU7id./ha3_1400123456_12345.m3u8');
  });

  it('keeps an integer room apart from the string of its digits', () => {
    expect(formatFileName({ ...mp4, stream: { mode: 'mixed' }, roomId: '12345' })).toBe(
      '1400123456_MTIzNDU..mp4',
    );
    expect(roomKey(12345)).not.toBe(roomKey('12345'));
  });

  it('names a cache file with single underscores', () => {
    expect(formatCacheFile(mp4)).toBe('1400123456_12345_UserId_s_MTY4NjExOQ.._UserId_e_aux.mp4');
  });

  it.each<readonly [Partial<Mp4ObjectFile>, string]>([
    [{ roomId: '' }, 'The room ID is empty.'],
    [{ roomId: 0 }, 'The room number 0 is not an integer from 1 to 4294967294.'],
    [{ roomId: 4_294_967_295 }, 'The room number 4294967295 is not an integer'],
    [{ roomId: 1.5 }, 'The room number 1.5 is not an integer'],
    [{ index: 0 }, 'The index 0 is not an integer from 1 to 9007199254740991.'],
    [{ sdkAppId: Number.NaN }, 'The SdkAppId NaN is not an integer'],
    [{ taskId: '' }, "'' is not the name of one folder."],
    [{ taskId: '..' }, "'..' is not the name of one folder."],
    [{ taskId: 'a/b' }, "'a/b' is not the name of one folder."],
    [{ prefix: [''] }, "'' is not the name of one folder."],
    [
      { stream: { mode: 'single', userId: '', mediaId: 'main' } },
      'The user ID of a single stream is empty.',
    ],
  ])('refuses %j', (wrong, message) => {
    const format = (): string => formatObjectKey({ ...mp4, ...wrong });
    expect(format).toThrow(RangeError);
    expect(format).toThrow(message);
  });
});

/** A key with the spellings that reading tolerates made one. */
function normal(key: string): string {
  return key.replaceAll(/__(?=UserId)/gu, '_').replace('audiovideo', 'audio_video');
}

describe('parseObjectKey', () => {
  it('reads back every key of every reading', () => {
    fc.assert(
      fc.property(files, readings, (file, reading) => {
        const read = parseObjectKey(formatObjectKey(file, reading), file.sdkAppId, reading);
        expect(read).toMatchObject({ kind: 'recording', file });
      }),
    );
  });

  it('writes back every key that it reads', () => {
    const edits = fc.record({
      at: fc.nat(80),
      removed: fc.nat(2),
      added: fc.constantFrom('', '_', '.', '0', '1', 'ha1_', '=', '+', 'a', '/'),
    });
    fc.assert(
      fc.property(files, edits, (file, { at, removed, added }) => {
        const name = formatFileName(file);
        const key = `t/${name.slice(0, at)}${added}${name.slice(at + removed)}`;
        const read = parseObjectKey(key, file.sdkAppId);
        const again = read.kind === 'foreign' ? key : formatObjectKey(read.file, defaultReading);
        expect(normal(again)).toBe(normal(key));
      }),
      { numRuns: 1000 },
    );
  });

  it('gives different files different keys', () => {
    fc.assert(
      fc.property(files, files, (one, other) => {
        const same = formatObjectKey(one) === formatObjectKey(other);
        expect(same).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it.each([
    ['1400123456_1.m3u8', /no task/u],
    ['/1400123456_1.m3u8', /no task/u],
    ['a//t/1400123456_1.m3u8', /no name/u],
    ['t/1400123457_1.m3u8', /does not begin with 1400123456_/u],
    ['t/1400123456_1.mp3', /none of the forms/u],
    ['t/1400123456_0.m3u8', /neither a room number/u],
    ['t/1400123456_MTIz=.m3u8', /neither a room number/u],
    ['t/ha1_1400123456_1.mp4', /MP4/u],
    ['t/ha4_1400123456_1.m3u8', /none of the forms/u],
    ['t/1400123456_1_20210531014551884.mp4', /MP4/u],
    ['t/1400123456_1_20210531014551884.m3u8', /no time/u],
    ['t/1400123456_1_20210229014551884.ts', /not a time/u],
    ['t/1400123456_1.ts', /not a time/u],
    ['t/1400123456_1_1.ts', /no index/u],
    ['t/1400123456_1_01.mp4', /none of the forms/u],
    ['t/1400123456_1__UserId_s_MQ..__UserId_e_main.m3u8', /has a type/u],
    ['t/1400123456_1__UserId_s_MQ..__UserId_e_main_audio.mp4', /MP4/u],
    ['t/1400123456_1__UserId_s_MQ.._UserId_e_main_audio.m3u8', /none of the forms/u],
    ['t/1400123456_1__UserId_s_MQ__UserId_e_main_audio.m3u8', /Base64 of a user/u],
    ['t/1400123456_1__UserId_s_MQ..__UserId_e_mix_audio.m3u8', /none of the forms/u],
  ])('takes %s for foreign', (key, reason) => {
    expect(parseObjectKey(key, sdkAppId)).toMatchObject({
      kind: 'foreign',
      reason: expect.stringMatching(reason) as string,
    });
  });

  it('tells how a name was written', () => {
    const name = '1400123456_1_UserId_s_MQ.._UserId_e_aux_audiovideo_20210531094551884.ts';
    expect(parseFileName(name, { prefix: [], taskId: 't', sdkAppId })).toMatchObject({
      underscores: 1,
      startText: '20210531094551884',
      file: { stream: { mediaId: 'aux', trackType: 'audio_video' } },
    });
  });
});

describe('names of identifiers', () => {
  it.each([
    ['1686119', 'MTY4NjExOQ..'],
    ['>>>???', 'Pj4+Pz8-'],
    ['a', 'YQ..'],
  ])('%s is %s', (id, text) => {
    expect(encodeNameId(id)).toBe(text);
    expect(decodeNameId(text)).toBe(id);
  });

  it.each(['YR..', 'YQ=.', 'YQ', 'Y Q', '_Q..', '-w..'])('%s names nothing', (text) => {
    expect(decodeNameId(text)).toBeUndefined();
  });

  it('never look like a number for a legal string room', () => {
    fc.assert(
      fc.property(roomTexts, (room) => {
        expect(encodeNameId(room)).not.toMatch(/^\d+$/u);
      }),
    );
  });
});

describe('parseNameTime', () => {
  it('reads what formatNameTime writes', () => {
    expect(formatNameTime(startMs)).toBe('20210531014551884');
    expect(parseNameTime('20210531014551884')).toBe(startMs);
    expect(formatNameTime(0)).toBe('19700101000000000');
    expect(() => formatNameTime(1.5)).toThrow(RangeError);
    expect(() => formatNameTime(-1)).toThrow(RangeError);
  });

  it.each(['2021053101455188', '20210531014560884', '20210531-14551884', '19691231235959999'])(
    '%s is no time',
    (text) => {
      expect(parseNameTime(text)).toBeUndefined();
    },
  );
});

describe('isRoomId', () => {
  it.each([
    [1, true],
    [0, false],
    [4_294_967_294, true],
    [4_294_967_295, false],
    ['a b~', true],
    ['', false],
    ['a/b', false],
    ['ü', false],
    ['a'.repeat(64), true],
    ['a'.repeat(65), false],
  ])('of %j is %s', (room, expected) => {
    expect(isRoomId(room)).toBe(expected);
  });

  it('knows 89 characters', () => {
    expect(new Set(roomMarks).size + 62).toBe(89);
  });
});
