import { callbackFields, clauses } from '#contracts/trtc/index.ts';
import { directedSpellings } from '#generators/trtc/body-spelling.ts';
import type { BodySpelling } from '#contracts/trtc/index.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import * as claims from '../claims/callback.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import { contentTypeCases } from '../kit/content-types.ts';
import { malformedExperiments } from '../kit/disturbances.ts';
import { deliveries, type Case } from '../kit/experiments.ts';
import { sequence } from '../kit/plan.ts';
import type { MalformedKind } from '../kit/service.ts';
import { otherGroupExperiments, unknownTypeExperiments } from './extensions.ts';
import { trtcKit } from './kit.ts';
import { identifierStories, type IdentifierFamily } from './peculiar.ts';
import { mixedTask, mp4Task } from './stories.ts';
import type { Story } from './story.ts';

export * from './callback/forms.ts';

const { requestBody, requestEncoding, roomId, fieldEvolution, refusalStatus, requiredFields } =
  clauses;

type TrtcCase = Case<Story, BodySpelling>;

/** A claim proved by callbacks that must be accepted. */
function accepts(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & {
    readonly cases: (context: SuiteContext) => readonly TrtcCase[];
  },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('trtc', claim, {
    ...rest,
    experiments: (context) => deliveries(trtcKit, context, cases(context)),
  });
}

/** A claim about identifiers that only TRTC makes. */
function acceptsIdentifiers(
  words: Parameters<typeof claims.acceptance>[0] &
    Pick<ClaimPart, 'clauses'> & { readonly family: IdentifierFamily },
): ActiveCheck {
  const { clauses: own, family, ...claim } = words;
  return accepts(claims.acceptance(claim), {
    clauses: own,
    cases: () =>
      identifierStories(family).flatMap((story) =>
        // A file to COS and one to VOD.
        [sequence(1), sequence(3)].map((plan) => ({ title: story.title, story, plan })),
      ),
  });
}

export const acceptsAnyKeyOrder = accepts(claims.acceptsAnyKeyOrder, {
  clauses: [requestBody],
  cases: () =>
    [
      { keyOrder: [...callbackFields].reverse() },
      { keyOrder: [...callbackFields].sort() },
      {
        keyOrder: ['EventInfo', 'EventType'],
        infoKeyOrder: ['Payload', 'TaskId', 'UserId', 'RoomId'],
        payloadKeyOrder: ['FileList', 'Status'],
      },
    ].map((spelling) => ({
      title: `keys in the order ${spelling.keyOrder.join(', ')}`,
      story: mixedTask,
      plan: [[{ event: 6, spelling }]],
    })),
});

export const acceptsUnknownFields = accepts(claims.acceptsUnknownFields, {
  level: 'MUST',
  basis: 'stated',
  clauses: [fieldEvolution],
  cases: () =>
    directedSpellings
      .filter(({ name }) => name.startsWith('unknown'))
      .flatMap(({ name, spelling }) =>
        [0, 4, 6].map((event) => ({
          title: `a body with ${name}`,
          story: mixedTask,
          plan: [[{ event, spelling }]],
        })),
      ),
});

export const acceptsUnknownEventTypes = claimFor('trtc', claims.acceptsUnknownEventTypes, {
  clauses: [fieldEvolution, clauses.eventType],
  hint: 'Answer 200 to an unknown EventType and do nothing; a refusal makes the service send it for a minute.',
  experiments: unknownTypeExperiments,
});

const otherGroups = claims.acceptance({
  path: 'callback/accepts-other-event-groups',
  title: 'Genuine callbacks of other event groups are acknowledged',
  level: 'SHOULD',
  basis: 'assumed',
  needs: ['delivery/accepts-each-event'],
  hint: 'Answer 200 to what is rightly signed and not of EventGroupId 3, and do nothing: it is no recording.',
});

export const acceptsOtherEventGroups = claimFor('trtc', otherGroups, {
  clauses: [clauses.otherEventGroups, clauses.eventGroupId],
  experiments: otherGroupExperiments,
});

export const acceptsIntegerRooms = acceptsIdentifiers({
  path: 'callback/accepts-integer-rooms',
  title: 'Rooms that are numbers are accepted, also beyond 31 bits',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId, clauses.roomNumber],
  hint: 'RoomId is a JSON number for integer rooms, up to 4294967294: take both types, and do not use a signed 32-bit integer.',
  family: 'numbers',
});

export const acceptsStringRooms = acceptsIdentifiers({
  path: 'callback/accepts-string-rooms',
  title: 'Rooms that are strings of any permitted characters are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId, clauses.roomText, requestBody],
  hint: 'A string room may hold blanks, signs and the separators of your own keys: use a JSON parser and bound parameters.',
  family: 'texts',
});

export const acceptsLeadingZeros = acceptsIdentifiers({
  path: 'callback/accepts-leading-zeros',
  title: 'String rooms that look like numbers with leading zeros are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId],
  hint: 'A RoomId that is a string stays one: never read it as a number.',
  family: 'zeros',
});

export const acceptsLongRoomIds = acceptsIdentifiers({
  path: 'callback/accepts-long-room-ids',
  title: 'String rooms of 64 bytes are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [roomId, clauses.roomText],
  hint: 'Make the column at least 64 characters wide; in file names the Base64 of it takes 88.',
  family: 'long',
});

export const acceptsPeculiarTaskIds = acceptsIdentifiers({
  path: 'callback/accepts-peculiar-task-ids',
  title: 'Task ids that begin with hyphens, end with dots or have 60 characters are accepted',
  level: 'MUST',
  basis: 'inferred',
  clauses: [clauses.taskIdField, clauses.taskId],
  hint: 'TaskId is an opaque string: real ones begin with a hyphen or end with a dot; mind validators, shells and paths.',
  family: 'tasks',
});

export const acceptsPeculiarUserIds = acceptsIdentifiers({
  path: 'callback/accepts-peculiar-user-ids',
  title: 'Recorded users with ids of any characters are accepted',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.payload, clauses.nameIdentifiers, requestEncoding],
  hint: 'Take UserId as the string it is, and undo the replacements of - and . before you decode one from a file name.',
  family: 'users',
});

export const acceptsCharset = accepts(claims.acceptsCharset, {
  clauses: [clauses.contentType],
  cases: () => contentTypeCases({ story: mp4Task, event: 6 }),
});

function refuses(
  claim: Claim,
  part: Pick<ClaimPart, 'clauses' | 'hint'> & { readonly kinds: readonly MalformedKind[] },
): ActiveCheck {
  const { kinds, ...rest } = part;
  return claimFor('trtc', claim, {
    ...rest,
    experiments: (context) => malformedExperiments(trtcKit, context, kinds),
  });
}

export const refusesMalformedJson = refuses(claims.refusesMalformedJson, {
  clauses: [refusalStatus, requestBody],
  kinds: ['syntax', 'shape'],
});

export const refusesMissingFields = refuses(claims.refusesMissingFields, {
  clauses: [refusalStatus, requiredFields, clauses.eventInfo],
  kinds: ['missing-field'],
});

export const refusesWrongTypes = refuses(claims.refusesWrongTypes, {
  clauses: [refusalStatus, requiredFields],
  kinds: ['wrong-type'],
  hint: 'Validate types as well as presence: TaskId and UserId are strings, EventInfo and Payload are objects.',
});

export const refusesInvalidUtf8 = refuses(claims.refusesInvalidUtf8, {
  clauses: [refusalStatus, requestEncoding],
  kinds: ['encoding'],
});
