import { isJsonObject, LosslessNumber, type Json } from '../json.ts';
import { orderedMembers } from '../json-members.ts';
import { spellJson, type JsonSpelling } from '../json-spelling.ts';
import type { TrtcCallback } from './callback.ts';
import { carriedBy } from './carried.ts';
import { eventTypeOf, recordingEventGroup, type TrtcEvent } from './event.ts';
import { toPayload } from './payload.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/** Field names of the body in the order of the samples. */
export const callbackFields = ['EventGroupId', 'EventType', 'CallbackTs', 'EventInfo'] as const;

/** Field names of `EventInfo` in the order of the samples. */
export const eventInfoFields = [
  'RoomId',
  'EventTs',
  'EventMsTs',
  'UserId',
  'TaskId',
  'Payload',
] as const;

type Members = readonly (readonly [name: string, value: Json])[];

/** One of the many bodies that say the same: none of these differences means anything to a JSON reader. */
export interface BodySpelling extends JsonSpelling {
  /** Names that come first, in this order; the others follow in the documented order. Extra names are allowed. */
  readonly keyOrder?: readonly string[];
  /** The same for the members of `EventInfo`. */
  readonly infoKeyOrder?: readonly string[];
  /** The same for the members of `Payload`. */
  readonly payloadKeyOrder?: readonly string[];
  /** Members that no document names, after the documented ones unless `keyOrder` places them. */
  readonly extraFields?: Members;
  /** The same for `EventInfo`. */
  readonly extraInfoFields?: Members;
  /** The same for `Payload`. */
  readonly extraPayloadFields?: Members;
  /** A line feed after the closing brace. */
  readonly trailingNewline?: boolean;
}

/**
 * The exact bytes of a callback's body, UTF-8, in the form that the reading gives to the contradicting members. Without
 * a spelling: the samples' key order and the reading's white space.
 * @throws RangeError for a spelling that names an absent key or adds a documented field a second time, and where the
 * reading has no form for the event (`toPayload`).
 */
export function encodeCallback(
  callback: TrtcCallback,
  reading: TrtcReading = defaultReading,
  spelling: BodySpelling = {},
): Buffer {
  const said = carriedBy(callback, reading);
  const payload = payloadOf(said.event, reading, spelling);
  const body = orderedMembers(
    [
      ['EventGroupId', numberOf(recordingEventGroup)],
      ['EventType', numberOf(eventTypeOf(said.event))],
      ['CallbackTs', numberOf(said.callbackTsMs)],
      ['EventInfo', eventInfo(said, payload, reading, spelling)],
      ...(spelling.extraFields ?? []),
    ],
    spelling.keyOrder,
  );
  const text = spellJson(body, { style: reading.bodyStyle, ...spelling });
  return Buffer.from(text + (spelling.trailingNewline === true ? '\n' : ''));
}

/** Of an unknown event whatever it had, which need not be an object. */
function payloadOf(
  event: TrtcEvent,
  reading: TrtcReading,
  { extraPayloadFields = [], payloadKeyOrder }: BodySpelling,
): Json | undefined {
  if (event.kind === 'unknown' && !isJsonObject(event.payload)) {
    return event.payload;
  }
  return orderedMembers([...toPayload(event, reading), ...extraPayloadFields], payloadKeyOrder);
}

function eventInfo(
  callback: TrtcCallback,
  payload: Json | undefined,
  reading: TrtcReading,
  spelling: BodySpelling,
): Json {
  const { roomId, eventTsSeconds, eventMsTsMs } = callback;
  const seconds = numberOf(eventTsSeconds);
  const members: Members = [
    ['RoomId', typeof roomId === 'number' ? numberOf(roomId) : roomId],
    ['EventTs', reading.eventTs === 'string' ? String(eventTsSeconds) : seconds],
    ...(eventMsTsMs === undefined ? [] : [['EventMsTs', numberOf(eventMsTsMs)] as const]),
    ['UserId', callback.robotId],
    ['TaskId', callback.taskId],
    ...(payload === undefined ? [] : [['Payload', payload] as const]),
    ...(spelling.extraInfoFields ?? []),
  ];
  return orderedMembers(members, spelling.infoKeyOrder);
}

function numberOf(value: number): Json {
  return new LosslessNumber(String(value));
}
