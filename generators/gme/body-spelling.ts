import fc from 'fast-check';
import { callbackFields, detailFields, type BodySpelling } from '#contracts/gme/callback.ts';
import { LosslessNumber } from '#contracts/json.ts';
import {
  bodySpellingsOf,
  directedSpellingsOf,
  type NamedSpelling,
  type SpellingGround,
} from '../body-spelling.ts';

const ground: SpellingGround<BodySpelling> = {
  objects: [
    { name: null, fields: callbackFields },
    { name: 'Detail', fields: detailFields },
  ],
  lookalike: { TaskID: '1', EventType: new LosslessNumber('2'), Detail: { SeqNo: null } },
  // In the order of BodySpelling, which counterexamples print.
  toSpelling: ({ objects: [body = {}, detail = {}], trailingNewline, ...text }) => ({
    ...text,
    ...(body.keyOrder && { keyOrder: body.keyOrder }),
    ...(detail.keyOrder && { detailKeyOrder: detail.keyOrder }),
    ...(body.extraFields && { extraFields: body.extraFields }),
    ...(detail.extraFields && { extraDetailFields: detail.extraFields }),
    ...(trailingNewline === true && { trailingNewline }),
  }),
};

/**
 * The ways in which one callback can be spelt without meaning anything else: white space, escapes, key order, unknown
 * fields, a line feed behind. Shrinks to the plain default.
 */
export function bodySpellings(): fc.Arbitrary<BodySpelling> {
  return bodySpellingsOf(ground);
}

/** Values of `EventType` that no document names. */
export function unknownEventTypes(): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: 4, max: 99 }), fc.constantFrom(0, 1000, 2 ** 31 - 1));
}

/** A spelling with a purpose. */
export type NamedBodySpelling = NamedSpelling<BodySpelling>;

/** One spelling for each thing that can differ, and one with all of them. */
export const directedSpellings: readonly NamedBodySpelling[] = directedSpellingsOf(ground);
