import type { ServiceName } from '#contracts/clause.ts';
import type { ActiveCheck } from '../check.ts';
import type { Experiment, Send } from '../experiment.ts';
import type { ArmRecord } from '../observation.ts';
import { createRedactor, secretsOfSend } from '../redact.ts';
import type { CheckResult } from '../result.ts';
import type { SuiteContext } from '../suite.ts';
import { blankResult, callbacksOf, toResult, type Confirmed } from './check-result.ts';
import { execute, type Outcome } from './execute.ts';
import type { TargetSession } from './session.ts';
import { traceStates, type RawTrace } from './trace.ts';

/** A failure is played so many times more before it is reported. */
const replaysMax = 2;
/** So many failing experiments of one check are replayed together; once one of them is confirmed the others only count. */
const replayedExperimentsMax = 3;

/** What the active checks of one run share. */
export interface CheckRun {
  readonly session: TargetSession;
  readonly context: SuiteContext;
  /** Generated experiments per property. */
  readonly runs: number;
  /** Time for making a generated counterexample smaller. */
  readonly shrinkMsMax: number;
  /** Command line that replays a token. */
  readonly replayCommand: (token: string) => string;
  readonly service: ServiceName;
}

/** Runs one active check: its experiments, replays of failures, verdict and counterexample. */
export async function runCheck(check: ActiveCheck, shared: CheckRun): Promise<CheckResult> {
  // Two checks must never speak of one room: what the one sends would be a trace to the other.
  const nonce = `${shared.context.nonce}/${check.id}`;
  const startedMs = shared.session.now();
  // Callbacks are of the minute in which they are sent, however long the run: receivers may refuse stale ones.
  const nowMs = shared.context.nowMs + Math.floor(startedMs);
  const run = { ...shared, context: { ...shared.context, nonce, nowMs } };
  try {
    const inapplicable = check.notApplicable?.(run.context) ?? null;
    if (inapplicable !== null) {
      return { ...blankResult(check), verdict: 'not-applicable', fault: inapplicable };
    }
    const outcomes = await executeAll(check, run);
    const confirmed = await confirmAll(check, run, outcomes);
    const telling = tellingOf(confirmed);
    const trace = telling === undefined ? null : await traceOf(check, run, telling.outcome);
    const durationMs = run.session.now() - startedMs;
    return toResult(check, run, { outcomes, confirmed, telling, trace, durationMs });
  } catch (error) {
    return {
      ...blankResult(check),
      verdict: 'harness-error',
      fault: createRedactor([run.context.secretKey]).text(
        error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      ),
    };
  }
}

/**
 * Experiments of a check side by side; disturbing ones one after the other and only up to the first failure,
 * since what they break stays broken for the next.
 */
async function executeAll(check: ActiveCheck, run: CheckRun): Promise<readonly Outcome[]> {
  const experiments = experimentsOf(check, run);
  if (check.disturbs !== true) {
    return Promise.all(experiments.map((experiment) => execute(run.session, check, experiment)));
  }
  const outcomes: Outcome[] = [];
  for (const experiment of experiments) {
    const outcome = await execute(run.session, check, experiment);
    outcomes.push(outcome);
    if (outcome.findings.length > 0) {
      break;
    }
  }
  return outcomes;
}

/** Directed experiments first, then the generated ones. */
export function experimentsOf(check: ActiveCheck, run: CheckRun): readonly Experiment[] {
  const property = check.property?.(run.context);
  const generated = Array.from({ length: property === undefined ? 0 : run.runs }, (_, index) =>
    property?.at(String(index)),
  );
  return [
    ...check.experiments(run.context),
    ...generated.filter((experiment) => experiment !== undefined),
  ];
}

/** Builds one experiment again by its key, with identifiers of its own. */
export function experimentAt(
  check: ActiveCheck,
  context: SuiteContext,
  key: string,
): Experiment | undefined {
  const path = key.startsWith('random:') ? key.slice('random:'.length) : null;
  return path === null
    ? check.experiments(context).find((experiment) => experiment.key === key)
    : check.property?.(context).at(path);
}

