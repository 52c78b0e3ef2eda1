import type { Profile } from '#harness/check.ts';
import type { CheckResult, RunResult } from '#harness/result.ts';

/**
 * What a check's verdict means for the reader, with its level and waiver taken in:
 * - `broken`: a MUST is not met; `advice`: a SHOULD is not met;
 * - `untested`: nothing can be said; `harness`: our own fault; `not-applicable`: outside the target's capabilities;
 * - `waived`: broken or untested, and known; `stale-waiver`: met although a waiver says it is not;
 * - `met`.
 */
export type Outcome =
  | 'broken'
  | 'harness'
  | 'stale-waiver'
  | 'untested'
  | 'advice'
  | 'waived'
  | 'not-applicable'
  | 'met';

/** Outcomes from the most to the least pressing, with the word that people read and a mark that needs no colour. */
export const outcomes: Readonly<Record<Outcome, { readonly word: string; readonly mark: string }>> =
  {
    broken: { word: 'not met', mark: '✗' },
    harness: { word: 'harness error', mark: '‼' },
    'stale-waiver': { word: 'waiver no longer needed', mark: '✗' },
    untested: { word: 'untestable', mark: '?' },
    advice: { word: 'advice not followed', mark: '!' },
    waived: { word: 'waived', mark: '~' },
    'not-applicable': { word: 'not applicable', mark: '–' },
    met: { word: 'met', mark: '✓' },
  };

/** What a profile certifies, for people; also the order in which profiles are shown. */
export const profileClaims: Readonly<Record<Profile, string>> = {
  wire: 'the endpoint takes valid callbacks and refuses forged and malformed ones',
  state: 'what the receiver knows afterwards is right in whatever order callbacks come',
  archive: 'the bucket holds whole, rightly named recordings',
  recovery: 'recordings whose callbacks were lost are found again',
};

/** The profiles in their order. */
export const profiles = Object.keys(profileClaims) as readonly Profile[];

const gravity = Object.keys(outcomes) as readonly Outcome[];

/** What one check's result means on the day (`YYYY-MM-DD…`) on which the run started. */
export function outcomeOf(check: CheckResult, startedAt: string): Outcome {
  const isWaived = check.waiver !== null && check.waiver.expires >= startedAt.slice(0, 10);
  switch (check.verdict) {
    case 'met':
      return check.waiver === null ? 'met' : 'stale-waiver';
    case 'not-met':
      return isWaived ? 'waived' : check.level === 'MUST' ? 'broken' : 'advice';
    case 'untestable':
      return isWaived ? 'waived' : 'untested';
    case 'not-applicable':
      return 'not-applicable';
    case 'harness-error':
      return 'harness';
  }
}

/** A check together with what it means. */
export interface Judged {
  readonly check: CheckResult;
  readonly outcome: Outcome;
}

/**
 * All checks, the most pressing first: by outcome, then in the order of the profiles (a broken signature explains
 * broken state), reproducible failures before flaky ones, otherwise as they ran.
 */
export function judge(result: RunResult): readonly Judged[] {
  return result.checks
    .map((check) => ({ check, outcome: outcomeOf(check, result.startedAt) }))
    .sort(
      (a, b) =>
        gravity.indexOf(a.outcome) - gravity.indexOf(b.outcome) ||
        profiles.indexOf(a.check.profile) - profiles.indexOf(b.check.profile) ||
        Number(a.check.stability?.kind === 'flaky') - Number(b.check.stability?.kind === 'flaky'),
    );
}

/** Outcomes that a reader has to do something about. */
export function isProblem(outcome: Outcome): boolean {
  return outcome !== 'met' && outcome !== 'not-applicable' && outcome !== 'waived';
}

/** The failure to look at first, or undefined when nothing is wrong with any check. */
export function firstToFix(result: RunResult): Judged | undefined {
  return judge(result).find(({ outcome }) => isProblem(outcome));
}

/** How many checks of a profile came out how; outcomes that did not occur are absent, the rest most pressing first. */
export function tally(
  result: RunResult,
  profile: Profile,
): readonly { readonly outcome: Outcome; readonly checks: number }[] {
  const seen = judge(result).filter(({ check }) => check.profile === profile);
  return gravity
    .map((outcome) => ({ outcome, checks: seen.filter((one) => one.outcome === outcome).length }))
    .filter(({ checks }) => checks > 0);
}

/** The lines `certificate: …` of a run: one per certified profile; none for a run that certifies nothing. */
export function certificateLines(result: RunResult): readonly string[] {
  return result.certificates.map((profile) => {
    const own = result.checks.filter((check) => check.profile === profile);
    const met = own.filter((check) => check.verdict === 'met').length;
    const waived = own.filter((check) => outcomeOf(check, result.startedAt) === 'waived').length;
    const dialects = result.dialects.length === 0 ? '' : `, dialects ${result.dialects.join(', ')}`;
    const marks = waived === 0 ? '' : `, ${String(waived)} waived`;
    return `certificate: ${profile} profile met (${result.service}${dialects}; ${String(met)} of ${String(own.length)} checks met${marks}; seed ${String(result.seed)})`;
  });
}
