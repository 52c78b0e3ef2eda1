import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchLoop } from './loop-watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Lets time pass in which no timer of ours can run; the next one runs late. */
function standStill(ms: number): void {
  const nowMs = performance.now() + ms;
  const spy = vi.spyOn(performance, 'now').mockReturnValue(nowMs);
  vi.advanceTimersToNextTimer();
  spy.mockRestore();
}

test('a loop that keeps time has not stood still', () => {
  const watch = watchLoop();
  vi.advanceTimersByTime(5000);
  expect(watch.stalledMs).toBe(0);
});

test('a tick that is a little late is no stall', () => {
  const watch = watchLoop();
  standStill(150);
  expect(watch.stalledMs).toBe(0);
});

test('a loop that stood still has stood for as long as its tick was late', () => {
  const watch = watchLoop();
  vi.advanceTimersByTime(1000);
  standStill(3000);
  expect(watch.stalledMs).toBe(2900);
});

test('a stall counts before its tick has come', () => {
  const watch = watchLoop();
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2100);
  expect(watch.stalledMs).toBe(2000);
});

test('what comes after the watch does not count', () => {
  const watch = watchLoop();
  vi.advanceTimersByTime(250);
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(watch.stalledMs).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
