import { describe, expect, it } from 'vitest';
import { lookaheadBytes, Window } from './window.ts';

const text = (letters: string): Uint8Array => new Uint8Array(Buffer.from(letters, 'latin1'));

describe('Window', () => {
  it('has a text only where all of it stands inside', () => {
    const window = new Window(text('abcd'), 0, false);
    expect(['abcd', 'ab', ''].map((each) => window.has(0, each))).toEqual([true, true, true]);
    expect([window.has(2, 'cd'), window.has(3, 'd'), window.has(4, '')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([window.has(3, 'de'), window.has(-1, 'a'), window.has(5, '')]).toEqual([
      false,
      false,
      false,
    ]);
    expect([window.has(0, 'abc!'), window.has(0, '!bcd'), window.has(1, 'b!d')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('does not look behind its end, though the buffer goes on', () => {
    const window = new Window(text('..abcd').subarray(2, 5), 0, false);
    expect([window.end, window.has(0, 'abc'), window.has(0, 'abcd')]).toEqual([3, true, false]);
    expect([window.text(1, 9), window.view.getUint8(0)]).toEqual(['bc', 0x61]);
  });

  it('gives bytes as text, one character a byte', () => {
    const window = new Window(text('a\xff\0b'), 0, false);
    expect([window.text(0, 4), window.text(1, 2)]).toEqual(['a\xff\0b', '\xff\0']);
  });

  it.each([
    [false, 0, true, false],
    [false, 1, false, false],
    [true, 0, true, false],
    [true, 1, true, true],
  ])('final %s: at %i decisions have a lookahead: %s, the end in sight: %s', (...row) => {
    const [final, at, settled, ending] = row;
    const window = new Window(new Uint8Array(lookaheadBytes), 0, final);
    expect([window.settled(at), window.ending(at)]).toEqual([settled, ending]);
  });
});
