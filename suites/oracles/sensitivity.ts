import type { Finding, Observations } from '#harness/check.ts';
import { countedState } from '#harness/state/arm-state.ts';
import { compareStates, occursIn } from '#harness/state/compare.ts';
import { baselinesOf } from './convergence.ts';

/**
 * Leaving something out must show: every arm that is not a baseline lacks the callbacks of one thing (its name says
 * which: `without F1`), so its state must differ from the baselines'. Equality alone could not see a receiver
 * that loses the same thing in every order.
 */
export function expectSensitivity(seen: Pick<Observations, 'arms'>): readonly Finding[] {
  const baselines = baselinesOf(seen).map(countedState);
  return [...seen.arms]
    .filter(([name]) => !name.startsWith('in-order'))
    .flatMap(([name, record]): readonly Finding[] => {
      // A counter of callbacks differs whenever one is left out, but the comparison leaves counters out.
      const comparison = compareStates(baselines, countedState(record));
      if (comparison.kind === 'different') {
        return [];
      }
      if (comparison.kind === 'unstable') {
        return comparison.differences.map(({ path, expected, actual }) => ({
          at: `in-order ${path}`,
          code: 'in-order-differs',
          expected: `the same after every in-order delivery: ${expected}`,
          actual,
        }));
      }
      return [
        {
          at: name,
          code: 'left-no-mark',
          expected: `a state that tells delivery ${name} from the full one`,
          actual: 'the same state, so what was left out had not been kept',
        },
      ];
    });
}

/**
 * Where the state names files or tasks at all, every delivered one must occur in it.
 * `symbols`: those delivered in the baselines.
 */
export function expectPresence(
  seen: Pick<Observations, 'arms'>,
  symbols: readonly string[],
): readonly Finding[] {
  return baselinesOf(seen).flatMap((record) => {
    const { state } = countedState(record);
    const present = symbols.filter((symbol) => occursIn(state, symbol));
    return present.length === 0
      ? []
      : symbols
          .filter((symbol) => !present.includes(symbol))
          .map((symbol) => ({
            at: record.arm.name,
            code: 'name-absent',
            expected: `${symbol} in the state, as ${present.join(', ')} ${present.length === 1 ? 'is' : 'are'}`,
            actual: `no ${symbol}`,
          }));
  });
}

/**
 * Files that the baselines show by name must be shown by name in every other arm, too. Where an arm shows neither a task
 * nor a user that the baselines show, the room itself was not found again, and nothing is said of its files.
 */
export function expectFileNames(seen: Pick<Observations, 'arms'>): readonly Finding[] {
  const baselines = baselinesOf(seen).map((record) => countedState(record).state);
  const isUsual = (symbol: string): boolean =>
    baselines.length > 0 && baselines.every((state) => occursIn(state, symbol));
  return [...seen.arms]
    .filter(([name]) => !name.startsWith('in-order'))
    .flatMap(([name, record]): readonly Finding[] => {
      const { state } = countedState(record);
      const { names } = record.arm;
      const isFound = names.some(
        ({ kind, symbol }) =>
          (kind === 'task' || kind === 'user') && isUsual(symbol) && occursIn(state, symbol),
      );
      const lost = names.filter(
        ({ kind, symbol }) => kind === 'file' && isUsual(symbol) && !occursIn(state, symbol),
      );
      return isFound
        ? lost.map(({ symbol, value }) => ({
            at: name,
            code: 'file-name-changed',
            expected: `${symbol} under its name, ${JSON.stringify(value)}`,
            actual: 'another name, or none, though plainer names are shown as they came',
          }))
        : [];
    });
}
