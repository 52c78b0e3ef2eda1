import { describe, expect, it } from 'vitest';
import { ascii, join, noise } from '#fixtures/media/bytes.ts';
import { sniffForeign } from './foreign.ts';

/** An ADTS header that announces so many bytes. */
function adts(bytes: number, first = [0xff, 0xf1]): Uint8Array {
  return Uint8Array.of(...first, 0x50, bytes >>> 11, (bytes >>> 3) & 0xff, (bytes & 7) << 5, 0xfc);
}

const marks: readonly (readonly [format: string, mark: string])[] = [
  ...['RIFF', 'RIFX', 'RF64'].map((outer) => ['wav', `${outer}....WAVE`] as const),
  ['avi', 'RIFF....AVI '],
  ['aiff', 'FORM....AIFF'],
  ['aiff', 'FORM....AIFC'],
  ...['ftyp', 'moov', 'mdat', 'styp', 'moof', 'wide', 'free', 'skip'].map(
    (box) => ['mp4', `\0\0\0\x20${box}`] as const,
  ),
  ['aac', 'ADIF'],
  ['ogg', 'OggS'],
  ['flac', 'fLaC'],
  ['amr', '#!AMR'],
  ['silk', '#!SILK'],
  ['silk', '\x02#!SILK'],
  ['caf', 'caff'],
  ['au', '.snd'],
  ['midi', 'MThd'],
  ['ape', 'MAC '],
  ['wavpack', 'wvpk'],
  ['webm', '\x1a\x45\xdf\xa3'],
  ['asf', '\x30\x26\xb2\x75'],
  ['flv', 'FLV\x01'],
  ['mpeg-ps', '\0\0\x01\xba'],
  ['m3u8', '#EXTM3U'],
  ['gzip', '\x1f\x8b'],
  ['zip', 'PK\x03\x04'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['xz', '\xfd7zX'],
  ['bzip2', 'BZh'],
  ['7z', '7z\xbc\xaf'],
  ['rar', 'Rar!'],
  ['pdf', '%PDF'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
];

describe('sniffForeign', () => {
  it.each(marks)('tells %s by its mark', (format, mark) => {
    expect(sniffForeign(join(ascii(mark), noise(50)))).toBe(format);
    expect(sniffForeign(ascii(mark))).toBe(format);
    expect(sniffForeign(ascii(mark.slice(0, -1)))).toBeUndefined();
    // Any other letter makes it something else: those that stand for four dots do not count.
    const letters = Array.from(mark).flatMap((letter, at) =>
      letter === '.' || (format === 'mp4' && at < 4) ? [] : [at],
    );
    for (const at of mark.startsWith('.') ? [0, ...letters] : letters) {
      expect(sniffForeign(ascii(`${mark.slice(0, at)}~${mark.slice(at + 1)}`))).not.toBe(format);
    }
  });

  it('tells AAC by two headers, one behind the other', () => {
    expect(sniffForeign(join(adts(40), noise(33), adts(20)))).toBe('aac');
    expect(sniffForeign(join(adts(0x1fff), noise(0x1fff - 7), adts(20)))).toBe('aac');
    expect(sniffForeign(join(adts(40), noise(33)))).toBe('aac');
    expect(sniffForeign(join(adts(40), noise(34)))).toBeUndefined();
    expect(sniffForeign(join(adts(40), noise(32)))).toBeUndefined();
    expect(sniffForeign(join(noise(1), adts(40), noise(33), adts(20)))).toBeUndefined();
    expect(sniffForeign(join(adts(7), adts(7)))).toBe('aac');
    expect(sniffForeign(join(adts(6).subarray(0, 6), adts(7)))).toBeUndefined();
    // With an MPEG-2 mark, and without CRC; never with layer bits.
    for (const [second, format] of [
      [0xf0, 'aac'],
      [0xf9, 'aac'],
      [0xfb, undefined],
      [0xe1, undefined],
    ] as const) {
      expect(sniffForeign(join(adts(40, [0xff, second]), noise(33)))).toBe(format);
    }
  });

  it('tells MPEG-TS by three sync bytes in a row', () => {
    const packets = new Uint8Array(377);
    [0, 188, 376].forEach((at) => (packets[at] = 0x47));
    expect(sniffForeign(packets)).toBe('ts');
    expect(sniffForeign(packets.subarray(0, 376))).toBeUndefined();
    for (const at of [0, 188, 376]) {
      const damaged = packets.slice();
      damaged[at] = 0x48;
      expect(sniffForeign(damaged)).toBeUndefined();
    }
  });

  it('knows no mark in MP3, in noise and in nothing', () => {
    for (const bytes of [ascii('\xff\xfb\x90\x64'), noise(400), new Uint8Array(0)]) {
      expect(sniffForeign(bytes)).toBeUndefined();
    }
  });
});
