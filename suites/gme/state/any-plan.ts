import fc from 'fast-check';
import { deliveryPlans, type DeliveryPlan } from '#generators/gme/delivery-plan.ts';
import { createProperty } from '#harness/adapters/property.ts';
import type { ExperimentProperty } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { Plan } from '../arms.ts';
import { convergence } from '../experiments.ts';
import type { EventType, FileSpec, Story } from '../story.ts';

interface Generated {
  readonly story: Story;
  readonly plan: DeliveryPlan;
}

const filesMax = 4;

/** Files of a few rooms, users, tasks and segments; no two of them are the same file. */
const files: fc.Arbitrary<readonly FileSpec[]> = fc.uniqueArray(
  fc.record({
    room: fc.constantFrom('R1', 'R2'),
    user: fc.constantFrom('U1', 'U2'),
    task: fc.constantFrom('a', 'b'),
    mode: fc.constantFrom('single' as const, 'mixed' as const),
    seqNo: fc.constantFrom(1, 2, 0),
  }),
  {
    minLength: 1,
    maxLength: filesMax,
    selector: ({ room, user, task, mode, seqNo }) =>
      [room, mode === 'mixed' ? '' : user, task, mode, seqNo].join('/'),
  },
);

const events: fc.Arbitrary<readonly EventType[]> = fc.subarray<EventType>([1, 2, 3], {
  minLength: 1,
});

const generated: fc.Arbitrary<Generated> = files
  .chain((specs) => fc.tuple(...specs.map((spec) => events.map((types) => ({ spec, types })))))
  .map(toStory)
  .chain((story) => deliveryPlans(story.events.length).map((plan) => ({ story, plan })));

function toStory(
  parts: readonly { readonly spec: FileSpec; readonly types: readonly EventType[] }[],
): Story {
  const named = parts.map(({ spec, types }, index) => ({
    symbol: `F${String(index + 1)}`,
    types,
    // A task belongs to one room, and its start lies in the past as far as its place says.
    spec: {
      ...spec,
      task: `T${spec.room === 'R2' ? '2' : '1'}${spec.task ?? ''}`,
      startedAgoSeconds: spec.task === 'b' ? 3600 : 7200,
    },
  }));
  return {
    title: 'generated',
    files: Object.fromEntries(named.map(({ symbol, spec }) => [symbol, spec])),
    events: named.flatMap(({ symbol, types }) => types.map((type) => [symbol, type] as const)),
  };
}

/** Generated stories under generated delivery plans. */
export function generatedPlans(context: SuiteContext): ExperimentProperty {
  return createProperty(generated, context.seed, ({ story, plan }, key) =>
    convergence(context, { title: `generated plan ${key}`, story, plan: toPlan(plan) }, key),
  );
}

function toPlan(plan: DeliveryPlan): Plan {
  return plan.map((wave) => wave.map(({ index, kind }) => ({ event: index, kind })));
}
