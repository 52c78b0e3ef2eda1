import { describe, expect, it } from 'vitest';
import { attemptTimesMs } from './delivery-law.ts';

describe('attemptTimesMs', () => {
  it.each([
    [0, [0, 0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]],
    [5000, [0, 5000, 20_000, 35_000, 50_000]],
    [100, [0, 100, 10_200, 20_300, 30_400, 40_500, 50_600]],
  ])('when each attempt fails after %d ms is %j', (failureMs, times) => {
    expect(attemptTimesMs(failureMs)).toEqual(times);
  });

  it.each([-1, 5001, Number.NaN])('refuses %d ms', (failureMs) => {
    expect(() => attemptTimesMs(failureMs)).toThrow(RangeError);
  });
});
