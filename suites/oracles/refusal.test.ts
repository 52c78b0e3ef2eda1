import { describe, expect, test } from 'vitest';
import { armsOf, namesOf, type ArmSketch, type Said } from './arm-records.test-kit.ts';
import { expectClientError, expectNoTrace, expectNotTaken, refusalArms } from './refusal.ts';
import { afterwards } from './serving.ts';

const empty = '{"rows":[]}';

/** A forged request between valid ones, beside two rooms that were left alone. */
function forged(
  answer: Said['answer'],
  states: Partial<Record<'forged' | 'one' | 'two', string | null>> | 'unobserved',
  after: Said = {},
): ReturnType<typeof armsOf> {
  const stateOf = (arm: 'forged' | 'one' | 'two'): Pick<ArmSketch, 'state'> =>
    states === 'unobserved' ? {} : { state: arm in states ? (states[arm] ?? null) : empty };
  const probe: Said = { label: 'forged: wrong key', kind: 'forged' };
  return armsOf(
    {
      name: refusalArms.forged,
      names: namesOf(1),
      said: [
        { role: 'control' },
        answer === undefined ? probe : { ...probe, answer },
        { label: afterwards, ...after },
      ],
      ...stateOf('forged'),
    },
    { name: refusalArms.untouched, names: namesOf(2), said: [], ...stateOf('one') },
    { name: `${refusalArms.untouched} again`, names: namesOf(3), said: [], ...stateOf('two') },
  );
}

const trace = '{"rows":[{"file":"folder1/first_0.mp3"}]}';
const codes = (found: readonly { readonly code: string }[]): readonly string[] =>
  found.map(({ code }) => code);

describe('a forged request is not taken', () => {
  test.each([400, 401, 403, 404, 500, 302, 'timeout' as const])(
    'when it is answered %s',
    (answer) => {
      expect(expectNotTaken(forged(answer, {}))).toEqual([]);
      expect(expectNotTaken(forged(answer, 'unobserved'))).toEqual([]);
    },
  );

  test('when a 2xx leaves no trace that the state would show', () => {
    expect(expectNotTaken(forged(200, {}))).toEqual([]);
  });

  test('unless a 2xx is all that is known', () => {
    expect(codes(expectNotTaken(forged(200, 'unobserved')))).toEqual(['accepted']);
  });

  test('unless a 2xx left a trace', () => {
    expect(codes(expectNotTaken(forged(202, { forged: trace })))).toEqual(['accepted-and-stored']);
  });

  test('unless a 2xx cannot be told from a trace, the rooms left alone being unlike each other', () => {
    const states = { one: '{"rows":[]}', two: '{"lines":{}}' };
    expect(codes(expectNotTaken(forged(200, states)))).toEqual(['accepted']);
  });

  test('and the receiver goes on serving', () => {
    const found = expectNotTaken(forged(401, {}, { answer: 401 }));
    expect(codes(found)).toEqual(['stopped-serving']);
  });
});

describe('a refused request leaves no trace', () => {
  test.each([
    ['refused without one', 401, {}, []],
    ['refused, but stored', 401, { forged: trace }, ['stored-though-refused']],
    ['not answered, but stored', 'timeout', { forged: trace }, ['stored-though-refused']],
    ['accepted and stored: another check’s matter', 200, { forged: trace }, []],
    [
      'a room that turned from unknown to empty',
      401,
      { one: null, two: null },
      ['stored-though-refused'],
    ],
    ['rooms left alone that are unlike each other', 401, { one: '{"a":[]}', two: '{"b":{}}' }, []],
  ] as const)('%s', (_, answer, states, expected) => {
    expect(codes(expectNoTrace(forged(answer, states)))).toEqual(expected);
  });

  test('nothing is said without an observation', () => {
    expect(expectNoTrace(forged(401, 'unobserved'))).toEqual([]);
  });

  test('a counter that moved is a trace', () => {
    const states = { forged: '{"calls":2}', one: '{"calls":0}', two: '{"calls":0}' };
    expect(codes(expectNoTrace(forged(401, states)))).toEqual(['stored-though-refused']);
  });
});

describe('a refusal is a 4xx', () => {
  test.each([400, 401, 403, 404, 422, 499])('%i is one', (answer) => {
    expect(expectClientError(forged(answer, {}))).toEqual([]);
  });

  test.each([
    [200, 'accepted'],
    [302, 'not-a-4xx'],
    [500, 'not-a-4xx'],
    ['timeout' as const, 'not-a-4xx'],
  ])('%s is none', (answer, code) => {
    expect(codes(expectClientError(forged(answer, {})))).toEqual([code]);
  });
});
