import { describe, expect, test } from 'vitest';
import { compareStates } from './compare.ts';
import { counted, symbolic } from './states.test-kit.ts';

describe('counters of callbacks', () => {
  test('of accepted ones are no part of the recording', () => {
    expect(
      compareStates(
        [counted(symbolic('{"seen":3}'), 3), counted(symbolic('{"seen":3}'), 3)],
        counted(symbolic('{"seen":5}'), 5, 2),
      ),
    ).toEqual({ kind: 'equal' });
  });

  test('of repeated ones are none, either', () => {
    expect(
      compareStates(
        [counted(symbolic('{"again":0}'), 3, 0)],
        counted(symbolic('{"again":2}'), 5, 2),
      ),
    ).toEqual({ kind: 'equal' });
  });

  test('that count something else are', () => {
    expect(
      compareStates([counted(symbolic('{"files":1}'), 3)], counted(symbolic('{"files":2}'), 5, 2))
        .kind,
    ).toBe('different');
  });

  test('do not hide rows: who counts its duplicates as rows is seen by the rows', () => {
    const rows = (count: number): string =>
      JSON.stringify({ count, rows: Array.from({ length: count }, () => ({ f: 'a' })) });

    expect(
      compareStates([counted(symbolic(rows(3)), 3)], counted(symbolic(rows(5)), 5, 2)),
    ).toMatchObject({ kind: 'different', differences: [{ path: '$.rows[]' }, {}] });
  });

  test('cannot be told from numbers that agree by chance where every delivery has as many callbacks', () => {
    expect(
      compareStates([counted(symbolic('{"serial":3}'), 3)], counted(symbolic('{"serial":4}'), 3))
        .kind,
    ).toBe('different');
  });
});

describe('places in a list', () => {
  test.each([
    ['counted from 0', 0],
    ['counted from 1', 1],
  ])('%s are no part of the recording', (_, first) => {
    const rows = (files: readonly string[]): string =>
      JSON.stringify(files.map((f, index) => ({ no: index + first, f })));

    expect(
      compareStates([counted(symbolic(rows(['a', 'b'])))], counted(symbolic(rows(['b', 'a'])))),
    ).toEqual({ kind: 'equal' });
  });

  test.each([
    [
      'numbers that neither follow the place nor one another',
      '[{"no":0,"f":"b"},{"no":2,"f":"a"}]',
      '[{"no":2,"f":"b"},{"no":0,"f":"a"}]',
    ],
    ['numbers counted from 0 here and from 1 there', '[{"no":0},{"no":1}]', '[{"no":1},{"no":2}]'],
    ['a single row', '[{"no":0}]', '[{"no":1}]'],
  ])('%s mean something', (_, first, second) => {
    expect(compareStates([counted(symbolic(first))], counted(symbolic(second))).kind).toBe(
      'different',
    );
  });
});

describe('places in lists inside lists', () => {
  test.each([
    ['counted from 0', 0],
    ['counted from 1', 1],
  ])('%s are no part of the recording', (_, first) => {
    const users = (files: readonly string[]): string =>
      JSON.stringify([
        { user: 'a', files: files.map((f, index) => ({ no: index + first, f })) },
        { user: 'b', files: [{ no: first, f: 'z' }] },
      ]);

    expect(
      compareStates([counted(symbolic(users(['x', 'y'])))], counted(symbolic(users(['y', 'x'])))),
    ).toEqual({ kind: 'equal' });
  });
});

describe('a number that agrees by chance is shown as it is', () => {
  test.each([
    ['with the callbacks accepted', '[{"f":"a","n":3}]', '{"f":"a","n":3}'],
    ['with the callbacks repeated', '[{"f":"a","n":1}]', '{"f":"a","n":1}'],
    ['with the place in a list of one', '[{"f":"a","n":0}]', '{"f":"a","n":0}'],
    ['with a row number where there is but one row', '[{"f":"a","n":7}]', '{"f":"a","n":7}'],
    ['with a place, in an object', '{"f":{"a":0}}', '{"a":0}'],
  ])('%s', (_, state, shown) => {
    const lost = state.startsWith('[') ? '[]' : '{}';

    expect(
      compareStates([counted(symbolic(state), 3, 1)], counted(symbolic(lost), 3, 1)),
    ).toMatchObject({ kind: 'different', differences: [{ expected: shown, actual: 'nothing' }] });
  });
});

describe('row numbers', () => {
  test('that follow the order of arrival mean nothing', () => {
    const [first, second] = [
      '[{"id":1,"f":"a"},{"id":2,"f":"b"}]',
      '[{"id":2,"f":"a"},{"id":1,"f":"b"}]',
    ].map((text) => counted(symbolic(text)));

    expect(first && second && compareStates([first], second).kind).toBe('equal');
  });

  test('do not hide a row that is missing or doubled', () => {
    const full = counted(symbolic('[{"id":1},{"id":2}]'));

    expect(compareStates([full], counted(symbolic('[{"id":1}]'))).kind).toBe('different');
    expect(compareStates([full], counted(symbolic('[{"id":1},{"id":2},{"id":3}]'))).kind).toBe(
      'different',
    );
  });

  test('may have several digits', () => {
    const [first, second] = [
      '[{"id":9,"f":"a"},{"id":10,"f":"b"}]',
      '[{"id":10,"f":"a"},{"id":9,"f":"b"}]',
    ].map((text) => counted(symbolic(text)));

    expect(first && second && compareStates([first], second).kind).toBe('equal');
  });

  test.each([
    ['below zero', '-1', '0'],
    ['with a fraction', '1.0', '2.0'],
    ['as texts', '"x1"', '"x2"'],
  ])('numbers %s mean something', (_, one, two) => {
    const rows = (first: string, second: string): string =>
      `[{"d":${first},"f":"a"},{"d":${second},"f":"b"}]`;

    expect(
      compareStates([counted(symbolic(rows(one, two)))], counted(symbolic(rows(two, one)))).kind,
    ).toBe('different');
  });

  test('are the same in every delivery, or they mean something', () => {
    const one = '[{"id":1,"f":"a"},{"id":2,"f":"b"}]';
    const other = '[{"id":1,"f":"a"},{"id":3,"f":"b"}]';

    expect(
      compareStates([counted(symbolic(one)), counted(symbolic(one))], counted(symbolic(other)))
        .kind,
    ).toBe('different');
  });

  test('that are gone altogether are missed', () => {
    expect(
      compareStates([counted(symbolic('[{"id":1},{"id":2}]'))], counted(symbolic('[]'))).kind,
    ).toBe('different');
  });
});
