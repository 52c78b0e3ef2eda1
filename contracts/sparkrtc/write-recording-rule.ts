import { LosslessNumber, type Json } from '../json.ts';
import type { HlsRule, Mp4Rule, PauseRule, RecordingRule } from './recording-rule.ts';

/** A rule as the API takes it: what `readRecordingRule` reads back to the same rule. */
export function writeRecordingRule(rule: RecordingRule): Json {
  return {
    obs_addr: {
      location: rule.region,
      project_id: rule.projectId,
      bucket: rule.bucket,
      ...(rule.storagePath === '' ? {} : { object: rule.storagePath }),
    },
    record_formats: [
      ...(rule.hls === undefined ? [] : ['HLS']),
      ...(rule.mp4 === undefined ? [] : ['MP4']),
    ],
    ...(rule.hls === undefined
      ? {}
      : {
          hls_config: {
            ...blockOf(rule.hls),
            record_slice_duration: numberOf(rule.hls.sliceSeconds),
          },
        }),
    ...(rule.mp4 === undefined ? {} : { mp4_config: blockOf(rule.mp4) }),
  };
}

function blockOf(rule: HlsRule | Mp4Rule): Readonly<Record<string, Json>> {
  return {
    record_cycle: numberOf(rule.lengthSeconds),
    record_prefix: rule.pattern,
    record_max_duration_to_merge_file: numberOf(pauseSeconds(rule.pause)),
  };
}

function pauseSeconds(pause: PauseRule): number {
  switch (pause) {
    case 'new-file':
      return 0;
    case 'same-file':
      return -1;
    default:
      return pause.withinSeconds;
  }
}

function numberOf(value: number): LosslessNumber {
  return new LosslessNumber(String(value));
}
