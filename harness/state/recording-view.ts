import { isLosslessNumber, type Json } from '#contracts/json.ts';
import type { RecordingMapping } from './recording-mapping.ts';

/** A recording as the target's own state tells it. */
export interface RecordingView {
  readonly file: string;
  readonly task: string | null;
  readonly phase: string | null;
}

/** What a mapping finds in a state: the recordings, and what it could not read. */
export interface MappedState {
  readonly recordings: readonly RecordingView[];
  readonly unreadable: readonly string[];
}

/** Reads the recordings of a state by the owner's mapping. Pure and total. */
export function readRecordings(state: Json, mapping: RecordingMapping): MappedState {
  const unreadable: string[] = [];
  const recordings: RecordingView[] = [];
  for (const item of select(state, mapping.recordings)) {
    const file = scalar(select(item, mapping.file)[0]);
    if (file === null) {
      unreadable.push(`a recording has no text at ${mapping.file}`);
      continue;
    }
    recordings.push({
      file,
      task: mapping.task === undefined ? null : scalar(select(item, mapping.task)[0]),
      phase: mapping.phase === undefined ? null : scalar(select(item, mapping.phase)[0]),
    });
  }
  return { recordings, unreadable };
}

const pathStep = /\.\*|\[\*\]|\[(\d{1,6})\]|\['([^']{1,200})'\]|\.?([\p{L}\p{N}_$-]{1,200})/gu;

/**
 * The values at a path: `$` (or nothing) is the value itself, then `.name`, `['name']`, `[0]`, `[*]` and `.*`.
 * Unknown names select nothing.
 */
export function select(value: Json, path: string): readonly Json[] {
  const steps = [...path.replace(/^\$/u, '').matchAll(pathStep)];
  return steps.reduce<readonly Json[]>(
    (values, [step, index, quoted, name]) =>
      values.flatMap((current) =>
        step === '[*]' || step === '.*'
          ? children(current)
          : child(current, index ?? quoted ?? name ?? ''),
      ),
    [value],
  );
}

/** Whether a path is of the form that `select` reads, to the last character. */
export function isPath(path: string): boolean {
  return path.replace(/^\$/u, '').replace(pathStep, '') === '';
}

function children(value: Json): readonly Json[] {
  return typeof value === 'object' && value !== null && !isLosslessNumber(value)
    ? Object.values(value)
    : [];
}

function child(value: Json, key: string): readonly Json[] {
  if (typeof value !== 'object' || value === null || isLosslessNumber(value)) {
    return [];
  }
  const found = Object.entries(value).find(([name]) => name === key)?.[1];
  return found === undefined ? [] : [found];
}

function scalar(value: Json | undefined): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (isLosslessNumber(value)) {
    return value.value;
  }
  return typeof value === 'object' ? null : String(value);
}
