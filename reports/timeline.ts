import type { Counterexample, StoryEvent, TimelineStep } from '#harness/result.ts';
import { en, type Messages } from './language/en.ts';

/** One event of the story, at its place in the true order of things. */
export interface TrueEvent {
  readonly order: number;
  /** `F1 uploaded`; undefined where nothing that is known tells of this place in the order. */
  readonly label: string | undefined;
  /** Whether any request told of it. */
  readonly sent: boolean;
  /** Symbols of the file and of its room, task and user, where they are known. */
  readonly file?: string;
  readonly subject?: string;
  /** The event begins or ends the recording of the file. */
  readonly span?: 'opens' | 'closes';
}

/** One request as it went out. */
export interface Delivery {
  readonly step: TimelineStep;
  /** `original`, `duplicate`, `re-send`, `forged`, `malformed`, `control`. */
  readonly kind: string;
  /** Whether others went out at the same time. */
  readonly concurrent: boolean;
  /** First of its wave. */
  readonly opensWave: boolean;
  /** It tells of something that happened earlier than what an earlier wave has told already. */
  readonly late: boolean;
}

/** A counterexample as a drawing needs it: what happened in true order beside what was delivered. */
export interface Timeline {
  readonly truth: readonly TrueEvent[];
  readonly deliveries: readonly Delivery[];
}

/** More places than this between two known events are not drawn one by one. */
const gapMax = 12;

/** Kinds that tell of nothing that happened. */
const inventedKinds = ['forged', 'malformed'];

/**
 * Derives the timeline of a counterexample. Events that nothing sent tells of are there as well, as far as the story is
 * known; other places in the true order appear without a label, so that dropped callbacks show.
 */
export function timelineOf(counterexample: Counterexample): Timeline {
  return {
    truth: truthOf(counterexample),
    deliveries: deliveriesOf(counterexample.steps),
  };
}

/** Whether the request tells of something that happened, and of what: its place in the true order. */
export function placeOf({ step, kind }: Delivery): number | undefined {
  return inventedKinds.includes(kind) ? undefined : step.order;
}

function truthOf({ steps, story = [] }: Counterexample): readonly TrueEvent[] {
  const sent = new Set(steps.filter(tells).map(({ order }) => order));
  const known = new Map<number, TrueEvent>(
    story.map((event) => [event.order, { ...event, sent: sent.has(event.order) }]),
  );
  for (const step of steps) {
    if (step.order !== undefined && !known.has(step.order)) {
      known.set(step.order, { ...eventOf(step, step.order), sent: sent.has(step.order) });
    }
  }
  const truth: TrueEvent[] = [];
  let next = 0;
  for (const [order, event] of [...known].sort(([a], [b]) => a - b)) {
    for (let gap = Math.max(next, order - gapMax); gap < order; gap += 1) {
      truth.push({ order: gap, label: undefined, sent: false });
    }
    truth.push(event);
    next = order + 1;
  }
  return truth;
}

function tells({ kind, order }: TimelineStep): boolean {
  return order !== undefined && !inventedKinds.includes(kind ?? '');
}

/** The event that a step tells of, by what the step says of it. */
function eventOf(step: TimelineStep, order: number): StoryEvent {
  const { file, event, label, subject, span } = step;
  return {
    order,
    label: file === undefined ? (event ?? label) : `${file} ${event ?? ''}`.trim(),
    file: file ?? '',
    ...(subject === undefined ? {} : { subject }),
    ...(span === undefined ? {} : { span }),
  };
}

function deliveriesOf(steps: readonly TimelineStep[]): readonly Delivery[] {
  const sizes = new Map<number, number>();
  for (const step of steps) {
    sizes.set(step.wave, (sizes.get(step.wave) ?? 0) + 1);
  }
  return steps.map((step, index) => ({
    step,
    kind: step.kind ?? 'control',
    concurrent: (sizes.get(step.wave) ?? 0) > 1,
    opensWave: index === 0 || steps[index - 1]?.wave !== step.wave,
    late: isLate(step, steps.slice(0, index)),
  }));
}

function isLate(step: TimelineStep, before: readonly TimelineStep[]): boolean {
  const { order } = step;
  return (
    order !== undefined &&
    step.kind === 'original' &&
    before.some((one) => one.wave < step.wave && one.order !== undefined && one.order > order)
  );
}

/** What a delivery is, in words: `duplicate`, `out of order`, `concurrent`; empty for a plain one. */
export function marksOf(
  delivery: Delivery,
  say: Pick<Messages, 'kinds' | 'marks'> = en,
): readonly string[] {
  return [
    ...(delivery.kind === 'original' ? [] : [kindWord(delivery.kind, say)]),
    ...(delivery.late ? [say.marks.late] : []),
    ...(delivery.concurrent ? [say.marks.concurrent] : []),
  ];
}

/** A kind in words; one that no catalogue knows stands as it is. */
function kindWord(kind: string, { kinds }: Pick<Messages, 'kinds'>): string {
  const word = Object.entries(kinds).find(([known]) => known === kind);
  return word?.[1] ?? kind;
}
