import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indentJson } from './indent-json.ts';

describe('indentJson', () => {
  it('breaks JSON into lines and leaves empty lists and objects closed', () => {
    expect(indentJson('{"a":[1,{"b":[]}],"c":{ }}')).toEqual([
      '{',
      '  "a": [',
      '    1,',
      '    {',
      '      "b": []',
      '    }',
      '  ],',
      '  "c": { }',
      '}',
    ]);
  });

  it('keeps every digit and every string', () => {
    const lines = indentJson('{"id":9007199254740993,"s":"a\\"{,}b"}');
    expect(lines).toContain('  "id": 9007199254740993,');
    expect(lines).toContain('  "s": "a\\"{,}b"');
  });

  it('agrees with JSON.stringify on any value that has no empty container', () => {
    const leaf = fc.oneof(fc.integer(), fc.boolean(), fc.constant(null), fc.string());
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
        fc.dictionary(fc.string(), tie('tree'), { minKeys: 1, maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(indentJson(JSON.stringify(value)).join('\n')).toBe(JSON.stringify(value, null, 2));
      }),
    );
  });

  it('loses nothing but white space of text that is cut or no JSON', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bare = (one: string): string => one.replaceAll(/\s/g, '');
        expect(bare(indentJson(text).join(''))).toBe(bare(text));
      }),
    );
  });
});
