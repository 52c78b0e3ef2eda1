import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauses, dialects, resolveReading, type GmeSession } from '#contracts/gme/index.ts';
import { archiveOf, archives, type GmeArchive } from '#generators/gme/archive.ts';
import { archiveMutations, type ArchiveMutation } from '#generators/gme/archive-mutations.ts';
import { archiveChecks } from './archive-checks.ts';
import {
  findingsOf,
  fired,
  judge,
  type MemoryObject,
  type Outcome,
} from './archive-matrix.test-kit.ts';

/** No single defect may set off more checks than these. */
const firedMax = 4;

function judgeArchive({ bizId, scope, objects }: GmeArchive): Promise<readonly Outcome[]> {
  return judge(objects, { appId: bizId, scope, dialects: [] });
}

/** Two rooms; in the first, two tasks, an interruption, and users who speak, fall silent and come back. */
const session: GmeSession = {
  startSeconds: 1_675_930_605,
  events: [
    { at: 0, room: '100', kind: 'enter', user: '10001' },
    { at: 2, room: '100', kind: 'mic-on', user: '10001' },
    { at: 5, room: '200', kind: 'enter', user: '10003' },
    { at: 6, room: '200', kind: 'mic-on', user: '10003' },
    { at: 10, room: '100', kind: 'mic-off', user: '10001' },
    { at: 12, room: '100', kind: 'mic-on', user: '10001' },
    { at: 20, room: '100', kind: 'interrupted' },
    { at: 24, room: '100', kind: 'resumed' },
    { at: 30, room: '100', kind: 'enter', user: '10002' },
    { at: 31, room: '100', kind: 'mic-on', user: '10002' },
    { at: 44, room: '100', kind: 'leave', user: '10002' },
    { at: 45, room: '100', kind: 'leave', user: '10001' },
    { at: 50, room: '200', kind: 'leave', user: '10003' },
    { at: 100, room: '100', kind: 'enter', user: '10001' },
    { at: 101, room: '100', kind: 'mic-on', user: '10001' },
    { at: 120, room: '100', kind: 'leave', user: '10001' },
  ],
};

const scopes = ['both', 'single', 'mixed'] as const;

/** The whole zoo looks at more places for each mutation, and at longer and more sessions. */
const isWholeZoo = process.env['ZOO'] === '1';
const choices = isWholeZoo ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1, 3];
const timeoutMs = isWholeZoo ? 600_000 : 30_000;
const sessionsPerSeed = isWholeZoo ? 60 : 4;
const spanSecondsMax = isWholeZoo ? 30 * 3600 : 9000;

/** Why a mutation of a given archive cannot be seen, or undefined where it can. */
function invisibility(
  mutation: ArchiveMutation,
  before: GmeArchive,
  after: GmeArchive,
): string | undefined {
  const changed = after.objects.find(({ key }) =>
    before.objects.every((other) => other.key !== key),
  );
  if (mutation.name === 'wrong-biz' && changed?.segment?.file.seqNo === 0) {
    return 'A whole stream under another number may be the other application’s own, in a shared bucket.';
  }
  if (mutation.name === 'duplicate-bytes' && before.scope === 'both') {
    return 'A lone speaker’s stream may equal the room’s mix.';
  }
  return undefined;
}

/** Mutations that show as a breach of another clause than the one they set out from. */
const showsAs: Readonly<Record<string, string>> = {
  // A copy under a name of its own is first of all a file whose name follows no rule.
  'copy-of-a-file': 'gme/naming/names-follow-the-rule',
  // One file with a shifted time among others contradicts them before it contradicts a clock.
  'time-in-utc': 'gme/naming/one-start-time-per-task',
  'time-in-local-zone': 'gme/naming/one-start-time-per-task',
};

const clausesOf = new Map<string, ReadonlySet<string>>(
  archiveChecks.map(({ id, clauses: cited }) => [id, new Set(cited.map((clause) => clause.id))]),
);

describe.concurrent(
  'every mutation of a conforming archive is caught by a check of a clause that it breaks',
  () => {
    test.each(archiveMutations.map((mutation) => [mutation.name, mutation] as const))(
      '%s',
      async (_, mutation) => {
        let caught = 0;
        for (const scope of scopes) {
          const archive = archiveOf(session, { scope });
          for (const choice of choices) {
            const mutated = mutation.apply(archive, choice);
            if (mutated === undefined || invisibility(mutation, archive, mutated) !== undefined) {
              continue;
            }
            const outcomes = await judgeArchive(mutated);
            const ids = fired(outcomes);
            const told = `${scope}, choice ${String(choice)}\n${findingsOf(outcomes).join('\n')}`;
            const broken = mutation.clauses.map((key) => clauses[key].id);
            expect(
              ids.filter(
                (id) =>
                  showsAs[mutation.name] === id ||
                  broken.some((clause) => clausesOf.get(id)?.has(clause) === true),
              ),
              told,
            ).not.toEqual([]);
            expect(ids.length, told).toBeLessThanOrEqual(firedMax);
            caught += 1;
          }
        }
        expect(caught).toBeGreaterThan(0);
      },
    );
  },
);

/** The archive as it lies in a bucket that tells when a file was uploaded: two minutes after its end. */
function uploaded(archive: GmeArchive): readonly MemoryObject[] {
  return archive.objects.map((object) =>
    object.segment === undefined
      ? object
      : { ...object, modifiedMs: (object.segment.endSeconds + 120) * 1000 },
  );
}

describe('a generated conforming archive trips nothing', () => {
  const nameDialects = dialects
    .map(({ name }) => name)
    .filter((name) => name.startsWith('gme-name'));
  const readings = [
    [],
    ...nameDialects.map((name) => [name]),
    ['gme-name-taskid', 'gme-name-segment-time', 'gme-name-utc', 'gme-name-blanks'],
  ];

  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'seed %i',
    async (seed) => {
      const declared = readings[seed % readings.length] ?? [];
      await fc.assert(
        fc.asyncProperty(
          archives({ reading: resolveReading(declared), spanSecondsMax, stepsMax: 8 }),
          fc.boolean(),
          async (archive, isDated) => {
            const { bizId: appId, scope } = archive;
            const objects = isDated ? uploaded(archive) : archive.objects;
            const outcomes = await judge(objects, { appId, scope, dialects: declared });
            expect(findingsOf(outcomes)).toEqual([]);
            expect(outcomes.some(({ verdict }) => verdict === 'met')).toBe(true);
          },
        ),
        { seed, numRuns: sessionsPerSeed },
      );
    },
    timeoutMs,
  );
});
