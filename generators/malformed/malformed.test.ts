import { describe, expect, it } from 'vitest';
import { isJsonObject, isLosslessNumber, parseJson, type Json } from '#contracts/json.ts';
import { malformedBodies, type FieldType, type MalformedGround } from './malformed.ts';

const ground: MalformedGround = {
  genuine: Buffer.from(
    '{"Group":3,"Type":310,"Info":{"Room":"r","Load":{"Status":0,"Files":["f"]}}}',
  ),
  fields: [
    { path: ['Group'], types: ['integer'] },
    { path: ['Type'], types: ['integer'] },
    { path: ['Info'], types: ['object'] },
    { path: ['Info', 'Room'], types: ['text', 'integer'] },
    { path: ['Info', 'Load', 'Status'], types: ['integer'] },
    { path: ['Info', 'Load', 'Files'], types: ['list', 'text'] },
  ],
  textField: 'Room',
};
const small = { oversizeBytes: 1000, nestingDepth: 50 };
const all = malformedBodies(ground, small);

function typeOf(value: Json | undefined): FieldType | 'absent' | 'fraction' {
  if (value === undefined) {
    return 'absent';
  }
  if (value === null) {
    return 'null';
  }
  if (isLosslessNumber(value)) {
    return /^\d+$/u.test(value.value) ? 'integer' : 'fraction';
  }
  if (typeof value === 'boolean') {
    return 'boolean';
  }
  if (typeof value === 'string') {
    return 'text';
  }
  return isJsonObject(value) ? 'object' : 'list';
}

function member(value: Json | undefined, path: readonly string[]): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) {
    return value;
  }
  return isJsonObject(value) ? member(value[name], rest) : undefined;
}

describe('malformedBodies', () => {
  it('have different names and bytes', () => {
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(new Set(all.map(({ body }) => body().toString('hex'))).size).toBe(all.length);
  });

  it.each(all.filter(({ kind }) => kind === 'syntax'))('$name is not JSON', ({ body }) => {
    expect(() => parseJson(body().toString())).toThrow(SyntaxError);
  });

  it.each(all.filter(({ kind }) => kind === 'encoding'))('$name is not UTF-8 JSON', ({ body }) => {
    const read = (): unknown => parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body()));
    expect(read).toThrow();
  });

  it('lack or change one field at any depth, and nothing else', () => {
    const changed = all.filter(({ kind }) => kind === 'missing-field' || kind === 'wrong-type');
    for (const { name, kind, body } of changed) {
      const value = parseJson(body().toString());
      const wrong = ground.fields.filter(
        ({ path, types }) => !(types as readonly string[]).includes(typeOf(member(value, path))),
      );
      const [, named] = /: ([A-Za-z.]+)/u.exec(name) ?? [];
      const expected = ground.fields.filter(({ path }) => {
        const own = path.join('.');
        return own === named || (own.startsWith(`${String(named)}.`) && named === 'Info');
      });
      const types = typeOf(member(value, expected[0]?.path ?? []));
      if (name.endsWith('a text of digits')) {
        expect([kind, types]).toEqual(['wrong-type', 'text']);
      }
      expect(
        wrong.map(({ path }) => path),
        name,
      ).toEqual(expected.map(({ path }) => path));
    }
  });

  it('never call a type wrong that some reading gives the field', () => {
    const names = all.map(({ name }) => name);
    for (const what of ['a number', 'a word', 'a text of digits']) {
      expect(names).not.toContain(`wrong type: Info.Room is ${what}`);
    }
    expect(names).not.toContain('wrong type: Info.Load.Files is a list');
    expect(names).toContain('wrong type: Info.Room is a fraction');
    expect(names).toContain('wrong type: Info.Load.Files is a number');
    expect(names).toContain('wrong type: Type is a text of digits');
  });

  it('need two fields to break the syntax between them', () => {
    expect(() => malformedBodies({ ...ground, fields: ground.fields.slice(0, 1) })).toThrow(
      'at least two required fields',
    );
  });
});
