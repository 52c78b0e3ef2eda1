import { describe, expect, test } from 'vitest';
import type { ArchiveSubject, ArchiveZoo } from '#fixtures/archives/subject.ts';
import { parseJson } from '#contracts/json.ts';
import type { Suite } from '#harness/suite.ts';
import {
  findingsOf,
  fired,
  judge,
  type ArchiveJudge,
  type MemoryObject,
  type Outcome,
} from './judge.test-kit.ts';
import { drawingFaults } from './drawing-faults.test-kit.ts';

/** A service's archives, and how many there should be of them. */
export interface MatrixOptions {
  readonly defectiveMin: number;
  readonly unusualMin: number;
  /** No defect may set off more checks than these: it would hide what is wrong. Default 3. */
  readonly firedMax?: number;
}

/** A service’s archive checks, and how they are told of a rule. */
export type RuledJudge = ArchiveJudge & Pick<Suite, 'readRule'>;

/** Every check's word on an archive of a zoo. */
export function judgeSubject(
  suite: RuledJudge,
  { appId }: Pick<ArchiveZoo, 'appId'>,
  subject: ArchiveSubject,
): Promise<readonly Outcome[]> {
  return judge(suite, objectsOf(subject), {
    appId,
    scope: subject.scope,
    dialects: subject.dialects,
    rule: ruleOf(suite, subject),
    callbacks: subject.callbacks?.() ?? null,
  });
}

/** Registers the tests that hold every archive check of a service to every archive of its zoo. */
export function describeMatrix(
  suite: RuledJudge,
  zoo: ArchiveZoo,
  { defectiveMin, unusualMin, firedMax = 3 }: MatrixOptions,
): void {
  const { archiveChecks } = suite;
  const judged = (subject: ArchiveSubject): Promise<readonly Outcome[]> =>
    judgeSubject(suite, zoo, subject);
  const known = new Set<string>(archiveChecks.map(({ id }) => id));

  describe.concurrent('a defective archive is caught by the check that names its defect', () => {
    test.each(zoo.defective.map((subject) => [subject.name, subject] as const))(
      '%s',
      async (_, subject) => {
        const outcomes = await judged(subject);
        const ids = fired(outcomes);
        expect(ids, findingsOf(outcomes).join('\n')).toEqual(
          expect.arrayContaining([...subject.caughtBy]),
        );
        expect(ids.length, findingsOf(outcomes).join('\n')).toBeLessThanOrEqual(firedMax);
        expect(outcomes.flatMap(({ findings }) => findings.flatMap(drawingFaults))).toEqual([]);
      },
    );
  });

  describe.concurrent('a conforming unusual archive trips nothing', () => {
    test.each(zoo.unusual.map((subject) => [subject.name, subject] as const))(
      '%s',
      async (_, subject) => {
        const outcomes = await judged(subject);
        expect(findingsOf(outcomes)).toEqual([]);
        expect(outcomes.some(({ verdict }) => verdict === 'met')).toBe(true);
      },
    );
  });

  describe('the zoo is complete', () => {
    test('every archive check is tripped by a subject that names it', () => {
      const caught = new Set<string>(zoo.defective.flatMap(({ caughtBy }) => caughtBy));
      expect([...known].filter((id) => !caught.has(id))).toEqual([]);
      expect([...caught].filter((id) => !known.has(id))).toEqual([]);
    });

    test('it is as big as it is said to be, and its names are unique', () => {
      expect(zoo.defective.length).toBeGreaterThanOrEqual(defectiveMin);
      expect(zoo.unusual.length).toBeGreaterThanOrEqual(unusualMin);
      for (const list of [zoo.defective, zoo.unusual]) {
        const names = list.map(({ name }) => name);
        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
        expect(names.filter((name) => !/^[a-z\d]+(?:-[a-z\d]+)*$/u.test(name))).toEqual([]);
      }
    });

    test('every check is met by some conforming archive', async () => {
      const met = new Set<string>();
      for (const subject of zoo.unusual) {
        for (const { id, verdict } of await judged(subject)) {
          if (verdict === 'met') {
            met.add(id);
          }
        }
      }
      expect([...known].filter((id) => !met.has(id))).toEqual([]);
    });
  });
}

function objectsOf(subject: ArchiveSubject): readonly MemoryObject[] {
  return subject.build().map(({ bytes, ...object }) => ({ ...object, bytes: () => bytes }));
}

/** The subject's rule as the suite reads it. @throws Error where it is none: the subject is wrong then, not the suite. */
function ruleOf({ readRule }: Pick<Suite, 'readRule'>, { name, rule }: ArchiveSubject): unknown {
  if (rule === undefined || readRule === undefined) {
    return null;
  }
  const read = readRule(parseJson(JSON.stringify(rule)));
  if ('faults' in read) {
    throw new Error(`The rule of ${name} is none: ${read.faults.join(' ')}`);
  }
  return read.rule;
}
