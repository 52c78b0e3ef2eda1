import { describe, expect, it } from 'vitest';
import { sniffText } from './text.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

describe('sniffText', () => {
  it.each([
    ['<html><body>', 'html'],
    ['  \r\n<!doctype HTML>', 'html'],
    ['\ufeff<?xml version="1.0"?>', 'xml'],
    ['<Error>', 'xml'],
    ['{"code": 1}', 'json'],
    ['[1, 2]', 'json'],
    ['HTTP/1.1 404 Not Found', 'http'],
    ['//uQZAAAAAAAAAAAAAAAAAAAAAAA', 'base64'],
    ['fffb906400000000000000000000', 'hex'],
    ['録音はまだ準備できていません。しばらくお待ちください。', 'text'],
    ['short', 'text'],
  ])('%s is %s', (text, format) => {
    expect(sniffText(bytes(text))).toBe(format);
  });

  it('takes bytes for recoded that are valid UTF-8 with controls', () => {
    expect(sniffText(bytes('\x01\x02' + '\u00ff'.repeat(40)))).toBe('recoded');
    expect(sniffText(bytes('\x01\x02' + '\u00ff'.repeat(3)))).toBeUndefined();
  });

  it('forgives a character cut at either end of what it looks at', () => {
    const long = bytes('é'.repeat(4000));
    expect(sniffText(long.subarray(1))).toBe('text');
  });

  it('says nothing of other bytes', () => {
    expect(sniffText(Uint8Array.of(0xff, 0xfb, 0x90, 0x64))).toBeUndefined();
    expect(sniffText(new Uint8Array(0))).toBeUndefined();
  });

  it.each([
    ['a byte that begins nothing', [0xc1, 0x80]],
    ['a byte beyond the last character', [0xf5, 0x80, 0x80, 0x80]],
    ['a lone continuation', [0x80]],
    ['two bytes without the second', [0xc3, 0x41]],
    ['three bytes without the third', [0xe3, 0x81, 0x41]],
    ['four bytes without the fourth', [0xf0, 0x9f, 0x8e, 0x41]],
  ])('takes %s in the midst for no text', (_, sequence) => {
    expect(sniffText(Uint8Array.of(0x41, ...sequence, 0x41, 0x41))).toBeUndefined();
  });

  it.each(['é', 'あ', '🎙', '\u{10ffff}', '\u0080'])('takes %s for a character', (character) => {
    expect(sniffText(bytes(`a${character}b${character}`))).toBe('text');
    // Cut inside the last one, as the end of a sample may be.
    expect(sniffText(bytes(`a${character}b${character}`).subarray(0, -1))).toBe('text');
  });

  it('forgives at most three bytes of a character cut at the begin', () => {
    const cut = [0x80, 0x80, 0x80];
    expect(sniffText(Uint8Array.of(...cut, 0x41))).toBe('text');
    expect(sniffText(Uint8Array.of(...cut, 0x80, 0x41))).toBeUndefined();
  });

  it.each([0x09, 0x0a, 0x0d, 0x1b, 0x20, 0x7f])('allows byte %i in text', (byte) => {
    expect(sniffText(Uint8Array.of(0x41, byte, 0x41))).toBe('text');
  });

  it.each([0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1a, 0x1c, 0x1f])('allows no byte %i', (byte) => {
    expect(sniffText(Uint8Array.of(0x41, byte, 0x41))).toBeUndefined();
  });

  it('takes bytes for recoded from twelve sequences on', () => {
    expect(sniffText(bytes('\x01' + 'ÿ'.repeat(12)))).toBe('recoded');
    expect(sniffText(bytes('\x01' + 'ÿ'.repeat(11)))).toBeUndefined();
    // Plain letters are no sequences.
    expect(sniffText(bytes('\x01' + 'y'.repeat(40)))).toBeUndefined();
  });

  it.each([
    ['0123456789abcdeF', 'hex'],
    ['0123456789abcde', 'text'],
    ['0123456789abcdeg', 'base64'],
    ['abc+/defgh-_jkl=', 'base64'],
    ['abc+/defgh-_jk==', 'base64'],
    ['abc+/defgh-_j===', 'text'],
    ['abc+/defgh-_=jkl', 'text'],
    ['abcdefgh-_jkl=', 'text'],
    ['01234567\r\n89abcdeF\n', 'hex'],
    ['abcdefgh\njklmnopq', 'base64'],
    ['abcdefgh jklmnopq', 'text'],
    ['data:audio/mpeg;base64,//uQ', 'base64'],
    ['xdata:;base64,', 'text'],
    ['<htmlx>', 'xml'],
    ['<body >', 'html'],
    ['x<html>', 'text'],
    ['<!-- a -->', 'xml'],
    ['<a:b.c/>', 'xml'],
    ['<1>', 'text'],
    ['{}', 'json'],
    ['[[1]]', 'json'],
    ['[-1]', 'json'],
    ['{null', 'json'],
    ['{x', 'text'],
    ['[', 'text'],
    ['x{"a"', 'text'],
    ['HTTP/x', 'text'],
    ['xHTTP/1.1', 'text'],
    ['\ufeff {"a":1}', 'json'],
  ])('%s is %s', (text, format) => {
    expect(sniffText(bytes(text))).toBe(format);
  });

  it('looks at the first 4096 bytes alone', () => {
    const long = new Uint8Array(4097).fill(0x5a);
    long[4096] = 0;
    expect(sniffText(long)).toBe('base64');
    long[4095] = 0;
    expect(sniffText(long)).toBeUndefined();
  });
});
