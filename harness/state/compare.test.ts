import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonObject, parseJson, stringifyJson, type Json } from '#contracts/json.ts';
import type { Name } from '../experiment.ts';
import { compareStates, maskedStateText, occursIn, stateText } from './compare.ts';
import { anyJson, counted, names, nowMs, symbolic } from './states.test-kit.ts';
import { toSymbolic } from './symbolic.ts';

/** Compares JSON texts; the baselines come first. */
function compare(
  baselines: readonly string[],
  candidate: string,
): ReturnType<typeof compareStates> {
  return compareStates(
    baselines.map((text) => counted(symbolic(text))),
    counted(symbolic(candidate)),
  );
}

describe('equal states', () => {
  test.each([
    ['lists in another order', '[{"a":1},{"a":2},{"a":2}]', '[{"a":2},{"a":1},{"a":2}]'],
    ['keys in another order', '{"a":1,"b":[1,2]}', '{"b":[2,1],"a":1}'],
    ['moments of this run', '{"at":1795149065}', '{"at":1795149099}'],
    ['forms of moments', '{"at":1795149065}', '{"at":"2026-11-20T04:31:05Z"}'],
  ])('%s', (_, left, right) => {
    expect(compare([left], right)).toEqual({ kind: 'equal' });
  });
});

describe('different states', () => {
  test.each([
    ['a lost item', '[1,2,2]', '[1,2]', [['$[]', '2', 'nothing']]],
    ['a doubled item', '[1,2]', '[1,2,2]', [['$[]', 'nothing', '2']]],
    ['a lost key', '{"a":1,"b":2}', '{"a":1}', [['$.b', '2', 'nothing']]],
    ['a key too many', '{"a":1}', '{"a":1,"b":2}', [['$.b', 'nothing', '2']]],
    ['null for a value', '{"a":"x"}', '{"a":null}', [['$.a', '"x"', 'null']]],
    ['text for a number', '{"a":1}', '{"a":"1"}', [['$.a', '1', '"1"']]],
    ['another kind', '{"a":[]}', '{"a":{}}', [['$.a', '[]', '{}']]],
    [
      'one odd pair is looked into',
      '[{"f":"x","s":1},{"f":"y","s":1}]',
      '[{"f":"y","s":2},{"f":"x","s":1}]',
      [['$[].s', '1', '2']],
    ],
    [
      'two odd pairs are shown whole',
      '[{"s":1},{"s":2}]',
      '[{"s":3},{"s":4}]',
      [
        ['$[]', '{"s":1}', 'nothing'],
        ['$[]', '{"s":2}', 'nothing'],
        ['$[]', 'nothing', '{"s":3}'],
        ['$[]', 'nothing', '{"s":4}'],
      ],
    ],
    [
      'one for two is shown whole',
      '[1]',
      '[2,3]',
      [
        ['$[]', '1', 'nothing'],
        ['$[]', 'nothing', '2'],
        ['$[]', 'nothing', '3'],
      ],
    ],
    [
      'two for one is shown whole',
      '[2,3]',
      '[1]',
      [
        ['$[]', '2', 'nothing'],
        ['$[]', '3', 'nothing'],
        ['$[]', 'nothing', '1'],
      ],
    ],
    [
      'another task',
      '{"task":446946705284175911}',
      '{"task":9223372036854775801}',
      [['$.task', '⟦T1⟧', '⟦T2⟧']],
    ],
    [
      'a rounded task',
      '{"task":446946705284175911}',
      '{"task":446946705284175940}',
      [['$.task', '⟦T1⟧', '⟦≈T1⟧']],
    ],
  ])('%s', (_, left, right, expected) => {
    expect(compare([left], right)).toEqual({
      kind: 'different',
      differences: expected.map(([path, wanted, actual]) => ({ path, expected: wanted, actual })),
    });
  });

  test.each([
    [
      'rows with made-up ids',
      '[{"id":"a1","s":1},{"id":"a2","s":2}]',
      '[{"id":"b1","s":1},{"id":"b2","s":2}]',
      '[{"id":"c1","s":1},{"id":"c2","s":3}]',
      ['$[].s', '2', '3'],
    ],
    [
      'lists in lists with made-up ids',
      '[[{"id":"a1","s":1},{"id":"a2","s":2}]]',
      '[[{"id":"b1","s":1},{"id":"b2","s":2}]]',
      '[[{"id":"c1","s":1},{"id":"c2","s":3}]]',
      ['$[][].s', '2', '3'],
    ],
    [
      'objects with made-up keys and ids',
      '{"k1":{"id":"a1","s":1},"k2":{"id":"a2","s":2}}',
      '{"l1":{"id":"b1","s":1},"l2":{"id":"b2","s":2}}',
      '{"m1":{"id":"c1","s":1},"m2":{"id":"c2","s":3}}',
      ['$.*.s', '2', '3'],
    ],
  ])('are told alone among what varies by itself: %s', (_, first, second, candidate, told) => {
    const [path, expected, actual] = told;

    expect(compare([first, second], candidate)).toEqual({
      kind: 'different',
      differences: [{ path, expected, actual }],
    });
  });

  test('are told whole up to 300 characters and cut behind them', () => {
    const told = (length: number): unknown =>
      compare([JSON.stringify('x'.repeat(length - 2))], '1');

    expect(told(300)).toMatchObject({ differences: [{ expected: `"${'x'.repeat(298)}"` }] });
    expect(told(301)).toMatchObject({ differences: [{ expected: `"${'x'.repeat(299)}…` }] });
  });

  test('are told within bounds, however large they are', () => {
    const left = JSON.stringify(
      Array.from({ length: 500 }, (_, index) => 'x'.repeat(900) + String(index)),
    );

    const comparison = compare([left], '[]');

    expect(comparison.kind).toBe('different');
    expect(stringifyJson(comparison as unknown as Json).length).toBeLessThan(8 * 500);
  });
});

