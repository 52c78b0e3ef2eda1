import fc from 'fast-check';
import { LosslessNumber, type Json } from '#contracts/json.ts';
import { jsonEscapes, jsonStyles, type JsonSpelling } from '#contracts/json-spelling.ts';

/** A member that no document names. */
export type ExtraField = readonly [name: string, value: Json];

/** An object of a service's callbacks whose members can stand in any order, with others among them. */
export interface SpeltObject {
  /** Its name in the object that holds it; null for the body itself. */
  readonly name: string | null;
  /** Members that every callback has there, in the documented order. */
  readonly fields: readonly string[];
}

/** How one object is written; what is left out is as documented. */
export interface ObjectSpelling {
  readonly keyOrder?: readonly string[];
  readonly extraFields?: readonly ExtraField[];
}

/** How a whole body is written, in terms of no service. */
export interface SpellingParts extends JsonSpelling {
  /** One for each object of the ground, in the same order. */
  readonly objects: readonly ObjectSpelling[];
  /** A line feed after the closing brace. */
  readonly trailingNewline?: boolean;
}

/** What a service's callbacks offer to be spelt in another way. */
export interface SpellingGround<S> {
  readonly objects: readonly SpeltObject[];
  /** Value of the unknown field `Extra`: an object that looks like a part of a callback of this service. */
  readonly lookalike: Json;
  /** The service's own spelling of these parts. */
  readonly toSpelling: (parts: SpellingParts) => S;
}

/** A spelling with a purpose. */
export interface NamedSpelling<S> {
  readonly name: string;
  readonly spelling: S;
}

/**
 * The ways in which one callback can be spelt without meaning anything else: white space, escapes, key order, unknown
 * fields, a line feed behind. Shrinks to the plain default.
 */
export function bodySpellingsOf<S>(ground: SpellingGround<S>): fc.Arbitrary<S> {
  const extras = fc.subarray([...extraFields(ground.lookalike)], { maxLength: 3 });
  return fc
    .record({
      style: fc.constantFrom(...jsonStyles),
      escapes: fc.constantFrom(...jsonEscapes),
      orders: fc.tuple(...ground.objects.map(({ fields }) => fc.shuffledSubarray([...fields]))),
      extras: fc.tuple(...ground.objects.map(() => extras)),
      trailingNewline: fc.boolean(),
    })
    .map(({ orders, extras, ...text }) => {
      const objects = orders.map((keyOrder, at) => ({ keyOrder, extraFields: extras[at] ?? [] }));
      return ground.toSpelling(withoutDefaults({ ...text, objects }));
    });
}

/** One spelling for each thing that can differ, and one with all of them. */
export function directedSpellingsOf<S>(ground: SpellingGround<S>): readonly NamedSpelling<S>[] {
  const { objects } = ground;
  const extra = extraFields(ground.lookalike);
  const reversed = objects.map(({ fields }) => [...fields].reverse());
  const only = (at: number, spelling: ObjectSpelling): SpellingParts => ({
    objects: objects.map((_, index) => (index === at ? spelling : {})),
  });
  const named: readonly NamedSpelling<SpellingParts>[] = [
    ...jsonStyles.map((style) => ({
      name: `white space: ${style}`,
      spelling: { style, objects: [] },
    })),
    ...jsonEscapes
      .slice(1)
      .map((escapes) => ({ name: `escapes: ${escapes}`, spelling: { escapes, objects: [] } })),
    ...objects.map(({ name }, at) => ({
      name: name === null ? 'keys reversed' : `keys of ${name} reversed`,
      spelling: only(at, { keyOrder: reversed[at] ?? [] }),
    })),
    ...objects.map(({ name }, at) => ({
      name: name === null ? 'unknown fields' : `unknown fields in ${name}`,
      spelling: only(at, { extraFields: extra }),
    })),
    { name: 'line feed behind', spelling: { trailingNewline: true, objects: [] } },
    {
      name: 'everything at once',
      spelling: {
        style: 'crlf',
        escapes: 'all',
        objects: reversed.map((keyOrder) => ({ keyOrder, extraFields: extra })),
        trailingNewline: true,
      },
    },
  ];
  return named.map(({ name, spelling }) => ({ name, spelling: ground.toSpelling(spelling) }));
}

/** Fields that the service may add one day, with values of every JSON type. */
function extraFields(lookalike: Json): readonly ExtraField[] {
  return [
    ['Version', new LosslessNumber('2')],
    ['Region', 'ap-guangzhou'],
    ['TraceId', new LosslessNumber('18446744073709551615')],
    ['Reserved', null],
    ['IsRetry', false],
    ['Tags', ['房', '\\"', {}]],
    ['Extra', lookalike],
    ['说明', ''],
  ];
}

/** Leaves out what is as by default, so that a counterexample names only what matters. */
function withoutDefaults(parts: SpellingParts): SpellingParts {
  const { objects, ...text } = parts;
  return { ...stripped(text), objects: objects.map(stripped) };
}

function stripped<T extends object>(spelling: T): Partial<T> {
  const isDefault = (value: unknown): boolean =>
    value === 'compact' ||
    value === 'none' ||
    value === false ||
    (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(spelling).filter(([, value]) => !isDefault(value)),
  ) as Partial<T>;
}
