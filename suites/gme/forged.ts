import { encodeCallback, resolveReading } from '#contracts/gme/index.ts';
import { isJsonObject, isLosslessNumber, parseJson } from '#contracts/json.ts';
import { forgeries, type Forgery } from '#generators/gme/forgery.ts';
import type { Arm, Experiment, Name, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { refusalArms } from '../oracles/refusal.ts';
import { afterwards } from '../oracles/serving.ts';
import { controlSend, oneFile } from './arms.ts';
import { secretsOf } from './leak.ts';
import { signBytes, signedRequest } from './request.ts';
import { bindStory, type EventType, type Story } from './story.ts';
import { mixedFile } from './stories.ts';

/** What a forged request is made from. */
interface ForgedCase {
  readonly forgery: string;
  readonly story: Story;
  readonly type: EventType;
  /** Default `application/json`. */
  readonly contentType?: string;
}

const types: readonly EventType[] = [1, 2, 3];

/** Every named forgery once, event types and recording modes taking turns. */
export function forgedInTurn(names: readonly string[]): readonly ForgedCase[] {
  return names.map((forgery, index) => ({
    forgery,
    story: index % 2 === 0 ? oneFile : mixedFile,
    type: types[(index + 2) % 3] ?? 3,
  }));
}

/** Every named forgery of every event type. */
export function forgedOfEachType(names: readonly string[]): readonly ForgedCase[] {
  return names.flatMap((forgery) =>
    types.map((type) => ({ forgery, story: type === 2 ? mixedFile : oneFile, type })),
  );
}

/**
 * Each forged request between two valid callbacks on the same connection, to a room that nothing else speaks of,
 * beside rooms that are left alone: what those show is the state without a trace.
 */
export function forgedExperiments(
  context: SuiteContext,
  cases: readonly ForgedCase[],
): readonly Experiment[] {
  return cases.map((one, index) => {
    const key = `directed:${String(index)}`;
    return {
      title: `${one.forgery}, event type ${String(one.type)}`,
      key,
      arms: [
        forgedArm(context, one, key),
        untouchedArm(context, one.story, `${key}/a`, refusalArms.untouched),
        untouchedArm(context, one.story, `${key}/b`, `${refusalArms.untouched} again`),
      ],
      shows: refusalArms.forged,
    };
  });
}

/** The control's own signature, accepted a moment before, under another body: no generator knows the control. */
export const ofAcceptedBody = 'of-accepted-body';

function findForgery(name: string, accepted: Uint8Array, context: SuiteContext): Forgery {
  const found = forgeries(resolveReading(context.dialects)).find((one) => one.name === name);
  if (found !== undefined) {
    return found;
  }
  if (name !== ofAcceptedBody) {
    throw new RangeError(`no forgery is named ${name}`);
  }
  return {
    name,
    statement: 'The signature is that of a body which was accepted before.',
    forges: 'signature',
    apply: ({ body }) => ({ body, signature: signBytes(context, accepted) }),
  };
}

function forgedArm(context: SuiteContext, one: ForgedCase, key: string): Arm {
  const { forgery, story, type, contentType } = one;
  const shape = contentType === undefined ? {} : { contentType };
  const reading = resolveReading(context.dialects);
  const control = controlSend(context, `before/${key}`, 'control');
  const found = findForgery(forgery, control.request.body, context);
  const bound = bindStory(story, context, `forged/${key}`);
  const callback = bound.callback('F1', type, Math.floor(context.nowMs / 1000) - 60);
  const body = encodeCallback(callback);
  const signature = signBytes(context, body);
  const forged = found.apply({ body, signature, key: context.secretKey, reading });
  const moved = movedSubject(forged.body, bound.subjects);
  return {
    name: refusalArms.forged,
    names: [...bound.names, ...moved.names],
    subjects: [...bound.subjects, ...moved.subjects],
    waves: [
      [control],
      [
        {
          label: `forged: ${found.statement}`,
          role: 'probe',
          request: signedRequest(context, forged.body, forged.signature, shape),
          mark: { file: 'F1', event: String(type), kind: 'forged', order: 0 },
          secrets: secretsOf(forged.body, context.secretKey),
        },
      ],
      [{ ...controlSend(context, `after/${key}`, 'probe'), label: afterwards }],
    ],
  };
}

/** Two subjects, as the forged arm has them: the callback's own room, and where a changed body might have led. */
function untouchedArm(context: SuiteContext, story: Story, salt: string, name: string): Arm {
  const bound = bindStory(story, context, `untouched/${salt}`);
  const other = bindStory(story, context, `untouched/other/${salt}`);
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
function movedSubject(
  body: Uint8Array,
  subjects: readonly Subject[],
): { readonly subjects: readonly Subject[]; readonly names: readonly Name[] } {
  const [subject] = subjects;
  if (subject === undefined) {
    return { subjects: [], names: [] };
  }
  const said = saidBy(body);
  const moved = {
    ...subject,
    key: `${subject.key} as changed`,
    roomId: said('RoomID') ?? subject.roomId,
    userId: said('UserID') ?? subject.userId,
    taskId: said('TaskID') ?? subject.taskId,
  };
  return {
    subjects: [moved],
    names: [
      { kind: 'room', symbol: 'R1', value: moved.roomId },
      { kind: 'task', symbol: 'T1', value: moved.taskId },
      { kind: 'user', symbol: 'U1', value: moved.userId },
    ],
  };
}

/** Reads members as a lenient receiver would: invalid bytes become U+FFFD, and what is no JSON says nothing. */
function saidBy(body: Uint8Array): (name: string) => string | undefined {
  try {
    const value = parseJson(new TextDecoder().decode(body));
    return (name) => {
      const member = isJsonObject(value) ? value[name] : undefined;
      if (isLosslessNumber(member)) {
        return member.value;
      }
      return typeof member === 'string' ? member : undefined;
    };
  } catch {
    return () => undefined;
  }
}
