import { describe, expect, it } from 'vitest';
import { join, noise, overwrite } from '#fixtures/media/bytes.ts';
import { frame } from '#fixtures/media/frame.ts';
import { headerFrame, type HeaderFrameSpec, vbriFrame } from '#fixtures/media/header-frame.ts';
import { Window } from '../window.ts';
import { type InfoFrame, isInfoFrame, readInfoFrame } from './info-frame.ts';

/** Side info of MPEG-1 stereo. */
const sideBytes = 32;

function isInfo(bytes: Uint8Array, length = bytes.length): boolean {
  const before = noise(5);
  const all = join(before, bytes);
  return isInfoFrame(new DataView(all.buffer), before.length, length, sideBytes);
}

function read(bytes: Uint8Array, length = bytes.length): InfoFrame {
  const before = noise(5);
  return readInfoFrame(new Window(join(before, bytes), 0, true), before.length, length);
}

describe('isInfoFrame', () => {
  it('knows the three marks', () => {
    expect(isInfo(headerFrame({ mark: 'Xing' }))).toBe(true);
    expect(isInfo(headerFrame({ mark: 'Info' }))).toBe(true);
    expect(isInfo(vbriFrame(1, 1))).toBe(true);
    expect(isInfo(frame())).toBe(false);
  });

  it('looks for no mark behind the end of a frame', () => {
    expect(isInfo(headerFrame({}), 44)).toBe(true);
    expect(isInfo(headerFrame({}), 43)).toBe(false);
    expect(isInfo(vbriFrame(1, 1), 54)).toBe(true);
    expect(isInfo(vbriFrame(1, 1), 53)).toBe(false);
  });

  it('takes one wrong letter for no mark', () => {
    const bytes = headerFrame({ mark: 'Xing' });
    for (const at of [36, 37, 38, 39]) {
      expect(isInfo(overwrite(bytes, at, Uint8Array.of(0x2e)))).toBe(false);
    }
  });
});

describe('readInfoFrame', () => {
  const full: HeaderFrameSpec = {
    frames: 0x01020304,
    bytes: 0x05060708,
    encoder: 'LAME3.100',
    musicCrc: 0xabcd,
  };

  it('reads frames, bytes and the encoder’s CRC', () => {
    const figures = { frames: 0x01020304, bytes: 0x05060708 };
    expect(read(headerFrame(full))).toEqual({ kind: 'Info', ...figures, musicCrc: 0xabcd });
    expect(read(headerFrame({ ...full, mark: 'Xing' }))).toMatchObject({ kind: 'Xing' });
    expect(read(vbriFrame(7, 9))).toEqual({
      kind: 'VBRI',
      frames: 7,
      bytes: 9,
      musicCrc: undefined,
    });
  });

  it('reads only the fields whose flags are set, in their order', () => {
    const of = (flags: number): InfoFrame => read(headerFrame({ ...full, flags }));
    expect(of(0)).toMatchObject({ frames: undefined, bytes: undefined });
    expect(of(1)).toMatchObject({ frames: 0x01020304, bytes: undefined });
    expect(of(2)).toMatchObject({ frames: undefined, bytes: 0x01020304 });
    expect(of(3)).toMatchObject({ frames: 0x01020304, bytes: 0x05060708 });
    expect([7, 11, 13, 14].map((flags) => of(flags).musicCrc)).toEqual(Array(4).fill(undefined));
    expect(of(0xff).musicCrc).toBe(0xabcd);
  });

  it.each([
    ['LAME', 'LAME3.100', 0xabcd],
    ['ffmpeg', 'Lavc59.37', 0xabcd],
    ['its container library', 'Lavf58.1', 0xabcd],
    ['an early LAME', 'L3.99r', 0xabcd],
    ['another encoder', 'GOGO3.13', undefined],
    ['nobody', '', undefined],
  ])('believes the CRC of %s', (_, encoder, musicCrc) => {
    expect(read(headerFrame({ ...full, encoder })).musicCrc).toBe(musicCrc);
  });

  it('believes no CRC that is blank or began in another file', () => {
    expect(read(headerFrame({ ...full, musicCrc: 0 })).musicCrc).toBeUndefined();
    expect(read(headerFrame({ ...full, encoderFlags: 0x80 })).musicCrc).toBeUndefined();
    expect(read(headerFrame({ ...full, encoderFlags: 0x7f })).musicCrc).toBe(0xabcd);
  });

  it('reads nothing behind the end of the frame', () => {
    const bytes = headerFrame(full);
    expect(read(bytes, 36 + 154).musicCrc).toBe(0xabcd);
    expect(read(bytes, 36 + 153).musicCrc).toBeUndefined();
    expect(read(bytes, 52)).toMatchObject({ frames: 0x01020304, bytes: 0x05060708 });
    expect(read(bytes, 51)).toMatchObject({ frames: 0x01020304, bytes: undefined });
    expect(read(bytes, 48)).toMatchObject({ frames: 0x01020304, bytes: undefined });
    expect(read(bytes, 47)).toMatchObject({ frames: undefined, bytes: undefined });
  });

  it('finds the mark behind the side info of mono and of MPEG-2', () => {
    for (const spec of [
      { channels: 1 },
      { sampleRateHz: 24000 },
      { sampleRateHz: 16000, channels: 1 },
    ] as const) {
      const bytes = headerFrame({ ...full, ...spec, bitrateKbps: 128 });
      expect(read(bytes)).toMatchObject({ kind: 'Info', frames: 0x01020304, musicCrc: 0xabcd });
    }
  });
});
