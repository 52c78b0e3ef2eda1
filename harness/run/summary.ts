import type { Profile } from '../check.ts';
import { profiles as allProfiles, withoutCallbacks } from '../check.ts';
import type { CheckResult, ProfileVerdict, RunResult, ShardMark } from '../result.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { exitCodes, type ExitCode, type Verdict } from '../verdict.ts';
import type { RunOptions } from './run.ts';

/** What a summary takes from a run's options: a merged run has no others. */
export type RunIdentity = Pick<RunOptions, 'toolVersion' | 'profiles' | 'only'> & {
  readonly suite: Pick<Suite, 'service' | 'title' | 'signing'>;
  readonly target: Pick<RunOptions['target'], 'shown'>;
  readonly context: Pick<SuiteContext, 'dialects' | 'scope' | 'seed'>;
};

export interface RunFacts {
  readonly options: RunIdentity;
  /** Which part of a run this is; null for a whole one. */
  readonly shard: ShardMark | null;
  readonly supported: readonly Profile[];
  readonly checks: readonly CheckResult[];
  readonly profiles: Readonly<Record<Profile, ProfileVerdict>>;
  readonly verdict: RunResult['verdict'];
  readonly exitCode: ExitCode;
  readonly interrupted: string | null;
  readonly waiverFaults: readonly string[];
  readonly lost: string | null;
  readonly requests: number;
  readonly startedAt: Date;
  readonly durationMs: number;
}

/** Puts a run's facts into the result document. Pure. */
export function summarize(facts: RunFacts): RunResult {
  const { options, profiles, interrupted } = facts;
  const filtered = filterOf(facts);
  const certifies =
    filtered === null &&
    interrupted === null &&
    facts.verdict !== 'harness-error' &&
    facts.waiverFaults.length === 0;
  return {
    schema: 'soundcheck-report/1',
    tool: { name: 'soundcheck', version: options.toolVersion, node: process.version },
    service: options.suite.service,
    serviceTitle: options.suite.title,
    target: options.target.shown,
    dialects: options.context.dialects,
    scope: options.context.scope,
    ...(options.suite.signing === undefined
      ? {}
      : { signing: options.suite.signing(options.context.dialects) }),
    profiles,
    verdict: facts.verdict,
    exitCode: facts.exitCode,
    summary: sentence(facts),
    certificates: certifies ? allProfiles.filter((profile) => profiles[profile] === 'met') : [],
    notTested: notTested(facts),
    interrupted,
    filtered,
    ...(facts.shard === null ? {} : { shard: facts.shard }),
    seed: options.context.seed,
    startedAt: facts.startedAt.toISOString(),
    durationMs: facts.durationMs,
    requests: facts.requests,
    counts: countVerdicts(facts.checks),
    checks: facts.checks,
  };
}

/** The selection that leaves checks out, as flags; null where all ran. */
function filterOf({
  options: { only },
  shard,
}: Pick<RunFacts, 'options' | 'shard'>): string | null {
  const flags = [
    ...(only === null ? [] : [`--only ${only}`]),
    ...(shard === null ? [] : [`--shard ${String(shard.index)}/${String(shard.of)}`]),
  ];
  return flags.length === 0 ? null : flags.join(' ');
}

/** The result of a run that ended before its first check: preflight or configuration. */
export function failedRun(options: RunOptions, reason: string, startedAt: Date): RunResult {
  const profiles = Object.fromEntries(
    allProfiles.map((profile) => [profile, 'not-certified']),
  ) as Record<Profile, ProfileVerdict>;
  return {
    ...summarize({
      options,
      shard: null,
      supported: [],
      checks: [],
      profiles,
      verdict: 'configuration',
      exitCode: exitCodes.configuration,
      interrupted: null,
      waiverFaults: [],
      lost: null,
      requests: 0,
      startedAt,
      durationMs: Date.now() - startedAt.getTime(),
    }),
    summary: reason,
    certificates: [],
    notTested: ['every check: the run ended before the first one'],
  };
}

