import { visitLeaves, type Mask } from './volatility.ts';
import type { Symbolic } from './symbolic.ts';

/** A state with the number of callbacks that the receiver accepted for it. */
export interface CountedState {
  readonly state: Symbolic;
  readonly accepted: number;
}

/**
 * Adds to a mask the leaves that speak of the delivery and not of the recording: counters of accepted callbacks and
 * row numbers that merely repeat the place in the list. Both hold in every state, or nothing is masked.
 */
export function withBookkeeping(mask: Mask, states: readonly CountedState[]): Mask {
  const verdicts = new Map<string, { counter: boolean; place: boolean; listed: boolean }>();
  for (const { state, accepted } of states) {
    visitLeaves(state, mask, (path, leaf, place) => {
      const verdict = verdicts.get(path) ?? { counter: true, place: true, listed: false };
      verdicts.set(path, verdict);
      verdict.counter &&= leaf.text === String(accepted);
      verdict.place &&=
        place !== undefined && (leaf.text === String(place) || leaf.text === String(place + 1));
      verdict.listed ||= (place ?? 0) > 0;
    });
  }
  const countsDiffer = new Set(states.map(({ accepted }) => accepted)).size > 1;
  const leaves = new Set(mask.leaves);
  for (const [path, { counter, place, listed }] of verdicts) {
    if ((counter && countsDiffer) || (place && listed)) {
      leaves.add(path);
    }
  }
  return { leaves, keys: mask.keys };
}
