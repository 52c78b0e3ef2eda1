import { describe, expect, it } from 'vitest';
import { inspectBytes } from '#media/inspector.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { mp3Damages } from './mp3-damage.ts';

/** Ten in the lowest seven bits: every frame has a line feed, which text-mode transfers damage. */
const fingerprint = 10;

describe.each([1, 60])('mp3Damages on %d seconds', (durationSeconds) => {
  const sound = writeMp3({ durationSeconds, fingerprint });

  it('start from a valid file', () => {
    expect(inspectBytes(sound)).toMatchObject({ verdict: 'valid', faults: [] });
  });

  it.each(mp3Damages)('$name is $severity', ({ apply, severity }) => {
    const before = sound.slice();
    const damaged = apply(sound) ?? sound;
    expect(inspectBytes(damaged).verdict).toBe(severity);
    expect(sound).toEqual(before);
  });
});

describe('mp3Damages', () => {
  it('have different names', () => {
    expect(new Set(mp3Damages.map(({ name }) => name)).size).toBe(mp3Damages.length);
  });

  it('do not convert line feeds that are not there', () => {
    const convert = mp3Damages.find(({ name }) => name === 'line-feeds-converted');
    expect(convert?.apply(Uint8Array.of(1, 2, 3))).toBeUndefined();
    expect(convert?.apply(Uint8Array.of(1, 10, 3))).toEqual(Uint8Array.of(1, 13, 10, 3));
  });
});
