import { describe, expect, test } from 'vitest';
import { defectiveArchives, subjectAppId, unusualArchives } from '#fixtures/archives/gme/index.ts';
import type { ArchiveSubject } from '#fixtures/archives/gme/index.ts';
import { archiveChecks } from './archive-checks.ts';
import {
  findingsOf,
  fired,
  judge,
  type MemoryObject,
  type Outcome,
} from './archive-matrix.test-kit.ts';

/** No defect may set off more checks than these: it would hide what is wrong. */
const firedMax = 3;

function objectsOf(subject: ArchiveSubject): readonly MemoryObject[] {
  return subject.build().map(({ bytes, ...object }) => ({ ...object, bytes: () => bytes }));
}

function judgeSubject(subject: ArchiveSubject): Promise<readonly Outcome[]> {
  return judge(objectsOf(subject), { appId: subjectAppId, ...subject });
}

const known = new Set<string>(archiveChecks.map(({ id }) => id));

describe.concurrent('a defective archive is caught by the check that names its defect', () => {
  test.each(defectiveArchives.map((subject) => [subject.name, subject] as const))(
    '%s',
    async (_, subject) => {
      const outcomes = await judgeSubject(subject);
      const ids = fired(outcomes);
      expect(ids, findingsOf(outcomes).join('\n')).toEqual(
        expect.arrayContaining([...subject.caughtBy]),
      );
      expect(ids.length, findingsOf(outcomes).join('\n')).toBeLessThanOrEqual(firedMax);
    },
  );
});

describe.concurrent('a conforming unusual archive trips nothing', () => {
  test.each(unusualArchives.map((subject) => [subject.name, subject] as const))(
    '%s',
    async (_, subject) => {
      const outcomes = await judgeSubject(subject);
      expect(findingsOf(outcomes)).toEqual([]);
      expect(outcomes.some(({ verdict }) => verdict === 'met')).toBe(true);
    },
  );
});

describe('the zoo is complete', () => {
  test('every archive check is tripped by a subject that names it', () => {
    const caught = new Set<string>(defectiveArchives.flatMap(({ caughtBy }) => caughtBy));
    expect([...known].filter((id) => !caught.has(id))).toEqual([]);
    expect([...caught].filter((id) => !known.has(id))).toEqual([]);
  });

  test('it is as big as it is said to be, and its names are unique', () => {
    expect(defectiveArchives.length).toBeGreaterThanOrEqual(50);
    expect(unusualArchives.length).toBeGreaterThanOrEqual(15);
    for (const list of [defectiveArchives, unusualArchives]) {
      const names = list.map(({ name }) => name);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      expect(names.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(name))).toEqual([]);
    }
  });

  test('every check is met by some conforming archive', async () => {
    const met = new Set<string>();
    for (const subject of unusualArchives) {
      for (const { id, verdict } of await judgeSubject(subject)) {
        if (verdict === 'met') {
          met.add(id);
        }
      }
    }
    expect([...known].filter((id) => !met.has(id))).toEqual([]);
  });
});
