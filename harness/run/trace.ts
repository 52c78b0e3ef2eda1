import { setTimeout as sleep } from 'node:timers/promises';
import type { Arm, Experiment } from '../experiment.ts';
import type { ArmRecord } from '../observation.ts';
import { stateOfArm } from '../state/arm-state.ts';
import { stateText } from '../state/compare.ts';
import type { TargetSession } from './session.ts';

/** A state after a wave, as the observation told it: not redacted yet. */
export interface RawTrace {
  readonly arm: Arm;
  readonly states: readonly { readonly wave: number; readonly state: string }[];
}

/** Longer plans are not traced: nobody reads so many states, and the target would wait for each look. */
const wavesMax = 24;
const lookMsMin = 40;
const lookMsMax = 500;

/**
 * Plays an experiment's telling arm once more and looks at the state after every wave, as long after it as this receiver
 * has needed so far, at most half a second. Only for people: nothing is judged by it, and a look comes too early where the
 * receiver works in the background for longer.
 * @returns null where no state is observed, the plan is too long, or the target answers no longer.
 */
export async function traceStates(
  session: TargetSession,
  experiment: Experiment,
): Promise<RawTrace | null> {
  const arm = experiment.arms.find(({ name }) => name === experiment.shows);
  if (arm === undefined || !isTraceable(session, arm)) {
    return null;
  }
  const wallMs = Date.now();
  const lookMs = Math.min(lookMsMax, 2 * session.settling.slowestMs + lookMsMin);
  const states: { wave: number; state: string }[] = [];
  try {
    await session.deliver(arm, async (wave) => {
      await sleep(lookMs);
      const looked: ArmRecord = { arm, exchanges: [], states: await session.observe(arm), wallMs };
      if ([...looked.states.values()].every(({ kind }) => kind !== 'failed')) {
        states.push({ wave, state: stateText(stateOfArm(looked)) });
      }
    });
  } finally {
    await session.cleanUp(arm);
  }
  return session.lost === null && states.length > 0 ? { arm, states } : null;
}

function isTraceable(session: TargetSession, arm: Arm): boolean {
  return (
    session.hasObserver &&
    session.lost === null &&
    arm.subjects.length > 0 &&
    arm.waves.length <= wavesMax
  );
}
