import type { TracedState } from '#harness/result.ts';
import { indentJson } from './indent-json.ts';
import { diffLines } from './line-diff.ts';

/** What a wave changed in the receiver's state. */
export interface StateChange {
  /** Lines that changed: those that went or those that came, whichever are more. */
  readonly lines: number;
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What each wave changed against the one before it, by wave number; the first one's state came out of nothing. */
export function changesOf(trace: readonly TracedState[]): ReadonlyMap<number, StateChange> {
  let before: readonly string[] = [];
  return new Map(
    trace.map(({ wave, state }) => {
      const after = indentJson(state);
      const { onlyFirst, onlySecond } = diffLines(before, after);
      const gone = before.filter((_, at) => onlyFirst.has(at));
      const come = after.filter((_, at) => onlySecond.has(at));
      before = after;
      return [wave, { lines: Math.max(gone.length, come.length), gone, come }];
    }),
  );
}
