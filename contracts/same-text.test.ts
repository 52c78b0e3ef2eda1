import { expect, it } from 'vitest';
import { isSameText } from './same-text.ts';

it.each([
  ['abc', 'abc', true],
  ['', '', true],
  ['abc', 'abd', false],
  ['abc', 'abcd', false],
  ['é', 'e', false],
])('%j and %j: %s', (left, right, expected) => {
  expect(isSameText(left, right)).toBe(expected);
});
