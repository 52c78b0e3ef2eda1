import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';
import { jsonEscapes, jsonStyles, spellJson } from './json-spelling.ts';

const value = parseJson('{"a":{},"b":[],"c":[1,{"d/é":"😀\\n"}],"e":null,"f":true,"g":10.50}');

describe('spellJson', () => {
  it('keeps the digits of numbers and leaves empty containers closed', () => {
    expect(spellJson(value)).toBe(
      String.raw`{"a":{},"b":[],"c":[1,{"d/é":"😀\n"}],"e":null,"f":true,"g":10.50}`,
    );
  });

  it('indents by depth', () => {
    expect(spellJson(parseJson('{"a":{},"c":[1,{"d":2}]}'), { style: 'pretty' })).toBe(
      '{\n  "a": {},\n  "c": [\n    1,\n    {\n      "d": 2\n    }\n  ]\n}',
    );
  });

  it.each(jsonStyles.flatMap((style) => jsonEscapes.map((escapes) => ({ style, escapes }))))(
    'is the same value in the spelling %o',
    (spelling) => {
      expect(parseJson(spellJson(value, spelling))).toEqual(value);
    },
  );
});
