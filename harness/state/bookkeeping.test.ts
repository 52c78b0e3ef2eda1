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
});
