import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clauses, dialects, resolveReading } from '#contracts/trtc/index.ts';
import {
  archiveMutations,
  archiveOf,
  archives,
  embeddedSession,
  type ArchiveMutation,
  type TrtcArchive,
} from '#generators/trtc/index.ts';
import { findingsOf, fired } from '../archive/judge.test-kit.ts';
import { archiveChecks } from './archive-checks.ts';
import { judgeArchive } from './archive-matrix.test-kit.ts';

/** No single defect may set off more checks than these: a file in the wrong place is missing in the right one, too. */
const firedMax = 4;

/** The whole zoo looks at more places for each mutation, and at longer and more sessions. */
const isWholeZoo = process.env['ZOO'] === '1';
const choices = isWholeZoo ? [0, 1, 2, 3, 4, 5, 6, 7, 11, 17] : [0, 1, 4];
const timeoutMs = isWholeZoo ? 900_000 : 60_000;
const sessionsPerSeed = isWholeZoo ? 60 : 4;
const spanMsMax = isWholeZoo ? 3 * 3_600_000 : 90_000;

/** The day of the embedded target without its 25 hours, and with MP4 files that are cut after 40 seconds. */
const session = {
  ...embeddedSession,
  events: embeddedSession.events.filter(({ room }) => room !== 'marathon_1'),
  tasks: embeddedSession.tasks
    .filter(({ room }) => room !== 'marathon_1')
    .map((task, index) =>
      index === 0 ? { ...task, params: { ...task.params, mp4MsMax: 40_000 } } : task,
    ),
};

/** Why a mutation of a given archive cannot be seen, or undefined where it can. */
function invisibility(
  { name }: ArchiveMutation,
  before: TrtcArchive,
  after: TrtcArchive,
  isTold: boolean,
): string | undefined {
  const changed = after.objects.find((object, index) => before.objects[index] !== object);
  const recording = changed?.recording;
  const original = after.objects.find((object) => object.recording === undefined)?.key ?? '';
  if (name === 'extra-segment') {
    const folder = original.slice(0, original.lastIndexOf('_'));
    const lister = before.objects.find(({ key }) => key === `${folder}.m3u8`)?.recording;
    return lister?.kind === 'playlist' && !lister.playlist.isEnded
      ? 'Where the server failed, the last version of the playlist may lack the last segments.'
      : undefined;
  }
  if (name === 'endlist-missing' && !isTold && recording?.kind === 'playlist') {
    const { task, playlist } = recording;
    const others = task.playlists.filter(
      ({ file, isEnded }) => file.recovery === playlist.file.recovery && isEnded,
    );
    return task.mp4Files.length === 0 || others.length === 1
      ? 'Without callbacks nothing tells that the recording is over, or that the server did not fail.'
      : undefined;
  }
  if (
    name === 'unlisted-segment' &&
    recording?.kind === 'playlist' &&
    !recording.playlist.isEnded
  ) {
    return recording.playlist.segments.length === 2
      ? 'Where the server failed, the last version of the playlist may lack the last segments.'
      : undefined;
  }
  return undefined;
}

/** Mutations that show as a breach of another clause than the one they set out from, in some places. */
const showsAs: Readonly<Record<string, string>> = {
  // What stands before the extension of a mix without an index is its room.
  'index-zero': 'trtc/naming/identifiers-are-base64',
  'index-with-leading-zero': 'trtc/naming/identifiers-are-base64',
  // A slash in a plain id tears the name apart.
  'user-in-plain-text': 'trtc/naming/names-follow-the-rules',
};

const clausesOf = new Map<string, ReadonlySet<string>>(
  archiveChecks.map(({ id, clauses: cited }) => [id, new Set(cited.map((clause) => clause.id))]),
);

describe.concurrent(
  'every mutation of a conforming archive is caught by a check of a clause that it breaks',
  () => {
    const archive = archiveOf(session);
    test.each(archiveMutations.map((mutation) => [mutation.name, mutation] as const))(
      '%s',
      async (_, mutation) => {
        const broken = mutation.clauses.map((key) => clauses[key].id);
        let caught = 0;
        for (const choice of choices) {
          const mutated = mutation.apply(archive, choice);
          for (const isTold of mutation.shows === 'callbacks' ? [true] : [false, true]) {
            if (
              mutated === undefined ||
              invisibility(mutation, archive, mutated, isTold) !== undefined
            ) {
              continue;
            }
            const outcomes = await judgeArchive(mutated, { isTold });
            const ids = fired(outcomes);
            const told = `choice ${String(choice)}, ${isTold ? 'with' : 'without'} callbacks\n${findingsOf(outcomes).join('\n')}`;
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
      timeoutMs,
    );
  },
);

describe('a generated conforming archive trips nothing', () => {
  const readings = [[], ...dialects.map(({ name }) => [name]), ['trtc-2022', 'trtc-ts-utc8']];

  test.each(Array.from({ length: 20 }, (_, seed) => seed + 1))(
    'seed %i',
    async (seed) => {
      const declared = readings[seed % readings.length] ?? [];
      const reading = resolveReading(declared);
      await fc.assert(
        fc.asyncProperty(
          // Of what stays behind only callbacks tell.
          fc.boolean().chain((isTold) =>
            fc.record({
              isTold: fc.constant(isTold),
              archive: archives({ reading, spanMsMax, troubles: isTold }),
            }),
          ),
          fc.boolean(),
          async ({ archive, isTold }, isDated) => {
            const outcomes = await judgeArchive(archive, { isTold, isDated, dialects: declared });
            expect(findingsOf(outcomes)).toEqual([]);
          },
        ),
        { seed, numRuns: sessionsPerSeed },
      );
    },
    timeoutMs,
  );
});

test('the embedded archive meets every check', async () => {
  const outcomes = await judgeArchive(archiveOf(embeddedSession), { isTold: true, isDated: true });
  expect(outcomes.filter(({ verdict }) => verdict !== 'met')).toEqual([]);
});
