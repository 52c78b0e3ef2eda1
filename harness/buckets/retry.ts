import { setTimeout as wait } from 'node:timers/promises';

/** How often and how patiently a storage request is tried again. Clock and chance are passed in. */
export interface RetryPolicy {
  /** Tries in all, the first included. */
  readonly attempts: number;
  /** Upper bound of the first pause; it doubles with each further one. */
  readonly baseMs: number;
  /** Longest pause, also when the store asks for more. */
  readonly capMs: number;
  /** Waits; rejects with the signal's reason when aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Six tries over at most some 13 seconds of pauses. */
export const patientRetry: RetryPolicy = {
  attempts: 6,
  baseMs: 200,
  capMs: 8_000,
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  },
  random: Math.random,
};

/**
 * The pause before try number `attempt + 1`, in milliseconds: exponential with full jitter, never above the cap.
 * @param attempt the try that has just failed, from 1.
 * @param retryAfter the store's `Retry-After` header; only its form in seconds is understood, and it is a lower bound.
 */
export function pauseMs(policy: RetryPolicy, attempt: number, retryAfter?: string): number {
  const jittered = policy.random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  const asked = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1000 : 0;
  return Math.round(Math.min(policy.capMs, Math.max(jittered, asked)));
}
