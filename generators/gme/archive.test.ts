import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauses } from '#contracts/gme/clauses.ts';
import type { GmeSession } from '#contracts/gme/session.ts';
import { inspectBytes } from '#media/inspector.ts';
import { archives, archiveOf, type GmeArchive } from './archive.ts';
import { archiveMutations } from './archive-mutations.ts';
import { audit } from './audit.test-helper.ts';
import { shrunk } from '../statistics.test-helper.ts';

/** Small enough to write and read every byte of. */
const small = { spanSecondsMax: 400 } as const;

/** Two users, six files and more of a stream, two interruptions: every mutation has its place. */
const eventful: GmeSession = {
  startSeconds: 1675930605,
  events: [
    { at: 0, room: 'r', kind: 'enter', user: '10001' },
    { at: 0, room: 'r', kind: 'mic-on', user: '10001' },
    { at: 1, room: 'r', kind: 'enter', user: '10002' },
    ...[10, 30, 50, 70].flatMap((at) => [
      { at, room: 'r', kind: 'mic-off', user: '10001' } as const,
      { at: at + 5, room: 'r', kind: 'mic-on', user: '10001' } as const,
      { at: at + 6, room: 'r', kind: 'interrupted' } as const,
      { at: at + 9, room: 'r', kind: 'resumed' } as const,
    ]),
    { at: 100, room: 'r', kind: 'leave', user: '10001' },
    { at: 200, room: 'r', kind: 'leave', user: '10002' },
  ],
};

/** The same archives in every run: whether each mutation finds a place must not depend on luck. */
const sample = [
  ...fc.sample(archives(small), { numRuns: 100, seed: 20260809 }),
  ...(['both', 'single', 'mixed'] as const).flatMap((scope) =>
    [1n, 2n ** 62n].map((firstTaskId) => archiveOf(eventful, { scope, firstTaskId })),
  ),
];

describe('archives', () => {
  it('hold every predicted file once, and nothing is found wrong in them', () => {
    for (const archive of sample.slice(0, 60)) {
      expect(archive.objects.map(({ key }) => key)).toEqual(archive.prediction.objectKeys);
      expect(audit(archive)).toEqual([]);
    }
  });

  it('hold valid audio of the predicted length', () => {
    fc.assert(
      fc.property(archives(small), ({ objects }) => {
        for (const { bytes, segment } of objects) {
          const { verdict, durationSeconds } = inspectBytes(bytes());
          const predicted = (segment?.endSeconds ?? 0) - (segment?.beginSeconds ?? 0);
          expect(verdict).toBe('valid');
          expect(Math.abs(durationSeconds - predicted)).toBeLessThanOrEqual(0.018);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('hold two hours to the frame', () => {
    const events = [
      { at: 0, room: 'r', kind: 'enter', user: '10001' },
      { at: 7200, room: 'r', kind: 'leave', user: '10001' },
    ] as const;
    const { objects } = archiveOf({ startSeconds: 1675930605, events });
    expect(objects.map(({ bytes }) => inspectBytes(bytes()).durationSeconds)).toEqual([7200]);
  });

  it('make bytes anew at each call, and none before', () => {
    const [object] = archiveOf(sample[0]?.session ?? { startSeconds: 0, events: [] }).objects;
    expect(object?.bytes()).not.toBe(object?.bytes());
    expect(object?.bytes()).toEqual(object?.bytes());
  });

  it('reach all scopes', () => {
    expect(new Set(sample.map(({ scope }) => scope))).toEqual(new Set(['both', 'single', 'mixed']));
  });

  it('shrink to the two files of one second', () => {
    const { objects } = shrunk(archives(), () => true);
    expect(objects.map(({ key }) => key)).toEqual([
      '1400000000_1/9007199254740993_2023-02-09-12-00-00_0_audio.mp3',
      '1400000000_1_10001/2023-02-09-12-00-00_0_audio.mp3',
    ]);
  });
});

/** What the auditor may say of a mutation beside its main code: one defect can show in two ways. */
const mainCodes: Readonly<Record<string, readonly string[]>> = {
  'serial-gap': ['serial'],
  'serial-starts-at-1': ['serial'],
  'missing-first-segment': ['serial'],
  'missing-middle-segment': ['serial'],
  'wrong-folder-user': ['serial'],
  'wrong-folder-room': ['serial', 'task-id'],
  'wrong-biz': ['foreign'],
  'start-differs-by-a-second': ['serial', 'task-id', 'scope', 'overlap'],
  'segment-time-in-name': ['serial', 'task-id', 'scope', 'overlap'],
  'time-in-utc': ['serial', 'task-id', 'scope', 'overlap'],
  'time-in-local-zone': ['serial', 'task-id', 'scope', 'overlap'],
  'overlapping-tasks': ['overlap'],
  'two-starts-one-task': ['task-id'],
  'one-task-two-rooms': ['task-id'],
  'mixed-stream-missing': ['scope'],
  'single-stream-not-in-scope': ['scope'],
  'mixed-stream-not-in-scope': ['scope'],
  'longer-than-two-hours': ['too-long'],
  'user-outlasts-task': ['outlasts'],
  'duplicate-bytes': ['duplicate'],
};

function expectedCodes(name: string): readonly string[] {
  return mainCodes[name] ?? (name.startsWith('media-') ? ['media', 'outlasts'] : ['foreign']);
}

function mutants(name: string): readonly GmeArchive[] {
  const mutation = archiveMutations.find((candidate) => candidate.name === name);
  return sample.flatMap((archive, choice) => mutation?.apply(archive, choice) ?? []);
}

describe('archiveMutations', () => {
  it('are many, with different names, each of known clauses', () => {
    expect(archiveMutations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(archiveMutations.map(({ name }) => name)).size).toBe(archiveMutations.length);
    for (const mutation of archiveMutations) {
      expect(mutation.clauses.every((key) => key in clauses)).toBe(true);
    }
  });

  it.each(archiveMutations)(
    '$name finds places, and an auditor finds it and nothing else',
    ({ name }) => {
      const found = mutants(name);
      expect(found.length).toBeGreaterThanOrEqual(2);
      for (const mutant of found.filter((_, index) => index % 8 === 0 || index < 4)) {
        const codes = audit(mutant);
        expect(codes, JSON.stringify(mutant.objects.map(({ key }) => key))).toContain(
          codes.find((code) => expectedCodes(name).includes(code)),
        );
        expect(codes.filter((code) => !expectedCodes(name).includes(code))).toEqual([]);
      }
    },
  );

  it.each(archiveMutations.filter(({ shows }) => shows === 'media'))(
    '$name leaves the keys as they are, or adds one',
    ({ name }) => {
      for (const mutant of mutants(name)) {
        const keys = mutant.objects.map(({ key }) => key);
        expect(keys).toEqual(expect.arrayContaining([...mutant.prediction.objectKeys]));
      }
    },
  );

  it('do not change the archive that they are given, and give distinct keys', () => {
    for (const archive of sample.slice(0, 20)) {
      const before = archive.objects.map(({ key }) => key);
      for (const { apply } of archiveMutations) {
        const keys = apply(archive)?.objects.map(({ key }) => key) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
      }
      expect(archive.objects.map(({ key }) => key)).toEqual(before);
    }
  });
});
