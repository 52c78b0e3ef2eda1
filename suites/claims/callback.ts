import { expectAccepted } from '../oracles/acceptance.ts';
import { expectMalformedRefused } from '../oracles/refusal.ts';
import type { Claim } from './claim.ts';

/** What the end of a file alone needs: a receiver that refuses it would fail every check of lone callbacks. */
const taken = ['delivery/accepts-each-event', 'delivery/accepts-any-order'] as const;

/** Bodies of which the service may send any are accepted. */
export function acceptance(
  words: Pick<Claim, 'path' | 'title' | 'level' | 'basis' | 'hint'> & Partial<Claim>,
): Claim {
  return { profile: 'wire', needs: taken, evaluate: expectAccepted, ...words };
}

export const acceptsAnyKeyOrder = acceptance({
  path: 'callback/accepts-any-key-order',
  title: 'The order of keys in the body does not matter',
  level: 'MUST',
  basis: 'stated',
  needs: ['signature/accepts-every-spelling', 'delivery/accepts-any-order'],
  hint: 'Parse the body as JSON; do not match it as text.',
});

export const acceptsUnknownFields = acceptance({
  path: 'callback/accepts-unknown-fields',
  title: 'Fields that no document names are ignored',
  level: 'SHOULD',
  basis: 'assumed',
  hint: 'Ignore what you do not know: a new field at the service must not cost you recordings.',
});

export const acceptsUnknownEventTypes = acceptance({
  path: 'callback/accepts-unknown-event-types',
  title: 'Event types that no document names are acknowledged',
  level: 'SHOULD',
  basis: 'assumed',
  needs: ['delivery/accepts-each-event'],
  hint: 'Answer 2xx to an unknown event type and do nothing; a refusal makes the service send it again and again.',
});

export const acceptsCharset = acceptance({
  path: 'callback/accepts-charset',
  title: 'A charset in Content-Type does not matter',
  level: 'SHOULD',
  basis: 'assumed',
  hint: 'Compare the media type only, or do not look at Content-Type at all.',
});

/** What a receiver does with a rightly signed body that the service never sends, no document says. */
function refusal(words: Pick<Claim, 'path' | 'title' | 'hint'>): Claim {
  return {
    level: 'SHOULD',
    basis: 'assumed',
    profile: 'wire',
    disturbs: true,
    needs: ['delivery/keeps-serving-after-malformed-input'],
    evaluate: expectMalformedRefused,
    ...words,
  };
}

export const refusesMalformedJson = refusal({
  path: 'callback/refuses-malformed-json',
  title: 'A rightly signed body that is not a JSON object is refused with a 4xx',
  hint: 'Answer 400 when the body does not parse; a 2xx hides a fault in between, a 5xx looks like yours.',
});

export const refusesMissingFields = refusal({
  path: 'callback/refuses-missing-fields',
  title: 'A rightly signed body without a required field is refused with a 4xx',
  hint: 'Validate the body before you use it and answer 400 when a documented field is missing.',
});

export const refusesWrongTypes = refusal({
  path: 'callback/refuses-wrong-types',
  title: 'A rightly signed body with a field of the wrong type is refused with a 4xx',
  hint: 'Validate types as well as presence.',
});

export const refusesInvalidUtf8 = refusal({
  path: 'callback/refuses-invalid-utf8',
  title: 'A rightly signed body that is not UTF-8 is refused with a 4xx',
  hint: 'Decode strictly (TextDecoder with fatal, bytes.decode("utf-8")): a replaced character is another identifier.',
});
