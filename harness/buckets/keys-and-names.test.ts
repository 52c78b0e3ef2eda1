import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeName, encodeName } from './file-names.ts';
import { compareKeys } from './key-order.ts';
import { printableKey } from './printable-key.ts';

const text = fc.string({ unit: 'binary' });

describe('compareKeys', () => {
  test('orders as the UTF-8 bytes do', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const bytes = Buffer.compare(Buffer.from(left), Buffer.from(right));
        expect(Math.sign(compareKeys(left, right))).toBe(bytes);
      }),
    );
    expect(compareKeys('\uffff', '😀')).toBeLessThan(0);
  });
});

describe('file names', () => {
  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(new Uint8Array(encodeName(decodeName(bytes)))).toEqual(bytes);
      }),
    );
  });

  test('text stays text', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(decodeName(Buffer.from(name))).toBe(name);
        expect(encodeName(name).toString()).toBe(name);
      }),
    );
  });

  test('bytes that are no UTF-8 become lone surrogates', () => {
    expect(decodeName(Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0xed, 0xa0, 0x80]))).toBe(
      'a\udcffé\udced\udca0\udc80',
    );
    expect(decodeName(Buffer.from('\ufeffx'))).toBe('\ufeffx');
  });
});

describe('printableKey', () => {
  test.each([
    ['a/b c.mp3', '"a/b c.mp3"'],
    ['\u001b[31m\n', String.raw`"\u{1b}[31m\u{a}"`],
    ['\u202egnp.exe', String.raw`"\u{202e}gnp.exe"`],
    ['\u009b"\\', String.raw`"\u{9b}\u{22}\u{5c}"`],
    ['\udcff', String.raw`"\u{dcff}"`],
    ['x'.repeat(1024), `"${'x'.repeat(160)}…" (1024 characters)`],
    ['你好', '"你好"'],
  ])('%j', (key, shown) => {
    expect(printableKey(key)).toBe(shown);
  });
});
