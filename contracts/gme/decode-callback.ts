import { readJsonBody, type CallbackIssue } from '../json-body.ts';
import { JsonFields, naturalOf } from '../json-fields.ts';
import type { GmeCallback } from './callback.ts';
import { limits } from './limits.ts';

export type { CallbackIssue };

export type DecodedCallback =
  | { readonly ok: true; readonly callback: GmeCallback }
  | { readonly ok: false; readonly issues: readonly CallbackIssue[] };

/**
 * Reads the body of a callback without rounding the task id. Every documented field is required with its documented
 * type; unknown fields and event types are allowed. Never throws: bytes that are not UTF-8, text that is not JSON and
 * nesting too deep to read are issues too.
 * Clauses `requestEncoding`, `requestBody`, `requiredFields`, `fieldEvolution`.
 */
export function decodeCallback(body: Uint8Array): DecodedCallback {
  const read = readJsonBody(body);
  if (!read.ok) {
    return read;
  }
  const issues: CallbackIssue[] = [];
  const fields = new JsonFields('$', read.value, issues);
  const detail = fields.object('Detail');
  const callback: GmeCallback = {
    bizId: fields.integer('BizID'),
    roomId: fields.text('RoomID'),
    userId: fields.text('UserID'),
    taskId: fields.bigInteger('TaskID', limits.taskIdMax),
    recordMode: recordMode(fields),
    timestamp: fields.integer('Timestamp'),
    eventType: fields.integer('EventType'),
    detail: { seqNo: detail.integer('SeqNo'), fileName: detail.text('FileName') },
  };
  return issues.length === 0 ? { ok: true, callback } : { ok: false, issues };
}

function recordMode(fields: JsonFields): 0 | 1 | 2 {
  const natural = naturalOf(fields.value('RecordMode'));
  if (natural === 0n) {
    return 0;
  }
  if (natural === 1n) {
    return 1;
  }
  if (natural === 2n) {
    return 2;
  }
  fields.report('RecordMode', 'the integer 0, 1 or 2');
  return 0;
}
