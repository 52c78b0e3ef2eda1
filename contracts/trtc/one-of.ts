import type { JsonFields } from '../json-fields.ts';

/** A string that is one of a few; anything else is an issue, and the first stands in for it. */
export function oneOf<T extends string>(
  fields: JsonFields,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const value = values.find((candidate) => candidate === fields.value(name));
  if (value === undefined) {
    fields.report(name, `one of ${values.join(', ')}`);
    return values[0];
  }
  return value;
}
