import { createProperty } from '#harness/adapters/property.ts';
import type { ExperimentProperty } from '#harness/check.ts';
import type { Arm, Experiment, PlacedObject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import type { DeliveryPlan } from '#generators/delivery-plan.ts';
import { duplicate, inOrder, inOrderOf, sequence, toPlan, type Plan } from './plan.ts';
import type { ServiceKit, Story } from './service.ts';
import { tellStory } from './teller.ts';

/** A story and one way to deliver it. */
export interface Case<S extends Story, Spelling = never> {
  readonly title: string;
  readonly story: S;
  readonly plan: Plan<Spelling>;
}

/** Tells a story under a key; the arm's name is part of what makes its identifiers its own. */
function tell<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  story: S,
  plan: Plan<Spelling>,
  key: string,
): (name: string) => Arm {
  return (name) => tellStory(kit, story, plan, context, name, `${key}/${name}`);
}

const baselineNames = ['in-order', 'in-order-again'] as const;

/** Delivers each case once: for checks that look at the answers only. */
export function deliveries<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly Case<S, Spelling>[],
): readonly Experiment[] {
  return cases.map(({ title, story, plan }, index) => ({
    title,
    key: `directed:${String(index)}`,
    arms: [
      { ...tellStory(kit, story, plan, context, 'delivery', `d${String(index)}`), subjects: [] },
    ],
    shows: 'delivery',
  }));
}

/** One convergence experiment under a key of its own. */
export function convergence<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  { title, story, plan }: Case<S, Spelling>,
  key: string,
): Experiment {
  const baseline = tell(kit, context, story, inOrderOf(plan), key);
  return {
    title,
    key,
    arms: [...baselineNames.map(baseline), tell(kit, context, story, plan, key)('hostile')],
    shows: 'hostile',
  };
}

/**
 * Delivers each case twice in order and once as planned, to three unrelated rooms: the third state must equal the
 * first two. What the plan drops, the in-order deliveries leave out as well.
 */
export function convergences<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly Case<S, Spelling>[],
): readonly Experiment[] {
  return cases.map((one, index) => convergence(kit, context, one, `directed:${String(index)}`));
}

/** So many files are told before the first ones come again: more than a receiver keeps in mind that only thinks of the last. */
const filesBetween = 9;
/** Files that come again: one of each event by which a service's crowd is told. */
const comingAgain = 3;

/** The first files of a crowd come again after all the others. */
export function firstOnesAgain<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
): Case<S, Spelling> {
  const events = Array.from({ length: filesBetween }, (_, event) => event);
  return {
    title: 'the first files of many come again at the end',
    story: { ...kit.crowd(filesBetween), title: 'many files, the first ones again' },
    plan: [
      ...sequence(...events),
      ...events.slice(0, comingAgain).map((event) => [duplicate(event)]),
    ],
  };
}

/** The same news of plain and of peculiar things: the states must be equal but for the names. */
export function comparisons<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly { readonly title: string; readonly plain: S; readonly peculiar: S }[],
): readonly Experiment[] {
  return cases.map(({ title, plain, peculiar }, index) => {
    const key = `directed:${String(index)}`;
    return {
      title,
      key,
      arms: [
        ...baselineNames.map(tell(kit, context, plain, inOrder(plain), key)),
        tell(kit, context, peculiar, inOrder(peculiar), key)('peculiar'),
      ],
      shows: 'peculiar',
    };
  });
}

/** Delivers a story twice in full and once without each file of `without`: leaving it out must show in the state. */
export function omissions<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly {
    readonly title: string;
    readonly story: S;
    /** Symbols that the marks of its callbacks carry. */
    readonly without: readonly string[];
  }[],
): readonly Experiment[] {
  return cases.map(({ title, story, without }, index) => {
    const key = `directed:${String(index)}`;
    const baselines = baselineNames.map(tell(kit, context, story, inOrder(story), key));
    const marks = baselines[0]?.waves.map(([send]) => send?.mark?.file) ?? [];
    return {
      title,
      key,
      arms: [
        ...baselines,
        ...without.map((file) => {
          const plan = inOrder(story).filter((_, event) => marks[event] !== file);
          return tell(kit, context, story, plan, key)(`without ${file}`);
        }),
      ],
      shows: 'in-order',
    };
  });
}

/** The first callback of a story alone, twice, and the whole story: what follows it must change nothing. */
export function afterthoughts<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  story: S,
  name: string,
): readonly Experiment[] {
  const key = 'directed:0';
  const alone = tell(kit, context, story, inOrder(story).slice(0, 1), key);
  return [
    {
      title: story.title,
      key,
      arms: [...baselineNames.map(alone), tell(kit, context, story, inOrder(story), key)(name)],
      shows: name,
    },
  ];
}

/** Longer than a cache of a second remembers. */
const pauseMs = 1300;

/** The same with a pause before the last callback of the delivery that is asked about. */
export function afterPause(experiment: Experiment): Experiment {
  return {
    ...experiment,
    key: `${experiment.key}:late`,
    arms: experiment.arms.map((arm) => (arm.name === experiment.shows ? { ...arm, pauseMs } : arm)),
  };
}

/**
 * Each story without each of its callbacks, against the story in full.
 * @param objectsOf What lies in the bucket while an arm is told.
 * @param isRecoverable Whether the bucket holds what a callback of the story tells. Default: it holds all of it.
 */
export function losses<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  stories: readonly S[],
  objectsOf: (arm: Arm) => readonly PlacedObject[],
  isRecoverable: (story: S, event: number) => boolean = () => true,
): readonly Experiment[] {
  const stocked = (arm: Arm): Arm => ({ ...arm, objects: objectsOf(arm) });
  return stories.flatMap((story, place) =>
    story.events.flatMap((_, lost): readonly Experiment[] => {
      if (!isRecoverable(story, lost)) {
        return [];
      }
      const key = `directed:${String(place)}-${String(lost)}`;
      const full = inOrder(story);
      const lossy = full.filter((_wave, index) => index !== lost);
      const experiment = {
        title: `${story.title}, callback ${String(lost + 1)} of ${String(full.length)} lost`,
        key,
        arms: [
          ...baselineNames.map(tell(kit, context, story, full, key)),
          tell(kit, context, story, lossy, key)('lossy'),
        ].map(stocked),
        shows: 'lossy',
      };
      return [experiment];
    }),
  );
}

/** Generated stories under generated delivery plans. */
export function generatedPlans<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  told: Parameters<typeof createProperty<{ readonly story: S; readonly plan: DeliveryPlan }>>[0],
): ExperimentProperty {
  return createProperty(told, context.seed, ({ story, plan }, key) =>
    convergence(kit, context, { title: `generated plan ${key}`, story, plan: toPlan(plan) }, key),
  );
}
