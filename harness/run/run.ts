import type { ActiveCheck, Profile } from '../check.ts';
import type { ArchiveFacts } from '../archive-facts.ts';
import type { Bucket, WritableBucket } from '../bucket.ts';
import { judgeProfiles, judgeRun } from '../judge.ts';
import type { Observer } from '../observe/observer.ts';
import type { CheckResult, RunEvent, RunResult } from '../result.ts';
import type { Suite, SuiteContext } from '../suite.ts';
import { isAccepted } from '../observation.ts';
import { applyWaivers, requireKnownChecks, type Waiver } from '../waivers.ts';
import { preflight, type PreflightFacts } from './preflight.ts';
import { runArchive } from './run-archive.ts';
import { blankResult } from './check-result.ts';
import type { CheckRun } from './run-checks.ts';
import { runSchedule } from './schedule.ts';
import type { SavedCases } from './saved-cases.ts';
import { catalogueOf, inCatalogueOrder, selectChecks, supportedProfiles } from './select-checks.ts';
import { dealShard, markOf, type ShardOrder } from './shard.ts';
import { openSession, type TargetSession } from './session.ts';
import { summarize } from './summary.ts';

/** A bucket that has been looked through, with what to do when it is no longer needed. */
export type OpenArchive = ArchiveFacts & { close(): Promise<void> };

/** What is tested; null where the target has none of it. */
export interface RunTarget {
  readonly endpoint: URL | null;
  readonly observer: Observer | null;
  /** Read-only. */
  readonly bucket: Bucket | null;
  /** Looks through the bucket; null without a bucket. */
  readonly audit: ((signal: AbortSignal) => Promise<OpenArchive>) | null;
  /** Where the recovery profile may lay recordings; null unless the target claims to recover. */
  readonly recoveryBucket: WritableBucket | null;
  /** As the report names them. */
  readonly shown: RunResult['target'];
}

export interface RunOptions {
  readonly suite: Suite;
  readonly context: SuiteContext;
  readonly target: RunTarget;
  /** Profiles that were asked for; null: all that the target supports. */
  readonly profiles: readonly Profile[] | null;
  /** Only checks whose id begins so. */
  readonly only: string | null;
  /** Which part of the plan this run is; null for the whole. */
  readonly shard: ShardOrder | null;
  /** Counterexamples of earlier runs that are tried first; null for none. */
  readonly saved: SavedCases | null;
  readonly waivers: readonly Waiver[];
  readonly failOn: 'must' | 'should';
  readonly runs: number;
  readonly timeoutMs: number;
  readonly concurrency: number;
  readonly ratePerSecond: number;
  readonly settleMs: number;
  /** 0: no budget. */
  readonly maxTimeMs: number;
  /** Aborted by SIGINT; the reason is a sentence for the report. */
  readonly signal: AbortSignal;
  readonly toolVersion: string;
  readonly replayCommand: (token: string) => string;
  readonly onEvent: (event: RunEvent) => void;
}

const shrinkMsMax = 8000;

/**
 * Runs a plan of checks against a target and judges it: the one engine behind the command line, vitest and the library.
 * @throws SoundcheckError where configuration or preflight forbid a run; the target's faults are findings.
 */
