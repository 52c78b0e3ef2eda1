import type { MalformedKind } from '#generators/gme/malformed.ts';
import type { Finding, Observations } from '#harness/check.ts';
import type { Experiment } from '#harness/experiment.ts';
import { describeResult, isAccepted, statusOf } from '#harness/observation.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { placeOf } from '../oracles/acceptance.ts';
import { controlSend } from './arms.ts';
import { malformedSends } from './disturbance.ts';

/** Malformed bodies that share one pair of valid callbacks around them. */
const groupSize = 8;

/** Every malformed body of some kinds, in groups framed by valid callbacks. */
export function malformedExperiments(
  context: SuiteContext,
  kinds: readonly MalformedKind[],
): readonly Experiment[] {
  const sends = malformedSends(context, kinds).map(({ send }) => send);
  const groups = Array.from({ length: Math.ceil(sends.length / groupSize) }, (_, index) =>
    sends.slice(index * groupSize, (index + 1) * groupSize),
  );
  return groups.map((group, index) => ({
    title: `malformed bodies (${kinds.join(', ')}), group ${String(index + 1)}`,
    key: `directed:${String(index)}`,
    shows: 'malformed',
    arms: [
      {
        name: 'malformed',
        names: [],
        subjects: [],
        waves: [
          [controlSend(context, `malformed/${kinds.join('+')}/${String(index)}`, 'control')],
          ...group.map((send) => [send]),
        ],
      },
    ],
  }));
}

/** Every malformed body must be answered with a 4xx. */
export function expectMalformedRefused({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter(({ send }) => send.role === 'probe')
      .filter((exchange) => statusOf(exchange) < 400 || statusOf(exchange) > 499)
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: isAccepted(exchange) ? 'accepted' : 'not-a-4xx',
        expected: 'a 4xx status',
        actual: describeResult(exchange),
      })),
  );
}
