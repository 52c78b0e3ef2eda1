import type { PictureSize } from '#media/h264/gray.ts';
import { tsShape, type TsOptions } from '#media/ts/writer.ts';

/** Stretch of one segment on a clock of milliseconds. */
export interface SegmentStretch {
  readonly beginMs: number;
  readonly endMs: number;
}

/** What is recorded: sound, pictures of a size, or both. At least one of them. */
export interface Tracks {
  readonly audio: boolean;
  readonly picture?: PictureSize;
}

/** How the bytes of one segment are to be made, and how long they really last. */
export interface SegmentContent {
  readonly options: TsOptions;
  /** What EXTINF says. */
  readonly durationSeconds: number;
  /** The segment does not continue the one before: the stream had paused. */
  readonly isAfterGap: boolean;
}

const ticksPerMs = 90;
const startTicks = 126_000;

/**
 * Contents of the segments of a playlist, in order. Audio comes in frames of 64 ms: each segment ends at the frame that
 * is nearest to its end, so that rounding never adds up. One picture a segment, or two.
 * @param fingerprint Of the first segment; each has another, so that no two segments have the same bytes.
 */
export function segmentContents(
  stretches: readonly SegmentStretch[],
  tracks: Tracks,
  fingerprint: number,
): readonly SegmentContent[] {
  const contents: SegmentContent[] = [];
  const originMs = stretches[0]?.beginMs ?? 0;
  let ticks = 0;
  let before: SegmentStretch | undefined;
  for (const stretch of stretches) {
    const isAfterGap = before !== undefined && before.endMs < stretch.beginMs;
    const begin = (stretch.beginMs - originMs) * ticksPerMs;
    const from = isAfterGap ? Math.max(ticks, begin) : ticks;
    const until = (stretch.endMs - originMs) * ticksPerMs;
    const options: TsOptions = {
      ...tracks,
      durationMs: Math.max(1, (until - from) / ticksPerMs),
      pictureIntervalMs: stretch.endMs - stretch.beginMs,
      startTicks: startTicks + from,
      fingerprint: fingerprint + contents.length,
    };
    const { durationSeconds, endTicks } = tsShape(options);
    contents.push({ options, durationSeconds, isAfterGap });
    ticks = endTicks - startTicks;
    before = stretch;
  }
  return contents;
}
