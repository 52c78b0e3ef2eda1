import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Name } from '../experiment.ts';
import { approximationsIn, stateText } from './compare.ts';
import { names, symbolic } from './states.test-kit.ts';

const task = '446946705284175911';

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
    ['two of them', `"${task}:9223372036854775801"`, '"⟦T1⟧:⟦T2⟧"'],
    ['a key', `{"${task}":1}`, '{"⟦T1⟧":1}'],
    ['part of a key', `{"t:${task}":1}`, '{"t:⟦T1⟧":1}'],
    ['what is none', '"room/8"', '"room/8"'],
    ['literals', '[null,true,false,1.50]', '[1.50,false,null,true]'],
  ])('%s', (_, json, expected) => {
    expect(leafOf(json)).toBe(expected);
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
    '[2025,11,20,4,31]',
    '[2026,11,20]',
    '[2026,11,20,4]',
    '[2026,11,20,4,31,"5"]',
    '[2026,11,20,4,31,5.5]',
  ])('%s is none', (json) => {
    expect(leafOf(json)).not.toContain('⟦time⟧');
  });

  test('an identifier that looks like a moment stays an identifier', () => {
    const room: readonly Name[] = [{ kind: 'room', symbol: 'R1', value: '1795149065' }];

    expect(leafOf('[1795149065,"1795149065"]', room)).toBe('["⟦R1⟧",⟦R1⟧]');
  });
});
