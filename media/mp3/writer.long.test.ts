import { describe, expect, it } from 'vitest';
import { inspectBytes } from '../inspector.ts';
import { mp3Chunks, mp3Shape, writeMp3 } from './writer.ts';

describe('writeMp3, for hours', () => {
  it('writes two hours of known shape', () => {
    const options = { durationSeconds: 7200 };
    const { verdict, durationSeconds, stream } = inspectBytes(writeMp3(options));
    expect(mp3Shape(options)).toEqual({ frames: 200_000, durationSeconds: 7200, bytes: 7_200_180 });
    expect({ verdict, durationSeconds, stream }).toEqual({
      verdict: 'valid',
      durationSeconds: 7200,
      stream: {
        mpegVersion: '2',
        layer: 3,
        sampleRateHz: 16000,
        channels: 1,
        bitrateKbps: 8,
        bitrateMode: 'cbr',
      },
    });
  });

  it('keeps pieces small whatever the duration', () => {
    const lengths = Array.from(mp3Chunks({ durationSeconds: 100_000 }), (piece) => piece.length);
    expect(Math.max(...lengths)).toBeLessThan(64 * 1024);
  });
});
