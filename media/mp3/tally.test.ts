import { describe, expect, it } from 'vitest';
import { Tally } from './tally.ts';

const [stereo44, free44, mono24] = [0xfffb9064, 0xfffb0064, 0xfff384c4];

describe('Tally', () => {
  it('knows nothing before the first frame', () => {
    const tally = new Tally();
    expect([tally.frames, tally.seconds, tally.stream()]).toEqual([0, 0, undefined]);
    tally.refer(stereo44);
    expect([tally.seconds, tally.stream()]).toEqual([0, undefined]);
  });

  it('tells a constant bitrate as it is listed', () => {
    const tally = new Tally();
    tally.refer(stereo44);
    // Padding and mode extension may differ.
    [stereo44, stereo44 | 0x200, stereo44 ^ 0x30].forEach((word) => tally.add(word, 417));
    expect(tally.seconds).toBeCloseTo((3 * 1152) / 44100, 12);
    expect(tally.stream()).toEqual({
      mpegVersion: '1',
      layer: 3,
      sampleRateHz: 44100,
      channels: 2,
      bitrateKbps: 128,
      bitrateMode: 'cbr',
    });
  });

  it('tells the mean of a variable bitrate, to a tenth', () => {
    const tally = new Tally();
    tally.refer(stereo44);
    tally.add(stereo44, 417);
    tally.add(0xfffb5064, 208);
    // 625 bytes in two frames of 1152 samples.
    expect(tally.stream()).toMatchObject({ bitrateKbps: 95.7, bitrateMode: 'vbr' });
    // The same bitrate again makes it no constant one.
    tally.add(stereo44, 417);
    expect(tally.stream()).toMatchObject({ bitrateMode: 'vbr' });
  });

  it('tells the mean of free format', () => {
    const tally = new Tally();
    tally.refer(free44);
    tally.add(free44, 1306);
    expect(tally.stream()).toMatchObject({ bitrateKbps: 400, bitrateMode: 'free' });
  });

  it('adds up parts of different formats, and tells the first', () => {
    const tally = new Tally();
    tally.refer(stereo44);
    tally.add(stereo44, 417);
    tally.add(stereo44, 417);
    tally.refer(mono24);
    expect(tally.seconds).toBeCloseTo((2 * 1152) / 44100, 12);
    tally.add(mono24, 192);
    expect(tally.frames).toBe(3);
    expect(tally.seconds).toBeCloseTo((2 * 1152) / 44100 + 576 / 24000, 12);
    expect(tally.stream()).toMatchObject({ mpegVersion: '1', sampleRateHz: 44100, channels: 2 });
  });
});
