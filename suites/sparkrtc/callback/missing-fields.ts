import { callbackFields, clauses, type SparkCallback } from '#contracts/sparkrtc/index.ts';
import * as claims from '../../claims/callback.ts';
import { claimFor } from '../../claims/claim.ts';
import { singleCallbacks, type SingleCallback } from '../extensions.ts';

type Member = keyof SparkCallback;

/** The members of a completed file's callback, but the event itself. */
const members: readonly Member[] = callbackFields
  .map(({ member }) => member)
  .filter((member) => member !== 'eventType' && member !== 'detailMessage');

const ofFiles: readonly Member[] = callbackFields.flatMap(({ member, events }) =>
  events === 'file-completed' ? [member] : [],
);

function nameOf(wanted: Member): string {
  return callbackFields.find(({ member }) => member === wanted)?.name ?? wanted;
}

function without(...left: readonly Member[]): SingleCallback['change'] {
  return (complete) =>
    Object.fromEntries(
      Object.entries(complete).filter(([member]) => !left.some((one) => one === member)),
    );
}

const missing = claims.acceptance({
  path: 'callback/accepts-missing-fields',
  title:
    'A callback is accepted whichever one of its fields is missing, and without all of the file’s',
  level: 'MUST',
  basis: 'stated',
  hint: 'No field is mandatory: store what is there, and let no schema, column or URL insist on the rest.',
});

export const acceptsMissingFields = claimFor('sparkrtc', missing, {
  clauses: [clauses.fieldsOptional, clauses.fileSize, clauses.downloadUrl, clauses.obsAddress],
  experiments: (context) =>
    singleCallbacks(context, 'told', [
      ...members.map((member) => ({
        title: `a file is complete, without ${nameOf(member)}`,
        change: without(member),
      })),
      {
        title: 'a file is complete, without anything that describes it',
        change: without(...ofFiles),
      },
      {
        title: 'a file is complete, without sizes, length and times',
        change: without(
          ...(['fileSizeBytes', 'width', 'height'] as const),
          ...(['recordDurationSeconds', 'startSeconds', 'endSeconds'] as const),
        ),
      },
    ]),
});

const bare = claims.acceptance({
  path: 'callback/accepts-bare-callbacks',
  title: 'A callback that says next to nothing is acknowledged',
  level: 'SHOULD',
  basis: 'stated',
  needs: ['callback/accepts-missing-fields'],
  hint: 'Where nothing is said that you could keep, answer 200 all the same: by the table every field may be missing.',
});

export const acceptsBareCallbacks = claimFor('sparkrtc', bare, {
  clauses: [clauses.fieldsOptional],
  experiments: (context) =>
    singleCallbacks(context, 'told', [
      {
        title: 'nothing but the event and the job',
        change: ({ eventType = '', jobId = '' }) => ({ eventType, jobId }),
      },
      {
        title: 'nothing but the event and the stream',
        change: ({ eventType = '', streamName = '' }) => ({ eventType, streamName }),
      },
      {
        title: 'nothing but the event and the object',
        change: ({ eventType = '', obsBucket = '', obsObject = '' }) => ({
          eventType,
          obsBucket,
          obsObject,
        }),
      },
    ]),
});
