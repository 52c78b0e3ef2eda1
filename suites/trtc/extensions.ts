import { encodeCallback } from '#contracts/trtc/index.ts';
import type { Experiment, Send } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { framedProbe } from '../kit/disturbances.ts';
import { sentAtSecondsOf } from '../kit/teller.ts';
import { trtcKit } from './kit.ts';
import { signBytes, signedRequest } from './request.ts';
import { hlsTask } from './stories.ts';
import { bindStory } from './story.ts';

/** Event types next to the documented ones, and far from them. */
const unknownTypes = [313, 300, 399, 1000];

/** One callback of each unknown event type, with a payload and without. */
export function unknownTypeExperiments(context: SuiteContext): readonly Experiment[] {
  return unknownTypes.map((eventType, index) => {
    const salt = `unknown-type/${String(eventType)}`;
    const bound = bindStory(hlsTask, context, salt);
    const sentAtMs = sentAtSecondsOf(context) * 1000;
    const payload = index % 2 === 0 ? {} : undefined;
    const callback = {
      ...bound.callback(0, { occurredAtMs: sentAtMs, sentAtMs }),
      event: { kind: 'unknown', eventType, payload } as const,
    };
    return framedProbe(trtcKit, context, {
      title: `event type ${String(eventType)}`,
      key: `directed:${String(index)}`,
      arm: 'unknown',
      salt,
      names: bound.names,
      send: probe(
        context,
        `event type ${String(eventType)}`,
        encodeCallback(callback, bound.reading),
        String(eventType),
      ),
    });
  });
}

/** Events of rooms and of media, as the console's other addresses receive them. */
const otherEvents = [
  { group: 1, type: 101, info: {} },
  { group: 1, type: 103, info: { Role: 20, TerminalType: 2, UserType: 3, Reason: 1 } },
  { group: 2, type: 204, info: { Reason: 0 } },
  { group: 4, type: 401, info: { Payload: { Status: 0 } } },
] as const;

/** One genuine callback of each of several other event groups. */
export function otherGroupExperiments(context: SuiteContext): readonly Experiment[] {
  return otherEvents.map(({ group, type, info }, index) => {
    const salt = `other-group/${String(type)}`;
    const bound = bindStory(hlsTask, context, salt);
    const seconds = sentAtSecondsOf(context);
    const { roomId, robotId } = bound.file('F1').task;
    const body = {
      EventGroupId: group,
      EventType: type,
      CallbackTs: seconds * 1000,
      EventInfo: {
        RoomId: roomId,
        EventTs: seconds,
        EventMsTs: seconds * 1000,
        UserId: robotId,
        ...info,
      },
    };
    return framedProbe(trtcKit, context, {
      title: `event group ${String(group)}, event type ${String(type)}`,
      key: `directed:${String(index)}`,
      arm: 'other-group',
      salt,
      names: bound.names,
      send: probe(
        context,
        `event group ${String(group)}, event type ${String(type)}`,
        Buffer.from(JSON.stringify(body, null, '\t')),
        String(type),
      ),
    });
  });
}

function probe(context: SuiteContext, label: string, body: Uint8Array, event: string): Send {
  return {
    label,
    role: 'probe',
    request: signedRequest(context, body, signBytes(context, body)),
    mark: { file: 'T1', event, kind: 'original', order: 0 },
  };
}
