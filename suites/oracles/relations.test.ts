import { describe, expect, test } from 'vitest';
import { armsOf, namesOf, type ArmSketch } from './arm-records.test-kit.ts';
import { expectImplied, expectKeptBeside, expectOneKeptBeside } from './relations.ts';

const beside = ['in-order', 'only the one', 'only the other', 'neither'] as const;
const implied = [
  'known to show',
  'known to show, without',
  'asked for',
  'asked for, without',
] as const;

type State = string | null;

/** Every arm and its twin, with the states of `states` in the order of `names`; a pair of states is not stable. */
function arms(
  names: readonly string[],
  states: readonly (State | readonly [State, State])[],
): ReturnType<typeof armsOf> {
  return armsOf(
    ...names.flatMap((name, index): readonly ArmSketch[] => {
      const state = states[index] ?? null;
      const [first, second] = typeof state === 'string' || state === null ? [state, state] : state;
      return [
        { name, state: first, names: namesOf(2 * index) },
        { name: `${name} again`, state: second, names: namesOf(2 * index + 1) },
      ];
    }),
  );
}

const codesOf = (findings: readonly { readonly code: string }[]): readonly string[] =>
  findings.map(({ code }) => code);

describe('what is kept alone is kept beside other news', () => {
  test.each<[string, readonly (State | readonly [State, State])[]]>([
    ['keeps both', ['["a","b"]', '["a"]', '["b"]', null]],
    ['keeps a word for the task, whichever news came', ['["done"]', '["done"]', '["done"]', null]],
    ['keeps nothing of either', [null, null, null, null]],
    ['keeps nothing of the other', ['["a"]', '["a"]', null, null]],
    ['keeps nothing of the one', ['["b"]', null, '["b"]', null]],
    [
      'shows row numbers of its own beside',
      [
        ['[["a",11],["b",12]]', '[["a",21],["b",22]]'],
        ['[["a",13]]', '[["a",23]]'],
        ['[["b",14]]', '[["b",24]]'],
        null,
      ],
    ],
  ])('a receiver that %s is well', (_, states) => {
    expect(expectKeptBeside(arms(beside, states))).toEqual([]);
  });

  test.each<[string, readonly State[], string]>([
    ['the last overwrites', ['["b"]', '["a"]', '["b"]', null], 'only the one'],
    ['the first stays alone', ['["a"]', '["a"]', '["b"]', null], 'only the other'],
  ])('%s', (_, states, kept) => {
    const findings = expectKeptBeside(arms(beside, states));
    expect(codesOf(findings)).toEqual(['displaced']);
    expect(findings[0]?.expected).toContain(kept);
  });

  test('an end that shows no more beside what is complete displaces nothing', () => {
    const states = ['["over","a"]', '["over","a"]', '["over"]', '["open"]'] as const;
    expect(codesOf(expectKeptBeside(arms(beside, states)))).toEqual(['displaced']);
    expect(expectOneKeptBeside(arms(beside, states))).toEqual([]);
    const lost = ['["over"]', '["open","a"]', '["over"]', '["open"]'] as const;
    expect(codesOf(expectOneKeptBeside(arms(beside, lost)))).toEqual(['displaced']);
  });

  test('a name that is gone though a counter has moved', () => {
    const stateOf = (count: number, salt: number, file: 'first' | 'second'): string =>
      `{"files":${String(count)},"last":"folder${String(salt)}/${file}_0.mp3"}`;
    const sketches = beside.flatMap((name, index): readonly ArmSketch[] =>
      ['', ' again'].map((suffix, twin) => {
        const salt = 2 * index + twin;
        const states = [
          stateOf(2, salt, 'second'),
          stateOf(1, salt, 'first'),
          stateOf(1, salt, 'second'),
          null,
        ];
        return { name: `${name}${suffix}`, names: namesOf(salt), state: states[index] ?? null };
      }),
    );
    const findings = expectKeptBeside(armsOf(...sketches));
    expect(codesOf(findings)).toEqual(['name-absent']);
    expect(findings[0]?.actual).toBe('no F1');
  });

  describe('news that leave the same mark', () => {
    /** Every arm is told of its own file; what the state shows of it is the receiver's affair. */
    const told = (shown: (file: string, salt: number) => string): ReturnType<typeof armsOf> =>
      armsOf(
        ...beside.flatMap((name, index): readonly ArmSketch[] =>
          ['', ' again'].map((suffix, twin) => {
            const salt = 2 * index + twin;
            const file = name === 'only the other' ? 'F2' : 'F1';
            return {
              name: `${name}${suffix}`,
              names: namesOf(salt),
              said: [{ kind: 'original', file }],
              state: name === 'neither' ? null : JSON.stringify([shown(file, salt)]),
            };
          }),
        ),
      );

    test('may go by the name of the task', () => {
      expect(expectKeptBeside(told((_, salt) => `400000000000000017${String(salt)}`))).toEqual([]);
    });

    test('may not go by the name of a file of which nothing was told', () => {
      const findings = expectKeptBeside(told((_, salt) => `folder${String(salt)}/first_0.mp3`));
      expect(codesOf(findings)).toEqual(['name-mistaken']);
      expect(findings[0]).toMatchObject({
        at: 'only the other',
        expected: 'F2 in the state, as F1 is with only the one',
      });
    });

    test('go by their own names', () => {
      const own = (file: string, salt: number): string =>
        `folder${String(salt)}/${file === 'F1' ? 'first' : 'second'}_0.mp3`;
      expect(codesOf(expectKeptBeside(told(own)))).not.toContain('name-mistaken');
    });
  });

  test('deliveries that do not agree with themselves are a finding of their own', () => {
    const states = [['[true]', '[false]'], '["a"]', '["b"]', null] as const;
    expect(codesOf(expectKeptBeside(arms(beside, states)))).toEqual(['in-order-differs']);
  });

  test('nothing recorded says nothing', () => {
    expect(expectKeptBeside({ arms: new Map() })).toEqual([]);
    expect(expectKeptBeside(arms(['in-order', 'only the one'], ['["a"]', '["a"]']))).toEqual([]);
  });
});

describe('what shows once shows under other circumstances', () => {
  test.each<[string, readonly State[]]>([
    ['shows in both', ['["a"]', null, '["a"]', null]],
    ['shows otherwise', ['["a"]', null, '["b","a"]', '["b"]']],
    ['never shows', [null, null, null, null]],
    ['is the same word before and after', ['["done"]', '["done"]', '["x"]', '["x"]']],
    ['shows where it was not known to', ['["x"]', '["x"]', '["a"]', null]],
  ])('what %s is well', (_, states) => {
    expect(expectImplied(arms(implied, states), 'lost')).toEqual([]);
  });

  test('what is lost under the other circumstances', () => {
    const findings = expectImplied(arms(implied, ['["a"]', null, '["b"]', '["b"]']), 'lost');
    expect(codesOf(findings)).toEqual(['lost']);
    expect(findings[0]?.at).toBe('asked for');
    const words = { expected: 'another', actual: 'the same' };
    const said = expectImplied(arms(implied, ['["a"]', null, '["b"]', '["b"]']), 'lost', words);
    expect(said).toEqual([{ at: 'asked for', code: 'lost', ...words }]);
  });

  test('deliveries that do not agree with themselves are a finding of their own', () => {
    const states = ['["a"]', null, ['[true]', '[false]'], null] as const;
    expect(codesOf(expectImplied(arms(implied, states), 'lost'))).toEqual(['in-order-differs']);
  });

  test('nothing recorded says nothing', () => {
    expect(expectImplied({ arms: new Map() }, 'lost')).toEqual([]);
  });
});
