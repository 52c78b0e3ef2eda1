import { readJsonBody, type CallbackIssue } from '../json-body.ts';
import { JsonFields, naturalOf } from '../json-fields.ts';
import type { TrtcCallback, TrtcRoomId } from './callback.ts';
import { decodePayload } from './decode-payload.ts';
import { eitherInteger } from './either-integer.ts';
import { recordingEventGroup } from './event.ts';
import { limits } from './limits.ts';

export type { CallbackIssue };

export type DecodedCallback =
  | { readonly ok: true; readonly callback: TrtcCallback }
  | { readonly ok: false; readonly issues: readonly CallbackIssue[] };

/**
 * Reads the body of a callback in every documented shape, whatever the dialect: numbers as digits or as strings of
 * digits where the documents disagree, a `FileList` as a name or a list, a 311 nested or flat. Every documented field
 * is required otherwise; unknown fields and event types are allowed. Never throws: bytes that are not UTF-8, text that
 * is not JSON and nesting too deep to read are issues too.
 * Clauses `requestEncoding`, `requestBody`, `requiredFields`, `fieldEvolution`.
 */
export function decodeCallback(body: Uint8Array): DecodedCallback {
  const read = readJsonBody(body);
  if (!read.ok) {
    return read;
  }
  const issues: CallbackIssue[] = [];
  const fields = new JsonFields('$', read.value, issues);
  if (naturalOf(fields.value('EventGroupId')) !== BigInt(recordingEventGroup)) {
    fields.report('EventGroupId', `the integer ${recordingEventGroup}`);
  }
  const eventType = fields.integer('EventType');
  const callbackTsMs = fields.integer('CallbackTs');
  const info = fields.object('EventInfo');
  const callback: TrtcCallback = {
    callbackTsMs,
    roomId: roomIdIn(info),
    eventTsSeconds: eitherInteger(info, 'EventTs'),
    eventMsTsMs: info.has('EventMsTs') ? info.integer('EventMsTs') : undefined,
    robotId: info.text('UserId'),
    taskId: taskIdIn(info),
    event: decodePayload(eventType, info, issues),
  };
  return issues.length === 0 ? { ok: true, callback } : { ok: false, issues };
}

function roomIdIn(info: JsonFields): TrtcRoomId {
  const value = info.value('RoomId');
  const natural = naturalOf(value);
  if (natural !== undefined && natural <= BigInt(limits.roomNumberMax)) {
    return Number(natural);
  }
  if (typeof value === 'string' && value !== '') {
    return info.text('RoomId');
  }
  info.report('RoomId', `a string or an integer from 0 to ${limits.roomNumberMax}`);
  return '';
}

function taskIdIn(info: JsonFields): string {
  if (info.value('TaskId') === '') {
    info.report('TaskId', 'a string that is not empty');
    return '';
  }
  return info.text('TaskId');
}
