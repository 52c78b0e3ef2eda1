import fc from 'fast-check';
import { LosslessNumber } from '#contracts/json.ts';
import { callbackFields, type BodySpelling } from '#contracts/trtc/callback.ts';
import {
  bodySpellingsOf,
  directedSpellingsOf,
  type NamedSpelling,
  type SpellingGround,
} from '../body-spelling.ts';

/** Members of `EventInfo` in every edition and for every event type. */
const infoFields = ['RoomId', 'EventTs', 'UserId', 'TaskId', 'Payload'] as const;

const ground: SpellingGround<BodySpelling> = {
  objects: [
    { name: null, fields: callbackFields },
    { name: 'EventInfo', fields: infoFields },
    // Members of a payload depend on the event; unknown ones can be anywhere.
    { name: 'Payload', fields: [] },
  ],
  lookalike: {
    TaskId: '1',
    EventType: new LosslessNumber('302'),
    EventInfo: { RoomId: new LosslessNumber('1'), Payload: { Status: null } },
  },
  toSpelling: ({ objects: [body = {}, info = {}, payload = {}], trailingNewline, ...text }) => ({
    ...text,
    ...(body.keyOrder && { keyOrder: body.keyOrder }),
    ...(info.keyOrder && { infoKeyOrder: info.keyOrder }),
    ...(body.extraFields && { extraFields: body.extraFields }),
    ...(info.extraFields && { extraInfoFields: info.extraFields }),
    ...(payload.extraFields && { extraPayloadFields: payload.extraFields }),
    ...(trailingNewline === true && { trailingNewline }),
  }),
};

/**
 * The ways in which one callback of a documented type can be spelt without meaning anything else: white space, escapes,
 * key order, unknown fields, a line feed behind. Shrinks to the plain default.
 */
export function bodySpellings(): fc.Arbitrary<BodySpelling> {
  return bodySpellingsOf(ground);
}

/** One spelling for each thing that can differ, and one with all of them. */
export const directedSpellings: readonly NamedSpelling<BodySpelling>[] =
  directedSpellingsOf(ground);

/** Values of `EventType` that no document names, those beside the documented ones among them. */
export function unknownEventTypes(): fc.Arbitrary<number> {
  return fc.oneof(
    fc.integer({ min: 313, max: 399 }),
    fc.constantFrom(0, 300, 801, 1000, 2 ** 31 - 1),
  );
}
