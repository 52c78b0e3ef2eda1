import { LosslessNumber, type Json } from '../json.ts';
import { orderedMembers } from '../json-members.ts';
import { spellJson, type JsonSpelling } from '../json-spelling.ts';

export * from './decode-callback.ts';

/** Documented values of `EventType`; each speaks of one audio file. */
export const eventTypes = { started: 1, completed: 2, uploaded: 3 } as const;

/** One event notification of GME's server-side recording. */
export interface GmeCallback {
  /** The application's AppID. */
  readonly bizId: number;
  readonly roomId: string;
  /** The user of a single stream; `0` for a mixed stream by default. */
  readonly userId: string;
  /** Up to 64 bits: beyond what a double can hold. */
  readonly taskId: bigint;
  /** As on the wire: 0 single and 1 mixed by default, see `GmeReading.recordModes`. */
  readonly recordMode: 0 | 1 | 2;
  /** Unix seconds at which this request is sent; a re-send carries a later one. */
  readonly timestamp: number;
  /** 1 started, 2 completed, 3 uploaded; other values may appear one day. */
  readonly eventType: number;
  readonly detail: {
    /** Serial number of the segment, from 0. */
    readonly seqNo: number;
    /** The object's key relative to the bucket's root. */
    readonly fileName: string;
  };
}

/** Field names of the body in the order of the sample callback. */
export const callbackFields = [
  'BizID',
  'RoomID',
  'UserID',
  'TaskID',
  'RecordMode',
  'Timestamp',
  'EventType',
  'Detail',
] as const;

/** Field names of `Detail` in the order of the sample callback. */
export const detailFields = ['SeqNo', 'FileName'] as const;

/** One of the many bodies that say the same: none of these differences means anything to a JSON reader. */
export interface BodySpelling extends JsonSpelling {
  /** Names that come first, in this order; the others follow in the documented order. Extra names are allowed. */
  readonly keyOrder?: readonly string[];
  /** The same for the members of `Detail`. */
  readonly detailKeyOrder?: readonly string[];
  /** Members that no document names, after the documented ones unless `keyOrder` places them. */
  readonly extraFields?: readonly (readonly [name: string, value: Json])[];
  /** The same for `Detail`. */
  readonly extraDetailFields?: readonly (readonly [name: string, value: Json])[];
  /** A line feed after the closing brace. */
  readonly trailingNewline?: boolean;
  /** A byte order mark is not JSON: it is never written. */
  readonly bom?: never;
}

/**
 * The exact bytes of a callback's body, UTF-8. Without a spelling: one line without blanks in the sample's key order.
 * @throws RangeError for a spelling that names an absent key or adds a documented field a second time.
 */
export function encodeCallback(callback: GmeCallback, spelling: BodySpelling = {}): Buffer {
  const detail = orderedMembers(
    [
      ['SeqNo', numberOf(callback.detail.seqNo)],
      ['FileName', callback.detail.fileName],
      ...(spelling.extraDetailFields ?? []),
    ],
    spelling.detailKeyOrder,
  );
  const body = orderedMembers(
    [
      ['BizID', numberOf(callback.bizId)],
      ['RoomID', callback.roomId],
      ['UserID', callback.userId],
      ['TaskID', numberOf(callback.taskId)],
      ['RecordMode', numberOf(callback.recordMode)],
      ['Timestamp', numberOf(callback.timestamp)],
      ['EventType', numberOf(callback.eventType)],
      ['Detail', detail],
      ...(spelling.extraFields ?? []),
    ],
    spelling.keyOrder,
  );
  return Buffer.from(spellJson(body, spelling) + (spelling.trailingNewline === true ? '\n' : ''));
}

function numberOf(value: number | bigint): Json {
  return new LosslessNumber(String(value));
}
