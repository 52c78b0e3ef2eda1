import { describe, expect, test } from 'vitest';
import type { ActiveCheck } from '../check.ts';
import type { RunResult, ShardMark } from '../result.ts';
import type { Waiver } from '../waivers.ts';
import { fakeCheck, runOptionsOf, startTarget, suiteOf } from './fake-suite.test-kit.ts';
import { mergeShards } from './merge-shards.ts';
import { runSuite, type RunOptions } from './run.ts';

const common = { runId: '7', subject: null };
const checks: readonly ActiveCheck[] = [
  fakeCheck('a'),
  fakeCheck('b', { needs: ['gme/test/a'] }),
  fakeCheck('c', { level: 'SHOULD' }),
  fakeCheck('bad-d'),
  fakeCheck('e', { notApplicable: () => 'not declared' }),
];
const good = checks.filter(({ id }) => !id.includes('bad'));

/** A receiver that refuses what begins with `bad`. */
async function runOn(
  catalogue: readonly ActiveCheck[],
  parts: Partial<RunOptions> = {},
): Promise<RunResult> {
  const endpoint = await startTarget((body, response) => {
    response.writeHead(body.startsWith('bad') ? 400 : 204).end();
  });
  return runSuite(runOptionsOf(suiteOf(catalogue), { endpoint }, parts));
}

async function shardsOf(
  catalogue: readonly ActiveCheck[],
  of: number,
  parts: Partial<RunOptions> = {},
): Promise<readonly RunResult[]> {
  const results: RunResult[] = [];
  for (let index = 1; index <= of; index += 1) {
    results.push(await runOn(catalogue, { ...parts, shard: { index, of, common } }));
  }
  return results;
}

function merge(
  results: readonly RunResult[],
  catalogue: readonly ActiveCheck[] = good,
  version = '0.0.0',
): RunResult {
  return mergeShards(
    results.map((result, place) => ({ source: `shard-${String(place + 1)}`, result })),
    suiteOf(catalogue),
    version,
  );
}

/** All that is the same whenever the same run is made. */
function lasting(result: RunResult): unknown {
  const { startedAt: _, durationMs: __, requests: ___, checks: judged, ...rest } = result;
  return { ...rest, checks: judged.map(({ durationMs: ____, ...check }) => check) };
}

function changed(result: RunResult | undefined, changes: Partial<RunResult>): RunResult {
  if (result === undefined) {
    throw new Error('there is no such shard');
  }
  return { ...result, ...changes };
}

function markOf(
  result: RunResult | undefined,
  settings: Partial<ShardMark['settings']>,
): RunResult {
  const shard = result?.shard;
  if (shard === undefined) {
    throw new Error('there is no such shard');
  }
  return changed(result, { shard: { ...shard, settings: { ...shard.settings, ...settings } } });
}

describe('one shard', () => {
  test('judges its own checks and certifies nothing', async () => {
    const [first, second] = await shardsOf(good, 2);
    expect(first?.checks.map(({ id }) => id)).toEqual(['gme/test/a', 'gme/test/c']);
    expect(second?.checks.map(({ id }) => id)).toEqual(['gme/test/b', 'gme/test/e']);
    expect(first).toMatchObject({
      exitCode: 0,
      certificates: [],
      filtered: '--shard 1/2',
      shard: { index: 1, of: 2, lost: null, settings: { supported: ['wire'], common } },
    });
    expect(first?.summary).toContain('soundcheck merge');
    expect(first?.shard?.run).toBe(second?.shard?.run);
  });

  test('with nothing but advice and what does not apply is no failure', async () => {
    const [, , third, fourth] = await shardsOf(good, 4);
    expect([third?.exitCode, fourth?.exitCode]).toEqual([0, 0]);
    expect(fourth?.checks.map(({ verdict }) => verdict)).toEqual(['not-applicable']);
  });
});

