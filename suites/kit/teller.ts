import type { Arm, Send, Wave } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { sequence, type Plan, type Step } from './plan.ts';
import type { BoundStory, Moment, ServiceKit, Story } from './service.ts';

/** Callbacks are sent this long ago, so that even a re-send does not lie in the future. */
const sentAgoSeconds = 60;
const resendSeconds = 45;

/** Unix seconds at which the first callback of a story, and every lone probe, is sent. */
export function sentAtSecondsOf({ nowMs }: SuiteContext): number {
  return Math.floor(nowMs / 1000) - sentAgoSeconds;
}

/** The moment of a callback that is sent in the second of its event. */
export function atOnce(seconds: number): Moment {
  return { occurredAtSeconds: seconds, sentAtSeconds: seconds };
}

/** Delivers a story to rooms of its own by a plan. `name` is the arm's; names that begin with `in-order` are baselines. */
export function tellStory<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  story: S,
  plan: Plan<Spelling>,
  context: SuiteContext,
  name: string,
  salt = name,
): Arm {
  const bound = kit.bind(story, context, `${story.title}/${salt}`);
  const isSent = ({ event }: Step<Spelling>): boolean =>
    kit.isSent?.(story, event, context) ?? true;
  return {
    name,
    waves: plan
      .map((steps): Wave =>
        steps.filter(isSent).map((step) => toSend(kit, bound, story, step, context)),
      )
      .filter((wave, index) => wave.length > 0 || plan[index]?.length === 0),
    names: bound.names,
    subjects: bound.subjects,
  };
}

function toSend<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  bound: BoundStory<Spelling>,
  story: S,
  step: Step<Spelling>,
  context: SuiteContext,
): Send {
  const { event, kind = 'original', spelling, shape } = step;
  const occurredAtSeconds = sentAtSecondsOf(context) + (story.sameSecond === true ? 0 : event);
  const sentAtSeconds = occurredAtSeconds + (kind === 're-send' ? resendSeconds : 0);
  const moment = { occurredAtSeconds, sentAtSeconds };
  const { body, label, mark } = bound.message(event, moment, spelling);
  return {
    label: `${label}${kind === 'original' ? '' : ` (${kind})`}`,
    role: 'probe',
    request: kit.request(context, body, sentAtSeconds, shape),
    mark: { ...mark, kind, order: event },
  };
}

/** A plainly valid callback to a room that nothing else speaks of: the frame of every negative probe. */
export function controlSend<S extends Story, Spelling>(
  kit: ServiceKit<S, Spelling>,
  context: SuiteContext,
  salt: string,
  role: Send['role'],
): Send {
  const { story, event } = kit.control;
  const send = tellStory(kit, story, sequence(event), context, `control/${salt}`).waves[0]?.[0];
  if (send === undefined) {
    throw new RangeError('the control story has no callback');
  }
  return {
    label: role === 'control' ? 'valid callback (control)' : 'valid callback afterwards (control)',
    role,
    request: send.request,
  };
}
