import type { Arm, Experiment, Wave } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { inOrder, sequence } from './plan.ts';
import type { ServiceKit, Story } from './service.ts';
import { tellStory } from './teller.ts';

const otherRooms = 200;
const roomsAtOnce = 8;

/** The arm of the room after which the others came. */
export const afterOthers = 'after 200 more rooms';
/** The arm of a room that no callback names. */
export const neverSpokenOf = 'a room never spoken of';

/** One file, then the control's callback of each of two hundred other rooms. */
export function afterManyRooms<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
): Experiment {
  const { story, event } = kit.control;
  const told = tellStory(kit, story, inOrder(story), context, afterOthers, 'first');
  const others = Array.from(
    { length: otherRooms },
    (_, index) =>
      tellStory(kit, story, sequence(event), context, 'other', `other/${String(index)}`).waves[0] ??
      [],
  ).flat();
  const waves = Array.from({ length: otherRooms / roomsAtOnce }, (_, index): Wave =>
    others
      .slice(index * roomsAtOnce, (index + 1) * roomsAtOnce)
      .map(({ request }) => ({ label: 'another room', role: 'probe', request })),
  );
  const baseline = (name: string): Arm =>
    tellStory(kit, story, inOrder(story), context, name, name);
  return {
    title: 'one file, then two hundred other rooms',
    key: 'directed:0',
    arms: [
      baseline('in-order'),
      baseline('in-order-again'),
      { ...told, waves: [...told.waves, ...waves] },
      tellStory(kit, story, [], context, neverSpokenOf),
    ],
    shows: afterOthers,
  };
}
