import { profiles, type Finding, type Level, type Profile } from './check.ts';
import type { CheckResult, ProfileVerdict, RunResult } from './result.ts';
import { exitCodes, type ExitCode, type Verdict } from './verdict.ts';

/** What one check's experiments (or its one look at the archive) came to. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly fault: string | null;
  readonly findings: readonly Finding[];
}

/** More findings than these say nothing new. */
export const findingsMax = 20;

/**
 * A check's verdict: one failing experiment breaks it, one that says nothing leaves it untestable,
 * and no experiment at all is never met.
 */
export function judgeCheck(
  outcomes: readonly { readonly findings: readonly Finding[]; readonly fault: string | null }[],
): Judgement {
  const findings = outcomes.flatMap((outcome) => outcome.findings).slice(0, findingsMax);
  if (findings.length > 0) {
    return { verdict: 'not-met', fault: null, findings };
  }
  if (outcomes.length === 0) {
    return { verdict: 'untestable', fault: 'nothing was tried', findings };
  }
  const fault = outcomes.find((outcome) => outcome.fault !== null)?.fault ?? null;
  return { verdict: fault === null ? 'met' : 'untestable', fault, findings };
}

/** How much a result weighs at the gate. */
export type Gravity = 'ok' | 'warn' | 'break' | 'open' | 'fault';

/** The gate's view of one result; a waiver takes the weight off a failure, never off anything else. */
export function gravityOf(
  result: Pick<CheckResult, 'verdict' | 'level' | 'waiver'>,
  failOn: 'must' | 'should',
): Gravity {
  const counts = result.level === 'MUST' || failOn === 'should';
  switch (result.verdict) {
    case 'met':
    case 'not-applicable':
      return 'ok';
    case 'not-met':
      return result.waiver !== null ? 'warn' : counts ? 'break' : 'warn';
    case 'untestable':
      return counts ? 'open' : 'warn';
    case 'harness-error':
      return 'fault';
    default:
      return result.verdict satisfies never;
  }
}

/**
 * Per profile: met only when every MUST is met or declared not applicable, and at least one was met. A waiver lets a
 * run pass, but a profile is not met by it.
 * @param isWhole false for one part of a run, which may have nothing but advice and what does not apply.
 */
export function judgeProfiles(
  checks: readonly CheckResult[],
  supported: readonly Profile[],
  failOn: 'must' | 'should',
  isWhole = true,
): Record<Profile, ProfileVerdict> {
  const verdictOf = (profile: Profile): ProfileVerdict => {
    const own = checks.filter((check) => check.profile === profile);
    // A filtered run leaves whole profiles out: of those it says nothing, which spoils nothing that it did judge.
    if (!supported.includes(profile) || own.length === 0) {
      return 'not-certified';
    }
    const gravities = own.map((check) => gravityOf(check, failOn));
    if (gravities.includes('break')) {
      return 'not-met';
    }
    const judged =
      !isWhole || own.some((check) => countsAtGate(check.level, failOn) && check.verdict === 'met');
    if (gravities.includes('open') || gravities.includes('fault') || !judged) {
      return 'inconclusive';
    }
    return own.some(isWaivedMust) ? 'met-with-waivers' : 'met';
  };
  return Object.fromEntries(profiles.map((profile) => [profile, verdictOf(profile)])) as Record<
    Profile,
    ProfileVerdict
  >;
}

function isWaivedMust({ level, verdict, waiver }: CheckResult): boolean {
  return level === 'MUST' && verdict === 'not-met' && waiver !== null;
}

/** What the whole run comes to, in the order of precedence of the exit codes. */
export function judgeRun(facts: {
  readonly checks: readonly CheckResult[];
  readonly profiles: Readonly<Record<Profile, ProfileVerdict>>;
  readonly failOn: 'must' | 'should';
  readonly interrupted: string | null;
  readonly waiverFaults: readonly string[];
  /** False for one part of a run, see `judgeProfiles`. Default true. */
  readonly isWhole?: boolean;
}): { readonly verdict: RunResult['verdict']; readonly exitCode: ExitCode } {
  const gravities = facts.checks.map((check) => gravityOf(check, facts.failOn));
  if (gravities.includes('fault')) {
    return { verdict: 'harness-error', exitCode: exitCodes.harness };
  }
  if (facts.interrupted !== null) {
    return { verdict: 'inconclusive', exitCode: exitCodes.inconclusive };
  }
  if (gravities.includes('break') || facts.waiverFaults.length > 0) {
    return { verdict: 'not-met', exitCode: exitCodes.notMet };
  }
  const nothingJudged =
    facts.isWhole !== false && !facts.checks.some((check) => check.verdict === 'met');
  const isOpen =
    gravities.includes('open') || Object.values(facts.profiles).includes('inconclusive');
  if (isOpen || nothingJudged) {
    return { verdict: 'inconclusive', exitCode: exitCodes.inconclusive };
  }
  return { verdict: 'met', exitCode: exitCodes.met };
}

/** Whether a level counts at the gate. */
export function countsAtGate(level: Level, failOn: 'must' | 'should'): boolean {
  return level === 'MUST' || failOn === 'should';
}
