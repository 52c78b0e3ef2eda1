import { setTimeout as sleep } from 'node:timers/promises';
import type { ActiveCheck, Finding } from '../check.ts';
import type { Arm, Experiment } from '../experiment.ts';
import {
  describeResult,
  isAccepted,
  type ArmRecord,
  type Exchange,
  type Observed,
} from '../observation.ts';
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
/** Whoever has looked less often has not been patient: this machine stood still meanwhile, and the target's may, too. */
const looksMin = 5;

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
  const delivery = await deliverAll(session, experiment);
  const finish = ({ arms, fault }: Recorded): Outcome => ({
    experiment,
    arms,
    findings: fault === null ? check.evaluate({ arms }) : [],
    fault,
    requests: delivery.arms.reduce((sum, { exchanges }) => sum + exchanges.length, 0),
    durationMs: session.now() - startedMs,
  });
  const arms = record(delivery, []);
  const fault = session.lost ?? controlFault(arms);
  return fault !== null || !needsState(session, experiment)
    ? finish({ arms, fault })
    : finish(await settle(session, check, delivery));
}

interface Delivery {
  readonly arms: readonly { readonly arm: Arm; readonly exchanges: readonly Exchange[] }[];
  /** Wall clock before the first request. */
  readonly wallMs: number;
  /** On the session's clock, after the last answer. */
  readonly endedMs: number;
  readonly restless: ReadonlySet<string>;
}

interface Recorded {
  readonly arms: ReadonlyMap<string, ArmRecord>;
  readonly fault: string | null;
}

async function deliverAll(session: TargetSession, experiment: Experiment): Promise<Delivery> {
  const wallMs = Date.now();
  const deliveries = await Promise.allSettled(
    experiment.arms.map(async (arm) => {
      if (arm.lookFirst === true) {
        await session.observe(arm);
      }
      return { arm, exchanges: await session.deliver(arm) };
    }),
  );
  // Only when no arm is under way any more can be taken away what was laid for it.
  const arms = deliveries.map((delivery) => {
    if (delivery.status === 'rejected') {
      throw delivery.reason;
    }
    return delivery.value;
  });
  return { arms, wallMs, endedMs: session.now(), restless: session.restless };
}

function record(
  { arms, wallMs, restless }: Delivery,
  states: readonly ReadonlyMap<string, Observed>[],
): ReadonlyMap<string, ArmRecord> {
  return new Map(
    arms.map(({ arm, exchanges }, index) => [
      arm.name,
      { arm, exchanges, states: states[index] ?? new Map(), wallMs, restless },
    ]),
  );
}

/** Looks at the states until the check finds nothing wrong and they have been quiet for long enough, or patience ends. */
async function settle(
  session: TargetSession,
  check: ActiveCheck,
  delivery: Delivery,
): Promise<Recorded> {
  let wrongMs = 0;
  let previous: ReadonlyMap<string, ArmRecord> = new Map();
  let pollMs = pollMsMin;
  for (let looks = 1; ; looks += 1) {
    const states = await Promise.all(delivery.arms.map(({ arm }) => session.observe(arm)));
    const looked = record(delivery, states);
    // What varies between two looks at one room (ages, uptimes) varies by itself, even where two rooms agree by chance.
    const arms = new Map([...looked, ...baselinesOf(previous)]);
    previous = looked;
    const waitedMs = session.now() - delivery.endedMs;
    const broken = session.lost ?? observationFault(arms);
    const impatient = waitedMs >= session.settling.patienceMs() && looks >= looksMin;
    if (impatient || session.lost !== null) {
      return { arms, fault: broken };
    }
    const isRight = broken === null && check.evaluate({ arms }).length === 0;
    if (isRight && waitedMs >= session.settling.quietMs()) {
      // How long it took to come right is how long this receiver takes; a wrong state may never settle.
      session.settling.learn(wrongMs);
      return { arms, fault: null };
    }
    wrongMs = isRight ? wrongMs : waitedMs;
    await sleep(pollMs);
    pollMs = Math.min(pollMsMax, pollMs * 1.6);
  }
}

function baselinesOf(
  arms: ReadonlyMap<string, ArmRecord>,
): readonly (readonly [string, ArmRecord])[] {
  return [...arms]
    .filter(([name]) => name.startsWith('in-order'))
    .map(([name, arm]) => [`${name}@previous`, arm]);
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
