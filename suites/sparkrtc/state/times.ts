import { isLosslessNumber, type Json } from '#contracts/json.ts';
import { clauses, decodeCallback } from '#contracts/sparkrtc/index.ts';
import type { Finding, Observations } from '#harness/check.ts';
import { isAccepted, type ArmRecord } from '#harness/observation.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { inOrder } from '../../kit/plan.ts';
import { tellStory } from '../../kit/teller.ts';
import { sparkKit } from '../kit.ts';
import type { Story } from '../story.ts';

const claim = stateClaim({
  path: 'state/times-at-utc',
  title: 'Times of a file are shown as the moments that they are, at UTC',
  basis: 'inferred',
  hint: 'The Z of start_time and end_time means UTC: parse it with its zone, not as local time, and convert it once.',
  evaluate: expectMoments,
});

/** Two files whose four times differ by no whole number of quarters of an hour. */
const story: Story = {
  title: 'two files with their times',
  files: {
    F1: { lengthSeconds: 421 },
    F2: { afterSeconds: 1187, lengthSeconds: 533 },
  },
  events: [
    ['F1', 'start'],
    ['F1', 'complete'],
    ['F2', 'complete'],
  ],
};

export const timesAtUtc = claimFor('sparkrtc', claim, {
  clauses: [clauses.recordTimes],
  experiments: (context) => [
    {
      title: story.title,
      key: 'directed:0',
      arms: ['in-order', 'in-order-again'].map((name) =>
        tellStory(sparkKit, story, inOrder(story), context, name),
      ),
      shows: 'in-order',
    },
  ],
});

const quarterSeconds = 900;
/** The widest offsets of zones. */
const offsetQuartersMax = 14 * 4;

/**
 * Beginnings that show must show as they are, and so must ends: none of them is there, but both are off by one and the
 * same offset of a zone. A time without a zone is the receiver's own way of writing and says nothing here.
 */
function expectMoments({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, record]) => {
    const shown = new Set(momentsIn([...record.states.values()].map(valueOf)));
    return (['startSeconds', 'endSeconds'] as const).flatMap((member) => {
      const told = toldTimes(record, member);
      const offset = told.some((seconds) => shown.has(seconds))
        ? undefined
        : offsets.find(
            (quarters) =>
              told.filter((seconds) => shown.has(seconds + quarters * quarterSeconds)).length >= 2,
          );
      return offset === undefined
        ? []
        : [
            {
              at: name,
              code: 'time-shifted',
              expected:
                member === 'startSeconds'
                  ? 'the start times of the callbacks'
                  : 'the end times of the callbacks',
              actual: `times ${String((offset * quarterSeconds) / 3600)} hours later`,
            },
          ];
    });
  });
}

const offsets: readonly number[] = Array.from(
  { length: 2 * offsetQuartersMax + 1 },
  (_, index) => index - offsetQuartersMax,
).filter((quarters) => quarters !== 0);

function valueOf(
  observed: ArmRecord['states'] extends ReadonlyMap<string, infer O> ? O : never,
): Json {
  return observed.kind === 'value' ? observed.value : null;
}

/** Unix seconds of every start, or end, that was accepted. */
function toldTimes(
  { exchanges }: ArmRecord,
  member: 'startSeconds' | 'endSeconds',
): readonly number[] {
  return exchanges.filter(isAccepted).flatMap(({ send }) => {
    const decoded = decodeCallback(send.request.body);
    return (decoded.ok ? decoded.callback[member] : undefined) ?? [];
  });
}

/** A date with a time and its zone, as ISO 8601 writes it. */
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/u;
/** Unix seconds or milliseconds of this century. */
const epoch = /^[1-4]\d{9}(?:\d{3})?$/u;

/** Unix seconds of all moments in a state whose zone is beyond doubt. */
function momentsIn(value: Json): readonly number[] {
  if (typeof value === 'string' || isLosslessNumber(value)) {
    const text = typeof value === 'string' ? value : value.value;
    if (zoned.test(text)) {
      return [Math.floor(Date.parse(text) / 1000)];
    }
    return epoch.test(text) ? [Number(text.slice(0, 10))] : [];
  }
  if (value === null || typeof value === 'boolean') {
    return [];
  }
  return (isList(value) ? value : Object.values(value)).flatMap(momentsIn);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
