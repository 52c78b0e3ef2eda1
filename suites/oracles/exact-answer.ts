import { parseJson } from '#contracts/json.ts';
import type { Finding, Observations } from '#harness/check.ts';
import { isAccepted, statusOf, type Answer, type Exchange } from '#harness/observation.ts';
import { placeOf } from './acceptance.ts';

/**
 * Where a callback is accepted at all, the status must be 200 and none of its relatives. What is not accepted is another
 * check's matter.
 */
export function expectStatus200({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter((exchange) => isAccepted(exchange) && statusOf(exchange) !== 200)
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: 'accepted-otherwise',
        expected: '200',
        actual: String(statusOf(exchange)),
      })),
  );
}

/** No answer may be larger than so many bytes, status line, header and body together. */
export function expectAnswersWithinBytes(
  { arms }: Pick<Observations, 'arms'>,
  bytesMax: number,
): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges.flatMap((exchange) => {
      if (!('answer' in exchange.result)) {
        return [];
      }
      const bytes = bytesOf(exchange.result.answer);
      return bytes <= bytesMax
        ? []
        : [
            {
              at: placeOf(name, exchange),
              code: 'answer-too-large',
              expected: `at most ${String(bytesMax)} bytes`,
              actual: `${exchange.result.answer.truncated ? 'more than ' : ''}${String(bytes)} bytes`,
            },
          ];
    }),
  );
}

/** Shortest form in which the answer can have come: no reason phrase, each header once. */
function bytesOf({ headers, body }: Answer): number {
  const lines = [
    'HTTP/1.1 200',
    ...Object.entries(headers).map(([key, value]) => `${key}: ${value}`),
  ];
  const lineEnd = 2;
  return (
    lines.reduce((sum, line) => sum + Buffer.byteLength(line, 'latin1') + lineEnd, lineEnd) +
    body.byteLength
  );
}

/** Where a callback is accepted and the answer has a body, the body must be JSON in UTF-8. */
export function expectJsonAnswers({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms].flatMap(([name, { exchanges }]) =>
    exchanges
      .filter((exchange) => isAccepted(exchange) && !isJsonOrNothing(exchange))
      .map((exchange) => ({
        at: placeOf(name, exchange),
        code: 'answer-not-json',
        expected: 'a body that is JSON, or none',
        actual: 'a body that is not JSON',
      })),
  );
}

function isJsonOrNothing({ result }: Exchange): boolean {
  if (!('answer' in result) || result.answer.body.byteLength === 0 || result.answer.truncated) {
    return true;
  }
  try {
    parseJson(new TextDecoder('utf-8', { fatal: true }).decode(result.answer.body));
    return true;
  } catch {
    // Whatever the reader says against it: it is no JSON.
    return false;
  }
}
