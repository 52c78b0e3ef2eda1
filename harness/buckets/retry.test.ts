import { describe, expect, test } from 'vitest';
import { patientRetry, pauseMs } from './retry.ts';

const policy = { ...patientRetry, baseMs: 100, capMs: 1000, random: () => 0.5 };

describe('pauseMs', () => {
  test.each([
    [1, undefined, 50],
    [2, undefined, 100],
    [3, undefined, 200],
    [20, undefined, 500],
    [1, '0', 50],
    [1, '1', 1000],
    [1, '3600', 1000],
    [1, 'Wed, 21 Oct 2026 07:28:00 GMT', 50],
    [1, '-1', 50],
  ])('after try %d with Retry-After %s: %d ms', (attempt, retryAfter, expected) => {
    expect(pauseMs(policy, attempt, retryAfter)).toBe(expected);
  });
});

describe('patientRetry', () => {
  test('rejects with the reason when its sleep is aborted', async () => {
    const stop = new AbortController();
    const sleep = patientRetry.sleep(3_600_000, stop.signal);
    stop.abort(new Error('stopped by the test'));

    await expect(sleep).rejects.toThrow('stopped by the test');
  });
});
