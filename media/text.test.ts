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
});
