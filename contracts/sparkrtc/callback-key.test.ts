import { expect, it } from 'vitest';
import { callbackKeyFault } from './callback-key.ts';

it.each([
  [0, null],
  [1, 'A callback key has 32 to 64 characters, not 1.'],
  [31, 'A callback key has 32 to 64 characters, not 31.'],
  [32, null],
  [64, null],
  [65, 'A callback key has 32 to 64 characters, not 65.'],
])('a key of %d characters', (length, fault) => {
  expect(callbackKeyFault('😀'.repeat(length))).toBe(fault);
});