export async function runSuite(options: RunOptions): Promise<RunResult> {
  const startedAt = new Date();
  const startedMs = performance.now();
  const supported = supportedProfiles(options);
  const whole = selectChecks(options.suite, supported, options.only);
  const plan = options.shard === null ? { ...whole, own: null } : dealShard(whole, options.shard);
  requireKnownChecks(options.waivers, catalogueOf(options.suite));
  const budget = options.maxTimeMs > 0 ? AbortSignal.timeout(options.maxTimeMs) : null;
  const signal = budget === null ? options.signal : AbortSignal.any([options.signal, budget]);

  const progress = { done: 0, total: plan.active.length + plan.archive.length };
  const onResult = (result: CheckResult): void => {
    progress.done += 1;
    options.onEvent({ kind: 'check', result, ...progress });
  };
  const active = await runActive(options, plan.active, signal, onResult);
  const archive = await runArchive(options, plan.archive, signal, onResult);

  const isOwn = ({ id }: CheckResult): boolean => plan.own === null || plan.own.has(id);
  const results = inCatalogueOrder(
    [...active.results, ...archive].filter(isOwn),
    catalogueOf(options.suite),
  );
  const waived = applyWaivers(results, options.waivers, startedAt);
  const isWhole = options.shard === null;
  const profiles = judgeProfiles(waived.results, supported, options.failOn, isWhole);
  const interrupted = options.signal.aborted
    ? 'the run was stopped by the user'
    : budget?.aborted === true
      ? `the time budget of ${String(options.maxTimeMs / 1000)} s was used up`
      : null;
  const judged = judgeRun({
    checks: waived.results,
    profiles,
    failOn: options.failOn,
    interrupted,
    waiverFaults: waived.faults,
    isWhole,
  });
  return summarize({
    options,
    shard: options.shard === null ? null : markOf(options.shard, options, supported, active.lost),
    supported,
    checks: waived.results,
    profiles,
    ...judged,
    interrupted,
    waiverFaults: waived.faults,
    lost: active.lost,
    requests: active.requests,
    startedAt,
    durationMs: Math.round(performance.now() - startedMs),
  });
}

interface ActiveRun {
  readonly results: readonly CheckResult[];
  readonly requests: number;
  readonly lost: string | null;
}

async function runActive(
  options: RunOptions,
  checks: readonly ActiveCheck[],
  signal: AbortSignal,
  onResult: (result: CheckResult) => void,
): Promise<ActiveRun> {
  const { endpoint } = options.target;
  if (endpoint === null || checks.length === 0) {
    return { results: [], requests: 0, lost: null };
  }
  const session = openSession({
    endpoint,
    observer: options.target.observer,
    bucket: options.target.recoveryBucket,
    timeoutMs: options.timeoutMs,
    concurrency: options.concurrency,
    ratePerSecond: options.ratePerSecond,
    settleMs: options.settleMs,
    signal,
    onRequests: (sent) => {
      options.onEvent({ kind: 'requests', sent });
    },
  });
  options.onEvent({ kind: 'phase', title: 'preflight' });
  const facts = await preflightUnlessStopped(session, options, signal);
  if (facts === null) {
    const stopped = checks.map((check) => ({
      ...blankResult(check),
      fault: 'the run was stopped before the first check',
    }));
    stopped.forEach(onResult);
    return { results: stopped, requests: session.requests, lost: session.lost };
  }
  options.onEvent({ kind: 'phase', title: 'callbacks' });
  const run: CheckRun = {
    session,
    context: options.context,
    runs: options.runs,
    shrinkMsMax,
    replayCommand: options.replayCommand,
    service: options.suite.service,
  };
  const results = await runSchedule(checks, {
    run,
    saved: options.saved,
    onResult,
    isAlive: () => isAlive(session, options),
  });
  return { results, requests: session.requests, lost: session.lost };
}

/** A preflight that was stopped fails like one without a target: that is no fault of the target's. */
async function preflightUnlessStopped(
  session: TargetSession,
  options: RunOptions,
  signal: AbortSignal,
): Promise<PreflightFacts | null> {
  try {
    return await preflight(session, options.suite, options.context);
  } catch (error) {
    if (signal.aborted) {
      return null;
    }
    throw error;
  }
}

/** A target under a supervisor may need a moment to come back. */
async function isAlive(session: TargetSession, options: RunOptions): Promise<boolean> {
  const probe = options.suite
    .preflight(options.context)
    .find(({ dialects }) => dialects.length === options.context.dialects.length);
  if (probe === undefined) {
    return true;
  }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const arm = { name: 'alive', waves: [[probe.send]], names: [], subjects: [] };
    const exchanges = await session.deliver(arm);
    if (exchanges.some((exchange) => isAccepted(exchange) || 'answer' in exchange.result)) {
      return true;
    }
    if (exchanges.some(({ result }) => 'fault' in result && result.fault === 'timeout')) {
      // It took the request and hangs: nobody is about to start it again.
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 300 * (attempt + 1)));
  }
  return false;
}
