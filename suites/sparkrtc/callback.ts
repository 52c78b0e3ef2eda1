import { callbackFields, clauses, type BodySpelling } from '#contracts/sparkrtc/index.ts';
import { directedSpellings } from '#generators/sparkrtc/body-spelling.ts';
import type { ActiveCheck } from '#harness/check.ts';
import type { SuiteContext } from '#harness/suite.ts';
import * as claims from '../claims/callback.ts';
import { claimFor, type Claim, type ClaimPart } from '../claims/claim.ts';
import { contentTypeCases } from '../kit/content-types.ts';
import { malformedExperiments } from '../kit/disturbances.ts';
import { deliveries, type Case } from '../kit/experiments.ts';
import { inOrder } from '../kit/plan.ts';
import type { MalformedKind } from '../kit/service.ts';
import { singleCallbacks, type SingleCallback } from './extensions.ts';
import { sparkKit } from './kit.ts';
import { identifierStories, type IdentifierFamily } from './peculiar.ts';
import { oneFile } from './stories.ts';
import type { Story } from './story.ts';

export * from './callback/missing-fields.ts';

const { requestBody, fieldEvolution, refusalStatus, identityFields, identifiers } = clauses;

/** A claim proved by callbacks that must be accepted. */
function accepts(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & { readonly cases: readonly Case<Story, BodySpelling>[] },
): ActiveCheck {
  const { cases, ...rest } = part;
  return claimFor('sparkrtc', claim, {
    ...rest,
    experiments: (context) => deliveries(sparkKit, context, cases),
  });
}

/** A claim proved by callbacks that no story tells. */
function acceptsSingle(
  claim: Claim,
  part: Omit<ClaimPart, 'experiments'> & { readonly callbacks: readonly SingleCallback[] },
): ActiveCheck {
  const { callbacks, ...rest } = part;
  return claimFor('sparkrtc', claim, {
    ...rest,
    experiments: (context: SuiteContext) => singleCallbacks(context, 'told', callbacks),
  });
}

/** A claim about identifiers that only SparkRTC makes. */
function acceptsIdentifiers(
  words: Parameters<typeof claims.acceptance>[0] &
    Pick<ClaimPart, 'clauses'> & { readonly family: IdentifierFamily },
): ActiveCheck {
  const { clauses: own, family, ...claim } = words;
  return accepts(claims.acceptance(claim), {
    clauses: own,
    cases: identifierStories(family).map((story) => ({
      title: story.title,
      story,
      plan: inOrder(story),
    })),
  });
}

/** Members that every completed file's callback has here. */
const named = callbackFields
  .map(({ name }) => name)
  .filter((name) => name !== 'detail_message' && name !== 'file_size');

export const acceptsAnyKeyOrder = accepts(claims.acceptsAnyKeyOrder, {
  clauses: [requestBody],
  cases: [
    named.toReversed(),
    named.toSorted(),
    ['room_id', 'obs_object', 'start_time', 'event_type'],
  ].map((keyOrder) => ({
    title: `keys in the order ${keyOrder.join(', ')}`,
    story: oneFile,
    plan: [[{ event: 1, spelling: { keyOrder } }]],
  })),
});

export const acceptsUnknownFields = accepts(claims.acceptsUnknownFields, {
  clauses: [fieldEvolution],
  cases: directedSpellings
    .filter(({ name }) => name.startsWith('unknown'))
    .flatMap(({ name, spelling }) =>
      [0, 1].map((event) => ({
        title: `a body with ${name}`,
        story: oneFile,
        plan: [[{ event, spelling }]],
      })),
    ),
});

export const acceptsUnknownEventTypes = acceptsSingle(claims.acceptsUnknownEventTypes, {
  clauses: [fieldEvolution],
  hint: 'Answer 200 to an unknown event_type and do nothing: no document lists all that may ever come.',
  callbacks: [
    'RECORD_FILE_ARCHIVED',
    'RTC_USER_ROLE_CHANGED',
    'record_file_complete',
    'RECORD_FILE_COMPLETED',
  ].map((eventType) => ({
    title: `event type ${eventType}`,
    change: ({ streamName = '', appId = '', jobId = '', roomId = '' }) => ({
      eventType,
      streamName,
      appId,
      jobId,
      roomId,
    }),
  })),
});

const otherEnd = claims.acceptance({
  path: 'callback/accepts-other-job-end',
  title: 'The end of a job is acknowledged under its other name, CLOUD_RECORD_OVER, as well',
  level: 'SHOULD',
  basis: 'inferred',
  needs: ['delivery/accepts-each-event'],
  hint: 'One page calls the event CLOUD_RECORD_SERVER_OVER, examples of the API CLOUD_RECORD_OVER: take both.',
});

