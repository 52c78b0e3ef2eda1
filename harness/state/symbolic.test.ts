import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Name } from '../experiment.ts';
import { approximationsIn, stateText } from './compare.ts';
import { names, symbolic } from './states.test-kit.ts';

const task = '446946705284175911';
/** Its lower 32 bits, read with a sign. */
const cut = String(BigInt.asIntN(32, BigInt(task)));

function leafOf(json: string, known: readonly Name[] = names): string {
  return stateText(symbolic(json, known));
}

describe('identifiers become symbols', () => {
  test.each([
    ['a whole text', '"room/7 “é”"', '"⟦R1⟧"'],
    ['part of a text', '"key of room/7 “é” here"', '"key of ⟦R1⟧ here"'],
    [
      'percent-encoded',
      '"https://h/s?room=room%2F7%20%E2%80%9C%C3%A9%E2%80%9D"',
      '"https://h/s?room=⟦R1⟧"',
    ],
    [
      'percent-encoded, slashes left',
      '"https://h/room/7%20%E2%80%9C%C3%A9%E2%80%9D"',
      '"https://h/⟦R1⟧"',
    ],
    ['form-encoded', '"room%2F7+%E2%80%9C%C3%A9%E2%80%9D"', '"⟦R1⟧"'],
    ['a number', task, '⟦T1⟧'],
    ['digits in a text', `"task-${task}"`, '"task-⟦T1⟧"'],
    ['a text of digits', `"${task}"`, '"⟦T1⟧"'],
    ['a short identifier alone', '"00912"', '"⟦U1⟧"'],
    ['a short identifier inside a text is no identifier', '"x00912x"', '"x00912x"'],
    [
      'an identifier of another kind that went through a double',
      '"1234567890123456768"',
      '"1234567890123456768"',
    ],
    ['two of them', `"${task}:9223372036854775801"`, '"⟦T1⟧:⟦T2⟧"'],
    ['a key', `{"${task}":1}`, '{"⟦T1⟧":1}'],
    ['part of a key', `{"t:${task}":1}`, '{"t:⟦T1⟧":1}'],
    ['what is none', '"room/8"', '"room/8"'],
    ['literals', '[null,true,false,1.50]', '[1.50,false,null,true]'],
  ])('%s', (_, json, expected) => {
    expect(leafOf(json)).toBe(expected);
  });

  test.each([
    ['an identifier of three characters', '912', '[912,"912","x 912"]', '["912","x 912",912]'],
    ['one of four', '0912', '["0912","x 0912"]', '["x 0912","⟦U1⟧"]'],
    ['one of five inside a text', '00912', '["00912","x 00912"]', '["x 00912","⟦U1⟧"]'],
    ['one of six', '100912', '[100912,"x 100912"]', '["x ⟦U1⟧",⟦U1⟧]'],
  ])('%s', (_, value, json, expected) => {
    expect(leafOf(json, [{ kind: 'user', symbol: 'U1', value }])).toBe(expected);
  });

  test.each([
    ['as browsers encode', "it's%20(7)!%20*~%3F%2Fx"],
    ['as RFC 3986 encodes', 'it%27s%20%287%29%21%20%2A~%3F%2Fx'],
    ['as forms encode', 'it%27s+%287%29%21+*%7E%3F%2Fx'],
    ['segment by segment', 'it%27s%20%287%29%21%20%2A~%3F/x'],
    ['all but letters and digits', 'it%27s%20%287%29%21%20%2A%7E%3F%2Fx'],
  ])('a room in a link, %s', (_, encoded) => {
    const rooms: readonly Name[] = [{ kind: 'room', symbol: 'R1', value: "it's (7)! *~?/x" }];

    expect(leafOf(`"https://h/s?room=${encoded}&x=1"`, rooms)).toBe('"https://h/s?room=⟦R1⟧&x=1"');
  });

  test.each([
    ['the underscore that joins the parts', 'https_1400_a-1%5F%5FUserId%5Fs.mp4'],
    ['all but letters and digits', 'https_1400_a%2D1%5F%5FUserId%5Fs%2Emp4'],
  ])('a file in a composite key that encodes %s', (_, key) => {
    const files: readonly Name[] = [{ kind: 'file', symbol: 'F1', value: 'a-1__UserId_s.mp4' }];

    expect(leafOf(JSON.stringify(key), files)).toBe('"https_1400_⟦F1⟧"');
  });

  test('what a leaf carries is listed in the order of the symbols', () => {
    expect(symbolic(`"9223372036854775801:${task}"`)).toEqual({
      kind: 'leaf',
      text: '"⟦T2⟧:⟦T1⟧"',
      carries: ['⟦T1⟧', '⟦T2⟧'],
      approximates: [],
    });
  });

  test.each([
    ['null', 'null'],
    ['true', 'true'],
    ['[2026,11,20,4,31]', '⟦time⟧'],
  ])('%s carries nothing', (json, text) => {
    expect(symbolic(json)).toEqual({ kind: 'leaf', text, carries: [], approximates: [] });
  });

  test('the longer of two identifiers wins where one is part of the other', () => {
    const nested: readonly Name[] = [
      { kind: 'room', symbol: 'R1', value: 'roomname' },
      { kind: 'room', symbol: 'R2', value: 'roomname2' },
    ];

    expect(leafOf('"roomname2/roomname"', nested)).toBe('"⟦R2⟧/⟦R1⟧"');
  });

  test('an encoded form that is itself another identifier stands for the other', () => {
    const colliding: readonly Name[] = [
      { kind: 'room', symbol: 'R1', value: 'room 12345' },
      { kind: 'room', symbol: 'R2', value: 'room%2012345' },
    ];

    expect(leafOf('["room%2012345","room 12345"]', colliding)).toBe('["⟦R1⟧","⟦R2⟧"]');
    expect(leafOf('["room%2012345"]', colliding)).toBe('["⟦R2⟧"]');
    expect(leafOf('["room%2012345"]', colliding.toReversed())).toBe('["⟦R2⟧"]');
  });
});

