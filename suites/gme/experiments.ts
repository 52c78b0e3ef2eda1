import type { Arm, Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { inOrder, inOrderOf, tellStory, type Plan } from './arms.ts';
import type { Story } from './story.ts';

/** A story and one way to deliver it. */
export interface Case {
  readonly title: string;
  readonly story: Story;
  readonly plan: Plan;
}

/** Delivers each case once: for checks that look at the answers only. */
export function deliveries(context: SuiteContext, cases: readonly Case[]): readonly Experiment[] {
  return cases.map(({ title, story, plan }, index) => ({
    title,
    key: `directed:${String(index)}`,
    arms: [{ ...tellStory(story, plan, context, 'delivery', `d${String(index)}`), subjects: [] }],
    shows: 'delivery',
  }));
}

/**
 * Delivers each case twice in order and once as planned, to three unrelated rooms: the third state must equal the
 * first two. What the plan drops, the in-order deliveries leave out as well.
 */
export function convergences(context: SuiteContext, cases: readonly Case[]): readonly Experiment[] {
  return cases.map((one, index) => convergence(context, one, `directed:${String(index)}`));
}

/** One convergence experiment under a key of its own. */
export function convergence(
  context: SuiteContext,
  { title, story, plan }: Case,
  key: string,
): Experiment {
  const baseline = inOrderOf(plan);
  const arm = (name: string, waves: Plan): Arm =>
    tellStory(story, waves, context, name, `${key}/${name}`);
  return {
    title,
    key,
    arms: [arm('in-order', baseline), arm('in-order-again', baseline), arm('hostile', plan)],
    shows: 'hostile',
  };
}

/** The same story with plain and with peculiar identifiers: the states must be equal but for the names. */
export function namingExperiments(
  context: SuiteContext,
  cases: readonly { readonly title: string; readonly story: Story }[],
): readonly Experiment[] {
  return cases.map(({ title, story }, index) => {
    const { identifiers, ...plain } = story;
    const key = `directed:${String(index)}`;
    const arm = (name: string, told: Story): Arm =>
      tellStory(told, inOrder(told), context, name, `${key}/${name}`);
    return {
      title,
      key,
      arms: [
        arm('in-order', plain),
        arm('in-order-again', plain),
        arm('peculiar', identifiers === undefined ? plain : { ...plain, identifiers }),
      ],
      shows: 'peculiar',
    };
  });
}

/** Delivers a story twice in full and once without each file of `without`: leaving it out must show in the state. */
export function omissions(
  context: SuiteContext,
  cases: readonly {
    readonly title: string;
    readonly story: Story;
    readonly without: readonly string[];
  }[],
): readonly Experiment[] {
  return cases.map(({ title, story, without }, index) => {
    const key = `directed:${String(index)}`;
    const arm = (name: string, plan: Plan): Arm =>
      tellStory(story, plan, context, name, `${key}/${name}`);
    return {
      title,
      key,
      arms: [
        arm('in-order', inOrder(story)),
        arm('in-order-again', inOrder(story)),
        ...without.map((file) =>
          arm(
            `without ${file}`,
            inOrder(story).filter(([step]) => story.events[step?.event ?? 0]?.[0] !== file),
          ),
        ),
      ],
      shows: 'in-order',
    };
  });
}

/** The first callback of a story alone, twice, and the whole story: what follows it must change nothing. */
export function unknownEventExperiments(
  context: SuiteContext,
  story: Story,
): readonly Experiment[] {
  const [first = []] = inOrder(story);
  const key = 'directed:0';
  const arm = (name: string, plan: Plan): Arm =>
    tellStory(story, plan, context, name, `${key}/${name}`);
  return [
    {
      title: story.title,
      key,
      arms: [
        arm('in-order', [first]),
        arm('in-order-again', [first]),
        arm('with the unknown event', inOrder(story)),
      ],
      shows: 'with the unknown event',
    },
  ];
}
