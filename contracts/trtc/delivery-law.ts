/** How TRTC delivers a callback. Clauses `responseStatus`, `responseTime`, `responseSize`, `retrySchedule`. */
export const deliveryLaw = {
  /** The only status that counts as delivered. */
  acceptedStatus: 200,
  /** An answer that takes longer counts as none. */
  responseTimeMsMax: 5000,
  /** Header and body of an answer together. */
  responseBytesMax: 2000,
  /** Pause before the second and each later re-send; the first follows at once. */
  retryIntervalMs: 10_000,
  /** A callback that is this old is not sent again. */
  retryMsMax: 60_000,
} as const;

/**
 * When a callback that never succeeds is sent, in milliseconds since it was first sent: first 0, then at once after the
 * failure, then at intervals after each failure while the callback is at most a minute old.
 * @param failureMs How long each attempt takes to fail, 0 to 5000: a refused connection next to nothing, silence 5000.
 * @throws RangeError for a duration outside these bounds.
 */
export function attemptTimesMs(failureMs: number): readonly number[] {
  if (!(failureMs >= 0 && failureMs <= deliveryLaw.responseTimeMsMax)) {
    throw new RangeError(
      `An attempt fails within 0 to ${deliveryLaw.responseTimeMsMax} ms, not ${failureMs} ms.`,
    );
  }
  const times = [0];
  const step = failureMs + deliveryLaw.retryIntervalMs;
  for (let at = failureMs; at <= deliveryLaw.retryMsMax; at += step) {
    times.push(at);
  }
  return times;
}
