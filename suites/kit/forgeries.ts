import type { Arm, Experiment, Name, Send, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { refusalArms } from '../oracles/refusal.ts';
import { afterwards } from '../oracles/serving.ts';
import { sequence } from './plan.ts';
import type { BoundStory, Forged, Probe, ServiceKit, Story } from './service.ts';
import { atOnce, controlSend, sentAtSecondsOf, tellStory } from './teller.ts';

/** What a forged request is made from. */
export interface ForgedCase<S extends Story> extends Probe<S> {
  /** A forgery that the service's kit knows. */
  readonly forgery: string;
  /** Default: what the service sends. */
  readonly contentType?: string;
}

/** Every named forgery once, probes taking turns. */
export function inTurn<S extends Story>(
  probes: readonly Probe<S>[],
  names: readonly string[],
): readonly ForgedCase<S>[] {
  return names.flatMap((forgery, index) =>
    probes.slice(index % probes.length, (index % probes.length) + 1).map((probe) => ({
      ...probe,
      forgery,
    })),
  );
}

/** Every named forgery of every probe. */
export function ofEach<S extends Story>(
  probes: readonly Probe<S>[],
  names: readonly string[],
): readonly ForgedCase<S>[] {
  return names.flatMap((forgery) => probes.map((probe) => ({ ...probe, forgery })));
}

/**
 * Each forged request between two valid callbacks on the same connection, to a room that nothing else speaks of,
 * beside rooms that are left alone: what those show is the state without a trace.
 */
export function forgedExperiments<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  cases: readonly ForgedCase<S>[],
): readonly Experiment[] {
  return cases.map((one, index) => {
    const key = `directed:${String(index)}`;
    const { arm, event } = forgedArm(kit, context, one, key);
    return {
      title: `${one.forgery}, event type ${event}`,
      key,
      arms: [
        arm,
        untouchedArm(kit, context, one.story, `${key}/a`, refusalArms.untouched),
        untouchedArm(kit, context, one.story, `${key}/b`, `${refusalArms.untouched} again`),
      ],
      shows: refusalArms.forged,
    };
  });
}

function forgedArm<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  { forgery, story, event, contentType }: ForgedCase<S>,
  key: string,
): { readonly arm: Arm; readonly event: string } {
  const control = controlSend(kit, context, `before/${key}`, 'control');
  const bound = kit.bind(story, context, `forged/${key}`);
  const sentAtSeconds = sentAtSecondsOf(context);
  const { body, mark } = bound.message(event, atOnce(sentAtSeconds));
  const shape = contentType === undefined ? {} : { contentType };
  const genuine = { body, sentAtSeconds };
  const forged = kit.forge(context, forgery, genuine, control.request, shape);
  const moved = movedSubject(kit, forged.request.body, bound);
  return {
    event: mark.event,
    arm: {
      name: refusalArms.forged,
      names: [...bound.names, ...moved.names],
      subjects: [...bound.subjects, ...moved.subjects],
      waves: [
        [control],
        [forgedSend(forged, `forged: ${forged.statement}`, { ...mark, kind: 'forged', order: 0 })],
        [{ ...controlSend(kit, context, `after/${key}`, 'probe'), label: afterwards }],
      ],
    },
  };
}

function forgedSend(forged: Forged, label: string, mark: NonNullable<Send['mark']>): Send {
  return {
    label,
    role: 'probe',
    request: forged.request,
    ...(forged.making === undefined ? {} : { making: forged.making }),
    mark,
    secrets: forged.secrets,
  };
}

/** Two subjects, as the forged arm has them: the callback's own room, and where a changed body might have led. */
function untouchedArm<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  story: S,
  salt: string,
  name: string,
): Arm {
  const bound = kit.bind(story, context, `untouched/${salt}`);
  const other = kit.bind(story, context, `untouched/other/${salt}`);
  return {
    name,
    names: [...bound.names, ...other.names],
    subjects: [
      ...bound.subjects,
      ...other.subjects.map((subject) => ({ ...subject, key: `${subject.key} as changed` })),
    ],
    waves: [],
  };
}

/** A receiver that takes a changed body files it under what the body now says. */
function movedSubject<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  body: Uint8Array,
  { subjects }: BoundStory<Spelling>,
): { readonly subjects: readonly Subject[]; readonly names: readonly Name[] } {
  const [subject] = subjects;
  if (subject === undefined) {
    return { subjects: [], names: [] };
  }
  const moved = { ...subject, key: `${subject.key} as changed`, ...kit.saidBy(body) };
  return {
    subjects: [moved],
    names: [
      { kind: 'room', symbol: 'R1', value: moved.roomId },
      { kind: 'task', symbol: 'T1', value: moved.taskId },
      { kind: 'user', symbol: 'U1', value: moved.userId },
    ],
  };
}

/**
 * A file that has begun, then a forged callback that says it has ended: what the receiver knows must stay what the
 * beginning alone leaves. Forgeries to unknown rooms cannot show a receiver that only updates what it has.
 * @param news Its first event begins the file, its event `end` ends it.
 */
export function forgedNewsExperiments<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  news: { readonly story: S; readonly end: number; readonly endIs: string },
  forgeries: readonly string[],
): readonly Experiment[] {
  return forgeries.map((forgery, index) => {
    const key = `directed:${String(index)}`;
    const begin = (name: string): Arm =>
      tellStory(kit, news.story, sequence(0), context, name, `${key}/${name}`);
    return {
      title: `a file has begun, then its ${news.endIs} is forged: ${forgery}`,
      key,
      arms: [
        begin('in-order'),
        begin('in-order-again'),
        withForgedEnd(kit, context, news, forgery, key),
      ],
      shows: 'forged',
    };
  });
}

/** The end is told ten seconds after the beginning. */
const endAfterSeconds = 10;

function withForgedEnd<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  { story, end }: { readonly story: S; readonly end: number },
  forgery: string,
  key: string,
): Arm {
  const salt = `${key}/forged`;
  const told = tellStory(kit, story, sequence(0), context, 'forged', salt);
  const bound = kit.bind(story, context, `${story.title}/${salt}`);
  const sentAtSeconds = sentAtSecondsOf(context) + endAfterSeconds;
  const { body, label, mark } = bound.message(end, atOnce(sentAtSeconds));
  const accepted = controlSend(kit, context, `news/${key}`, 'control');
  const forged = kit.forge(context, forgery, { body, sentAtSeconds }, accepted.request);
  return {
    ...told,
    waves: [
      ...told.waves,
      [
        forgedSend(forged, `${label}, forged: ${forged.statement}`, {
          ...mark,
          kind: 'forged',
          order: 1,
        }),
      ],
    ],
  };
}
