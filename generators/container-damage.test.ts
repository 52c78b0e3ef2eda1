import { describe, expect, it } from 'vitest';
import { writePlaylist } from '#media/hls/writer.ts';
import { inspectBytes } from '#media/inspector.ts';
import { writeMp4 } from '#media/mp4/writer.ts';
import { writeTs } from '#media/ts/writer.ts';
import { playlistDamages } from './hls-damage.ts';
import { mp4Damages } from './mp4-damage.ts';
import { tsDamages } from './ts-damage.ts';

const picture = { width: 64, height: 36 };
const segments = [
  { uri: 'a.ts', durationSeconds: 12 },
  { uri: 'b.ts', durationSeconds: 3.5 },
];

const files = [
  ['a second of audio', 'ts', tsDamages, writeTs({ durationMs: 1000 })],
  ['twelve seconds of audio', 'ts', tsDamages, writeTs({ durationMs: 12_000 })],
  ['audio and video', 'ts', tsDamages, writeTs({ durationMs: 3000, picture })],
  ['two seconds', 'mp4', mp4Damages, writeMp4({ durationMs: 2000 })],
  ['a sparse hour', 'mp4', mp4Damages, writeMp4({ durationMs: 3_600_000, sparse: true, picture })],
  ['tables behind', 'mp4', mp4Damages, writeMp4({ durationMs: 9000, layout: 'moov-last' })],
  ['two segments', 'm3u8', playlistDamages, writePlaylist({ segments, startRecTimeMs: 1e12 })],
] as const;

describe.each(files)('%s in a %s file', (_, promised, damages, sound) => {
  it('is sound, and the damages have different names', () => {
    expect(inspectBytes(sound, { promised })).toMatchObject({ verdict: 'valid', faults: [] });
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
  });

  it.each(damages)('$name is $severity', ({ apply, severity }) => {
    const before = sound.slice();
    const damaged = apply(sound) ?? sound;
    expect(inspectBytes(damaged, { promised }).verdict).toBe(severity);
    expect(sound).toEqual(before);
  });
});

describe('tsDamages', () => {
  it('lose no packet where a stream has no other', () => {
    const [lost, moved] = ['packet-lost', 'packet-moved'].map((name) =>
      tsDamages.find((damage) => damage.name === name)?.apply(writeTs({ durationMs: 64 })),
    );
    expect([lost, moved]).toEqual([undefined, undefined]);
  });
});
