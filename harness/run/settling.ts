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
const patienceMsMin = 1500;
/** A wait that was lengthened by its own length would grow without end. */
const learntMsMax = 10_000;
/** A receiver that has always been so much faster does not need more patience. */
const patienceFactor = 30;

/** `patienceMsMax`: the `--settle` option, the patience with a receiver that works in the background. */
export function createSettling(patienceMsMax: number): Settling {
  let slowestMs = 0;
  return {
    learn(ms) {
      slowestMs = Math.max(slowestMs, Math.min(ms, learntMsMax));
    },
    quietMs: () => Math.max(quietMsMin, 2 * slowestMs + 100),
    patienceMs: () =>
      Math.max(
        // A receiver slower than the option allows for has shown how slow it is.
        3 * slowestMs + 1000,
        Math.min(patienceMsMax, Math.max(patienceMsMin, patienceFactor * slowestMs)),
      ),
    get slowestMs() {
      return slowestMs;
    },
  };
}
