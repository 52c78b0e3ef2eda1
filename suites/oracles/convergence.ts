import type { Finding, Observations } from '#harness/check.ts';
import type { ArmRecord } from '#harness/observation.ts';
import { countedState } from '#harness/state/arm-state.ts';
import { approximationsIn, compareStates } from '#harness/state/compare.ts';

/** The in-order deliveries, from which is learnt what varies by itself. */
export function baselinesOf({ arms }: Pick<Observations, 'arms'>): readonly ArmRecord[] {
  return [...arms].filter(([name]) => name.startsWith('in-order')).map(([, record]) => record);
}

/**
 * The metamorphic oracle: whatever the plan, the state must be the one that the same callbacks leave in order.
 * Compares every arm that is not a baseline with the baselines.
 */
export function expectConvergence(
  seen: Pick<Observations, 'arms'>,
  code: string,
): readonly Finding[] {
  const baselines = baselinesOf(seen).map(countedState);
  return [...seen.arms]
    .filter(([name]) => !name.startsWith('in-order'))
    .flatMap(([name, record]): readonly Finding[] => {
      const comparison = compareStates(baselines, countedState(record));
      if (comparison.kind === 'equal') {
        return [];
      }
      return comparison.differences.map(({ path, expected, actual }) => ({
        at: comparison.kind === 'unstable' ? `in-order ${path}` : `${name} ${path}`,
        code: comparison.kind === 'unstable' ? 'in-order-differs' : code,
        expected:
          comparison.kind === 'unstable'
            ? `the same after every in-order delivery: ${expected}`
            : `as after in-order delivery: ${expected}`,
        actual,
      }));
    });
}

/** No task id may come back rounded or cut to fewer bits, wherever the state shows it. */
export function expectExactTaskIds({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, record]) => {
    const { state } = countedState(record);
    return approximationsIn(state).map(({ path, symbol, actual }) => ({
      at: `${name} ${path}`,
      code: 'task-id-changed',
      expected: record.arm.names.find((known) => known.symbol === symbol)?.value ?? symbol,
      actual,
    }));
  });
}
