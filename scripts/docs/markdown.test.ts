import { describe, expect, test } from 'vitest';
import { replaceSection, table } from './markdown.ts';

describe('replaceSection', () => {
  const document = 'before\n<!-- generated: a -->\nold\n<!-- end: a -->\nafter\n';

  test('replaces the section and nothing else, and does so once only', () => {
    const replaced = replaceSection(document, 'a', 'new');
    expect(replaced).toBe('before\n<!-- generated: a -->\n\nnew\n\n<!-- end: a -->\nafter\n');
    expect(replaceSection(replaced, 'a', 'new')).toBe(replaced);
  });

  test.each([
    ['no markers', 'before after'],
    ['no end', '<!-- generated: a --> x'],
    ['the end first', '<!-- end: a --> <!-- generated: a -->'],
    ['two sections', document + document],
    ['two ends', `${document}<!-- end: a -->`],
    ['another section', document.replaceAll(': a', ': b')],
  ])('refuses a document with %s', (_, text) => {
    expect(() => replaceSection(text, 'a', 'new')).toThrow(/one section from "<!-- generated: a/);
  });
});

test('a pipe does not end a cell', () => {
  expect(table(['x'], [['a|b']])).toEqual(['| x |', '| --- |', String.raw`| a\|b |`]);
});
