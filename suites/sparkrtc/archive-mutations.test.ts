import { describe, expect, test } from 'vitest';
import { clauses } from '#contracts/sparkrtc/index.ts';
import { archiveOf, bytesOf, type SparkArchive } from '#generators/sparkrtc/archive.ts';
import { archiveMutations } from '#generators/sparkrtc/archive-mutations.ts';
import { embeddedRule, embeddedSession } from '#generators/sparkrtc/embedded-session.ts';
import { findingsOf, fired, judge, type Outcome } from '../archive/judge.test-kit.ts';
import { archiveChecks, archiveFault, isRecordingKey } from './archive-checks.ts';

const suite = { archiveChecks, archiveFault, isRecordingKey };
const archive = archiveOf(embeddedSession, { rule: embeddedRule });

/** No single defect may set off more checks than these. */
const firedMax = 4;

function judged({ objects, appId }: SparkArchive): Promise<readonly Outcome[]> {
  const made = objects.map((object) => ({ key: object.key, bytes: () => bytesOf(object) }));
  return judge(suite, made, { appId, scope: 'both', dialects: [] });
}

const clausesOf = new Map<string, ReadonlySet<string>>(
  archiveChecks.map(({ id, clauses: cited }) => [id, new Set(cited.map((clause) => clause.id))]),
);

describe.concurrent('every mutation is caught by a check of a clause that it breaks', () => {
  test.each(archiveMutations.map((mutation) => [mutation.name, mutation] as const))(
    '%s',
    async (_, mutation) => {
      const mutants = [1, 2].flatMap((choice) => mutation.apply(archive, choice) ?? []);
      expect(mutants).not.toEqual([]);
      for (const mutant of mutants) {
        const outcomes = await judged(mutant);
        const broken = mutation.clauses.map((key) => clauses[key].id);
        const told = findingsOf(outcomes).join('\n');
        const ids = fired(outcomes);
        expect(
          ids.filter((id) => broken.some((clause) => clausesOf.get(id)?.has(clause) === true)),
          told,
        ).not.toEqual([]);
        expect(ids.length, told).toBeLessThanOrEqual(firedMax);
      }
    },
  );
});

describe('archiveMutations', () => {
  test('are many, with different names, and leave the archive alone', async () => {
    expect(archiveMutations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(archiveMutations.map(({ name }) => name)).size).toBe(archiveMutations.length);
    expect(findingsOf(await judged(archive))).toEqual([]);
  });
});