describe('merged shards', () => {
  test.each([1, 2, 3, 4])('%i of them come to what one run comes to', async (of) => {
    const whole = await runOn(good);
    expect(whole.certificates).toEqual(['wire']);
    const merged = merge((await shardsOf(good, of)).toReversed());
    expect(lasting(merged)).toEqual(lasting(whole));
    expect(merged.shard).toBeUndefined();
  });

  test('fail as one run fails, with the same findings and waivers', async () => {
    const waiver: Waiver = {
      check: 'gme/test/bad-d',
      reason: 'known',
      owner: 'me',
      ticket: 'T-1',
      expires: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    };
    for (const waivers of [[], [waiver], [{ ...waiver, expires: '2020-01-01' }]]) {
      const whole = await runOn(checks, { waivers });
      const merged = merge(await shardsOf(checks, 2, { waivers }), checks);
      expect([merged.verdict, merged.exitCode, merged.profiles, merged.counts]).toEqual([
        whole.verdict,
        whole.exitCode,
        whole.profiles,
        whole.counts,
      ]);
      expect(merged.notTested).toEqual(whole.notTested);
      expect(merged.certificates).toEqual(whole.certificates);
    }
  });

  test('leave a check untestable where the play of its need that counts failed', async () => {
    const [first, second] = await shardsOf(good, 2);
    const findings = [{ at: 'x', code: 'y', expected: 'z', actual: 'w' }];
    const failing = changed(first, {
      verdict: 'not-met',
      exitCode: 1,
      profiles: { ...changed(first, {}).profiles, wire: 'not-met' },
      checks: changed(first, {}).checks.map((check) =>
        check.id === 'gme/test/a' ? { ...check, verdict: 'not-met', findings } : check,
      ),
    });
    const merged = merge([failing, changed(second, {})]);
    expect(merged.checks.map(({ verdict }) => verdict)).toEqual([
      'not-met',
      'untestable',
      'met',
      'not-applicable',
    ]);
    expect(merged.checks[1]?.fault).toBe('says nothing while gme/test/a is not met');
  });

  test('are inconclusive where one was cut short', async () => {
    const stop = new AbortController();
    stop.abort();
    const [first] = await shardsOf(good, 2);
    const second = await runOn(good, {
      shard: { index: 2, of: 2, common },
      signal: stop.signal,
    });
    expect(merge([changed(first, {}), second])).toMatchObject({
      verdict: 'inconclusive',
      exitCode: 3,
      interrupted: 'the run was stopped by the user',
      certificates: [],
    });
  });

  test('of the embedded receiver, which listens elsewhere each time, are of one run', async () => {
    const embedded = (await shardsOf(good, 2)).map((result, place) =>
      changed(result, {
        target: {
          ...result.target,
          endpoint: `http://127.0.0.1:${String(4000 + place)}/`,
          embedded: true,
        },
      }),
    );
    expect(merge(embedded).certificates).toEqual(['wire']);
  });

  test('say that they disturbed each other where they may have', async () => {
    const target = { ...changed((await shardsOf(good, 1))[0], {}).target };
    const elsewhere = (await shardsOf(good, 2)).map((result) =>
      changed(result, {
        target: { ...target, endpoint: 'https://staging.example.com/callback' },
        startedAt: '2026-11-20T10:00:00.000Z',
        durationMs: 1000,
      }),
    );
    expect(merge(elsewhere).notTested.at(-1)).toContain('shards ran at the same time');
    const [first, second] = elsewhere;
    const later = changed(second, { startedAt: '2026-11-20T10:00:02.000Z' });
    const merged = merge([changed(first, {}), later]);
    expect(merged.notTested.join()).not.toContain('at the same time');
    expect(merged).toMatchObject({ startedAt: '2026-11-20T10:00:00.000Z', durationMs: 3000 });
  });
});

