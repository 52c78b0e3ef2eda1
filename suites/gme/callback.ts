import { callbackFields, clauses, detailFields } from '#contracts/gme/index.ts';
import { directedSpellings } from '#generators/gme/body-spelling.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import * as claims from '../claims/callback.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import { contentTypeCases } from '../kit/content-types.ts';
import { malformedExperiments } from '../kit/disturbances.ts';
import { sequence } from '../kit/plan.ts';
import type { MalformedKind } from '../kit/service.ts';
import { mixedUserCases, unknownTypeExperiments, type GmeCase } from './extensions.ts';
import { identifierStories } from './peculiar.ts';
import { mixedFile, oneFile } from './stories.ts';
import type { Story } from './story.ts';
import { deliveries, type Case } from '../kit/experiments.ts';
import { gmeKit } from './kit.ts';

const { requestBody, requestEncoding, roomId, userId, taskId, fieldEvolution } = clauses;

/** A claim proved by callbacks that must be accepted. */
function accepts(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & {
    readonly cases: (context: SuiteContext) => readonly GmeCase[];
  },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('gme', claim, {
    ...rest,
    experiments: (context) => deliveries(gmeKit, context, cases(context)),
  });
}

/** A claim that only GME makes. */
function acceptsOwn(
  words: Parameters<typeof claims.acceptance>[0] &
    Pick<ClaimPart, 'clauses'> & { readonly cases: () => readonly GmeCase[] },
): ActiveCheck {
  const { clauses: own, cases, ...claim } = words;
  return accepts(claims.acceptance(claim), { clauses: own, cases });
}

function uploads(stories: readonly Story[]): readonly Case<Story>[] {
  return stories.map((story) => ({ title: story.title, story, plan: sequence(0) }));
}

export const acceptsAnyKeyOrder = accepts(claims.acceptsAnyKeyOrder, {
  clauses: [requestBody],
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

export const acceptsUnknownFields = accepts(claims.acceptsUnknownFields, {
  clauses: [fieldEvolution],
  cases: () =>
    directedSpellings
      .filter(({ name }) => name.startsWith('unknown'))
      .map(({ name, spelling }) => ({
        title: `a body with ${name}`,
        story: mixedFile,
        plan: [[{ event: 2, spelling }]],
      })),
});

export const acceptsUnknownEventTypes = claimFor('gme', claims.acceptsUnknownEventTypes, {
  clauses: [fieldEvolution, clauses.eventType],
  hint: 'Answer 2xx to an unknown EventType and do nothing; a refusal makes the service send it again and again.',
  experiments: unknownTypeExperiments,
});

export const acceptsNonAsciiRoomIds = acceptsOwn({
  path: 'callback/accepts-non-ascii-room-ids',
  title: 'Room ids outside ASCII are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [requestEncoding, roomId],
  hint: 'RoomID is a string in UTF-8: do not limit it to ASCII letters and digits.',
  cases: () => uploads(identifierStories('wide')),
});

export const acceptsSeparatorsInRoomIds = acceptsOwn({
  path: 'callback/accepts-separators-in-room-ids',
  title: 'Room ids with quotes, blanks, underscores and percent signs are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [requestBody, roomId],
  hint: 'Use a JSON parser and bound parameters in queries; an identifier is any text.',
  cases: () => uploads(identifierStories('separators')),
});

export const acceptsLeadingZeros = acceptsOwn({
  path: 'callback/accepts-leading-zeros',
  title: 'Room ids that look like numbers with leading zeros are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId],
  hint: 'RoomID is a string: never read it as a number.',
  cases: () => uploads(identifierStories('zeros')),
});

export const acceptsLongRoomIds = acceptsOwn({
  path: 'callback/accepts-long-room-ids',
  title: 'Room ids of 127 characters are accepted',
  level: 'MUST',
  basis: 'inferred',
  clauses: [roomId],
  hint: 'Make the column at least 127 characters wide (508 bytes of UTF-8).',
  cases: () => uploads(identifierStories('long')),
});

export const acceptsPeculiarUserIds = acceptsOwn({
  path: 'callback/accepts-peculiar-user-ids',
  title: 'User ids that are not plain numbers are accepted',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [userId],
  hint: 'UserID is a string: real strings are given out on request, so do not read it as a number.',
  cases: () => uploads(identifierStories('users')),
});

export const acceptsLargeTaskIds = acceptsOwn({
  path: 'callback/accepts-large-task-ids',
  title: 'Task ids up to 63 bits are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [taskId],
  hint: 'TaskID is a 64-bit integer: use a type that holds it (int64, BIGINT, a string).',
  cases: () => uploads(identifierStories('tasks')),
});

export const acceptsMixedUserIds = acceptsOwn({
  path: 'callback/accepts-mixed-user-ids',
  title: 'Mixed-stream callbacks are accepted with the user id 0 and with an empty one',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.mixedUserId],
  hint: 'A mixed stream has no user: take whatever UserID says there.',
  cases: mixedUserCases,
});

export const acceptsSegmentZero = acceptsOwn({
  path: 'callback/accepts-segment-zero',
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

export const acceptsCharset = accepts(claims.acceptsCharset, {
  clauses: [clauses.contentType],
  cases: () => contentTypeCases({ story: oneFile, event: 2 }),
});

function refuses(
  claim: Claim,
  part: Pick<ClaimPart, 'clauses' | 'hint'> & { readonly kinds: readonly MalformedKind[] },
): ActiveCheck {
  const { kinds, ...rest } = part;
  return claimFor('gme', claim, {
    ...rest,
    experiments: (context) => malformedExperiments(gmeKit, context, kinds),
  });
}

export const refusesMalformedJson = refuses(claims.refusesMalformedJson, {
  clauses: [clauses.refusalStatus, requestBody],
  kinds: ['syntax', 'shape'],
});

export const refusesMissingFields = refuses(claims.refusesMissingFields, {
  clauses: [clauses.refusalStatus, clauses.requiredFields, clauses.detail, clauses.detailFileName],
  kinds: ['missing-field'],
});

export const refusesWrongTypes = refuses(claims.refusesWrongTypes, {
  clauses: [clauses.refusalStatus, clauses.requiredFields, clauses.bizId],
  kinds: ['wrong-type'],
  hint: 'Validate types as well as presence: RoomID and UserID are strings, TaskID is an integer.',
});

export const refusesInvalidUtf8 = refuses(claims.refusesInvalidUtf8, {
  clauses: [clauses.refusalStatus, requestEncoding],
  kinds: ['encoding'],
});
