import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeCallback, resolveReading } from '#contracts/sparkrtc/index.ts';
import { archives, bytesOf, type SparkArchive } from '#generators/sparkrtc/archive.ts';
import { findingsOf, judge, type Declared, type MemoryObject } from '../archive/judge.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';

const suite = { archiveChecks, archiveFault, isRecordingKey };

/** The whole zoo looks at more and longer sessions. */
const isWholeZoo = process.env['ZOO'] === '1';
const archivesPerSeed = isWholeZoo ? 40 : 4;
const spanSecondsMax = isWholeZoo ? 6000 : 400;
const timeoutMs = isWholeZoo ? 600_000 : 30_000;

function objectsOf({ objects }: SparkArchive, isDated: boolean): readonly MemoryObject[] {
  return objects.map((object) => ({
    key: object.key,
    bytes: () => bytesOf(object),
    ...(isDated ? { modifiedMs: object.storedAtMs } : {}),
  }));
}

const readings = [[], ['spark-name-utc8'], ['spark-format-lower'], ['spark-two-events']];

describe('a generated conforming archive trips nothing, with and without its rule and callbacks', () => {
  test.each(Array.from({ length: 10 }, (_, seed) => seed + 1))(
    'seed %i',
    async (seed) => {
      const dialects = readings[seed % readings.length] ?? [];
      await fc.assert(
        fc.asyncProperty(
          archives({ reading: resolveReading(dialects), spanSecondsMax, stepsMax: 6 }),
          fc.boolean(),
          fc.boolean(),
          fc.boolean(),
          async (archive, isDated, isDeclared, isTold) => {
            const { appId, rule } = archive;
            const declared: Declared = {
              appId,
              scope: 'both',
              dialects,
              rule: isDeclared ? rule : null,
              callbacks: isTold
                ? archive.callbacks.map(({ callback }) => encodeCallback(callback))
                : null,
            };
            const outcomes = await judge(suite, objectsOf(archive, isDated), declared);
            expect(findingsOf(outcomes)).toEqual([]);
            expect(outcomes.some(({ verdict }) => verdict === 'met')).toBe(true);
          },
        ),
        { seed, numRuns: archivesPerSeed },
      );
    },
    timeoutMs,
  );
});
