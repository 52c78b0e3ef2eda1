/** How long to wait for the receiver's state, learnt from how long it has taken so far. */
export interface Settling {
  /** A change was seen this long after the last callback of an arm. */
  learn(ms: number): void;
  /** Shortest wait before a state counts as what it will stay: twice the slowest change seen, and a little. */
  quietMs(): number;
  /** Longest wait for a state to become what it must be. */
  patienceMs(): number;
  readonly slowestMs: number;
}

const quietMsMin = 150;

/** `patienceMsMin`: the `--settle` option, the least patience with a receiver that works in the background. */
export function createSettling(patienceMsMin: number): Settling {
  let slowestMs = 0;
  return {
    learn(ms) {
      slowestMs = Math.max(slowestMs, ms);
    },
    quietMs: () => Math.max(quietMsMin, 2 * slowestMs + 100),
    patienceMs: () => Math.max(patienceMsMin, 3 * slowestMs + 1000),
    get slowestMs() {
      return slowestMs;
    },
  };
}
