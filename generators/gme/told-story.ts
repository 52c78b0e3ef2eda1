import fc from 'fast-check';
import { deliveryPlans, type DeliveryPlan } from '../delivery-plan.ts';
import type { EventType, FileSpec, Story } from './story.ts';

/** A story and a way to deliver its callbacks; the plan counts the story's events. */
export interface ToldStory {
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

/**
 * Stories of one to four files in two rooms, each file with one to three of its callbacks, under any delivery plan.
 * Shrinks towards one file delivered in order.
 */
export const toldStories: fc.Arbitrary<ToldStory> = files
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