/** Replays failures, smallest first, with fresh identifiers, before they are believed. */
async function confirmAll(
  check: ActiveCheck,
  run: CheckRun,
  outcomes: readonly Outcome[],
): Promise<readonly Confirmed[]> {
  const failing = outcomes
    .filter(({ findings }) => findings.length > 0)
    .sort((a, b) => callbacksOf(a) - callbacksOf(b));
  // Those that dissolve when they are replayed make room for the next: a failure must not hide behind them.
  for (let at = 0; at < failing.length; at += replayedExperimentsMax) {
    const some = failing.slice(at, at + replayedExperimentsMax);
    const replayed = await Promise.all(some.map((outcome) => confirm(check, run, outcome)));
    const confirmed = replayed.filter(({ stability }) => stability.failed > 0);
    if (confirmed.length > 0) {
      return confirmed;
    }
  }
  return [];
}

async function confirm(check: ActiveCheck, run: CheckRun, first: Outcome): Promise<Confirmed> {
  const smallest = await shrink(check, run, first);
  const plays = [smallest];
  for (let replay = 1; replay <= replaysMax && run.session.lost === null; replay += 1) {
    const context = { ...run.context, nonce: `${run.context.nonce}r${String(replay)}` };
    const experiment = experimentAt(check, context, smallest.experiment.key);
    if (experiment !== undefined) {
      plays.push(await execute(run.session, check, experiment));
    }
  }
  const judged = plays.filter(({ fault }) => fault === null);
  const baselines = judged.flatMap(({ arms }, play) => baselinesOf(arms, play));
  // Every play is judged once more with the baselines of all: what was seen to vary anywhere is volatile.
  const verdicts = judged.map((play, index) => ({
    outcome: play,
    findings: check.evaluate({
      arms: new Map([
        ...play.arms,
        ...baselines
          .filter(({ play: of }) => of !== index)
          .map(({ name, record }) => [name, record] as const),
      ]),
    }),
  }));
  const failed = verdicts.filter(({ findings }) => findings.length > 0);
  return {
    outcome: failed[0]?.outcome ?? smallest,
    findings: failed[0]?.findings ?? [],
    secrets: [first, ...plays].flatMap(sendsOf).flatMap(secretsOfSend),
    stability: {
      kind: failed.length === judged.length ? 'stable' : 'flaky',
      failed: failed.length,
      of: judged.length,
    },
  };
}

function baselinesOf(
  arms: ReadonlyMap<string, ArmRecord>,
  play: number,
): readonly { readonly play: number; readonly name: string; readonly record: ArmRecord }[] {
  return [...arms]
    .filter(([name]) => name.startsWith('in-order'))
    .map(([name, record]) => ({ play, name: `${name}@${String(play)}`, record }));
}

/** Makes a generated counterexample smaller; directed ones are small by construction. */
async function shrink(check: ActiveCheck, run: CheckRun, first: Outcome): Promise<Outcome> {
  const { key } = first.experiment;
  // Several counterexamples are made smaller at the same time: each speaks of rooms of its own.
  const property = check.property?.({ ...run.context, nonce: `${run.context.nonce}/${key}` });
  if (!key.startsWith('random:') || property === undefined) {
    return first;
  }
  const path = await property.shrink(
    key.slice('random:'.length),
    async (candidate) => (await execute(run.session, check, candidate)).findings.length > 0,
    run.shrinkMsMax,
  );
  const context = { ...run.context, nonce: `${run.context.nonce}s0` };
  const smaller = experimentAt(check, context, `random:${path}`);
  if (smaller === undefined) {
    return first;
  }
  const outcome = await execute(run.session, check, smaller);
  return outcome.findings.length > 0 ? outcome : first;
}

function sendsOf({ experiment }: Outcome): readonly Send[] {
  return experiment.arms.flatMap(({ waves }) => waves.flat());
}

/** The failing play with the fewest callbacks. */
function tellingOf(confirmed: readonly Confirmed[]): Confirmed | undefined {
  return [...confirmed].sort((a, b) => callbacksOf(a.outcome) - callbacksOf(b.outcome))[0];
}

/** The states along the telling plan, in rooms of their own; nothing where the check would break its target once more. */
async function traceOf(
  check: ActiveCheck,
  run: CheckRun,
  { experiment }: Outcome,
): Promise<RawTrace | null> {
  if (check.disturbs === true) {
    return null;
  }
  const context = { ...run.context, nonce: `${run.context.nonce}t0` };
  const again = experimentAt(check, context, experiment.key);
  return again === undefined ? null : traceStates(run.session, again);
}
