import { describe, expect, it } from 'vitest';
import type { Dialect } from './clause.ts';
import { checkDialectNames } from './dialect-names.ts';

function dialect(name: string): Dialect {
  return { name, clause: 'trtc/document#clause', statement: 'Something differs.' };
}

const known = ['trtc-bear', 'trtc-year', 'trtc-hear', 'trtc-heart', 'trtc-2022'].map(dialect);

describe('checkDialectNames', () => {
  it('takes known names, none, and one twice', () => {
    expect(() => {
      checkDialectNames([], known);
      checkDialectNames(['trtc-bear', 'trtc-2022', 'trtc-bear'], known, [
        ['trtc-bear', 'trtc-year'],
      ]);
    }).not.toThrow();
  });

  it('names at most three near matches, the nearest first', () => {
    expect(() => {
      checkDialectNames(['trtc-hearts'], known);
    }).toThrow(
      "no dialect named 'trtc-hearts'. Did you mean trtc-heart or trtc-hear or trtc-bear?",
    );
  });

  it('takes a part of a name, in any case, for a near match', () => {
    expect(() => {
      checkDialectNames(['2022'], known);
    }).toThrow('Did you mean trtc-2022?');
    expect(() => {
      checkDialectNames(['TRTC-YEAR'], known);
    }).toThrow('Did you mean trtc-year');
  });

  it.each([
    ['a letter', 'x'],
    ['two letters that most names hold', 'ea'],
    ['a name with too much before it', 'vwxyztrtc-2022'],
  ])('lists all names where none is near: %s', (_, name) => {
    expect(() => {
      checkDialectNames([name], known);
    }).toThrow('Known are: trtc-bear, trtc-year, trtc-hear, trtc-heart, trtc-2022.');
  });

  it('refuses two names of one group', () => {
    expect(() => {
      checkDialectNames(['trtc-year', 'trtc-bear'], known, [['trtc-bear', 'trtc-year']]);
    }).toThrow(
      "'trtc-bear' and 'trtc-year' contradict each other: choose at most one of trtc-bear, trtc-year.",
    );
  });
});
