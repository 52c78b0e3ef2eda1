import type { Finding } from '#harness/check.ts';
import type { ArmRecord } from '#harness/observation.ts';
import type { RecordingMapping } from '#harness/state/recording-mapping.ts';
import { readRecordings, type RecordingView } from '#harness/state/recording-view.ts';

/** A recording that the accepted callbacks of an arm reported. */
export interface PredictedRecording {
  /** `F1`. */
  readonly symbol: string;
  /** Texts under which a state may list it, the usual one first. */
  readonly names: readonly [string, ...string[]];
  readonly task: string;
  /** What its phase must read; null where nothing can be said. */
  readonly phase: string | null;
  /** A receiver lists all recordings of a kind or none; null for those that it must list in any case. */
  readonly kind: string | null;
}

/**
 * The mapped recordings of an arm must be those that were reported: none missing, none else, each with its task and
 * phase. Without a mapping there is nothing to compare.
 */
export function expectRecordings(
  record: ArmRecord,
  predicted: readonly PredictedRecording[],
): readonly Finding[] {
  const { mapping } = record.arm;
  if (mapping === undefined) {
    return [];
  }
  const { listed, unreadable } = listedIn(record, mapping);
  const pairs = predicted.map((one) => ({ one, view: viewOf(one, listed) }));
  const kinds = new Set(pairs.flatMap(({ one, view }) => (view === undefined ? [] : [one.kind])));
  const isDue = ({ kind }: PredictedRecording): boolean =>
    kind === null || kinds.has(kind) || kinds.size === 0;
  const known = new Set(pairs.map(({ view }) => view));
  return [
    ...unreadable.map((actual) => ({
      at: mapping.recordings,
      code: 'mapping-unreadable',
      expected: 'recordings with the mapped fields',
      actual,
    })),
    ...pairs.flatMap(({ one, view }) =>
      view === undefined && !isDue(one) ? [] : compareOne(one, view, mapping),
    ),
    ...listed
      .filter((view) => !known.has(view))
      .map(({ file }) => ({
        at: mapping.recordings,
        code: 'recording-unexpected',
        expected: 'only files that were reported',
        actual: file,
      })),
  ];
}

/** What the states of all subjects list, each recording once. */
function listedIn(
  { states }: ArmRecord,
  mapping: RecordingMapping,
): { readonly listed: readonly RecordingView[]; readonly unreadable: readonly string[] } {
  const views = new Map<string, RecordingView>();
  const unreadable: string[] = [];
  for (const observed of states.values()) {
    if (observed.kind === 'value') {
      const mapped = readRecordings(observed.value, mapping);
      unreadable.push(...mapped.unreadable);
      mapped.recordings.forEach((view) => views.set(view.file, view));
    }
  }
  return { listed: [...views.values()], unreadable };
}

function viewOf(
  { names }: PredictedRecording,
  listed: readonly RecordingView[],
): RecordingView | undefined {
  return listed.find(({ file }) => names.includes(file));
}

function compareOne(
  { symbol: at, names, task, phase }: PredictedRecording,
  view: RecordingView | undefined,
  mapping: RecordingMapping,
): readonly Finding[] {
  if (view === undefined) {
    return [{ at, code: 'recording-missing', expected: names[0], actual: 'no such recording' }];
  }
  return [
    ...(mapping.task !== undefined && view.task !== task
      ? [{ at, code: 'task-differs', expected: task, actual: String(view.task) }]
      : []),
    ...(mapping.phase !== undefined && phase !== null && view.phase !== phase
      ? [{ at, code: 'phase-differs', expected: phase, actual: String(view.phase) }]
      : []),
  ];
}
