import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Window } from '../window.ts';
import { zeroRunBytesMin, ZeroRuns } from './zero-runs.ts';

/** Feeds one stretch of main data as areas of the given lengths, and asks for runs in used bytes after each. */
function find(data: Uint8Array, areaBytes: number, usedFrom: number, usedTo: number): number[] {
  const runs = new ZeroRuns();
  const window = new Window(data, 0, true);
  const offsets: number[] = [];
  for (let at = 0; at < data.length; at += areaBytes) {
    const end = Math.min(data.length, at + areaBytes);
    runs.scan(window, at, end, at);
    const run = runs.take(usedFrom, Math.min(usedTo, end), end);
    if (run !== undefined) {
      offsets.push(run.offset);
    }
  }
  return offsets;
}

describe('ZeroRuns', () => {
  it('finds any run of the least length in any areas, and none that is shorter', () => {
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: zeroRunBytesMin - 3, max: 90 }),
        fc.integer({ min: 9, max: 500 }),
        (from, length, areaBytes) => {
          const data = new Uint8Array(500).fill(0x55);
          data.fill(0, from, Math.min(500, from + length));
          const offsets = find(data, areaBytes, 0, 500);
          expect(offsets.slice(0, 1)).toEqual(length >= zeroRunBytesMin ? [from] : []);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('leaves stuffing alone', () => {
    const data = new Uint8Array(500).fill(0x55);
    data.fill(0, 200, 400);
    expect(find(data, 100, 0, 200)).toEqual([]);
    expect(find(data, 100, 400, 500)).toEqual([]);
    expect(find(data, 500, 0, 239)).toEqual([]);
    expect(find(data, 500, 0, 240)).toEqual([200]);
  });

  it('finds two runs in one area', () => {
    const data = new Uint8Array(500).fill(0x55);
    data.fill(0, 10, 60);
    data.fill(0, 100, 150);
    const runs = new ZeroRuns();
    runs.scan(new Window(data, 1000, true), 0, 500, 0);
    expect(runs.take(0, 500, 500)).toEqual({ offset: 1010, bytes: 50 });
    expect(runs.take(0, 500, 500)).toEqual({ offset: 1100, bytes: 50 });
    expect(runs.take(0, 500, 500)).toBeUndefined();
  });

  it('forgets at a restart', () => {
    const runs = new ZeroRuns();
    runs.scan(new Window(new Uint8Array(100), 0, true), 0, 100, 0);
    runs.restart();
    expect(runs.take(0, 100, 100)).toBeUndefined();
  });

  it('tells how much of a run lies in used bytes', () => {
    const data = new Uint8Array(500).fill(0x55);
    data.fill(0, 100, 200);
    const taken = (from: number, to: number): unknown => {
      const runs = new ZeroRuns();
      runs.scan(new Window(data, 1000, true), 0, 500, 0);
      return runs.take(from, to, 500);
    };
    expect(taken(0, 500)).toEqual({ offset: 1100, bytes: 100 });
    expect(taken(150, 500)).toEqual({ offset: 1100, bytes: 50 });
    expect(taken(0, 140)).toEqual({ offset: 1100, bytes: 40 });
    expect(taken(161, 500)).toBeUndefined();
  });

  it('tells of zeros up to the end of what was scanned, once', () => {
    const runs = new ZeroRuns();
    const data = new Uint8Array(120);
    data.fill(0x55, 0, 20);
    runs.scan(new Window(data, 1000, true), 10, 120, 700);
    expect(runs.take(700, 749, 810)).toBeUndefined();
    expect(runs.take(700, 750, 810)).toEqual({ offset: 1020, bytes: 40 });
    expect(runs.take(700, 810, 810)).toBeUndefined();
  });

  it('lets no zeros go on over an area without bytes', () => {
    const runs = new ZeroRuns();
    const window = new Window(Uint8Array.of(...new Uint8Array(39), 1, 0), 0, true);
    runs.scan(window, 0, 39, 0);
    runs.scan(window, 39, 39, 39);
    runs.scan(window, 39, 41, 39);
    expect(runs.take(0, 41, 41)).toBeUndefined();
  });

  it('takes no zero before an area without bytes into a run', () => {
    const data = new Uint8Array(60).fill(0x55);
    data.fill(0, 9, 49);
    const runs = new ZeroRuns();
    const window = new Window(data, 0, true);
    runs.scan(window, 10, 10, 0);
    runs.scan(window, 10, 49, 0);
    expect(runs.take(0, 39, 39)).toBeUndefined();
  });

  it('knows nothing before the first scan', () => {
    expect(new ZeroRuns().take(0, 100, 100)).toBeUndefined();
  });

  it('forgets runs that no later frame can claim', () => {
    const data = new Uint8Array(1200).fill(0x55);
    data.fill(0, 20, 80);
    const window = new Window(data, 0, true);
    for (const [to, told] of [
      [591, { offset: 20, bytes: 60 }],
      [592, undefined],
    ] as const) {
      const runs = new ZeroRuns();
      runs.scan(window, 0, 500, 0);
      expect(runs.take(300, 500, 500)).toBeUndefined();
      runs.scan(window, 500, to, 500);
      expect(runs.take(300, to, to)).toBeUndefined();
      expect(runs.take(0, to, to)).toEqual(told);
    }
  });
});
