import type { DeliveryPlan } from '#generators/delivery-plan.ts';
import type { RequestShape, Story } from './service.ts';

/** One delivery of one of the story's callbacks. */
export interface Step<Spelling = never> {
  /** Index into `Story.events`. */
  readonly event: number;
  /** `duplicate`: the same bytes again. `re-send`: sent later, and so with another signature. Default `original`. */
  readonly kind?: 'original' | 'duplicate' | 're-send';
  readonly spelling?: Spelling;
  readonly shape?: RequestShape;
}

/** Waves of steps: the steps of one wave go out at the same time. */
export type Plan<Spelling = never> = readonly (readonly Step<Spelling>[])[];

/** Every event of a story once, in its true order. */
export function inOrder(story: Story): Plan {
  return story.events.map((_, event) => [{ event }]);
}

/** The events that a plan delivers at all, once each, in their true order. */
export function inOrderOf(plan: Plan<unknown>): Plan {
  const events = new Set(plan.flat().map(({ event }) => event));
  return [...events].sort((a, b) => a - b).map((event) => [{ event }]);
}

/** One step after the other: `sequence(2, 1, 0)`. */
export function sequence(...events: readonly number[]): Plan {
  return events.map((event) => [{ event }]);
}

/** The same bytes once more. */
export function duplicate(event: number): Step {
  return { event, kind: 'duplicate' };
}

/** The same news in a later request. */
export function resend(event: number): Step {
  return { event, kind: 're-send' };
}

/** A generated delivery plan as steps. */
export function toPlan(plan: DeliveryPlan): Plan {
  return plan.map((wave) => wave.map(({ index, kind }) => ({ event: index, kind })));
}
