import type { ActiveCheck } from '../check.ts';
import type { CheckResult } from '../result.ts';
import { blankResult } from './check-result.ts';
import type { CheckRun } from './run-checks.ts';
import { runCheckWithSaved, type SavedCases } from './saved-cases.ts';

/** So many checks are under way at once; requests are bounded by the session's permits besides. */
const checksUnderWayMax = 6;
/** A receiver that works in the background makes every check wait: more of them may wait together. */
const checksWaitingMax = 24;
const slowStateMs = 300;

export interface ScheduleOptions {
  readonly run: CheckRun;
  /** Counterexamples of earlier runs; null for none. */
  readonly saved: SavedCases | null;
  /** Called once for each check, in the order in which verdicts become final. */
  readonly onResult: (result: CheckResult) => void;
  /** Puts the target to a plain valid callback; false when it no longer answers. */
  readonly isAlive: () => Promise<boolean>;
}

/**
 * Runs what must be alone, then the other checks side by side, then those that disturb the target one after the other, each followed by a look whether it
 * still serves. A check whose `needs` are not met is untestable, so that one defect does not light up ten checks.
 */
export async function runSchedule(
  catalogue: readonly ActiveCheck[],
  options: ScheduleOptions,
): Promise<readonly CheckResult[]> {
  const checks = inOrderOfNeeds(catalogue);
  const raw = new Map<string, CheckResult>();
  const final = new Map<string, CheckResult>();
  const settle = (): void => {
    for (const check of checks) {
      const result = raw.get(check.id);
      if (result === undefined || final.has(check.id)) {
        continue;
      }
      const needs = (check.needs ?? []).filter((id) => checks.some((other) => other.id === id));
      if (needs.every((id) => final.has(id))) {
        const blocked = blockUnmet(result, needs, final);
        final.set(check.id, blocked);
        options.onResult(blocked);
      }
    }
  };

  const queue = checks.filter((check) => check.disturbs !== true && check.alone !== true);
  const play = async (check: ActiveCheck): Promise<void> => {
    const idle = check.needs?.some((id) => isUnmet(final.get(id)?.verdict)) === true;
    raw.set(
      check.id,
      idle ? blankResult(check) : await runCheckWithSaved(check, options.run, options.saved),
    );
    settle();
  };
  const worker = async (): Promise<void> => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      await play(check);
    }
  };
  for (const check of checks.filter(({ alone }) => alone === true)) {
    await play(check);
  }
  const slow = options.run.session.settling.slowestMs > slowStateMs;
  await Promise.all(
    Array.from({ length: slow ? checksWaitingMax : checksUnderWayMax }, () => worker()),
  );

  for (const check of checks.filter((candidate) => candidate.disturbs === true)) {
    await play(check);
    if (options.run.session.lost === null && !(await options.isAlive())) {
      options.run.session.giveUp(`the target stopped answering after ${check.id}`);
    }
  }
  settle();
  for (const check of checks.filter(({ id }) => !final.has(id))) {
    const stuck = stuckResult(check);
    final.set(check.id, stuck);
    options.onResult(stuck);
  }
  return [...final.values()];
}

/** The result, or that it says nothing where what it needs is not met. */
export function blockUnmet(
  result: CheckResult,
  needs: readonly string[],
  final: ReadonlyMap<string, CheckResult>,
): CheckResult {
  const unmet = needs.find((id) => isUnmet(final.get(id)?.verdict));
  if (unmet === undefined || result.verdict === 'not-applicable') {
    return result;
  }
  return {
    ...result,
    verdict: 'untestable',
    fault: unmetFault(unmet, final.get(unmet)?.verdict),
    findings: [],
    counterexample: null,
    stability: null,
    replay: null,
  };
}

/** Why a check says nothing: what it needs is broken, or nobody knows whether it is (stopped, blocked, not run). */
export function unmetFault(id: string, verdict: CheckResult['verdict'] | undefined): string {
  return verdict === 'not-met'
    ? `says nothing while ${id} is not met`
    : `says nothing while ${id} is untested`;
}

function isUnmet(verdict: CheckResult['verdict'] | undefined): boolean {
  return verdict !== undefined && verdict !== 'met' && verdict !== 'not-applicable';
}

/** What others need comes first, otherwise the order of the catalogue; a circle keeps it. */
function inOrderOfNeeds(checks: readonly ActiveCheck[]): readonly ActiveCheck[] {
  const ordered = new Map<string, ActiveCheck>();
  const visiting = new Set<string>();
  const visit = (check: ActiveCheck): void => {
    if (ordered.has(check.id) || visiting.has(check.id)) {
      return;
    }
    visiting.add(check.id);
    for (const id of check.needs ?? []) {
      const needed = checks.find((other) => other.id === id);
      if (needed !== undefined) {
        visit(needed);
      }
    }
    ordered.set(check.id, check);
  };
  checks.forEach(visit);
  return [...ordered.values()];
}

/** Only a cycle in `needs` leads here. */
function stuckResult(check: ActiveCheck): CheckResult {
  return { ...blankResult(check), verdict: 'harness-error', fault: 'its needs form a circle' };
}
