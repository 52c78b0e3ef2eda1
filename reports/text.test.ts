import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, count, duration, oneLine, printable } from './text.ts';

describe('printable', () => {
  it('shows what would drive a terminal, turn text around or break XML', () => {
    expect(printable('a\u001b[2Jb\u0000\u0085\u202e\u2028\ufeff\uffff\ud800c')).toBe(
      String.raw`a\u{1b}[2Jb\u{0}\u{85}\u{202e}\u{2028}\u{feff}\u{ffff}\u{d800}c`,
    );
  });

  it('leaves text of any script, line feeds and tabs alone', () => {
    const text = 'Grüße 録音 \u{1f600}\n\tكلام';
    expect(printable(text)).toBe(text);
  });

  it('yields only characters that XML 1.0 allows, whatever comes, and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const shown = printable(text);
        expect(shown).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });
});

describe('oneLine', () => {
  it('keeps text on its line', () => {
    expect(oneLine('a\n\tb\r')).toBe(String.raw`a\n\tb\u{d}`);
  });
});

describe('clip', () => {
  it('says how much is gone, and never cuts a character in two', () => {
    expect(clip('abcdef', 4)).toBe('abcd… (2 more characters)');
    expect(clip('abc', 3)).toBe('abc');
    expect(clip('ab\u{1f600}c', 3)).toBe('ab… (3 more characters)');
  });
});

describe('count and duration', () => {
  it.each([
    [count(1, 'check'), '1 check'],
    [count(0, 'check'), '0 checks'],
    [count(2, 'reply', 'replies'), '2 replies'],
    [duration(0.4), '0 ms'],
    [duration(999.9), '1000 ms'],
    [duration(12_345), '12.3 s'],
    [duration(59_960), '1 min 0 s'],
    [duration(125_000), '2 min 5 s'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
