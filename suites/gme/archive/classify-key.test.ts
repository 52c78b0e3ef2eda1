import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultReading, formatObjectKey, resolveReading } from '#contracts/gme/index.ts';
import { roomIds, userIds } from '#generators/gme/identifiers.ts';
import { classifyKey, type KeyClass } from './classify-key.ts';

const appId = 1400;
const time = '2023-02-09-16-16-45';

function kindOf(key: string, reading = defaultReading): KeyClass['kind'] {
  return classifyKey(key, appId, reading).kind;
}

describe('each key has one class', () => {
  test.each<[KeyClass['kind'], string]>([
    ['recording', `1400_r_u/${time}_0_audio.mp3`],
    ['recording', `1400_r/7_${time}_0_audio.mp3`],
    ['recording', `1400_r/7 _${time} _0_audio.mp3`],
    ['recording', `1400_a.tmp_b~/${time}_0_audio.mp3`],
    ['miscased', `1400_r_u/${time}_0_audio.MP3`],
    ['miscased', `1400_r_u/${time}_0_Audio.mp3`],
    ['impossible-time', '1400_r_u/2023-02-30-16-16-45_0_audio.mp3'],
    ['impossible-time', '1400_r/7_2023-02-09-25-16-45_0_audio.mp3'],
    ['impossible-time', '1400_r_u/0000-00-00-00-00-00_0_audio.mp3'],
    ['misplaced', `1400_r/${time}_0_audio.mp3`],
    ['misplaced', `1400_/7_${time}_0_audio.mp3`],
    ['misplaced', `1400__u/${time}_0_audio.mp3`],
    ['malformed', `1400_r_u/${time}_00_audio.mp3`],
    ['malformed', `1400_r_u/2023-02-30-16-16-45_00_audio.mp3`],
    ['malformed', `1400_r_u/${time}_00_audio.MP3`],
    ['malformed', `1400_r_u/${time}_0_audio.wav`],
    ['malformed', `1400_r_u_${time}_0_audio.mp3`],
    ['malformed', '1400_r_u/song.mp3'],
    ['leftover', `1400_r_u/${time}_0_audio.mp3.part`],
    ['leftover', `1400_r_u/${time}_0_audio.mp3.part-1`],
    ['leftover', '1400_r_u/._x'],
    ['leftover', 'Thumbs.db'],
    ['leftover', 'a/b.txt~'],
    ['folder-marker', '1400_r_u/'],
    ['folder-marker', 'other/'],
    ['other-application', `1401_r_u/${time}_0_audio.mp3`],
    ['other-application', `14000_r/7_${time}_0_audio.mp3`],
    ['other-application', `1401_r_u/${time}_446946705284000000_audio.mp3`],
    ['misspelt-application', `01400_r_u/${time}_0_audio.mp3`],
    ['misspelt-application', ` 1400_r_u/${time}_0_audio.mp3`],
    ['misspelt-application', `1400 _r_u/${time}_0_audio.mp3`],
    ['foreign', '1400_r_u/notes.txt'],
    ['foreign', `1401_r_u/${time}_00_audio.mp3`],
    ['foreign', `deeper/1400_r_u/${time}_0_audio.mp3`],
    ['foreign', `${time}_0_audio.mp3`],
    ['foreign', `99999999999999999999_r_u/${time}_0_audio.mp3`],
    ['foreign', ''.padEnd(300, 'x')],
  ])('%s: %s', (kind, key) => {
    expect(kindOf(key)).toBe(kind);
  });
});

test('the sample’s names are malformed by default, and say under which dialect they are none', () => {
  const key = `1400_r_u/${time}_446946705284000000_audio.mp3`;
  expect(classifyKey(key, appId, defaultReading)).toMatchObject({
    kind: 'malformed',
    dialect: 'gme-name-taskid',
  });
  expect(kindOf(key, resolveReading(['gme-name-taskid']))).toBe('recording');
});

test('whatever the contract writes is a recording, of its application and of no other', () => {
  fc.assert(
    fc.property(
      roomIds(),
      userIds(),
      fc.constantFrom('single', 'mixed'),
      fc.nat(20),
      (roomId, userId, mode, seqNo) => {
        const key = formatObjectKey({
          bizId: appId,
          roomId,
          userId,
          mode,
          taskId: 7n,
          startSeconds: 1_675_930_605,
          seqNo,
        });
        expect(kindOf(key)).toBe('recording');
        expect(classifyKey(key, 1401, defaultReading).kind).toBe('other-application');
      },
    ),
  );
});
