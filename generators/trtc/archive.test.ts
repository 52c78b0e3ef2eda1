import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauses } from '#contracts/trtc/clauses.ts';
import { inspectBytes } from '#media/inspector.ts';
import { shrunk } from '../statistics.test-helper.ts';
import { archives, bytesOf, sampleArchive, type TrtcArchive } from './archive.ts';
import { archiveMutations } from './archive-mutations.ts';
import { audit } from './audit.test-helper.ts';

/** The same archives in every run: whether each mutation finds a place must not depend on luck. */
const sample = fc.sample(archives({ spanMsMax: 90_000, troubles: false }), {
  numRuns: 60,
  seed: 20260809,
});

const clean = { names: [], playlists: [], media: [], callbacks: [] };

describe('archives', () => {
  it('hold every predicted file once, and nothing is found wrong in them', () => {
    for (const archive of sample) {
      const keys = archive.objects.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining([...archive.prediction.objectKeys]));
      expect(keys).toHaveLength(archive.prediction.objectKeys.length);
      expect(audit(archive)).toEqual(clean);
    }
  });

  it('hold sound media of the predicted length', () => {
    fc.assert(
      fc.property(archives({ spanMsMax: 60_000 }), ({ objects }) => {
        for (const object of objects) {
          const { recording } = object;
          const promised = ({ playlist: 'm3u8', segment: 'ts', mp4: 'mp4' } as const)[
            recording?.kind ?? 'mp4'
          ];
          const { faults, durationSeconds } = inspectBytes(bytesOf(object), { promised });
          const isOpen = recording?.kind === 'playlist' && !recording.playlist.isEnded;
          expect(faults.map(({ code }) => code)).toEqual(isOpen ? ['endlist-missing'] : []);
          if (recording?.kind === 'segment') {
            const { beginMs, endMs } = recording.segment;
            expect(Math.abs(durationSeconds - (endMs - beginMs) / 1000)).toBeLessThan(0.065);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('make bytes anew at each call', () => {
    const object = sample.flatMap(({ objects }) => objects)[0];
    expect(object).toBeDefined();
    expect(object === undefined ? 0 : bytesOf(object)).toEqual(
      object === undefined ? 1 : bytesOf(object),
    );
  });

  it('are the same for the same seed', () => {
    const keysOf = (seed: number): readonly string[] =>
      sampleArchive(seed).objects.map(({ key }) => key);
    expect(keysOf(3)).toEqual(keysOf(3));
    expect(keysOf(3)).not.toEqual(keysOf(4));
  });

  it('shrink to the files of one second', () => {
    const { objects } = shrunk(archives(), (archive) => archive.objects.length > 0);
    expect(objects.length).toBeLessThanOrEqual(4);
    expect(objects[0]?.key).toMatch(/^[\w-]+\.{0,2}\/1400000000_1/u);
  });
});

function mutants(name: string): readonly TrtcArchive[] {
  const mutation = archiveMutations.find((candidate) => candidate.name === name);
  const found: TrtcArchive[] = [];
  for (const [choice, archive] of sample.entries()) {
    const mutant = found.length < 3 ? mutation?.apply(archive, choice) : undefined;
    if (mutant !== undefined) {
      found.push(mutant);
    }
  }
  return found;
}

describe('archiveMutations', () => {
  it('are many, with different names, each of known clauses', () => {
    expect(archiveMutations.length).toBeGreaterThanOrEqual(100);
    expect(new Set(archiveMutations.map(({ name }) => name)).size).toBe(archiveMutations.length);
    for (const mutation of archiveMutations) {
      expect(mutation.clauses.every((key) => key in clauses)).toBe(true);
    }
  });

  it.each(archiveMutations)(
    '$name shows in the $shows, and in nothing plainer',
    ({ name, shows }) => {
      const found = mutants(name);
      expect(found.length).toBeGreaterThanOrEqual(2);
      const evidence = ['names', 'playlists', 'media', 'callbacks'] as const;
      for (const mutant of found) {
        const codes = audit(mutant);
        const keys = mutant.objects.map(({ key }) => key);
        expect(codes[shows], JSON.stringify([codes, keys])).not.toEqual([]);
        for (const plainer of evidence.slice(0, evidence.indexOf(shows))) {
          expect(codes[plainer], JSON.stringify([codes, keys])).toEqual([]);
        }
      }
    },
  );

  it('do not change the archive that they are given, and give distinct keys', () => {
    for (const archive of sample.slice(0, 10)) {
      const before = archive.objects.map(({ key }) => key);
      for (const { apply } of archiveMutations) {
        const keys = apply(archive)?.objects.map(({ key }) => key) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
      }
      expect(archive.objects.map(({ key }) => key)).toEqual(before);
    }
  });
});
