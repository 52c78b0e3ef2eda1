import { defineActive, type ActiveCheck, type CheckId } from '#harness/check.ts';

/** Without this one, equality of states would prove nothing: empty states are equal too. */
export const recordsEachFileId: CheckId = 'gme/state/records-each-file';

/** Completes a check of the state profile; each needs a receiver that records at all. */
export function defineState(
  check: Omit<ActiveCheck, 'profile' | 'observes' | 'needs' | 'level'> & {
    readonly needs?: readonly CheckId[];
    /** Default MUST. */
    readonly level?: ActiveCheck['level'];
  },
): ActiveCheck {
  return defineActive({
    level: 'MUST',
    ...check,
    profile: 'state',
    observes: ['arms'],
    needs: [...(check.id === recordsEachFileId ? [] : [recordsEachFileId]), ...(check.needs ?? [])],
  });
}