describe('merging refuses', () => {
  type Change = (shards: readonly RunResult[]) => readonly RunResult[];
  const second =
    (change: (shard: RunResult | undefined) => RunResult): Change =>
    ([one, two, three]) => [changed(one, {}), change(two), changed(three, {})];

  test.each<readonly [string, Change, RegExp]>([
    ['nothing', () => [], /no report to merge/u],
    [
      'an incomplete set',
      ([one, , three]) => [changed(one, {}), changed(three, {})],
      /one is missing: 2\/3/u,
    ],
    ['a shard alone', ([one]) => [changed(one, {})], /2 are missing: 2\/3, 3\/3/u],
    ['a shard twice', (all) => [...all, changed(all[1], {})], /shard 2 of 3 is there twice/u],
    ['another seed', second((shard) => changed(shard, { seed: 2 })), /differ in seed \(1, 2\)/u],
    [
      'another service',
      second((shard) => changed(shard, { service: 'trtc' })),
      /differ in service/u,
    ],
    ['another scope', second((shard) => changed(shard, { scope: 'mixed' })), /differ in scope/u],
    [
      'other dialects',
      second((shard) => changed(shard, { dialects: ['x'] })),
      /differ in dialects/u,
    ],
    [
      'another target',
      second((shard) => changed(shard, { target: { ...changed(shard, {}).target, appId: '2' } })),
      /differ in target/u,
    ],
    ['another gate', second((shard) => markOf(shard, { failOn: 'should' })), /differ in failOn/u],
    ['other runs', second((shard) => markOf(shard, { runs: 99 })), /differ in runs/u],
    [
      'another rule',
      second((shard) => markOf(shard, { common: { ...common, rule: 'x' } })),
      /differ in rule/u,
    ],
    [
      'another run',
      second((shard) => markOf(shard, { common: { ...common, runId: '8' } })),
      /differ in runId \("7", "8"\)/u,
    ],
    [
      'other waivers',
      second((shard) =>
        markOf(shard, {
          waivers: [{ check: 'x', reason: 'x', owner: 'x', ticket: 'x', expires: '2026-12-01' }],
        }),
      ),
      /differ in waivers/u,
    ],
    [
      'another version of one',
      second((shard) => changed(shard, { tool: { ...changed(shard, {}).tool, version: '9' } })),
      /differ in version/u,
    ],
    [
      'a shard of another day',
      second((shard) => changed(shard, { startedAt: '2020-01-01T00:00:00.000Z' })),
      /hours apart/u,
    ],
    [
      'a shard of no time',
      second((shard) => changed(shard, { startedAt: 'yesterday' })),
      /hours apart/u,
    ],
    [
      'a whole run',
      second((shard) => {
        const { shard: _, ...whole } = changed(shard, {});
        return whole;
      }),
      /not that of a shard/u,
    ],
    [
      'a run that did not begin',
      second((shard) => changed(shard, { verdict: 'configuration', summary: 'No key.' })),
      /ended before its first check: No key\./u,
    ],
    [
      'a shard with a check left out',
      second((shard) => changed(shard, { checks: [] })),
      /gme\/test\/b is missing/u,
    ],
    [
      'a shard with a check of another',
      ([one, two, three]) => [
        changed(one, {}),
        changed(two, { checks: [...changed(two, {}).checks, ...changed(one, {}).checks] }),
        changed(three, {}),
      ],
      /gme\/test\/a is not one of them/u,
    ],
    [
      'a level that was lowered',
      second((shard) =>
        changed(shard, {
          checks: changed(shard, {}).checks.map((check) => ({ ...check, level: 'SHOULD' })),
        }),
      ),
      /otherwise than the catalogue/u,
    ],
    [
      'a verdict that was brightened',
      second((shard) =>
        changed(shard, {
          checks: changed(shard, {}).checks.map((check) => ({ ...check, verdict: 'not-met' })),
        }),
      ),
      /do not come to the verdict/u,
    ],
  ])('%s', async (_, change, expected) => {
    const shards = await shardsOf(good, 3);
    expect(() => merge(change(shards))).toThrow(expected);
  });

  test('a waiver that no file holds', async () => {
    const [first, second] = await shardsOf(checks, 2);
    const waiver = { reason: 'x', owner: 'x', ticket: 'x', expires: '2026-12-01' };
    const forged = changed(second, {
      verdict: 'met',
      exitCode: 0,
      profiles: { ...changed(second, {}).profiles, wire: 'met' },
      checks: changed(second, {}).checks.map((check) =>
        check.verdict === 'not-met' ? { ...check, waiver } : check,
      ),
    });
    expect(() => merge([changed(first, {}), forged], checks)).toThrow(
      /do not come to the verdict/u,
    );
  });

  test('shards of another version than its own', async () => {
    const shards = await shardsOf(good, 2);
    expect(() => merge(shards, good, '1.0.0')).toThrow(/written by soundcheck 0\.0\.0/u);
  });
});
