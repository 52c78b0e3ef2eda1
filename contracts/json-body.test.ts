import { describe, expect, it } from 'vitest';
import { describeJson, readJsonBody } from './json-body.ts';
import { parseJson } from './json.ts';

describe('readJsonBody', () => {
  it('reads one object', () => {
    expect(readJsonBody(Buffer.from(' {"a":"ü"}\n'))).toEqual({ ok: true, value: { a: 'ü' } });
  });

  it.each([
    ['nothing', '', 'JSON', 'nothing'],
    ['blanks', ' \n', 'JSON', 'nothing'],
    ['nesting too deep to read', '['.repeat(200_000), 'JSON', 'nesting too deep to read'],
    ['a list', '[]', 'an object', 'a list'],
    ['a text', '"x"', 'an object', 'the string "x"'],
  ])('tells a sender of %s what should have come', (_, text, expected, actual) => {
    expect(readJsonBody(Buffer.from(text))).toEqual({
      ok: false,
      issues: [{ path: '$', expected, actual }],
    });
  });

  it('tells bytes from text', () => {
    expect(readJsonBody(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual({
      ok: false,
      issues: [{ path: '$', expected: 'UTF-8 text', actual: 'bytes that are not UTF-8' }],
    });
  });

  it('does not swallow a byte order mark', () => {
    expect(readJsonBody(Buffer.from('\ufeff{}')).ok).toBe(false);
  });
});

describe('describeJson', () => {
  it.each([
    ['null', 'null'],
    ['true', 'true'],
    ['12.50', 'the number 12.50'],
    ['{"a":1}', 'an object'],
    ['[1]', 'a list'],
    [`"${'x'.repeat(60)}"`, `the string "${'x'.repeat(60)}"`],
    [`"${'x'.repeat(61)}"`, `the string "${'x'.repeat(60)}…"`],
    ['9'.repeat(61), `the number ${'9'.repeat(60)}…`],
  ])('%s is %s', (text, expected) => {
    expect(describeJson(parseJson(text))).toBe(expected);
  });

  it('of a member that is absent says so', () => {
    expect(describeJson(undefined)).toBe('nothing');
  });
});
