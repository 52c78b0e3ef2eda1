import type { ActiveCheck } from '../check.ts';
import { findingsMax } from '../judge.ts';
import type { CheckResult } from '../result.ts';
import { decodeReplayToken, tokenIn, type ReplayCoordinates } from './replay-token.ts';
import { experimentAt, experimentsOf, runCheck, type CheckRun } from './run-checks.ts';

/** What became of a saved case: it failed again, it did not, it said nothing, or this version has no such case. */
export type SavedOutcome = 'failed' | 'clean' | 'silent' | 'gone';

/** Counterexamples of earlier runs, to be tried before anything else of their check. */
export interface SavedCases {
  /** Replay tokens of this service, the newest first. */
  readonly tokens: readonly string[];
  /** Told of every case that was tried. */
  readonly onTried: (token: string, outcome: SavedOutcome) => void;
}

/** So many cases of one check are tried: beyond them the check's own experiments say more for the time. */
export const savedPerCheckMax = 5;

interface SavedCase {
  readonly token: string;
  readonly coordinates: ReplayCoordinates;
}

/**
 * Runs a check with the counterexamples of earlier runs first. The check's own experiments run whatever they show, so
 * that findings and verdict of a seed stay what they are; a saved case can only add a failure.
 */
export async function runCheckWithSaved(
  check: ActiveCheck,
  run: CheckRun,
  saved: SavedCases | null,
): Promise<CheckResult> {
  const all = saved === null ? [] : casesOf(check, run, saved);
  // What the check tries anyway need not be tried twice: its own experiments go out together.
  const ownKeys = all.length === 0 ? new Set<string>() : keysOf(check, run);
  const isOwn = ({ coordinates: { key, seed } }: SavedCase): boolean =>
    seed === run.context.seed && ownKeys.has(key);
  const cases = all.filter((one) => !isOwn(one));
  const failures: CheckResult[] = [];
  let requests = 0;
  let durationMs = 0;
  for (const [place, one] of cases.entries()) {
    const result = await tryCase(check, run, one, place);
    const outcome = outcomeOf(result);
    saved?.onTried(one.token, outcome);
    requests += result?.requests ?? 0;
    durationMs += result?.durationMs ?? 0;
    if (result !== null && outcome === 'failed') {
      failures.push(result);
    }
  }
  const [first] = failures;
  // What a disturbing case has broken stays broken: more of them would say nothing.
  const own = check.disturbs === true && first !== undefined ? first : await runCheck(check, run);
  for (const one of all.filter(isOwn)) {
    saved?.onTried(one.token, ownOutcomeOf(own, one.token));
  }
  return cases.length === 0
    ? own
    : {
        ...together(own, failures),
        evidence: [...own.evidence, evidenceOf(cases.length, failures.length)],
        requests: requests + (own === first ? 0 : own.requests),
        durationMs: durationMs + (own === first ? 0 : own.durationMs),
      };
}

/** The saved cases that can be played on this target: those of its dialects and scope. */
function casesOf(check: ActiveCheck, run: CheckRun, saved: SavedCases): readonly SavedCase[] {
  const { dialects, scope } = run.context;
  return saved.tokens
    .map((token) => ({ token, coordinates: decodeReplayToken(token) }))
    .filter(
      ({ coordinates }) =>
        coordinates.service === run.service &&
        coordinates.check === check.id &&
        coordinates.scope === scope &&
        coordinates.dialects.toSorted().join() === dialects.toSorted().join(),
    )
    .slice(0, savedPerCheckMax);
}

/** Keys of the experiments that the check tries in this run anyway. */
function keysOf(check: ActiveCheck, run: CheckRun): ReadonlySet<string> {
  try {
    return new Set(experimentsOf(check, run).map(({ key }) => key));
  } catch {
    // Running the check says what is wrong with it.
    return new Set();
  }
}

/** Of a check that is not met the report tells one case: of the others nothing is known. */
function ownOutcomeOf(own: CheckResult, token: string): SavedOutcome {
  return tokenIn(own.replay ?? '') === token
    ? 'failed'
    : own.verdict === 'met'
      ? 'clean'
      : 'silent';
}

/** The check with nothing but this case; null where there is no such case. */
async function tryCase(
  check: ActiveCheck,
  run: CheckRun,
  { coordinates: { key, seed } }: SavedCase,
  place: number,
): Promise<CheckResult | null> {
  const nonce = `${run.context.nonce}/saved${String(place)}`;
  const context = { ...run.context, seed, nonce };
  if (!mayHave(check, context, key)) {
    return null;
  }
  const alone: ActiveCheck = {
    ...check,
    experiments: (fresh) =>
      [experimentAt(check, fresh, key)].filter((found) => found !== undefined),
  };
  return runCheck(alone, { ...run, context, runs: 0 });
}

/** False where this version surely has no such case. */
function mayHave(check: ActiveCheck, context: CheckRun['context'], key: string): boolean {
  try {
    const isApplicable = (check.notApplicable?.(context) ?? null) === null;
    return !isApplicable || experimentAt(check, context, key) !== undefined;
  } catch {
    // Running the check says what is wrong with it.
    return true;
  }
}

function outcomeOf(result: CheckResult | null): SavedOutcome {
  if (result === null) {
    return 'gone';
  }
  const { verdict } = result;
  return verdict === 'not-met' ? 'failed' : verdict === 'met' ? 'clean' : 'silent';
}

function together(own: CheckResult, failures: readonly CheckResult[]): CheckResult {
  const [first] = failures;
  if (first === undefined || own.verdict === 'harness-error' || own === first) {
    return own;
  }
  const findings = [own, ...failures].flatMap((result) => result.findings);
  const distinct = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return {
    ...(own.verdict === 'not-met' ? own : first),
    findings: [...distinct.values()].slice(0, findingsMax),
  };
}

function evidenceOf(tried: number, failed: number): string {
  const cases = tried === 1 ? '1 saved case' : `${String(tried)} saved cases`;
  return `${cases} of earlier runs tried first, ${failed === 0 ? 'none' : String(failed)} failed`;
}
