import {
  fileSecondsMax,
  mergedPauseSecondsMax,
  type HlsRule,
  type Mp4Rule,
} from './recording-rule.ts';

/** A stretch in which a stream is live: whole seconds, `end` excluded. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** One file of a stream, before it has a name. Whole seconds on the clock of the stretches. */
export interface FileDraft extends Stretch {
  /** What was live; between two parts lies a pause that the rule merged. At least one. */
  readonly parts: readonly Stretch[];
  /** When no more can come into it: at its end, or once the pause behind it was too long, or when the stream ended. */
  readonly closedAt: number;
  /** What closed it. */
  readonly closedBy: 'length' | 'pause' | 'end';
}

/**
 * The files that a rule makes of a stream. A pause within the rule's bound goes on in the same file, a longer one begins
 * a new file; a file that has recorded the recording length is full. What lasts no second leaves no file. Each format
 * is cut for itself.
 * @param stretches In the order of time, apart from each other or touching.
 * @param endedAt When the stream ended, not before its last stretch.
 * Clauses `cutAtLength`, `hlsLength`, `mp4Length`, `pauseAlways`, `pauseNever`, `pauseWithinSeconds`, `jobEnd`.
 */
export function cutStream(
  stretches: readonly Stretch[],
  rule: HlsRule | Mp4Rule,
  endedAt: number,
): readonly FileDraft[] {
  const lengthMax = fileSecondsMax(rule) ?? Number.POSITIVE_INFINITY;
  const pauseMax = mergedPauseSecondsMax(rule.pause);
  const files: FileDraft[] = [];
  let parts: Stretch[] = [];
  const close = (closedBy: FileDraft['closedBy'], closedAt: number): void => {
    const [first, last] = [parts[0], parts.at(-1)];
    if (first !== undefined && last !== undefined) {
      files.push({ begin: first.begin, end: last.end, parts, closedAt, closedBy });
    }
    parts = [];
  };
  for (const stretch of stretches) {
    const before = parts.at(-1)?.end;
    if (before !== undefined && !isMerged(stretch.begin - before, rule)) {
      close('pause', before + pauseMax);
    }
    for (let begin = stretch.begin; begin < stretch.end;) {
      const end = Math.min(stretch.end, begin + lengthMax - secondsOf(parts));
      parts.push({ begin, end });
      begin = end;
      if (secondsOf(parts) === lengthMax) {
        close('length', end);
      }
    }
  }
  const last = parts.at(-1)?.end ?? endedAt;
  const isTooLong = last < endedAt && !isMerged(endedAt - last, rule);
  close(isTooLong ? 'pause' : 'end', isTooLong ? last + pauseMax : endedAt);
  return files;
}

/** Seconds that were live in all. */
export function secondsOf(parts: readonly Stretch[]): number {
  return parts.reduce((sum, { begin, end }) => sum + end - begin, 0);
}

/** Whether a stream that comes back after so many seconds goes on in its file. */
function isMerged(pauseSeconds: number, { pause }: HlsRule | Mp4Rule): boolean {
  return pause !== 'new-file' && pauseSeconds <= mergedPauseSecondsMax(pause);
}
