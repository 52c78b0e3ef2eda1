import type { Counterexample, TimelineStep } from '#harness/result.ts';

/** One event of the story, at its place in the true order of things. */
export interface TrueEvent {
  readonly order: number;
  /** `F1 uploaded`; undefined where nothing that was sent tells of this place in the order. */
  readonly label: string | undefined;
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

/**
 * Derives the timeline of a counterexample. Places in the true order from which nothing was sent appear without a
 * label, so that dropped callbacks show.
 */
export function timelineOf(counterexample: Counterexample): Timeline {
  return {
    truth: truthOf(counterexample.steps),
    deliveries: deliveriesOf(counterexample.steps),
  };
}

function truthOf(steps: readonly TimelineStep[]): readonly TrueEvent[] {
  const known = new Map<number, string>();
  for (const step of steps) {
    if (step.order !== undefined && !known.has(step.order)) {
      known.set(step.order, eventName(step));
    }
  }
  const truth: TrueEvent[] = [];
  let next = 0;
  for (const [order, label] of [...known].sort(([a], [b]) => a - b)) {
    for (let gap = Math.max(next, order - gapMax); gap < order; gap += 1) {
      truth.push({ order: gap, label: undefined });
    }
    truth.push({ order, label });
    next = order + 1;
  }
  return truth;
}

function eventName(step: TimelineStep): string {
  return step.file === undefined
    ? (step.event ?? step.label)
    : `${step.file} ${step.event ?? ''}`.trim();
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

/** What a delivery is, in words: `duplicate`, `late`, `at the same time`; empty for a plain one. */
export function marksOf(delivery: Delivery): readonly string[] {
  return [
    ...(delivery.kind === 'original' ? [] : [delivery.kind]),
    ...(delivery.late ? ['out of order'] : []),
    ...(delivery.concurrent ? ['concurrent'] : []),
  ];
}
