import { describe, expect, it } from 'vitest';
import { isJsonObject, parseJson, stringifyJson } from './json.ts';

describe('stringifyJson', () => {
  it('writes the digits that were read', () => {
    const text = '{"TaskID":446946705284175911,"ratio":1.50,"list":[null,true]}';
    expect(stringifyJson(parseJson(text))).toBe(text);
  });

  it('indents as asked', () => {
    expect(stringifyJson(parseJson('{"a":[1]}'), 2)).toBe('{\n  "a": [\n    1\n  ]\n}');
  });
});

describe('isJsonObject', () => {
  it.each([
    ['{}', true],
    ['{"value":"1"}', true],
    ['[]', false],
    ['null', false],
    ['"text"', false],
    ['true', false],
    ['12', false],
  ])('of %s is %s', (text, expected) => {
    expect(isJsonObject(parseJson(text))).toBe(expected);
  });

  it('of nothing is false', () => {
    expect(isJsonObject(undefined)).toBe(false);
  });
});
