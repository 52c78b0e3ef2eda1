import type { DeliveryPlan } from '#generators/gme/delivery-plan.ts';
import { toldStories } from '#generators/gme/told-story.ts';
import { createProperty } from '#harness/adapters/property.ts';
import type { ExperimentProperty } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { Plan } from '../arms.ts';
import { convergence } from '../experiments.ts';

/** Generated stories under generated delivery plans. */
export function generatedPlans(context: SuiteContext): ExperimentProperty {
  return createProperty(toldStories, context.seed, ({ story, plan }, key) =>
    convergence(context, { title: `generated plan ${key}`, story, plan: toPlan(plan) }, key),
  );
}

function toPlan(plan: DeliveryPlan): Plan {
  return plan.map((wave) => wave.map(({ index, kind }) => ({ event: index, kind })));
}
