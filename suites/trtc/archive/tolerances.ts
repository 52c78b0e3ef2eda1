/**
 * How far two statements of one beginning may be apart, milliseconds: in the published sample a playlist and the name of
 * its first segment differ by 59, and neighbouring segments by up to 74.
 */
export const beginToleranceMs = 1000;

/** By how much a name in UTC+8 is too late when it is taken for UTC, milliseconds. */
export const utc8ShiftMs = 8 * 3_600_000;

/**
 * How far the length of an MP4 file may be from what was recorded, seconds: a conversion begins and ends at whole
 * pictures and frames.
 */
export const mp4ToleranceSeconds = 2;
