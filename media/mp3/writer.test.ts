import { describe, expect, it } from 'vitest';
import { mp3Shape, writeMp3 } from './writer.ts';

describe('writeMp3', () => {
  it('writes at least one frame', () => {
    expect(mp3Shape({ durationSeconds: 0.0001 }).frames).toBe(1);
  });

  it('leaves out an unwanted header frame', () => {
    const [plain, without] = [{}, { infoFrame: false }].map((options) =>
      mp3Shape({ durationSeconds: 3, ...options }),
    );
    expect(plain?.frames).toBe(without?.frames);
    expect((plain?.bytes ?? 0) - (without?.bytes ?? 0)).toBe(180);
  });

  it('may be almost a million seconds long', () => {
    expect(mp3Shape({ durationSeconds: 999_999 }).durationSeconds).toBeCloseTo(999_999, 0);
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
    ['a duration of a million seconds', { durationSeconds: 1e6 }, 'below a million'],
    ['a duration that is no number', { durationSeconds: Number.NaN }, 'durationSeconds'],
  ])('refuses %s', (_, options, reason) => {
    expect(() => writeMp3(options)).toThrow(RangeError);
    expect(() => writeMp3(options)).toThrow(reason);
  });
});
