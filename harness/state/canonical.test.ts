import { expect, test } from 'vitest';
import { canonicalTexts } from './canonical.ts';
import { emptyMask, Place } from './place.ts';
import { symbolic } from './states.test-kit.ts';

test('gives states that differ in order alone one text', () => {
  const texts = canonicalTexts();
  const root = Place.root(emptyMask);
  expect(texts(symbolic('{"b":[2,1],"a":null}'), root)).toBe('{"a":null,"b":[1,2]}');
  expect(texts(symbolic('{"a":null,"b":[1,2]}'), root)).toBe('{"a":null,"b":[1,2]}');
});

test('does not give a part the text that it had in another place', () => {
  const texts = canonicalTexts();
  const root = Place.root({ leaves: new Set(['$.volatile.at']), keys: new Set() });
  const part = symbolic('{"at":7}');
  expect(texts(part, root.entry('volatile'))).toBe('{"at":⟦any⟧}');
  expect(texts(part, root.entry('kept'))).toBe('{"at":7}');
  expect(texts(part, root.entry('volatile'))).toBe('{"at":⟦any⟧}');
});
