import type { Json } from './json.ts';

/**
 * Members as a record, those named in `first` before the others.
 * @throws RangeError for two members of one name and for an order that names an absent one.
 */
export function orderedMembers(
  members: readonly (readonly [name: string, value: Json])[],
  first: readonly string[] = [],
): Readonly<Record<string, Json>> {
  const byName = new Map(members);
  if (byName.size !== members.length) {
    throw new RangeError('An extra field repeats another field.');
  }
  const absent = first.find((name) => !byName.has(name));
  if (absent !== undefined) {
    throw new RangeError(`The key order names the absent key '${absent}'.`);
  }
  const names = new Set([...first, ...byName.keys()]);
  return Object.fromEntries([...names].map((name) => [name, byName.get(name) ?? null]));
}
