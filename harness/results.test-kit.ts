import { exitCodes } from './verdict.ts';
import type { CheckId } from './check.ts';
import type { CheckResult } from './result.ts';

/** A result of a wire MUST that is met, or what is given. */
export function resultOf(parts: Partial<CheckResult> = {}): CheckResult {
  return {
    id: 'gme/test/one' satisfies CheckId,
    title: 'Something holds.',
    level: 'MUST',
    basis: 'stated',
    profile: 'wire',
    verdict: 'met',
    fault: null,
    clauses: [],
    findings: [],
    evidence: [],
    counterexample: null,
    stability: null,
    replay: null,
    waiver: null,
    hint: 'Do it.',
    requests: 0,
    durationMs: 0,
    ...parts,
  };
}

/** A waiver's mark that holds. */
export const waiverMark = { reason: 'known', owner: 'team', ticket: 'T-1', expires: '2026-12-31' };

/** Every exit code that a run may end with. */
export const runExitCodes = [
  exitCodes.met,
  exitCodes.notMet,
  exitCodes.harness,
  exitCodes.inconclusive,
] as const;
