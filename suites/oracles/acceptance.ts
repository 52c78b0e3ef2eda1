import type { Finding, Observations } from '#harness/check.ts';
import { describeResult, isAccepted, type Exchange } from '#harness/observation.ts';

/** Where an exchange stands, for findings. */
export function placeOf(arm: string, exchange: Exchange): string {
  return `${arm} #${String(exchange.wave + 1)}: ${exchange.send.label}`;
}

/** Every probe must be answered with a 2xx. */
export function expectAccepted({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter((exchange) => exchange.send.role === 'probe' && !isAccepted(exchange))
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: 'not-accepted',
        expected: 'a 2xx status',
        actual: describeResult(exchange),
      })),
  );
}

/** Every answer must come within `limitMs`. */
export function expectAnsweredWithin(
  { arms }: Pick<Observations, 'arms'>,
  limitMs: number,
): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter(({ startedMs, endedMs }) => endedMs - startedMs > limitMs)
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: 'answered-late',
        expected: `an answer within ${String(limitMs)} ms`,
        actual: `${describeResult(exchange)} after ${String(Math.round(exchange.endedMs - exchange.startedMs))} ms`,
      })),
  );
}
