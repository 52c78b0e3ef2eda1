import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSettling } from './settling.ts';

test('a receiver that is at once right is not waited for long', () => {
  const settling = createSettling(4000);

  expect([settling.quietMs(), settling.patienceMs()]).toEqual([150, 1500]);
});

test('a receiver that takes its time is given more of it', () => {
  const settling = createSettling(4000);
  settling.learn(600);
  settling.learn(100);

  expect([settling.slowestMs, settling.quietMs(), settling.patienceMs()]).toEqual([
    600, 1300, 4000,
  ]);
});

test('a receiver slower than the option allows for has shown how slow it is', () => {
  const settling = createSettling(1000);
  settling.learn(5000);

  expect(settling.patienceMs()).toBe(16_000);
});

test('patience always outlasts quiet and what was seen, and never shrinks by learning', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60_000 }),
      fc.array(fc.integer({ min: 0, max: 60_000 })),
      (most, seen) => {
        const settling = createSettling(most);
        for (const ms of seen) {
          const before = settling.patienceMs();
          settling.learn(ms);
          expect(settling.patienceMs()).toBeGreaterThanOrEqual(before);
        }
        expect(settling.patienceMs()).toBeGreaterThan(settling.quietMs());
        expect(settling.patienceMs()).toBeGreaterThan(settling.slowestMs);
      },
    ),
  );
});
