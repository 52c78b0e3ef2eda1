import type { Check } from '../check.ts';
import { SoundcheckError } from '../errors.ts';
import { judgeProfiles, judgeRun } from '../judge.ts';
import type { CheckResult, RunResult, ShardMark } from '../result.ts';
import type { Suite } from '../suite.ts';
import { applyWaivers } from '../waivers.ts';
import { blankResult } from './check-result.ts';
import { selectChecks } from './select-checks.ts';
import { dealShard } from './shard.ts';

/** One shard's `report.json`, with the name of where it was found. */
export interface ShardReport {
  readonly source: string;
  readonly result: RunResult;
}

/** A report that is known to be a shard's. */
export interface Part extends ShardReport {
  readonly shard: ShardMark;
}

/** Shards that began further apart than the longest job of the usual CI services are not of one run. */
const apartMsMax = 6 * 3600 * 1000;

/**
 * The reports as the parts of one run, in the order of their numbers, at least one.
 * @param toolVersion that of the merging tool: only it knows which checks there are.
 * @throws SoundcheckError CONFIGURATION where a shard is missing, twice there, of another run, or not what it says.
 */
export function requireParts(
  reports: readonly ShardReport[],
  suite: Suite,
  toolVersion: string,
): readonly [Part, ...Part[]] {
  const [first, ...others] = reports
    .map(requireShard)
    .sort((a, b) => a.shard.index - b.shard.index);
  if (first === undefined) {
    throw refusal('there is no report to merge', 'Name the report directories of all shards.');
  }
  const parts = [first, ...others] as const;
  requireVersion(first, toolVersion);
  requireOneRun(first, parts);
  requireComplete(first, parts);
  requireOneTime(parts);
  parts.forEach((part) => {
    requireOwnChecks(part, suite);
    requireOwnVerdict(part);
  });
  return parts;
}

function refusal(message: string, hint: string): SoundcheckError {
  return new SoundcheckError('CONFIGURATION', message, hint);
}

function requireShard({ source, result }: ShardReport): Part {
  if (result.verdict === 'configuration') {
    throw refusal(
      `the run in ${source} ended before its first check: ${result.summary}`,
      'Mend what it names and run this shard again.',
    );
  }
  if (result.shard === undefined) {
    throw refusal(
      `the report in ${source} is not that of a shard`,
      'Merge the reports of certify --shard I/N; a whole run needs no merging.',
    );
  }
  return { source, result, shard: result.shard };
}

function requireVersion({ source, result }: Part, toolVersion: string): void {
  const { version } = result.tool;
  if (version !== toolVersion) {
    throw refusal(
      `${source} was written by soundcheck ${version}, and this is ${toolVersion}`,
      'Merge with the version that ran the shards: another does not know their checks.',
    );
  }
}

/** Everything that one run has once, by the name under which people know it. */
function factsOf({ result, shard }: Part): Readonly<Record<string, unknown>> {
  const { common, ...settings } = shard.settings;
  return {
    version: result.tool.version,
    service: result.service,
    'number of shards': shard.of,
    seed: result.seed,
    dialects: result.dialects,
    scope: result.scope,
    ...settings,
    ...common,
    // The embedded receiver listens elsewhere in each shard; what it is is the same.
    target: result.target.embedded ? { embedded: true, appId: result.target.appId } : result.target,
    run: shard.run,
  };
}

function requireOneRun(first: Part, parts: readonly Part[]): void {
  const wanted = factsOf(first);
  for (const part of parts) {
    const facts = factsOf(part);
    const other = [...new Set([...Object.keys(wanted), ...Object.keys(facts)])].find(
      (name) => JSON.stringify(wanted[name]) !== JSON.stringify(facts[name]),
    );
    if (other !== undefined) {
      throw refusal(
        `the shards are not of one run: ${first.source} and ${part.source} differ in ${other} (${said(wanted[other])}, ${said(facts[other])})`,
        'Run every shard with the same options on the same target.',
      );
    }
  }
}

