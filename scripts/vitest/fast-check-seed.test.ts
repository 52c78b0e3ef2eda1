import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { chooseSeed, ciSeed } from './fast-check-seed.ts';

const fresh = (): number => 7;

test('explores with a fresh seed on a developer machine', () => {
  expect(chooseSeed({}, fresh)).toBe(7);
  expect(chooseSeed({ CI: 'false', FAST_CHECK_SEED: '' }, fresh)).toBe(7);
});

test('repeats itself in CI', () => {
  expect(chooseSeed({ CI: 'true' }, fresh)).toBe(ciSeed);
});

test('takes the seed that a failure printed, CI or not', () => {
  expect(chooseSeed({ CI: 'true', FAST_CHECK_SEED: '-42' }, fresh)).toBe(-42);
});

test.each(['abc', '1.5', '4294967296'])('refuses %s as a seed', (asked) => {
  expect(() => chooseSeed({ FAST_CHECK_SEED: asked }, fresh)).toThrow(RangeError);
});

test('every property of the run uses the printed seed', () => {
  expect(fc.readConfigureGlobal().seed).toBe(inject('fastCheckSeed'));
});
