import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReading, formatObjectKey, resolveReading } from '#contracts/trtc/index.ts';
import { roomIds, userIds } from '#generators/trtc/identifiers.ts';
import { classifyKey, isOwn, type KeyClass } from './classify-key.ts';

const appId = 1400;
const user = '__UserId_s_dTE.__UserId_e_main';

function kindOf(key: string, reading = defaultReading): KeyClass['kind'] {
  return classifyKey(key, appId, reading).kind;
}

describe('each key has one class', () => {
  test.each<[KeyClass['kind'], string]>([
    ['recording', `-t./1400_1${user}_audio.m3u8`],
    ['recording', `a/b/t/ha3_1400_1_20260131233000000.ts`],
    ['recording', 't/1400_MTAw_7.mp4'],
    ['recording', 't/1400_1_UserId_s_dTE._UserId_e_aux_audiovideo.m3u8'],
    ['miscased', `t/1400_1${user}_audio.M3U8`],
    ['miscased', `t/1400_1${user}.Mp4`],
    ['impossible-time', `t/1400_1_20260230120000000.ts`],
    ['impossible-time', `t/ha1_1400_1${user}_audio_20261301120000000.ts`],
    ['misencoded', `t/1400_1__UserId_s_u_1__UserId_e_main.mp4`],
    ['misencoded', 't/1400_1__UserId_s___UserId_e_main.mp4'],
    ['misencoded', 't/1400_club~.m3u8'],
    ['misencoded', `t/1400_club~${user}_audio_20260131233000000.ts`],
    ['misencoded', 't/1400_0.mp4'],
    ['misencoded', 't/1400_4294967295.m3u8'],
    ['misplaced', '1400_1.m3u8'],
    ['misplaced', `1400_1${user}_audio_20260131233000000.ts`],
    ['malformed', 't/1400_1 (1).mp4'],
    ['malformed', `t/ha4_1400_1${user}_audio.m3u8`],
    ['malformed', `t/ha1_1400_1${user}.mp4`],
    ['malformed', `t/1400_1${user}_sound.m3u8`],
    ['malformed', `t/1400_1${user}_audio.aac`],
    ['malformed', `t/1400_1${user}_audio`],
    ['malformed', `t/1${user}_audio.m3u8`],
    ['malformed', 't%2F1400_1.m3u8'],
    ['malformed', 'p\\t\\1400_1.mp4'],
    ['malformed', 't/1400_1_2026-0131-233000000.ts'],
    ['merged', 't/dTE._20260131233000000_av.mp4'],
    ['merged', 't/dTE._20260131233000000.m4a'],
    ['leftover', 't/1400_1.mp4.tmp'],
    ['leftover', 't/.DS_Store'],
    ['folder-marker', 't/'],
    ['other-application', `t/1401_1${user}_audio.m3u8`],
    ['other-application', 't/ha1_14000_1.m3u8'],
    ['foreign', 't/14000_1.mkv'],
    ['foreign', 't/1401_0.mp4'],
    ['foreign', 'index.html'],
    ['foreign', 't/final.mp4'],
    ['foreign', ''.padEnd(300, 'x')],
  ])('%s: %s', (kind, key) => {
    expect(kindOf(key)).toBe(kind);
  });
});

test('of wrong names those of the application are its own, and no others', () => {
  const keys = ['t/1400_1.m3u8', 't/1400_1.M3U8', '1400_1.ts', 't/1401_1.m3u8', 't/a.ts', 't/'];
  expect(keys.map((key) => isOwn(classifyKey(key, appId, defaultReading)))).toEqual([
    ...[true, true, true],
    ...[false, false, false],
  ]);
});

test('whatever the contract writes is a recording, of its application and of no other', () => {
  fc.assert(
    fc.property(roomIds(), userIds(), fc.boolean(), (roomId, userId, isUtc8) => {
      const reading = resolveReading(isUtc8 ? ['trtc-ts-utc8'] : []);
      const stream = { mode: 'single', userId, mediaId: 'aux', trackType: 'video' } as const;
      const key = formatObjectKey(
        {
          kind: 'segment',
          prefix: [],
          taskId: '-a.',
          sdkAppId: appId,
          roomId,
          recovery: 2,
          stream,
          startMs: 1_772_366_391_000,
        },
        reading,
      );
      expect(kindOf(key, reading)).toBe('recording');
      expect(classifyKey(key, 1401, reading).kind).toBe('other-application');
    }),
  );
});
