import { describe, expect, it } from 'vitest';
import { joinBytes } from '../join.ts';
import { type Box, boxesIn } from './boxes.ts';
import { SampleTables } from './sample-tables.ts';
import { box, fullBox, longList, longLong, longs, words } from './write-box.ts';

/** Tables of these boxes; a number of bytes less for the last one where it is to be cut. */
function tablesOf(parts: readonly Uint8Array[], cutBytes = 0): SampleTables {
  const bytes = joinBytes(...parts);
  const view = new DataView(bytes.buffer);
  const boxes = new Map<string, Box>();
  for (const each of boxesIn(view, 0, bytes.length, () => expect.unreachable())) {
    const isLast = each.to === bytes.length;
    boxes.set(each.type, isLast ? { ...each, to: each.to - cutBytes } : each);
  }
  return new SampleTables(view, boxes);
}

const listed = (type: string, entries: readonly (readonly number[])[]): Uint8Array =>
  fullBox(type, 0, 0, longs(entries.length), longList(entries.flat()));
const sizes = (constant: number, ...each: readonly number[]): Uint8Array =>
  fullBox('stsz', 0, 0, longs(constant, each.length), longList(constant > 0 ? [] : each));
const packed = (bits: number, count: number, content: Uint8Array): Uint8Array =>
  fullBox('stz2', 0, 0, longs(bits, count), content);

const times = listed('stts', [
  [3, 10],
  [2, 7],
]);
const runs = listed('stsc', [
  [1, 2, 1],
  [3, 1, 1],
]);
const offsets = listed('stco', [[100], [500], [900]]);
const five = sizes(0, 11, 12, 13, 14, 15);

describe('sample tables', () => {
  it('add up samples and ticks', () => {
    expect(tablesOf([times]).durations()).toEqual({ samples: 5, ticks: 44 });
    expect(tablesOf([runs]).durations()).toEqual({ samples: 0, ticks: 0 });
  });

  it('tell how many samples have a size', () => {
    expect(tablesOf([five]).sampleCount).toBe(5);
    expect(tablesOf([packed(8, 3, longs(0))]).sampleCount).toBe(3);
    expect(tablesOf([times]).sampleCount).toBe(0);
  });

  it('tell where each chunk lies', () => {
    const chunks = [
      { from: 100, bytes: 23, samples: 2 },
      { from: 500, bytes: 27, samples: 2 },
      { from: 900, bytes: 15, samples: 1 },
    ];
    expect([...tablesOf([runs, offsets, five]).chunks()]).toEqual(chunks);
    const wide = fullBox('co64', 0, 0, longs(1), longLong(2 ** 32 + 9));
    expect([...tablesOf([runs, wide, five]).chunks()]).toEqual([
      { from: 2 ** 32 + 9, bytes: 23, samples: 2 },
    ]);
  });

  it('tell where chunks of one size lie', () => {
    expect([...tablesOf([runs, offsets, sizes(9, 0, 0, 0, 0, 0)]).chunks()]).toMatchObject([
      { bytes: 18 },
      { bytes: 18 },
      { bytes: 9 },
    ]);
  });

  it('count no sizes for samples that have none', () => {
    expect([...tablesOf([runs, offsets, sizes(0, 11, 12, 13)]).chunks()]).toEqual([
      { from: 100, bytes: 23, samples: 2 },
      { from: 500, bytes: 13, samples: 2 },
      { from: 900, bytes: 0, samples: 1 },
    ]);
    expect([...tablesOf([runs, offsets]).chunks()].map(({ bytes }) => bytes)).toEqual([0, 0, 0]);
    expect([...tablesOf([offsets, five]).chunks()].map(({ samples }) => samples)).toEqual([
      0, 0, 0,
    ]);
    expect([...tablesOf([runs, five]).chunks()]).toEqual([]);
  });

  it.each([
    [4, Uint8Array.of(0x12, 0x34, 0x50), [1 + 2, 3 + 4, 5]],
    [8, Uint8Array.of(10, 20, 30, 40, 50), [30, 70, 50]],
    [16, words(1000, 2000, 3000, 4000, 5000), [3000, 7000, 5000]],
  ])('of sizes of %i bits', (bits, content, bytes) => {
    const tables = tablesOf([runs, offsets, packed(bits, 5, content)]);
    expect([...tables.chunks()].map((chunk) => chunk.bytes)).toEqual(bytes);
  });
});

describe('faulty tables', () => {
  it('are none where all are there', () => {
    expect(tablesOf([times, runs, five, offsets]).faulty).toEqual([]);
    const others = [packed(4, 3, words(0)), listed('co64', [[0, 9]])];
    expect(tablesOf([times, runs, ...others]).faulty).toEqual([]);
    expect(tablesOf([times, runs, sizes(9, 0, 0), offsets]).faulty).toEqual([]);
  });

  it('are those that are missing', () => {
    expect(tablesOf([]).faulty).toEqual(['stts', 'stsc', 'stsz', 'stco']);
    expect(tablesOf([times, five]).faulty).toEqual(['stsc', 'stco']);
  });

  it.each([
    ['stts', times],
    ['stsc', runs],
    ['stsz', five],
    ['stsz', packed(4, 3, words(0))],
    ['stsz', packed(8, 3, Uint8Array.of(1, 2, 3))],
    ['stsz', packed(16, 2, words(1, 2))],
    ['stsz', sizes(9, 0)],
    ['stco', offsets],
    ['stco', listed('co64', [[0, 9]])],
    ['stco', listed('stco', [])],
  ])('are those that a byte is missing of: %s', (type, part) => {
    expect(tablesOf([part]).faulty).not.toContain(type);
    expect(tablesOf([part], 1).faulty).toContain(type);
  });

  it.each([0, 1, 2, 12, 32])('are packed sizes of %i bits', (bits) => {
    expect(tablesOf([packed(bits, 1, new Uint8Array(8))]).faulty).toContain('stsz');
  });

  it('are those too short to say how many entries they have', () => {
    expect(tablesOf([box('stts', longs(0))]).faulty).toContain('stts');
    expect(tablesOf([box('stts', longs(0, 0))]).faulty).not.toContain('stts');
  });
});
