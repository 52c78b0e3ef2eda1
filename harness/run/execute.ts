import { setTimeout as sleep } from 'node:timers/promises';
import type { ActiveCheck, Finding } from '../check.ts';
import type { Experiment } from '../experiment.ts';
import { isAccepted, describeResult, type ArmRecord, type Observed } from '../observation.ts';
import { fingerprint, symbolicStates } from './fingerprint.ts';
import type { TargetSession } from './session.ts';

/** What became of one experiment. */
export interface Outcome {
  readonly experiment: Experiment;
  readonly arms: ReadonlyMap<string, ArmRecord>;
  readonly findings: readonly Finding[];
  /** Why the experiment says nothing; null when it does. */
  readonly fault: string | null;
  readonly requests: number;
  readonly durationMs: number;
}

const pollMsMin = 30;
const pollMsMax = 400;

/**
 * Delivers an experiment's arms side by side and evaluates what was recorded. Where a state is observed, it is asked
 * again until the check finds nothing wrong and the state has been quiet for long enough, or patience ends.
 */
export async function execute(
  session: TargetSession,
  check: ActiveCheck,
  experiment: Experiment,
): Promise<Outcome> {
  try {
    return await deliverAndEvaluate(session, check, experiment);
  } finally {
    await Promise.all(experiment.arms.map((arm) => session.cleanUp(arm)));
  }
}

async function deliverAndEvaluate(
  session: TargetSession,
  check: ActiveCheck,
  experiment: Experiment,
): Promise<Outcome> {
  const startedMs = session.now();
  const wallMs = Date.now();
  const delivered = await Promise.all(
    experiment.arms.map(async (arm) => {
      if (arm.lookFirst === true) {
        await session.observe(arm);
      }
      return { arm, exchanges: await session.deliver(arm) };
    }),
  );
  const requests = delivered.reduce((sum, { exchanges }) => sum + exchanges.length, 0);
  const settledMs = session.now();
  const finish = (arms: ReadonlyMap<string, ArmRecord>, fault: string | null): Outcome => ({
    experiment,
    arms,
    findings: fault === null ? check.evaluate({ arms }) : [],
    fault,
    requests,
    durationMs: session.now() - startedMs,
  });
  const record = (
    states: readonly ReadonlyMap<string, Observed>[],
  ): ReadonlyMap<string, ArmRecord> =>
    new Map(
      delivered.map(({ arm, exchanges }, index) => [
        arm.name,
        { arm, exchanges, states: states[index] ?? new Map(), wallMs },
      ]),
    );
  const unobserved = record([]);
  const fault = session.lost ?? controlFault(unobserved);
  if (fault !== null || !needsState(session, experiment)) {
    return finish(unobserved, fault);
  }

  let previous = '';
  let changedMs = 0;
  let pollMs = pollMsMin;
  for (;;) {
    const states = await Promise.all(delivered.map(({ arm }) => session.observe(arm)));
    const arms = record(states);
    const waitedMs = session.now() - settledMs;
    const text = fingerprint(
      delivered.flatMap(({ arm }, index) =>
        symbolicStates(arm, states[index] ?? new Map(), wallMs),
      ),
      session.volatile(),
    );
    if (previous !== '' && text !== previous) {
      changedMs = waitedMs;
    }
    previous = text;
    const broken = session.lost ?? observationFault(arms);
    const impatient = waitedMs >= session.settling.patienceMs();
    if (broken !== null && (impatient || session.lost !== null)) {
      return finish(arms, broken);
    }
    if (broken === null) {
      const quiet = waitedMs >= session.settling.quietMs();
      if (quiet && check.evaluate({ arms }).length === 0) {
        // Only a state that came to be right teaches how long that takes; a wrong one may never settle.
        session.settling.learn(changedMs);
        return finish(arms, null);
      }
      if (impatient) {
        return finish(arms, null);
      }
    }
    await sleep(pollMs);
    pollMs = Math.min(pollMsMax, pollMs * 1.6);
  }
}

function needsState(session: TargetSession, experiment: Experiment): boolean {
  return session.hasObserver && experiment.arms.some(({ subjects }) => subjects.length > 0);
}

/** A refused control means that the probes after it say nothing. */
function controlFault(arms: ReadonlyMap<string, ArmRecord>): string | null {
  for (const { exchanges } of arms.values()) {
    const refused = exchanges.find(
      (exchange) => exchange.send.role === 'control' && !isAccepted(exchange),
    );
    if (refused !== undefined) {
      return `the control "${refused.send.label}" was not accepted (${describeResult(refused)}), so the probes say nothing`;
    }
  }
  return null;
}

function observationFault(arms: ReadonlyMap<string, ArmRecord>): string | null {
  for (const { states } of arms.values()) {
    for (const observed of states.values()) {
      if (observed.kind === 'failed') {
        return `the state could not be observed: ${observed.detail}`;
      }
    }
  }
  return null;
}
