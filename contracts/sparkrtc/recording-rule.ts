import type { RecordFormat } from './callback-fields.ts';
import type { KeyLayout } from './key-layout.ts';
import { limits } from './limits.ts';
import { defaultPattern } from './name-pattern.ts';

/**
 * What a pause of the stream does: always a new file, never one (for at most 30 days), or none when the stream comes
 * back within 1 to 300 seconds. Clauses `pauseAlways`, `pauseNever`, `pauseWithinSeconds`.
 */
export type PauseRule = 'new-file' | 'same-file' | { readonly withinSeconds: number };

/** How HLS recordings are cut and named. */
export interface HlsRule {
  /** Recording length: 60 to 43200 seconds, or 0 for one file of the whole stream. Clause `hlsLength`. */
  readonly lengthSeconds: number;
  readonly pause: PauseRule;
  /** Clause `fileNaming`. */
  readonly pattern: string;
  /** Target length of media segments, 2 to 60 seconds. Clause `sliceLength`. */
  readonly sliceSeconds: number;
}

/** How MP4 recordings are cut and named. */
export interface Mp4Rule {
  /** Recording length, 60 to 10800 seconds. Clause `mp4Length`. */
  readonly lengthSeconds: number;
  /** Never `same-file`. */
  readonly pause: Exclude<PauseRule, 'same-file'>;
  readonly pattern: string;
}

/** The recording rule of an application, of which there is one. At least one format is recorded. */
export interface RecordingRule {
  /** Region of the bucket: `cn-north-4`. */
  readonly region: string;
  /** The region's project. */
  readonly projectId: string;
  readonly bucket: string;
  /** Folder without slashes at its ends; empty for the bucket's root. */
  readonly storagePath: string;
  readonly hls: HlsRule | undefined;
  readonly mp4: Mp4Rule | undefined;
}

/** Both formats in files of an hour that begin anew after every pause, named by default. */
export const exampleRule: RecordingRule = {
  region: 'cn-north-4',
  projectId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  bucket: 'rtc-recordings',
  storagePath: '',
  hls: {
    lengthSeconds: 3600,
    pause: 'new-file',
    pattern: defaultPattern,
    sliceSeconds: limits.sliceSecondsDefault,
  },
  mp4: { lengthSeconds: 3600, pause: 'new-file', pattern: defaultPattern },
};

/** How a rule cuts one format; undefined where it does not record it. */
export function ruleOfFormat(
  rule: RecordingRule,
  format: RecordFormat,
): HlsRule | Mp4Rule | undefined {
  return format === 'HLS' ? rule.hls : rule.mp4;
}

/** Where a rule's files lie and how they are named. */
export function layoutOf(rule: RecordingRule): KeyLayout {
  return {
    storagePath: rule.storagePath,
    patterns: {
      ...(rule.hls === undefined ? {} : { HLS: rule.hls.pattern }),
      ...(rule.mp4 === undefined ? {} : { MP4: rule.mp4.pattern }),
    },
  };
}

/** Seconds that a stream may pause without beginning a new file; 0 where every pause does. */
export function mergedPauseSecondsMax(pause: PauseRule): number {
  switch (pause) {
    case 'new-file':
      return 0;
    case 'same-file':
      return limits.pauseSecondsMaxOfNever;
    default:
      return pause.withinSeconds;
  }
}

/** Seconds that a file may hold; undefined where the whole stream is one file. */
export function fileSecondsMax(rule: HlsRule | Mp4Rule): number | undefined {
  return rule.lengthSeconds === 0 ? undefined : rule.lengthSeconds;
}

/** A rule coming into force, or recording being switched off. */
export interface RuleChange {
  /** Unix seconds. */
  readonly atSeconds: number;
  /** Null: automatic recording is switched off. */
  readonly rule: RecordingRule | null;
}

/**
 * The rule that a room is recorded by for as long as it lasts: the last one enabled when the room was created; null
 * where it is not recorded. Later changes do not touch it. Clauses `newRoomsOnly`, `oneRulePerApplication`.
 * @param changes In the order of time.
 */
export function ruleOfRoom(
  changes: readonly RuleChange[],
  createdAtSeconds: number,
): RecordingRule | null {
  return changes.findLast(({ atSeconds }) => atSeconds <= createdAtSeconds)?.rule ?? null;
}
