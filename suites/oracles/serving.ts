import type { Finding, Observations } from '#harness/check.ts';
import { describeResult, isAccepted } from '#harness/observation.ts';
import { placeOf } from './acceptance.ts';

/** Label with which a valid callback after a disturbance begins. */
export const afterwards = 'valid callback afterwards';

/** Whatever came before, the valid callbacks afterwards must be accepted. */
export function expectKeepsServing({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter((exchange) => exchange.send.label.startsWith(afterwards) && !isAccepted(exchange))
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: 'stopped-serving',
        expected: 'a 2xx status, as before the disturbance',
        actual: describeResult(exchange),
      })),
  );
}
