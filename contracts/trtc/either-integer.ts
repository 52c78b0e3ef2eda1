import { naturalOf, type JsonFields } from '../json-fields.ts';
import { LosslessNumber } from '../json.ts';

/** An integer from 0 to 2^53 - 1 where the documents disagree on its type: a number, or a string of its digits. */
export function eitherInteger(fields: JsonFields, name: string): number {
  const value = fields.value(name);
  const digits = typeof value === 'string' && /^\d{1,20}$/u.test(value);
  const natural = naturalOf(digits ? new LosslessNumber(value) : value);
  if (natural !== undefined && natural <= BigInt(Number.MAX_SAFE_INTEGER)) {
    return Number(natural);
  }
  fields.report(name, `an integer from 0 to ${Number.MAX_SAFE_INTEGER}, or its digits as a string`);
  return 0;
}
