import type { ServiceName } from '#contracts/clause.ts';
import type { ActiveCheck, Check, Finding } from '../check.ts';
import { findingsMax, judgeCheck } from '../judge.ts';
import { createRedactor, secretsOfSend, type Redactor } from '../redact.ts';
import type { CheckResult, ClauseReference, Stability } from '../result.ts';
import type { SuiteContext } from '../suite.ts';
import { toCounterexample } from './counterexample.ts';
import type { Outcome } from './execute.ts';
import { encodeReplayToken } from './replay-token.ts';
import type { RawTrace } from './trace.ts';

/** A failure that came back when it was replayed. */
export interface Confirmed {
  /** The telling outcome: of the failing ones that with the fewest callbacks. */
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly stability: Stability;
  /** What all plays together must not show: a finding may speak of any of them. */
  readonly secrets: readonly string[];
}

/** What of a run goes into a check's result. */
export interface ResultContext {
  readonly context: SuiteContext;
  readonly service: ServiceName;
  readonly replayCommand: (token: string) => string;
}

/** All that became of a check. */
export interface CheckFacts {
  readonly outcomes: readonly Outcome[];
  readonly confirmed: readonly Confirmed[];
  readonly telling: Confirmed | undefined;
  readonly trace: RawTrace | null;
  readonly durationMs: number;
}

/** Puts what became of a check into its result; nothing in it holds a secret. */
export function toResult(
  check: ActiveCheck,
  run: ResultContext,
  { outcomes, confirmed, telling, trace, durationMs }: CheckFacts,
): CheckResult {
  const traced = trace?.arm.waves.flat() ?? [];
  const redactor = createRedactor([
    run.context.secretKey,
    ...new Set([...confirmed.flatMap(({ secrets }) => secrets), ...traced.flatMap(secretsOfSend)]),
  ]);
  const judgement = judgeCheck(outcomes.map((outcome) => ({ fault: outcome.fault, findings: [] })));
  const findings = distinctFindings(telling, confirmed, redactor);
  const token =
    telling === undefined
      ? null
      : encodeReplayToken({
          service: run.service,
          check: check.id,
          key: telling.outcome.experiment.key,
          seed: run.context.seed,
          dialects: run.context.dialects,
          scope: run.context.scope,
        });
  return {
    ...blankResult(check),
    verdict: telling === undefined ? judgement.verdict : 'not-met',
    fault: telling === undefined ? redactNullable(redactor, judgement.fault) : null,
    findings,
    evidence: [`${String(outcomes.length)} experiments`],
    counterexample:
      telling === undefined ? null : toCounterexample(telling.outcome, redactor, trace),
    stability: telling?.stability ?? null,
    replay: token === null ? null : run.replayCommand(token),
    requests: outcomes.reduce((sum, outcome) => sum + outcome.requests, 0),
    durationMs: Math.round(durationMs),
  };
}

/** What is wrong, each thing once: first what the counterexample shows, then what the other failures add. */
function distinctFindings(
  telling: Confirmed | undefined,
  confirmed: readonly Confirmed[],
  redactor: Redactor,
): readonly Finding[] {
  const all = [telling, ...confirmed.filter((one) => one !== telling)]
    .flatMap((one) => one?.findings ?? [])
    .map(({ at, code, expected, actual }) => ({
      at: redactor.text(at),
      code,
      expected: redactor.text(expected),
      actual: redactor.text(actual),
    }));
  const distinct = new Map(all.map((finding) => [JSON.stringify(finding), finding]));
  return [...distinct.values()].slice(0, findingsMax);
}

/** Callbacks of an outcome's telling arm. */
export function callbacksOf({ experiment }: Outcome): number {
  const shown = experiment.arms.find(({ name }) => name === experiment.shows);
  return (shown?.waves ?? []).reduce((sum, wave) => sum + wave.length, 0);
}

/** A result with everything that is known before anything was tried. */
export function blankResult(check: Check): CheckResult {
  return {
    id: check.id,
    title: check.title,
    level: check.level,
    basis: check.basis,
    profile: check.profile,
    verdict: 'untestable',
    fault: null,
    clauses: check.clauses.map(
      ({ id, document, section, statement, basis, reading }): ClauseReference => ({
        id,
        document,
        section,
        statement,
        basis,
        ...(reading === undefined ? {} : { reading }),
      }),
    ),
    findings: [],
    evidence: [],
    counterexample: null,
    stability: null,
    replay: null,
    waiver: null,
    hint: check.hint,
    requests: 0,
    durationMs: 0,
  };
}

function redactNullable(redactor: Redactor, text: string | null): string | null {
  return text === null ? null : redactor.text(text);
}
