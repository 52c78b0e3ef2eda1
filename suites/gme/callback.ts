import { clauses, callbackFields, detailFields } from '#contracts/gme/index.ts';
import { directedSpellings } from '#generators/gme/body-spelling.ts';
import { defineActive, type ActiveCheck, type CheckId } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { expectAccepted } from '../oracles/acceptance.ts';
import { sequence } from './arms.ts';
import { deliveries, type Case } from './experiments.ts';
import { contentTypeCases, mixedUserCases, unknownTypeExperiments } from './extensions.ts';
import { malformedExperiments, expectMalformedRefused } from './malformed.ts';
import { identifierStories } from './peculiar.ts';
import { mixedFile } from './stories.ts';
import type { Story } from './story.ts';

const { requestBody, requestEncoding, roomId, userId, taskId, fieldEvolution } = clauses;

/** An "uploaded" without what came before it; a receiver that refuses that would fail every check of lone callbacks. */
const acceptsAlone: CheckId = 'gme/delivery/accepts-any-order';

function accepts(
  check: Pick<ActiveCheck, 'id' | 'title' | 'level' | 'basis' | 'clauses' | 'hint'> & {
    readonly needs?: ActiveCheck['needs'];
    readonly cases: (context: SuiteContext) => readonly Case[];
  },
): ActiveCheck {
  const { cases, needs = ['gme/delivery/accepts-each-event', acceptsAlone], ...rest } = check;
  return defineActive({
    ...rest,
    needs,
    profile: 'wire',
    observes: ['arms'],
    experiments: (context) => deliveries(context, cases(context)),
    evaluate: expectAccepted,
  });
}

function uploads(stories: readonly Story[]): readonly Case[] {
  return stories.map((story) => ({ title: story.title, story, plan: sequence(0) }));
}

export const acceptsAnyKeyOrder = accepts({
  id: 'gme/callback/accepts-any-key-order',
  title: 'The order of keys in the body does not matter',
  level: 'MUST',
  basis: 'stated',
  clauses: [requestBody],
  needs: ['gme/signature/accepts-every-spelling', acceptsAlone],
  hint: 'Parse the body as JSON; do not match it as text.',
  cases: () =>
    [
      { keyOrder: [...callbackFields].reverse() },
      { keyOrder: [...callbackFields].sort() },
      { keyOrder: ['Detail', 'EventType'], detailKeyOrder: [...detailFields].reverse() },
    ].map((spelling) => ({
      title: `keys in the order ${spelling.keyOrder.join(', ')}`,
      story: mixedFile,
      plan: [[{ event: 2, spelling }]],
    })),
});

export const acceptsUnknownFields = accepts({
  id: 'gme/callback/accepts-unknown-fields',
  title: 'Fields that no document names are ignored',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [fieldEvolution],
  hint: 'Ignore what you do not know: a new field at the service must not cost you recordings.',
  cases: () =>
    directedSpellings
      .filter(({ name }) => name.startsWith('unknown'))
      .map(({ name, spelling }) => ({
        title: `a body with ${name}`,
        story: mixedFile,
        plan: [[{ event: 2, spelling }]],
      })),
});

export const acceptsUnknownEventTypes = defineActive({
  id: 'gme/callback/accepts-unknown-event-types',
  title: 'Event types that no document names are acknowledged',
  level: 'SHOULD',
  basis: 'assumed',
  profile: 'wire',
  clauses: [fieldEvolution, clauses.eventType],
  observes: ['arms'],
  needs: ['gme/delivery/accepts-each-event'],
  hint: 'Answer 2xx to an unknown EventType and do nothing; a refusal makes the service send it again and again.',
  experiments: (context) => unknownTypeExperiments(context),
  evaluate: expectAccepted,
});

export const acceptsNonAsciiRoomIds = accepts({
  id: 'gme/callback/accepts-non-ascii-room-ids',
  title: 'Room ids outside ASCII are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [requestEncoding, roomId],
  hint: 'RoomID is a string in UTF-8: do not limit it to ASCII letters and digits.',
  cases: () => uploads(identifierStories('wide')),
});

export const acceptsSeparatorsInRoomIds = accepts({
  id: 'gme/callback/accepts-separators-in-room-ids',
  title: 'Room ids with quotes, blanks, underscores and percent signs are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [requestBody, roomId],
  hint: 'Use a JSON parser and bound parameters in queries; an identifier is any text.',
  cases: () => uploads(identifierStories('separators')),
});

export const acceptsLeadingZeros = accepts({
  id: 'gme/callback/accepts-leading-zeros',
  title: 'Room ids that look like numbers with leading zeros are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId],
  hint: 'RoomID is a string: never read it as a number.',
  cases: () => uploads(identifierStories('zeros')),
});

