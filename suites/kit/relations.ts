import type { Arm, Experiment, PlacedObject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { againSuffix, besideArms, impliedArms } from '../oracles/relations.ts';
import { sequence, type Plan } from './plan.ts';
import type { ServiceKit, Story } from './service.ts';
import { tellStory } from './teller.ts';

/** Two pieces of a story's news, each by the numbers of its events, after others that come in every delivery. */
export interface BesideCase<S extends Story> {
  readonly title: string;
  readonly story: S;
  readonly before?: readonly number[];
  readonly one: readonly number[];
  readonly other: readonly number[];
}

/** A way to tell a story. */
export interface Telling<S extends Story> {
  readonly story: S;
  readonly events: readonly number[];
  /** Instead of the run's own: another reading. */
  readonly dialects?: readonly string[];
  /** What lies in the bucket while it is told. Default: nothing. */
  readonly objectsOf?: (arm: Arm) => readonly PlacedObject[];
}

/** A difference that shows or not, and one that must show if the first does. */
export interface ImpliedCase<S extends Story> {
  readonly title: string;
  readonly known: Telling<S>;
  readonly knownWithout: Telling<S>;
  readonly asked: Telling<S>;
  readonly askedWithout: Telling<S>;
}

/** Both pieces of news, each alone and neither; all twice, in rooms of their own. */
export function besides<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly BesideCase<S>[],
): readonly Experiment[] {
  return cases.map(({ title, story, before = [], one, other }, index) => {
    const key = `directed:${String(index)}`;
    const told = (name: string, events: readonly number[]): readonly Arm[] =>
      twice(name, (arm) =>
        tellStory(kit, story, inStoryOrder([...before, ...events]), context, arm, `${key}/${arm}`),
      );
    return {
      title,
      key,
      arms: [
        ...told(besideArms.both, [...one, ...other]),
        ...told(besideArms.one, one),
        ...told(besideArms.other, other),
        ...told(besideArms.neither, []),
      ],
      shows: besideArms.both,
    };
  });
}

/** The first piece of a story's news and the last, each beside all others. */
export function firstAndLast<S extends Story>(story: S): readonly BesideCase<S>[] {
  const all = story.events.map((_, event) => event);
  return [
    { title: `the first of ${story.title}`, story, one: all.slice(0, 1), other: all.slice(1) },
    { title: `the last of ${story.title}`, story, one: all.slice(-1), other: all.slice(0, -1) },
  ];
}

/** Specifications of so many files or tasks, by their symbols `F1`, `F2`; numbers begin with 1. */
export function numbered<Spec>(
  letter: 'F' | 'T',
  count: number,
  spec: (number: number) => Spec,
): Readonly<Record<string, Spec>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${letter}${String(index + 1)}`, spec(index + 1)]),
  );
}

/** The four deliveries of each case, all twice, in rooms of their own. */
export function implications<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly ImpliedCase<S>[],
): readonly Experiment[] {
  return cases.map(({ title, ...tellings }, index) => {
    const key = `directed:${String(index)}`;
    const told = (part: keyof typeof impliedArms): readonly Arm[] => {
      const { story, events, dialects = context.dialects, objectsOf } = tellings[part];
      return twice(impliedArms[part], (name) => {
        const own = { ...context, dialects };
        const arm = tellStory(kit, story, inStoryOrder(events), own, name, `${key}/${name}`);
        return objectsOf === undefined ? arm : { ...arm, objects: objectsOf(arm) };
      });
    };
    return {
      title,
      key,
      arms: [...told('known'), ...told('knownWithout'), ...told('asked'), ...told('askedWithout')],
      shows: impliedArms.asked,
    };
  });
}

/** The events in the story's order, one after the other. */
function inStoryOrder(events: readonly number[]): Plan {
  return sequence(...events.toSorted((a, b) => a - b));
}

function twice(name: string, tell: (name: string) => Arm): readonly Arm[] {
  return [tell(name), tell(`${name}${againSuffix}`)];
}