describe('damaged task ids are told from lost ones', () => {
  test.each([
    ['the digits that JavaScript prints', String(Number(task))],
    ['the exact value of the double', '446946705284175936'],
    ['an exponent', Number(task).toExponential()],
    ['an exponent in capitals', Number(task).toExponential().toUpperCase()],
    ['fourteen digits', '4.4694670528418E+17'],
    ['a fraction', '446946705284175936.0'],
    ['the lower 32 bits', String(BigInt.asUintN(32, BigInt(task)))],
    ['the lower 32 bits with a sign', String(BigInt.asIntN(32, BigInt(task)))],
  ])('%s', (_, digits) => {
    const inAllForms = symbolic(`{"number":${digits},"text":"${digits}","${digits}":1}`);

    expect(approximationsIn(inAllForms)).toEqual(
      expect.arrayContaining([
        { path: '$.number', symbol: 'T1', actual: digits },
        expect.objectContaining({ path: '$.text', symbol: 'T1' }),
        expect.objectContaining({ symbol: 'T1', actual: 'a key of an object' }),
      ]),
    );
  });

  test.each([
    [
      'behind a word',
      '"task 446946705284175940 failed"',
      '"task ⟦≈T1⟧ failed"',
      '446946705284175940',
    ],
    ['with a sign, behind a letter', `"x${cut}"`, '"x⟦≈T1⟧"', cut],
  ])('inside a text, too: %s', (_, json, text, actual) => {
    expect(leafOf(json)).toBe(text);
    expect(approximationsIn(symbolic(json))).toEqual([{ path: '$', symbol: 'T1', actual }]);
  });

  test('other digits inside a text are left alone', () => {
    expect(leafOf('"order 123456789012 of 4469467052"')).toBe('"order 123456789012 of 4469467052"');
  });

  test('one that looks like a moment is still one', () => {
    const near: readonly Name[] = [{ kind: 'task', symbol: 'T1', value: '1795149065123456789' }];

    expect(symbolic('1795149065123456800', near)).toEqual({
      kind: 'leaf',
      text: '⟦≈T1⟧',
      carries: [],
      approximates: [{ symbol: 'T1', actual: '1795149065123456800' }],
    });
  });

  test('a text that is only an exponent', () => {
    const round: readonly Name[] = [{ kind: 'task', symbol: 'T1', value: '400000000000000001' }];

    expect(approximationsIn(symbolic('"4e17"', round))).toMatchObject([{ symbol: 'T1' }]);
  });

  test('the low half of six digits is told, and a fraction with these digits is a measure', () => {
    const low: readonly Name[] = [
      { kind: 'task', symbol: 'T1', value: String(2n ** 60n + 123_456n) },
    ];

    expect(leafOf('[123456,123456.0]', low)).toBe('[123456.0,⟦≈T1⟧]');
  });

  test('a number beyond all measure is left alone', () => {
    expect(leafOf('1e400')).toBe('1e400');
  });

  test('rooms are no tasks: their digits have no damaged form', () => {
    const room: readonly Name[] = [{ kind: 'room', symbol: 'R1', value: task }];

    expect(approximationsIn(symbolic('446946705284175940', room))).toEqual([]);
  });

  test.each(['0f8fad5b-d9cb-469f-a165-70867728950e', 'x12345678', '12345678x'])(
    'a task id that is no number, %s, has none',
    (value) => {
      const other: readonly Name[] = [{ kind: 'task', symbol: 'T1', value }];

      expect(leafOf(`["${value}",12345678]`, other)).toBe('["⟦T1⟧",12345678]');
    },
  );

  test('an exact id is none', () => {
    expect(approximationsIn(symbolic(`[${task},"${task}",{"${task}":null}]`))).toEqual([]);
  });

  test('an id that a double holds exactly has no damaged form', () => {
    const small: readonly Name[] = [{ kind: 'task', symbol: 'T1', value: '123456789' }];

    expect(approximationsIn(symbolic('[123456789,1.23456789e8]', small))).toEqual([]);
  });

  test('a small number is not taken for the low half of an id', () => {
    const aligned: readonly Name[] = [
      { kind: 'task', symbol: 'T1', value: String(2n ** 60n) },
      { kind: 'task', symbol: 'T2', value: String(2n ** 60n + 3n) },
    ];

    expect(leafOf('{"serial":0,"phase":3}', aligned)).toBe('{"phase":3,"serial":0}');
  });

  test('any 64-bit id that a double cannot hold is recognised after it went through one', () => {
    const ids = fc
      .bigInt({ min: 2n ** 53n, max: 2n ** 63n - 1n })
      .filter((id) => BigInt(Number(id)) !== id);
    fc.assert(
      fc.property(ids, (id) => {
        const own: readonly Name[] = [{ kind: 'task', symbol: 'T1', value: String(id) }];
        const double = Number(id);
        const forms = [String(double), BigInt(double).toString(), double.toExponential()].filter(
          (form) => form !== String(id),
        );

        expect(approximationsIn(symbolic(`[${forms.join(',')}]`, own))).toHaveLength(forms.length);
        expect(approximationsIn(symbolic(`[${String(id)}]`, own))).toEqual([]);
      }),
    );
  });
});

