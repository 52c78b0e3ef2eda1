import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeForTerminal, isLive, painter, wantsColour, type Terminal } from './terminal.ts';

const tty: Terminal = { write: () => true, isTTY: true };
const file: Terminal = { write: () => true };

describe('escapeForTerminal', () => {
  it('shows what would move the cursor, turn text around or command a build server', () => {
    expect(escapeForTerminal('a\u001b]8;;x\u0007\r\nb\u202e ##[error]c ##vso[task.x] ##y')).toBe(
      String.raw`a\u{1b}]8;;x\u{7}\u{d}\nb\u{202e} #\u{23}[error]c #\u{23}vso[task.x] ##y`,
    );
  });

  it('leaves one printable line of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escapeForTerminal(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
    );
  });
});

describe('wantsColour', () => {
  it.each([
    [tty, {}, true],
    [file, {}, false],
    [tty, { NO_COLOR: '1' }, false],
    [tty, { NO_COLOR: '' }, true],
    [file, { FORCE_COLOR: '1' }, true],
    [file, { FORCE_COLOR: '' }, true],
    [tty, { FORCE_COLOR: '0' }, false],
    [tty, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [tty, { TERM: 'dumb' }, false],
  ])('%j %j', (terminal, environment, expected) => {
    expect(wantsColour(terminal, environment)).toBe(expected);
  });

  it('decides between codes and plain text', () => {
    expect(painter(true)('red', 'x')).toBe('\u001b[31mx\u001b[0m');
    expect(painter(false)('red', 'x')).toBe('x');
  });
});

describe('isLive', () => {
  it.each([
    [tty, {}, true],
    [file, {}, false],
    [tty, { CI: 'true' }, false],
    [tty, { CI: 'false' }, true],
    [tty, { TERM: 'dumb' }, false],
  ])('%j %j', (terminal, environment, expected) => {
    expect(isLive(terminal, environment)).toBe(expected);
  });
});
