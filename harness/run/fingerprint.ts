import type { Arm } from '../experiment.ts';
import type { Observed } from '../observation.ts';
import { maskedStateText } from '../state/compare.ts';
import type { Mask } from '../state/place.ts';
import { absentLeaf, toSymbolic, type Symbolic } from '../state/symbolic.ts';

/** The states of an arm's subjects, identifiers as symbols. Failed observations are absent here; they are handled apart. */
export function symbolicStates(
  arm: Arm,
  states: ReadonlyMap<string, Observed>,
  wallMs: number,
): readonly Symbolic[] {
  return [...states.values()].map((observed) =>
    observed.kind === 'value' ? toSymbolic(observed.value, arm.names, wallMs) : absentLeaf,
  );
}

/** Equal texts: nothing has changed but what changes at every look (row numbers, presigned links). */
export function fingerprint(states: readonly Symbolic[], mask: Mask): string {
  return states.map((state) => maskedStateText(state, mask)).join('\n');
}
