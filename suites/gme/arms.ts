import type { BodySpelling } from '#contracts/gme/index.ts';
import type { Arm, Send, SendMark, Wave } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { validRequest, type RequestShape } from './request.ts';
import { bindStory, type BoundStory, type EventType, type Story } from './story.ts';

/** One delivery of one of the story's callbacks. */
export interface Step {
  /** Index into `Story.events`. */
  readonly event: number;
  /** `duplicate`: the same bytes again. `re-send`: a later Timestamp and so another signature. Default `original`. */
  readonly kind?: 'original' | 'duplicate' | 're-send';
  readonly spelling?: BodySpelling;
  readonly shape?: RequestShape;
}

/** Waves of steps: the steps of one wave go out at the same time. */
export type Plan = readonly (readonly Step[])[];

/** Every event of a story once, in its true order. */
export function inOrder(story: Story): Plan {
  return story.events.map((_, event) => [{ event }]);
}

/** The events that a plan delivers at all, once each, in their true order. */
export function inOrderOf(plan: Plan): Plan {
  const events = new Set(plan.flat().map(({ event }) => event));
  return [...events].sort((a, b) => a - b).map((event) => [{ event }]);
}

/** One step after the other: `sequence(2, 1, 0)`. */
export function sequence(...events: readonly number[]): Plan {
  return events.map((event) => [{ event }]);
}

const eventNames: Readonly<Record<EventType, string>> = {
  1: 'started',
  2: 'completed',
  3: 'uploaded',
  4: 'told by an unknown event type',
};

/** Timestamps lie this far back, so that even a re-send's is not in the future. */
const sentAgoSeconds = 60;
const resendSeconds = 45;

/** Delivers a story to rooms of its own by a plan. `name` is the arm's; names that begin with `in-order` are baselines. */
export function tellStory(
  story: Story,
  plan: Plan,
  context: SuiteContext,
  name: string,
  salt = name,
): Arm {
  const bound = bindStory(story, context, `${story.title}/${salt}`);
  return {
    name,
    waves: plan.map((steps): Wave => steps.map((step) => toSend(bound, step, context))),
    names: bound.names,
    subjects: bound.subjects,
  };
}

function toSend(bound: BoundStory, step: Step, context: SuiteContext): Send {
  const [file, type] = bound.story.events[step.event] ?? [];
  if (file === undefined || type === undefined) {
    throw new RangeError(`story "${bound.story.title}" has no event ${String(step.event)}`);
  }
  const kind = step.kind ?? 'original';
  const timestamp =
    Math.floor(context.nowMs / 1000) -
    sentAgoSeconds +
    (bound.story.sameSecond === true ? 0 : step.event) +
    (kind === 're-send' ? resendSeconds : 0);
  const mark: SendMark = { file, event: String(type), kind, order: step.event };
  return {
    label: `${file} ${eventNames[type]}${kind === 'original' ? '' : ` (${kind})`}`,
    role: 'probe',
    request: validRequest(
      context,
      bound.callback(file, type, timestamp),
      step.spelling,
      step.shape,
    ),
    mark,
  };
}

/** A story of one file with its three callbacks. */
export const oneFile: Story = {
  title: 'one file',
  files: { F1: {} },
  events: [
    ['F1', 1],
    ['F1', 2],
    ['F1', 3],
  ],
};

/** A plainly valid callback to a room that nothing else speaks of: the frame of every negative probe. */
export function controlSend(context: SuiteContext, salt: string, role: Send['role']): Send {
  const arm = tellStory(oneFile, sequence(2), context, `control/${salt}`);
  const send = arm.waves[0]?.[0];
  if (send === undefined) {
    throw new RangeError('the control story has no callback');
  }
  return {
    label: role === 'control' ? 'valid callback (control)' : 'valid callback afterwards (control)',
    role,
    request: send.request,
  };
}
