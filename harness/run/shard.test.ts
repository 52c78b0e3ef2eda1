import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../check.ts';
import { defineArchive, type ArchiveCheck } from '../check.ts';
import { fakeCheck } from './fake-suite.test-kit.ts';
import { dealShard, readShard, type ShardPlan } from './shard.ts';

function archived(name: string): ArchiveCheck {
  const { title, level, basis, clauses, hint } = fakeCheck(name);
  return defineArchive({
    ...{ id: `gme/test/${name}`, title, level, basis, clauses, hint },
    profile: 'archive',
    observes: ['archive'],
    evaluate: () => [],
  });
}

function namesOf(plan: ShardPlan): { readonly own: readonly string[]; readonly runs: string[] } {
  const name = (id: string): string => id.slice('gme/test/'.length);
  return {
    own: [...plan.own].map(name),
    runs: [...plan.active, ...plan.archive].map(({ id }) => name(id)),
  };
}

const checks: readonly ActiveCheck[] = [
  fakeCheck('base'),
  fakeCheck('a', { needs: ['gme/test/base'] }),
  fakeCheck('b', { needs: ['gme/test/a'] }),
  fakeCheck('c'),
  fakeCheck('recovers', { profile: 'recovery', needs: ['gme/test/c'] }),
];

describe('readShard', () => {
  test('reads number and total', () => {
    expect(readShard('2/3')).toEqual({ index: 2, of: 3 });
  });
  test.each(['', '1', '0/3', '4/3', '1/0', '-1/3', '1/3/5', '1.5/3', ' 1/3', '1/99999', 'a/b'])(
    'refuses %j',
    (text) => {
      expect(() => readShard(text)).toThrow(/no part of a whole/u);
    },
  );
});

describe('dealing', () => {
  test('gives a shard its own checks and runs besides what they need', () => {
    const plan = { active: checks, archive: [] };
    expect(namesOf(dealShard(plan, { index: 1, of: 3 }))).toEqual({
      own: ['recovers', 'b'],
      runs: ['base', 'a', 'b', 'c', 'recovers'],
    });
    expect(namesOf(dealShard(plan, { index: 2, of: 3 }))).toEqual({
      own: ['base', 'c'],
      runs: ['base', 'c'],
    });
  });

  test('keeps together what reads the bucket and what writes to it', () => {
    const archive = [archived('names'), archived('media')];
    const plans = [1, 2, 3].map((index) =>
      dealShard({ active: checks, archive }, { index, of: 3 }),
    );
    expect(plans.map((plan) => plan.archive.length)).toEqual([2, 0, 0]);
    expect([...(plans[0]?.own ?? [])]).toContain('gme/test/recovers');
  });

  test('makes every check the own of exactly one shard, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.boolean(), (of, withBucket) => {
        const archive = withBucket ? [archived('names'), archived('media')] : [];
        const plans = Array.from({ length: of }, (_, place) =>
          dealShard({ active: checks, archive }, { index: place + 1, of }),
        );
        const own = plans.flatMap((plan) => [...plan.own]);
        expect(own.toSorted()).toEqual([...checks, ...archive].map(({ id }) => id).toSorted());
        for (const plan of plans) {
          const runs = new Set([...plan.active, ...plan.archive].map(({ id }) => id));
          expect(plan.own.size).toBeGreaterThan(0);
          // Whatever runs finds what it needs beside it.
          for (const check of [...plan.active, ...plan.archive]) {
            expect((check.needs ?? []).every((id) => runs.has(id))).toBe(true);
          }
        }
      }),
    );
  });

  test('refuses more shards than can have a check', () => {
    expect(() => dealShard({ active: checks, archive: [] }, { index: 1, of: 6 })).toThrow(
      /among 5 shards at most, not 6/u,
    );
    expect(() =>
      dealShard({ active: [], archive: [archived('names')] }, { index: 2, of: 2 }),
    ).toThrow(/among 1 shards at most/u);
  });
});
