import { Place, type Mask } from './place.ts';
import { rowNumberPaths } from './row-numbers.ts';
import { visitLeaves } from './volatility.ts';
import type { Symbolic } from './symbolic.ts';

/** A state with the number of callbacks that the receiver accepted for it. */
export interface CountedState {
  readonly state: Symbolic;
  readonly accepted: number;
  /** How many of them said nothing new: duplicates and re-sends. */
  readonly repeated: number;
  /** Paths that vary by themselves, words included; default none. */
  readonly restless?: ReadonlySet<string>;
}

/** What was true of all leaves at one path so far. */
interface Habits {
  counter: boolean;
  repeats: boolean;
  /** Repeats the place in the list, counted from 0 or from 1; a mixture of both is a number that means something. */
  fromZero: boolean;
  fromOne: boolean;
  listed: boolean;
}

/**
 * Adds to a mask the leaves that speak of the delivery and not of the recording: what varies by itself, counters of
 * accepted (or repeated) callbacks, and row numbers. The latter hold in every state, or nothing is masked.
 */
export function withBookkeeping(mask: Mask, states: readonly CountedState[]): Mask {
  const verdicts = new Map<string, Habits>();
  const root = Place.root(mask);
  for (const { state, accepted, repeated } of states) {
    visitLeaves(state, root, (path, leaf, index) => {
      const verdict = verdicts.get(path) ?? {
        counter: true,
        repeats: true,
        fromZero: true,
        fromOne: true,
        listed: false,
      };
      verdicts.set(path, verdict);
      verdict.counter &&= leaf.text === String(accepted);
      verdict.repeats &&= leaf.text === String(repeated);
      verdict.fromZero &&= index !== undefined && leaf.text === String(index);
      verdict.fromOne &&= index !== undefined && leaf.text === String(index + 1);
      verdict.listed ||= (index ?? 0) > 0;
    });
  }
  const countsDiffer = new Set(states.map(({ accepted }) => accepted)).size > 1;
  const repeatsDiffer = new Set(states.map(({ repeated }) => repeated)).size > 1;
  const leaves = new Set([
    ...mask.leaves,
    ...states.flatMap(({ restless = [] }) => [...restless]),
    ...rowNumberPaths(
      states.map(({ state }) => state),
      root,
    ),
  ]);
  for (const [path, { counter, repeats, fromZero, fromOne, listed }] of verdicts) {
    if (
      (counter && countsDiffer) ||
      (repeats && repeatsDiffer) ||
      ((fromZero || fromOne) && listed)
    ) {
      leaves.add(path);
    }
  }
  return { leaves, keys: mask.keys };
}
