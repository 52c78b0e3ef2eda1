import type { Finding, Observations } from '#harness/check.ts';
import {
  describeResult,
  isAccepted,
  statusOf,
  type ArmRecord,
  type Exchange,
} from '#harness/observation.ts';
import { countedState } from '#harness/state/arm-state.ts';
import { compareStates } from '#harness/state/compare.ts';
import { placeOf } from './acceptance.ts';
import { afterwards } from './serving.ts';

/** Arms of one forged request. */
export const refusalArms = { forged: 'forged', untouched: 'in-order untouched' } as const;

/** Whether forged requests left something in the state; `unknown` without an observation. */
type Trace = 'left' | 'none' | 'unknown';

/** A forged request must not be taken: neither by a 2xx that nothing contradicts, nor into the state. */
export function expectNotTaken(seen: Pick<Observations, 'arms'>): readonly Finding[] {
  const trace = traceOf(seen);
  return forgedExchanges(seen).flatMap(({ arm, exchange }): readonly Finding[] => {
    if (exchange.send.label.startsWith(afterwards)) {
      return isAccepted(exchange)
        ? []
        : [
            {
              at: placeOf(arm, exchange),
              code: 'stopped-serving',
              expected: 'a 2xx status, as before the forged request',
              actual: describeResult(exchange),
            },
          ];
    }
    return isAccepted(exchange) && trace !== 'none'
      ? [
          {
            at: placeOf(arm, exchange),
            code: trace === 'left' ? 'accepted-and-stored' : 'accepted',
            expected: 'a 4xx status and no trace in the state',
            actual: `${describeResult(exchange)}${trace === 'left' ? ', and the state has changed' : ''}`,
          },
        ]
      : [];
  });
}

/** A refused request must not change the state. */
export function expectNoTrace(seen: Pick<Observations, 'arms'>): readonly Finding[] {
  if (traceOf(seen) !== 'left') {
    return [];
  }
  return forgedExchanges(seen)
    .filter(({ exchange }) => !exchange.send.label.startsWith(afterwards) && !isAccepted(exchange))
    .map(({ arm, exchange }) => ({
      at: placeOf(arm, exchange),
      code: 'stored-though-refused',
      expected: 'the state of a room that was never spoken of',
      actual: `${describeResult(exchange)}, yet the state has changed`,
    }));
}

/** A refusal is a 4xx: a 5xx looks like a passing fault, a 2xx like success, a closed connection like neither. */
export function expectClientError({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return forgedExchanges({ arms })
    .filter(({ exchange }) => !exchange.send.label.startsWith(afterwards))
    .filter(({ exchange }) => statusOf(exchange) < 400 || statusOf(exchange) > 499)
    .map(({ arm, exchange }) => ({
      at: placeOf(arm, exchange),
      code: isAccepted(exchange) ? 'accepted' : 'not-a-4xx',
      expected: 'a 4xx status',
      actual: describeResult(exchange),
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

function forgedExchanges({
  arms,
}: Pick<Observations, 'arms'>): readonly { readonly arm: string; readonly exchange: Exchange }[] {
  return [...arms]
    .filter(([name]) => name === refusalArms.forged)
    .flatMap(([arm, { exchanges }]) =>
      exchanges.filter(({ send }) => send.role === 'probe').map((exchange) => ({ arm, exchange })),
    );
}

function traceOf({ arms }: Pick<Observations, 'arms'>): Trace {
  const forged = arms.get(refusalArms.forged);
  const untouched = [...arms].filter(([name]) => name.startsWith(refusalArms.untouched));
  if (forged === undefined || untouched.length === 0 || forged.states.size === 0) {
    return 'unknown';
  }
  const baselines = untouched.map(([, record]) => uncounted(record));
  const { kind } = compareStates(baselines, uncounted(forged));
  // Where rooms that are left alone do not even look alike, nothing can be read from a difference.
  return kind === 'unstable' ? 'unknown' : kind === 'equal' ? 'none' : 'left';
}

/** Nothing that was accepted counts here: a counter that moves is a trace. */
function uncounted(record: ArmRecord): ReturnType<typeof countedState> {
  return { ...countedState(record), accepted: 0, repeated: 0 };
}
