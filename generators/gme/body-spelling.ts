import fc from 'fast-check';
import { callbackFields, detailFields, type BodySpelling } from '#contracts/gme/callback.ts';
import { LosslessNumber, type Json } from '#contracts/json.ts';
import { jsonEscapes, jsonStyles } from '#contracts/json-spelling.ts';

/** Fields that the service may add one day, with values of every JSON type. */
const extraFields: readonly (readonly [string, Json])[] = [
  ['Version', new LosslessNumber('2')],
  ['Region', 'ap-guangzhou'],
  ['TraceId', new LosslessNumber('18446744073709551615')],
  ['Reserved', null],
  ['IsRetry', false],
  ['Tags', ['房', '\\"', {}]],
  ['Extra', { TaskID: '1', EventType: new LosslessNumber('2'), Detail: { SeqNo: null } }],
  ['说明', ''],
];

const extras = fc.subarray([...extraFields], { maxLength: 3 });

/**
 * The ways in which one callback can be spelt without meaning anything else: white space, escapes, key order, unknown
 * fields, a line feed behind. Shrinks to the plain default.
 */
export function bodySpellings(): fc.Arbitrary<BodySpelling> {
  return fc
    .record({
      style: fc.constantFrom(...jsonStyles),
      escapes: fc.constantFrom(...jsonEscapes),
      keyOrder: fc.shuffledSubarray([...callbackFields]),
      detailKeyOrder: fc.shuffledSubarray([...detailFields]),
      extraFields: extras,
      extraDetailFields: extras,
      trailingNewline: fc.boolean(),
    })
    .map(withoutDefaults);
}

/** Leaves out what is as by default, so that a counterexample names only what matters. */
function withoutDefaults(spelling: BodySpelling): BodySpelling {
  const isDefault = (value: unknown): boolean =>
    value === 'compact' ||
    value === 'none' ||
    value === false ||
    (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(spelling).filter(([, value]) => !isDefault(value)));
}

/** Values of `EventType` that no document names. */
export function unknownEventTypes(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 4, max: 99 }), fc.constantFrom(0, 1000, 2 ** 31 - 1));
}

/** A spelling with a purpose. */
export interface NamedBodySpelling {
  readonly name: string;
  readonly spelling: BodySpelling;
}

/** One spelling for each thing that can differ, and one with all of them. */
export const directedSpellings: readonly NamedBodySpelling[] = [
  ...jsonStyles.map((style) => ({ name: `white space: ${style}`, spelling: { style } })),
  ...jsonEscapes
    .slice(1)
    .map((escapes) => ({ name: `escapes: ${escapes}`, spelling: { escapes } })),
  { name: 'keys reversed', spelling: { keyOrder: [...callbackFields].reverse() } },
  { name: 'keys of Detail reversed', spelling: { detailKeyOrder: [...detailFields].reverse() } },
  { name: 'unknown fields', spelling: { extraFields } },
  { name: 'unknown fields in Detail', spelling: { extraDetailFields: extraFields } },
  { name: 'line feed behind', spelling: { trailingNewline: true } },
  {
    name: 'everything at once',
    spelling: {
      style: 'crlf',
      escapes: 'all',
      keyOrder: [...callbackFields].reverse(),
      detailKeyOrder: [...detailFields].reverse(),
      extraFields,
      extraDetailFields: extraFields,
      trailingNewline: true,
    },
  },
];
