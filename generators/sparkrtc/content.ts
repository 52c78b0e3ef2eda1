import type { HlsRule } from '#contracts/sparkrtc/recording-rule.ts';
import type { SparkJob, SparkRecording } from '#contracts/sparkrtc/recording-rules.ts';
import { playlistText, type PlaylistOptions } from '#media/hls/writer.ts';
import { type Mp4Options } from '#media/mp4/writer.ts';
import {
  segmentContents,
  type SegmentContent,
  type SegmentStretch,
  type Tracks,
} from '../hls-content.ts';

/** A playlist and its segments, before they have bytes. */
export interface HlsContent {
  readonly segments: readonly SegmentContent[];
  readonly playlist: PlaylistOptions;
}

/** What a job's recordings hold: screens come without sound, cameras with it, and some without a picture. */
export function tracksOf({ stream }: SparkJob, { picture }: SparkRecording): Tracks {
  const isScreen = stream.kind === 'automatic' && stream.media === 'screen';
  return { audio: !isScreen || picture === null, ...(picture === null ? {} : { picture }) };
}

/** The stretches of a recording's media segments: each live part is cut at the rule's length, its last one shorter. */
export function segmentStretches(
  { parts }: SparkRecording,
  { sliceSeconds }: Pick<HlsRule, 'sliceSeconds'>,
): readonly SegmentStretch[] {
  return parts.flatMap(({ begin, end }) =>
    Array.from({ length: Math.ceil((end - begin) / sliceSeconds) }, (_, index) => ({
      beginMs: (begin + index * sliceSeconds) * 1000,
      endMs: Math.min(end, begin + (index + 1) * sliceSeconds) * 1000,
    })),
  );
}

/**
 * The contents of an HLS recording; the playlist lists the real lengths of its segments.
 * @param uris Of the segments, as the playlist writes them.
 * @param fingerprint Of the first segment.
 */
export function hlsContent(
  job: SparkJob,
  recording: SparkRecording,
  uris: readonly string[],
  fingerprint: number,
): HlsContent {
  const stretches = segmentStretches(recording, sliceOf(job));
  const segments = segmentContents(stretches, tracksOf(job, recording), fingerprint);
  return {
    segments,
    playlist: {
      segments: segments.map(({ durationSeconds, isAfterGap }, index) => ({
        uri: uris[index] ?? '',
        durationSeconds,
        discontinuity: isAfterGap,
      })),
      mediaSequence: 0,
    },
  };
}

/** How a job's rule slices HLS recordings. @throws RangeError where it makes none. */
export function sliceOf({ rule: { hls } }: SparkJob): HlsRule {
  if (hls === undefined) {
    throw new RangeError('The rule records no HLS.');
  }
  return hls;
}

/** The bytes of a playlist. */
export function playlistBytes(options: PlaylistOptions): Uint8Array {
  return Buffer.from(playlistText(options));
}

/** How the bytes of an MP4 file are to be made: a second of audio is four bytes, a minute of video one picture. */
export function mp4Content(
  job: SparkJob,
  recording: SparkRecording,
  fingerprint: number,
): Mp4Options {
  return {
    ...tracksOf(job, recording),
    durationMs: recording.recordedSeconds * 1000,
    pictureIntervalMs: 60_000,
    sparse: true,
    fingerprint,
  };
}
