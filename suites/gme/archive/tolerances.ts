/**
 * How much longer a file may sound than what was recorded, seconds: an encoder fills its first and last frame and delays
 * the signal, together at most some 0.21 s at 8 kHz, where frames are longest.
 */
export const paddingSecondsMax = 0.25;

/** Names carry whole seconds: two of them differ from the true times by at most this much together. */
export const nameResolutionSeconds = 1;

/**
 * How far a segment may go beyond two hours, seconds: the recorder closes a file at the first packet or frame past the
 * limit, and the encoder pads it.
 */
export const cutSecondsMax = 1;

/** The uncertainty of a sum of `count` files' lengths that is compared with times in names, seconds. */
export function slackSeconds(count: number): number {
  return nameResolutionSeconds + count * paddingSecondsMax;
}