export const acceptsOtherJobEnd = acceptsSingle(otherEnd, {
  clauses: [clauses.eventJobOver, fieldEvolution],
  callbacks: ['CLOUD_RECORD_OVER', 'CLOUD_RECORD_SERVER_OVER'].map((eventType) => ({
    title: `a job ends with ${eventType}`,
    change: ({ streamName = '', appId = '', jobId = '', roomId = '' }) => ({
      eventType,
      streamName,
      appId,
      jobId,
      roomId,
    }),
  })),
});

const wideTexts = claims.acceptance({
  path: 'callback/accepts-non-ascii-texts',
  title: 'Messages in any script are accepted',
  level: 'MUST',
  basis: 'inferred',
  hint: 'The body is UTF-8: verify its bytes, and decode them as UTF-8 and nothing else.',
});

export const acceptsNonAsciiTexts = acceptsSingle(wideTexts, {
  clauses: [requestBody],
  callbacks: ['录制完成', 'gespeichert für „später“ – 100 %', '🎥 é'].map((detailMessage) => ({
    title: `detail_message ${detailMessage}`,
    change: (complete) => ({ ...complete, detailMessage }),
  })),
});

const longFiles = claims.acceptance({
  path: 'callback/accepts-large-files',
  title: 'Files of hours and of more than 32 bits of bytes are accepted',
  level: 'MUST',
  basis: 'inferred',
  hint: 'A file of 12 hours exceeds 4 GiB: take file_size and record_duration as 64-bit integers.',
});

export const acceptsLargeFiles = acceptsSingle(longFiles, {
  clauses: [clauses.recordDuration, clauses.hlsLength],
  callbacks: [43_200, 30 * 86_400, 1].map((seconds) => ({
    title: `a file of ${String(seconds)} seconds`,
    change: (complete) => {
      const { startSeconds = 0, fileSizeBytes } = complete;
      return {
        ...complete,
        ...(fileSizeBytes === undefined ? {} : { fileSizeBytes: seconds * 400_000 }),
        recordDurationSeconds: seconds,
        endSeconds: startSeconds + seconds,
      };
    },
  })),
});

export const acceptsLinkedRoomIds = acceptsIdentifiers({
  path: 'callback/accepts-linked-room-ids',
  title: 'Room ids with underscores and hyphens anywhere are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [identifiers, identityFields],
  hint: 'Underscores belong to room ids as well as to names of streams: take room_id from its field.',
  family: 'links',
});

export const acceptsLeadingZeros = acceptsIdentifiers({
  path: 'callback/accepts-leading-zeros',
  title: 'Room ids that look like numbers are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [identityFields, identifiers],
  hint: 'A room_id is a string: never read it as a number.',
  family: 'numbers',
});

export const acceptsLongRoomIds = acceptsIdentifiers({
  path: 'callback/accepts-long-room-ids',
  title: 'Room ids of 64 characters are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [identifiers],
  hint: 'Make the column 64 characters wide, and wider for stream_name, which holds two such ids.',
  family: 'long',
});

export const acceptsPeculiarUserIds = acceptsIdentifiers({
  path: 'callback/accepts-peculiar-user-ids',
  title: 'Streams of users with any permitted ids are accepted',
  level: 'MUST',
  basis: 'stated',
  clauses: [identifiers, clauses.streamNameAutomatic],
  hint: 'A user id of 64 characters and underscores makes a long stream_name with many of them: do not take it apart.',
  family: 'users',
});

export const acceptsPeculiarJobIds = acceptsIdentifiers({
  path: 'callback/accepts-peculiar-job-ids',
  title: 'Job ids of digits, of capitals and with hyphens are accepted',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.jobId],
  hint: 'A job_id is an opaque string: mind validators and columns made for the sample’s form.',
  family: 'jobs',
});

export const acceptsCharset = accepts(claims.acceptsCharset, {
  clauses: [clauses.contentType],
  cases: contentTypeCases({ story: oneFile, event: 1 }),
});

function refuses(
  claim: Claim,
  part: Pick<ClaimPart, 'clauses' | 'hint'> & { readonly kinds: readonly MalformedKind[] },
): ActiveCheck {
  const { kinds, ...rest } = part;
  return claimFor('sparkrtc', claim, {
    ...rest,
    experiments: (context) => malformedExperiments(sparkKit, context, kinds),
  });
}

export const refusesMalformedJson = refuses(claims.refusesMalformedJson, {
  clauses: [refusalStatus, requestBody],
  kinds: ['syntax', 'shape'],
});

export const refusesWrongTypes = refuses(claims.refusesWrongTypes, {
  clauses: [refusalStatus, identityFields],
  kinds: ['wrong-type'],
  hint: 'Validate what you use: event_type and room_id are strings. What is not there at all is no fault.',
});

export const refusesInvalidUtf8 = refuses(claims.refusesInvalidUtf8, {
  clauses: [refusalStatus, requestBody],
  kinds: ['encoding'],
});
