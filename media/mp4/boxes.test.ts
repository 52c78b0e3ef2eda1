import { describe, expect, it } from 'vitest';
import { boxesIn, readBoxHeader, typeAt } from './boxes.ts';
import { box, letters, longLong, longs } from './write-box.ts';
import { joinBytes } from '../join.ts';

function viewOf(...parts: readonly Uint8Array[]): DataView {
  return new DataView(joinBytes(...parts).buffer);
}

/** The boxes in these bytes, and the indexes that were told to be malformed. */
function boxes(...parts: readonly Uint8Array[]): readonly (string | number)[] {
  const malformed: number[] = [];
  const view = viewOf(longs(9), ...parts);
  const found = [...boxesIn(view, 4, view.byteLength, (at) => malformed.push(at))];
  return [...found.map(({ type, from, to }) => `${type} ${from}-${to}`), ...malformed];
}

describe('readBoxHeader', () => {
  it.each([
    [8, { headerBytes: 8, bytes: 8 }],
    [0xffffffff, { headerBytes: 8, bytes: 0xffffffff }],
    [0, { headerBytes: 8, bytes: undefined }],
  ])('reads the size %i', (size, header) => {
    expect(readBoxHeader(viewOf(longs(7, size), letters('free')), 4)).toEqual({
      type: 'free',
      ...header,
    });
  });

  it.each([2, 7])('takes no box of %i bytes', (size) => {
    expect(readBoxHeader(viewOf(longs(size), letters('free')), 0)).toBeUndefined();
  });

  it('reads a size of 64 bits', () => {
    const wide = (bytes: number): DataView => viewOf(longs(7, 1), letters('mdat'), longLong(bytes));
    const header = { type: 'mdat', headerBytes: 16 };
    expect(readBoxHeader(wide(2 ** 33 + 5), 4)).toEqual({ ...header, bytes: 2 ** 33 + 5 });
    expect(readBoxHeader(wide(16), 4)).toEqual({ ...header, bytes: 16 });
    expect(readBoxHeader(wide(15), 4)).toBeUndefined();
    const cut = new DataView(wide(99).buffer, 0, 19);
    expect(readBoxHeader(cut, 4)).toBeUndefined();
  });
});

describe('boxesIn', () => {
  it('gives each box with what is in it', () => {
    const inner = [box('aaaa'), box('bbbb', longs(1, 2)), box('cccc', letters('x'))];
    expect(boxes(...inner)).toEqual(['aaaa 12-12', 'bbbb 20-28', 'cccc 36-37']);
    expect(boxes()).toEqual([]);
  });

  it('lets the last box reach to the end', () => {
    expect(boxes(longs(0), letters('mdat'), letters('abc'))).toEqual(['mdat 12-15']);
  });

  it('ends at four bytes of zero, and at no other rest', () => {
    expect(boxes(box('aaaa'), longs(0))).toEqual(['aaaa 12-12']);
    expect(boxes(box('aaaa'), longs(1))).toEqual(['aaaa 12-12', 12]);
    expect(boxes(box('aaaa'), letters('\0\0\0'))).toEqual(['aaaa 12-12', 12]);
    expect(boxes(box('aaaa'), letters('\0\0\0\0\0'))).toEqual(['aaaa 12-12', 12]);
  });

  it('ends at a box that is longer than what is left, or shorter than its header', () => {
    const box8 = letters('free');
    expect(boxes(longs(8), box8)).toEqual(['free 12-12']);
    expect(boxes(longs(9), box8)).toEqual([4]);
    expect(boxes(longs(7), box8, box('aaaa'))).toEqual([4]);
  });
});

it('typeAt reads four characters, one a byte', () => {
  expect(typeAt(viewOf(letters('.\xa9nam.')), 1)).toBe('\xa9nam');
});
