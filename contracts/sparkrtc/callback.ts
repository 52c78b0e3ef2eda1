import { LosslessNumber, type Json } from '../json.ts';
import { orderedMembers } from '../json-members.ts';
import { spellJson, type JsonSpelling } from '../json-spelling.ts';
import { callbackFields, type SparkCallback } from './callback-fields.ts';
import { formatWireTime } from './wire-time.ts';

export * from './callback-fields.ts';
export * from './decode-callback.ts';

/** One of the many bodies that say the same: none of these differences means anything to a JSON reader. */
export interface BodySpelling extends JsonSpelling {
  /** Names that come first, in this order; the others follow in the documented order. Extra names are allowed. */
  readonly keyOrder?: readonly string[];
  /** Members that no document names, after the documented ones unless `keyOrder` places them. */
  readonly extraFields?: readonly (readonly [name: string, value: Json])[];
  /** A line feed after the closing brace. */
  readonly trailingNewline?: boolean;
  /** A byte order mark is not JSON: it is never written. */
  readonly bom?: never;
}

/**
 * The exact bytes of a callback's body, UTF-8. Without a spelling: one line without blanks in the sample's key order.
 * @throws RangeError for a spelling that names an absent key or adds a field that the callback has, and for times
 * outside 1970 to 9999.
 */
export function encodeCallback(callback: SparkCallback, spelling: BodySpelling = {}): Buffer {
  const members = callbackFields.flatMap(({ name, member }): readonly [string, Json][] => {
    const value = callback[member];
    return value === undefined ? [] : [[name, wireValue(member, value)]];
  });
  const body = orderedMembers([...members, ...(spelling.extraFields ?? [])], spelling.keyOrder);
  return Buffer.from(spellJson(body, spelling) + (spelling.trailingNewline === true ? '\n' : ''));
}

function wireValue(member: keyof SparkCallback, value: string | number): Json {
  if (typeof value === 'string') {
    return value;
  }
  return member === 'startSeconds' || member === 'endSeconds'
    ? formatWireTime(value)
    : new LosslessNumber(String(value));
}
