import { isJsonObject, parseJson, type Json } from '#contracts/json.ts';
import { spellJson } from '#contracts/json-spelling.ts';
import type { FieldType, Malformed, MalformedGround, RequiredField } from './malformed.ts';

/** The callback without one of its required fields, each in turn. */
export function missingFields({ genuine, fields }: MalformedGround): readonly Malformed[] {
  return fields.map(({ path }) => ({
    kind: 'missing-field',
    name: `missing field: ${path.join('.')}`,
    body: () => withMember(genuine, path, undefined),
  }));
}

/** The callback with one required field of a type that no document gives it, each with each such type. */
export function wrongTypes({ genuine, fields }: MalformedGround): readonly Malformed[] {
  return fields.flatMap(({ path, types }) =>
    wrongValues(types).map(({ what, json }) => ({
      kind: 'wrong-type' as const,
      name: `wrong type: ${path.join('.')} is ${what}`,
      body: () => withMember(genuine, path, parseJson(json)),
    })),
  );
}

interface WrongValue {
  readonly what: string;
  readonly json: string;
  /** Types of which one value of this sort is proper. */
  readonly isA: readonly FieldType[];
}

const plainValues: readonly WrongValue[] = [
  { what: 'null', json: 'null', isA: ['null'] },
  { what: 'a boolean', json: 'true', isA: ['boolean'] },
  { what: 'a list', json: '[]', isA: ['list'] },
  { what: 'an object', json: '{}', isA: ['object'] },
];

function wrongValues(types: RequiredField['types']): readonly WrongValue[] {
  const isText = types.includes('text');
  const isInteger = types.includes('integer');
  const scalars: readonly WrongValue[] = isText
    ? [{ what: 'a number', json: '7', isA: ['integer'] }]
    : [{ what: 'a word', json: '"seven"', isA: ['text'] }];
  const numbers: readonly WrongValue[] = [
    { what: 'a fraction', json: '0.5', isA: [] },
    { what: 'a text of digits', json: '"12345"', isA: ['text'] },
  ];
  return [...plainValues, ...scalars, ...(isInteger ? numbers : [])].filter(
    ({ isA }) => !isA.some((type) => types.includes(type)),
  );
}

/** The body with the member at `path` replaced, or left out where `member` is undefined. */
function withMember(genuine: Buffer, path: readonly string[], member: Json | undefined): Buffer {
  return Buffer.from(spellJson(replaced(parseJson(genuine.toString('utf8')), path, member)));
}

function replaced(
  value: Json,
  [name, ...rest]: readonly string[],
  replacement: Json | undefined,
): Json {
  if (!isJsonObject(value)) {
    throw new RangeError('Only members of objects can be changed.');
  }
  const members = Object.entries(value).flatMap(([key, member]) => {
    if (key !== name) {
      return [[key, member] as const];
    }
    const changed = rest.length > 0 ? replaced(member, rest, replacement) : replacement;
    return changed === undefined ? [] : [[key, changed] as const];
  });
  return Object.fromEntries(members);
}