function said(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function requireComplete({ shard: { of } }: Part, parts: readonly Part[]): void {
  const sources = new Map<number, string>();
  for (const { shard, source } of parts) {
    const twin = sources.get(shard.index);
    if (twin !== undefined) {
      throw refusal(
        `shard ${String(shard.index)} of ${String(of)} is there twice: ${twin} and ${source}`,
        'Keep one report of each shard; of two attempts none may be chosen.',
      );
    }
    sources.set(shard.index, source);
  }
  const missing = Array.from({ length: of }, (_, place) => place + 1).filter(
    (index) => !sources.has(index),
  );
  if (missing.length > 0) {
    throw refusal(
      `of ${String(of)} shards ${missing.length === 1 ? 'one is' : `${String(missing.length)} are`} missing: ${missing.map((index) => `${String(index)}/${String(of)}`).join(', ')}`,
      'Name the report directories of all shards; what a missing one would have found is not known.',
    );
  }
}

/** When a shard began, milliseconds since the epoch. */
export function startOf({ result }: Part): number {
  return Date.parse(result.startedAt);
}

/** When a shard ended, milliseconds since the epoch. */
export function endOf(part: Part): number {
  return startOf(part) + part.result.durationMs;
}

function requireOneTime(parts: readonly Part[]): void {
  const starts = parts.map(startOf);
  const hours = (Math.max(...starts) - Math.min(...starts)) / 3_600_000;
  if (!(hours <= apartMsMax / 3_600_000)) {
    throw refusal(
      `the shards began ${hours.toFixed(1)} hours apart`,
      `Shards of one run begin within ${String(apartMsMax / 3_600_000)} hours: what was tested may be another thing by then. Run them again.`,
    );
  }
}

/** A shard judges what was dealt to it, as the catalogue has it: no check less, none more, none at another level. */
function requireOwnChecks({ source, shard, result }: Part, suite: Suite): void {
  const { supported, only } = shard.settings;
  const { own, active, archive } = dealShard(selectChecks(suite, supported, only), shard);
  const wanted = new Map(
    [...active, ...archive].filter(({ id }) => own.has(id)).map((check) => [check.id, check]),
  );
  const ids = result.checks.map(({ id }) => id);
  const missing = [...wanted.keys()].find((id) => !ids.includes(id));
  const foreign = ids.find((id, place) => !wanted.has(id) || ids.indexOf(id) !== place);
  if (missing !== undefined || foreign !== undefined) {
    throw refusal(
      `${source} does not hold the checks of shard ${String(shard.index)} of ${String(shard.of)}: ${missing === undefined ? `${String(foreign)} is not one of them` : `${missing} is missing`}`,
      'Run this shard again; a report that was changed cannot be merged.',
    );
  }
  const changed = result.checks.find((check) => !isAsCatalogued(check, wanted.get(check.id)));
  if (changed !== undefined) {
    throw refusal(
      `${source} tells ${changed.id} otherwise than the catalogue does`,
      'Run this shard again; a report that was changed cannot be merged.',
    );
  }
}

function isAsCatalogued(result: CheckResult, check: Check | undefined): boolean {
  const told = ({ title, level, basis, profile, clauses, hint }: CheckResult): string =>
    JSON.stringify([title, level, basis, profile, clauses.map(({ id }) => id), hint]);
  return check !== undefined && told(result) === told(blankResult(check));
}

/** What a report says of itself must follow from its checks, or somebody has changed one of the two. */
function requireOwnVerdict({ source, result, shard }: Part): void {
  const { failOn, supported, waivers } = shard.settings;
  const profiles = judgeProfiles(result.checks, supported, failOn, false);
  const { faults } = applyWaivers(result.checks, waivers, new Date(result.startedAt));
  const judged = judgeRun({
    checks: result.checks,
    profiles,
    failOn,
    interrupted: result.interrupted,
    waiverFaults: faults,
    isWhole: false,
  });
  const isContradicted = result.checks.some(
    ({ verdict, findings }) => (verdict === 'not-met') !== findings.length > 0,
  );
  const isWaivedByNobody = result.checks.some(
    ({ id, waiver }) =>
      waiver !== null &&
      !waivers.some(({ check, ticket, expires }) => {
        return check === id && ticket === waiver.ticket && expires === waiver.expires;
      }),
  );
  if (
    isContradicted ||
    isWaivedByNobody ||
    judged.verdict !== result.verdict ||
    judged.exitCode !== result.exitCode ||
    JSON.stringify(profiles) !== JSON.stringify(result.profiles)
  ) {
    throw refusal(
      `the checks in ${source} do not come to the verdict that it gives`,
      'Run this shard again; a report that was changed cannot be merged.',
    );
  }
}
