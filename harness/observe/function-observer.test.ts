import { expect, test } from 'vitest';
import { stringifyJson } from '#contracts/json.ts';
import type { Observed } from '../observation.ts';
import { createFunctionObserver, type ObserveFunction } from './function-observer.ts';
import { subjectOf } from './observers.test-kit.ts';

function observe(answer: ObserveFunction): Promise<Observed> {
  return createFunctionObserver(answer, { timeoutMs: 50 }).observe(
    subjectOf(),
    new AbortController().signal,
  );
}

test('is asked for the identifiers alone', async () => {
  let asked: unknown;
  await observe((subject) => {
    asked = subject;
    return {};
  });

  expect(asked).toEqual({
    appId: '1400000000',
    roomId: 'room',
    taskId: '446946705284175911',
    userId: '912',
  });
});

test.each([
  ['bigint', { task: 9223372036854775801n }, '{"task":9223372036854775801}'],
  ['a promise', Promise.resolve([1, 'a', null]), '[1,"a",null]'],
  ['a date', { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
  ['undefined inside', { a: undefined, b: 1 }, '{"b":1}'],
  ['a text', 'text', '"text"'],
  ['zero', 0, '0'],
  ['false', false, 'false'],
])('%s keeps its digits and its kind', async (_, value, expected) => {
  const observed = await observe(() => value);

  expect(observed.kind === 'value' && stringifyJson(observed.value)).toBe(expected);
});

test.each([
  ['undefined', undefined],
  ['null', null],
  ['a promise of nothing', Promise.resolve(undefined)],
])('%s means that nothing is known', async (_, value) => {
  expect(await observe(() => value)).toEqual({ kind: 'absent' });
});

const cyclic: Record<string, unknown> = {};
cyclic['self'] = cyclic;

test.each<[string, ObserveFunction, RegExp]>([
  [
    'throws',
    () => {
      throw new Error('no database');
    },
    /no database/u,
  ],
  ['rejects', () => Promise.reject(new Error('no database')), /no database/u],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- a user's code may reject with anything
  ['rejects with a text', () => Promise.reject('gone'), /gone/u],
  ['never answers', () => new Promise(() => undefined), /no state within 50 ms/u],
  ['answers with a cycle', () => cyclic, /failed/u],
  ['answers with a function', () => (): void => undefined, /no JSON/u],
])('a function that %s makes the observation fail', async (_, answer, detail) => {
  expect(await observe(answer)).toEqual({
    kind: 'failed',
    detail: expect.stringMatching(detail) as string,
  });
});

test('subjects that differ in any identifier are two questions', () => {
  const observer = createFunctionObserver(() => null, { timeoutMs: 1 });

  expect(
    new Set(
      [
        subjectOf(),
        subjectOf({ userId: '1' }),
        subjectOf({ taskId: '1' }),
        subjectOf({ key: 'x' }),
      ].map((subject) => observer.address(subject)),
    ).size,
  ).toBe(3);
});
