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
});
