import type { Finding, Observations } from '#harness/check.ts';

/** The endpoint itself must answer: no status from 300 to 399. */
export function expectNoRedirect({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms.values()].flatMap(({ exchanges }) =>
    exchanges.flatMap(({ send, result }) =>
      'answer' in result && result.answer.status >= 300 && result.answer.status < 400
        ? [
            {
              at: send.label,
              code: 'redirected',
              expected: 'a 2xx status',
              actual: `${String(result.answer.status)} to ${result.answer.headers['location'] ?? 'nowhere'}`,
            },
          ]
        : [],
    ),
  );
}

/** No probe under another method may be taken. */
export function expectMethodRefused({ arms }: Pick<Observations, 'arms'>): readonly Finding[] {
  return [...arms.values()].flatMap(({ exchanges }) =>
    exchanges
      .filter(({ send }) => send.role === 'probe')
      .flatMap(({ send, result }) =>
        'answer' in result && result.answer.status >= 200 && result.answer.status < 300
          ? [
              {
                at: send.label,
                code: 'method-accepted',
                expected: 'a 4xx status, 405 for instance',
                actual: String(result.answer.status),
              },
            ]
          : [],
      ),
  );
}
