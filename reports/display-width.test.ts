import { describe, expect, it } from 'vitest';
import { cutDisplay, displayWidth, padDisplay } from './display-width.ts';

describe('widths on a terminal', () => {
  it('counts Han and full-width forms twice', () => {
    expect(displayWidth('ab')).toBe(2);
    expect(displayWidth('回调')).toBe(4);
    expect(displayWidth('（a）')).toBe(5);
  });

  it('fills up to a width', () => {
    expect(padDisplay('状态', 6)).toBe('状态  ');
    expect(padDisplay('state', 3)).toBe('state');
  });

  it('cuts without half a character', () => {
    expect(cutDisplay('回调ab', 3)).toBe('回');
    expect(cutDisplay('回调ab', 5)).toBe('回调a');
    expect(cutDisplay('ab', 0)).toBe('');
  });
});
