import type { CheckId } from '../check.ts';
import { judgeProfiles, judgeRun } from '../judge.ts';
import type { CheckResult, RunResult } from '../result.ts';
import type { Suite } from '../suite.ts';
import { applyWaivers } from '../waivers.ts';
import { blockUnmet } from './schedule.ts';
import { catalogueOf, inCatalogueOrder } from './select-checks.ts';
import { endOf, requireParts, startOf, type Part, type ShardReport } from './shard-parts.ts';
import { summarize } from './summary.ts';

/**
 * Puts the shards of one run together and judges all checks anew, as one run would have done.
 * @param toolVersion that of the merging tool: only it knows which checks there are.
 * @throws SoundcheckError CONFIGURATION where a shard is missing, twice there, of another run, or not what it says.
 */
export function mergeShards(
  reports: readonly ShardReport[],
  suite: Suite,
  toolVersion: string,
): RunResult {
  const parts = requireParts(reports, suite, toolVersion);
  const [first] = parts;
  const { failOn, supported, waivers, profiles: asked, only } = first.shard.settings;
  const checks = blockTogether(
    parts.flatMap(({ result }) => result.checks),
    suite,
  );
  const startedMs = Math.min(...parts.map(startOf));
  // Of a waiver that expired between two shards the later one decides.
  const today = new Date(Math.max(...parts.map(startOf)));
  const { faults } = applyWaivers(checks, waivers, today);
  const profiles = judgeProfiles(checks, supported, failOn);
  const interrupted =
    parts.map(({ result }) => result.interrupted).find((reason) => reason !== null) ?? null;
  const judged = judgeRun({ checks, profiles, failOn, interrupted, waiverFaults: faults });
  const { dialects, scope, seed, target } = first.result;
  const result = summarize({
    options: {
      suite,
      toolVersion,
      profiles: asked,
      only,
      target: { shown: target },
      context: { dialects, scope, seed },
    },
    shard: null,
    supported,
    checks,
    profiles,
    ...judged,
    interrupted,
    waiverFaults: faults,
    lost: parts.map(({ shard }) => shard.lost).find((reason) => reason !== null) ?? null,
    requests: parts.reduce((sum, part) => sum + part.result.requests, 0),
    startedAt: new Date(startedMs),
    durationMs: Math.max(...parts.map(endOf)) - startedMs,
  });
  return { ...result, notTested: [...result.notTested, ...crowdLines(parts)] };
}

/** Each check was judged beside its shard's own play of what it needs; the play that counts may say otherwise. */
function blockTogether(results: readonly CheckResult[], suite: Suite): readonly CheckResult[] {
  const catalogue = catalogueOf(suite);
  const raw = new Map(results.map((result) => [result.id, result]));
  const final = new Map<CheckId, CheckResult>();
  const needs = new Map(catalogue.map((check) => [check.id, check.needs ?? []]));
  const visit = (id: CheckId): void => {
    const result = raw.get(id);
    if (result !== undefined && !final.has(id)) {
      // Set before the visit of its needs: a circle must not go round for ever.
      final.set(id, result);
      needs.get(id)?.forEach(visit);
      final.set(id, blockUnmet(result, needs.get(id) ?? [], final));
    }
  };
  results.forEach(({ id }) => {
    visit(id);
  });
  return inCatalogueOrder([...final.values()], catalogue);
}

/**
 * Where shards ran at the same time, some of their checks needed a receiver that nobody else spoke to. An endpoint on
 * the shard's own machine is one of its own.
 */
function crowdLines(parts: readonly Part[]): readonly string[] {
  const endpoint = parts[0]?.result.target.endpoint ?? null;
  if (endpoint === null || isLoopback(endpoint)) {
    return [];
  }
  const inTime = [...parts].sort((a, b) => startOf(a) - startOf(b));
  const isCrowded = inTime.some((part, place) => {
    const before = inTime[place - 1];
    return before !== undefined && startOf(part) < endOf(before);
  });
  return isCrowded
    ? [
        'what only the next callback brings to light, unless each shard had an instance of the receiver to itself: shards ran at the same time',
      ]
    : [];
}

function isLoopback(endpoint: string): boolean {
  const { hostname } = new URL(endpoint);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