describe('moments of this run are all alike', () => {
  test.each([
    '1795149065',
    '1795149065.123',
    '1795149065123',
    '1795149065123456',
    '1795149065123456789',
    '"1795149065123"',
    '"2026-11-20"',
    '"2026-11-20T04:31:05.123Z"',
    '"2026-11-20T04:31:05.123456789Z"',
    '"2026-11-20T04:31Z"',
    '"2026-11-20T04:31"',
    '"2026-11-20T12:31+08:00"',
    '"2026-11-20T12:31:05+0800"',
    '"2026-11-20 12:31:05+08"',
    '"2026-11-20 04:31:05"',
    '"2026-11-20 04:31:05 UTC"',
    '"2026-11-20T12:31:05+08:00[Asia/Shanghai]"',
    '"2026-11-20T04:31:05,123Z"',
    '"2026/11/20 04:31"',
    '"2026/11/20 04:31:05"',
    '"Fri, 20 Nov 2026 04:31:05 GMT"',
    '"Fri Nov 20 2026 12:31:05 GMT+0800 (China Standard Time)"',
    '"Fri Nov 20 04:31:05 2026"',
    '[2026,11,20,4,31]',
    '[2026,11,20,4,31,5]',
    '[2026,11,20,4,31,5,123000000]',
    // Local clocks of the farthest zones.
    '1795278665123',
    '"2026-11-20T18:31:05"',
    '"2026-11-19T16:31:05"',
  ])('%s is one', (json) => {
    expect(leafOf(json)).toBe('⟦time⟧');
  });

  test.each([
    '1794000000',
    '17951490651',
    '"2026-11-17"',
    '"2025-11-20T04:31:05Z"',
    '"2026-11-20T"',
    '"2026-13-40"',
    '"2026/11-20"',
    '"Fri, 20 Nov 2020 04:31:05 GMT"',
    '"Foo, what is this now"',
    '"on Fri, 20 Nov 2026 04:31:05 GMT"',
    '[2025,11,20,4,31]',
    '[2026,11,20]',
    '[2026,11,20,4]',
    '[2026,11,20,4,31,"5"]',
    '[2026,11,20,4,31,5.5]',
    '[2026,11,20,4,31,5,1,1]',
    '1795278665124',
  ])('%s is none', (json) => {
    expect(leafOf(json)).not.toContain('⟦time⟧');
  });

  test('an identifier that looks like a moment stays an identifier', () => {
    const room: readonly Name[] = [{ kind: 'room', symbol: 'R1', value: '1795149065' }];

    expect(leafOf('[1795149065,"1795149065"]', room)).toBe('["⟦R1⟧",⟦R1⟧]');
  });
});
