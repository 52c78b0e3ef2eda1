import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameCrc, frameCrcStart, musicCrc } from './crc16.ts';

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const digits = viewOf(Uint8Array.from('123456789', (char) => char.charCodeAt(0)));

/** The definition: bit by bit, reflected. */
function slowMusicCrc(bytes: Uint8Array): number {
  return bytes.reduce((start, byte) => {
    let crc = start ^ byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xa001;
    }
    return crc;
  }, 0);
}

describe('check values of the catalogue of CRC algorithms', () => {
  it('music CRC is CRC-16/ARC', () => {
    expect(musicCrc(digits, 0, 9, 0)).toBe(0xbb3d);
  });

  it('frame CRC is CRC-16/CMS', () => {
    expect(frameCrc(digits, 0, 9, frameCrcStart)).toBe(0xaee7);
  });
});

it('the music CRC is the same sixteen bytes a step, in two parts and bit by bit', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(200), (bytes, cut) => {
      const at = Math.min(cut, bytes.length);
      const view = viewOf(bytes);
      const whole = musicCrc(view, 0, bytes.length, 0);
      expect(whole).toBe(slowMusicCrc(bytes));
      expect(musicCrc(view, at, bytes.length, musicCrc(view, 0, at, 0))).toBe(whole);
    }),
  );
});