export const acceptsLongRoomIds = accepts({
  id: 'gme/callback/accepts-long-room-ids',
  title: 'Room ids of 127 characters are accepted',
  level: 'MUST',
  basis: 'inferred',
  clauses: [roomId],
  hint: 'Make the column at least 127 characters wide (508 bytes of UTF-8).',
  cases: () => uploads(identifierStories('long')),
});

export const acceptsPeculiarUserIds = accepts({
  id: 'gme/callback/accepts-peculiar-user-ids',
  title: 'User ids that are not plain numbers are accepted',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [userId],
  hint: 'UserID is a string: real strings are given out on request, so do not read it as a number.',
  cases: () => uploads(identifierStories('users')),
});

export const acceptsLargeTaskIds = accepts({
  id: 'gme/callback/accepts-large-task-ids',
  title: 'Task ids up to 63 bits are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [taskId],
  hint: 'TaskID is a 64-bit integer: use a type that holds it (int64, BIGINT, a string).',
  cases: () => uploads(identifierStories('tasks')),
});

export const acceptsMixedUserIds = accepts({
  id: 'gme/callback/accepts-mixed-user-ids',
  title: 'Mixed-stream callbacks are accepted with the user id 0 and with an empty one',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.mixedUserId],
  hint: 'A mixed stream has no user: take whatever UserID says there.',
  cases: mixedUserCases,
});

export const acceptsSegmentZero = accepts({
  id: 'gme/callback/accepts-segment-zero',
  title: 'Callbacks with SeqNo 0 are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [clauses.detailSeqNo, clauses.nameSerial],
  hint: 'Segments count from 0: test for a missing SeqNo, not for a false one.',
  cases: () =>
    uploads(
      [0, 1].map((place) => ({
        title: `segment 0, ${place === 0 ? 'single' : 'mixed'}`,
        files: { F1: { seqNo: 0, mode: place === 0 ? 'single' : 'mixed' } },
        events: [['F1', 3]],
      })),
    ),
});

export const acceptsCharset = accepts({
  id: 'gme/callback/accepts-charset',
  title: 'A charset in Content-Type does not matter',
  level: 'SHOULD',
  basis: 'assumed',
  clauses: [clauses.contentType],
  hint: 'Compare the media type only, or do not look at Content-Type at all.',
  cases: contentTypeCases,
});

function refuses(
  check: Pick<ActiveCheck, 'id' | 'title' | 'clauses' | 'hint'> & {
    readonly kinds: Parameters<typeof malformedExperiments>[1];
  },
): ActiveCheck {
  const { kinds, ...rest } = check;
  return defineActive({
    ...rest,
    // What a receiver does with a rightly signed body that the service never sends, no document says.
    level: 'SHOULD',
    basis: 'assumed',
    profile: 'wire',
    observes: ['arms'],
    disturbs: true,
    needs: ['gme/delivery/keeps-serving-after-malformed-input'],
    experiments: (context) => malformedExperiments(context, kinds),
    evaluate: expectMalformedRefused,
  });
}

export const refusesMalformedJson = refuses({
  id: 'gme/callback/refuses-malformed-json',
  title: 'A rightly signed body that is not a JSON object is refused with a 4xx',
  clauses: [clauses.refusalStatus, requestBody],
  kinds: ['syntax', 'shape'],
  hint: 'Answer 400 when the body does not parse; a 2xx hides a fault in between, a 5xx looks like yours.',
});

export const refusesMissingFields = refuses({
  id: 'gme/callback/refuses-missing-fields',
  title: 'A rightly signed body without a required field is refused with a 4xx',
  clauses: [clauses.refusalStatus, clauses.requiredFields, clauses.detail, clauses.detailFileName],
  kinds: ['missing-field'],
  hint: 'Validate the body before you use it and answer 400 when a documented field is missing.',
});

export const refusesWrongTypes = refuses({
  id: 'gme/callback/refuses-wrong-types',
  title: 'A rightly signed body with a field of the wrong type is refused with a 4xx',
  clauses: [clauses.refusalStatus, clauses.requiredFields, clauses.bizId],
  kinds: ['wrong-type'],
  hint: 'Validate types as well as presence: RoomID and UserID are strings, TaskID is an integer.',
});

export const refusesInvalidUtf8 = refuses({
  id: 'gme/callback/refuses-invalid-utf8',
  title: 'A rightly signed body that is not UTF-8 is refused with a 4xx',
  clauses: [clauses.refusalStatus, requestEncoding],
  kinds: ['encoding'],
  hint: 'Decode strictly (TextDecoder with fatal, bytes.decode("utf-8")): a replaced character is another identifier.',
});
