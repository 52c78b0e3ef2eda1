import { describe, expect, it } from 'vitest';
import { mp3Shape, writeMp3 } from './writer.ts';

describe('writeMp3', () => {
  it('writes at least one frame', () => {
    expect(mp3Shape({ durationSeconds: 0.0001 }).frames).toBe(1);
  });

  it.each([
    ['a rate MPEG audio does not have', { durationSeconds: 1, sampleRateHz: 96000 }, '96000 Hz'],
    ['a bitrate the version does not list', { durationSeconds: 1, bitrateKbps: 320 }, '320 kbit/s'],
    [
      'a bitrate without room for the side info',
      { durationSeconds: 1, sampleRateHz: 24000, bitrateKbps: 8, channels: 2 as const },
      'no room',
    ],
    ['no duration', { durationSeconds: 0 }, 'durationSeconds'],
    ['a duration that is no number', { durationSeconds: Number.NaN }, 'durationSeconds'],
  ])('refuses %s', (_, options, reason) => {
    expect(() => writeMp3(options)).toThrow(RangeError);
    expect(() => writeMp3(options)).toThrow(reason);
  });
});
