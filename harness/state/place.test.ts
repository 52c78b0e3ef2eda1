import { expect, test } from 'vitest';
import { emptyMask, Place } from './place.ts';

test('names keys and list items on the way from the whole state', () => {
  const place = Place.root(emptyMask).entry('rooms').item().entry('a "b"');
  expect(place.path).toBe('$.rooms[*].a "b"');
  expect(place.label).toBe(String.raw`"a \"b\""`);
});

test('is one and the same however often it is asked for', () => {
  const root = Place.root(emptyMask);
  expect(root.entry('a').item()).toBe(root.entry('a').item());
  expect(root.entry('a')).not.toBe(root.entry('b'));
});

test('is one for all keys that are made up', () => {
  const rows = Place.root({ leaves: new Set(['$.rows.*.id']), keys: new Set(['$.rows']) }).entry(
    'rows',
  );
  expect(rows.entry('1f00')).toBe(rows.entry('2e11'));
  expect(rows.entry('1f00').label).toBe('⟦any⟧');
  expect(rows.entry('1f00').entry('id').isVolatile).toBe(true);
  expect(rows.entry('1f00').entry('file').isVolatile).toBe(false);
});