function sentence(facts: RunFacts): string {
  const broken = facts.checks.filter(
    ({ verdict, waiver }) => verdict === 'not-met' && waiver === null,
  );
  const musts = broken.filter(({ level }) => level === 'MUST').length;
  switch (facts.verdict) {
    case 'met': {
      const advice =
        broken.length === 0 ? '' : `; ${plural(broken.length, 'recommendation')} not followed`;
      const filtered = filterOf(facts);
      return filtered === null
        ? `The target conforms${conformingProfiles(facts)}${waivedCount(facts)}${advice}.`
        : facts.shard === null
          ? `What ${filtered} selects is met${waivedCount(facts)}${advice}; a filtered run certifies nothing.`
          : `What ${filtered} selects is met${waivedCount(facts)}${advice}; one shard certifies nothing: \`soundcheck merge\` judges all of them.`;
    }
    case 'not-met':
      return musts > 0 || broken.length > 0
        ? `The target does not conform: ${plural(broken.length, 'check')} not met, ${String(musts)} of them MUST.`
        : `The run fails because of its waivers: ${facts.waiverFaults.join('; ')}.`;
    case 'harness-error':
      return 'Soundcheck itself failed in a check, so this run says nothing; please report it.';
    case 'inconclusive':
      return `The run is inconclusive: ${facts.interrupted ?? facts.lost ?? 'a check that counts could not be tested'}.`;
    case 'configuration':
      return 'The run could not start.';
    default:
      return facts.verdict satisfies never;
  }
}

/** Profiles that are met, and apart from them those with a MUST that is only waived. */
function conformingProfiles({ profiles }: RunFacts): string {
  const named = (verdict: ProfileVerdict): string =>
    allProfiles.filter((profile) => profiles[profile] === verdict).join(', ');
  const [met, waived] = [named('met'), named('met-with-waivers')];
  const parts = [
    ...(met === '' ? [] : [` (${met})`]),
    ...(waived === '' ? [] : [` with waivers (${waived}; not certified)`]),
  ];
  return parts.join(', and');
}

function waivedCount({ checks }: RunFacts): string {
  const waived = checks.filter(({ waiver }) => waiver !== null).length;
  return waived === 0 ? '' : `; ${plural(waived, 'failure')} waived`;
}

function notTested(facts: RunFacts): readonly string[] {
  const missing: Record<Profile, string> = {
    wire: 'no --endpoint was given',
    state: 'no --observe was given, so the receiver could lose or mix up recordings unseen',
    archive: 'no --bucket was given',
    recovery:
      'the target does not claim to recover lost callbacks (recovers: true, a writable bucket)',
  };
  const untestable = facts.checks.filter(({ verdict }) => verdict === 'untestable');
  const filtered = filterOf(facts);
  const uncompared = facts.checks.filter(
    ({ verdict, fault }) => verdict === 'not-applicable' && fault === withoutCallbacks,
  );
  return [
    ...allProfiles
      .filter((profile) => !facts.supported.includes(profile))
      .map((profile) =>
        facts.options.profiles?.includes(profile) === false
          ? `profile ${profile}: not asked for`
          : `profile ${profile}: ${missing[profile]}`,
      ),
    ...(filtered === null ? [] : [`checks outside ${filtered}`]),
    ...(facts.lost === null ? [] : [facts.lost]),
    ...(uncompared.length === 0
      ? []
      : [
          `whether callbacks and bucket agree (${plural(uncompared.length, 'check')}): ${withoutCallbacks}`,
        ]),
    ...untestable.map(({ id, fault }) => `${id}: ${fault ?? 'untestable'}`),
    ...facts.waiverFaults,
  ];
}

function countVerdicts(checks: readonly CheckResult[]): Record<Verdict | 'waived', number> {
  const counts = {
    met: 0,
    'not-met': 0,
    untestable: 0,
    'not-applicable': 0,
    'harness-error': 0,
    waived: 0,
  };
  for (const { verdict, waiver } of checks) {
    counts[waiver === null ? verdict : 'waived'] += 1;
  }
  return counts;
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
