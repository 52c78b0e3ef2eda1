import fc from 'fast-check';
import { limits } from '#contracts/sparkrtc/limits.ts';
import { defaultPattern } from '#contracts/sparkrtc/name-pattern.ts';
import {
  exampleRule,
  type HlsRule,
  type Mp4Rule,
  type PauseRule,
  type RecordingRule,
} from '#contracts/sparkrtc/recording-rule.ts';

/** Patterns under which no file overwrites another one; some have no application, no folder, or a name of their own. */
const patterns = [
  defaultPattern,
  '{app_id}/{record_format}/{stream}/{file_start_time}',
  'live/{stream}_{file_start_time}',
  '{file_start_time}_{stream}',
  '{app_id}/{stream}_{file_start_time}/index',
] as const;

const pauses: fc.Arbitrary<Exclude<PauseRule, 'same-file'>> = fc.oneof(
  { withCrossShrink: true },
  fc.constant('new-file' as const),
  fc.constantFrom(1, 15, limits.pauseSecondsMax).map((withinSeconds) => ({ withinSeconds })),
);

const hlsRules: fc.Arbitrary<HlsRule> = fc.record({
  lengthSeconds: fc.constantFrom(limits.lengthSecondsMin, 0, 97, 3600, limits.lengthSecondsMax.HLS),
  pause: fc.oneof({ withCrossShrink: true }, pauses, fc.constant('same-file' as const)),
  pattern: fc.constantFrom(...patterns),
  sliceSeconds: fc.constantFrom(
    limits.sliceSecondsDefault,
    limits.sliceSecondsMin + 1,
    limits.sliceSecondsMax,
  ),
});

const mp4Rules: fc.Arbitrary<Mp4Rule> = fc.record({
  lengthSeconds: fc.constantFrom(limits.lengthSecondsMin, 97, 3600, limits.lengthSecondsMax.MP4),
  pause: pauses,
  pattern: fc.constantFrom(...patterns),
});

/**
 * Recording rules: both formats or one, lengths at the ends of their ranges and between, every treatment of pauses,
 * patterns, a storage path. Shrinks to files of a minute, named by default.
 */
export function recordingRules(): fc.Arbitrary<RecordingRule> {
  return fc
    .record({
      hls: hlsRules,
      mp4: mp4Rules,
      formats: fc.constantFrom('both', 'HLS', 'MP4'),
      storagePath: fc.constantFrom('', 'recordings', 'a/b_c'),
    })
    .map(({ hls, mp4, formats, storagePath }) => ({
      ...exampleRule,
      storagePath,
      hls: formats === 'MP4' ? undefined : hls,
      mp4: formats === 'HLS' ? undefined : mp4,
    }));
}