describe('unstable baselines', () => {
  test('that differ in what no mask covers are said to differ', () => {
    expect(compare(['[{"f":"a"}]', '[{"f":"a"},{"f":"a"}]'], '[{"f":"a"}]')).toMatchObject({
      kind: 'unstable',
      differences: [{ path: '$[]', actual: '{"f":"a"}' }],
    });
  });

  test('win over a difference of the candidate', () => {
    expect(compare(['{"a":1}', '{"a":1,"b":1}'], '{}').kind).toBe('unstable');
  });

  test('there must be one', () => {
    expect(() => compare([], '{}')).toThrow(new RangeError('compareStates needs a baseline'));
  });
});

test('a masked text leaves out what varies and keeps the rest', () => {
  const mask = { leaves: new Set(['$[*].id']), keys: new Set<string>() };

  expect(maskedStateText(symbolic('[{"id":7,"f":"a"}]'), mask)).toBe('[{"f":"a","id":⟦any⟧}]');
});

test('occursIn looks into values and keys, whole and part', () => {
  const state = symbolic('{"rows":[{"id 446946705284175911":[]},"x room/7 “é”"],"count":2}');

  expect(['T1', 'R1', 'T2', 'T'].map((symbol) => occursIn(state, symbol))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

/** The same value with lists and keys in another order. */
function shuffled(value: Json, random: () => number): Json {
  const mix = <T>(items: readonly T[]): readonly T[] =>
    items
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  if (Array.isArray(value)) {
    return mix(value as readonly Json[]).map((item) => shuffled(item, random));
  }
  return isJsonObject(value)
    ? Object.fromEntries(
        mix(Object.entries(value)).map(([key, item]) => [key, shuffled(item, random)]),
      )
    : value;
}

describe('for any state', () => {
  test('order of lists and keys never matters', () => {
    fc.assert(
      fc.property(
        anyJson,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (value, stream) => {
          const other = shuffled(value, () => stream.next().value as number);

          expect(
            compareStates(
              [counted(toSymbolic(value, [], nowMs))],
              counted(toSymbolic(other, [], nowMs)),
            ),
          ).toEqual({ kind: 'equal' });
        },
      ),
    );
  });

  test('losing or doubling any element of any list is seen', () => {
    fc.assert(
      fc.property(
        fc.array(anyJson, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.boolean(),
        (list, at, twice) => {
          const index = at % list.length;
          const changed = list.flatMap((item, place) =>
            place === index ? (twice ? [item, item] : []) : [item],
          );
          const state = (items: readonly Json[]): ReturnType<typeof counted> =>
            counted(toSymbolic({ rows: items }, [], nowMs));

          expect(compareStates([state(list), state(list)], state(changed)).kind).toBe('different');
        },
      ),
    );
  });

  test('other identifiers in the same places never change the verdict', () => {
    const identifiers = fc.uniqueArray(
      fc
        .tuple(
          fc.constantFrom('/', ' ', '_', "'", '%', '“', '+'),
          fc.stringMatching(/^[a-z]{8,12}$/u),
        )
        .map(([sign, word]) => word.slice(0, 4) + sign + word),
      { minLength: 4, maxLength: 4 },
    );
    fc.assert(
      fc.property(
        identifiers,
        fc.array(fc.nat({ max: 1 }), { maxLength: 5 }),
        fc.array(fc.nat({ max: 1 }), { maxLength: 5 }),
        ([a = '', b = '', c = '', d = ''], left, right) => {
          const stateOf = (
            places: readonly number[],
            own: readonly string[],
          ): ReturnType<typeof symbolic> =>
            symbolic(
              JSON.stringify(
                places.map((place) => ({
                  room: own[place],
                  link: `/s?r=${encodeURIComponent(own[place] ?? '')}`,
                })),
              ),
              own.map((value, index): Name => ({
                kind: 'room',
                symbol: `R${String(index)}`,
                value,
              })),
            );
          const verdict = (first: readonly string[], second: readonly string[]): unknown =>
            compareStates([counted(stateOf(left, first))], counted(stateOf(right, second)));

          expect(verdict([a, b], [c, d])).toEqual(verdict([a, b], [a, b]));
        },
      ),
    );
  });

  test('text for people is one line and says the same as the state', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(stateText(toSymbolic(value, names, nowMs))).not.toContain('\n');
        expect(stateText(toSymbolic(parseJson(stringifyJson(value)), names, nowMs))).toBe(
          stateText(toSymbolic(value, names, nowMs)),
        );
      }),
    );
  });
});
