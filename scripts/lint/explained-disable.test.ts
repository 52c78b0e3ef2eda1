import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { explainedDisable } from './explained-disable.js';

const linter = new Linter();
const config: Linter.Config = {
  plugins: { soundcheck: { rules: { 'explained-disable': explainedDisable } } },
  rules: { 'soundcheck/explained-disable': 'error' },
};
const messages = (code: string): readonly string[] =>
  linter.verify(code, config).map(({ message }) => message);

test.each([
  '/* eslint-disable no-var */\nvar x = 1;',
  '// eslint-disable-next-line no-var\nvar x = 1;',
  'var x = 1; // eslint-disable-line no-var',
  '// eslint-disable-next-line\nvar x = 1;',
])('%j is not explained', (code) => {
  expect(messages(code)).toContainEqual(expect.stringContaining('Say why'));
});

test.each([
  '// eslint-disable-next-line no-var -- shared with a script of 1999\nvar x = 1;',
  '/* eslint-enable no-var */',
  'const x = 1;',
])('%j is fine', (code) => {
  expect(messages(code).filter((message) => message.includes('Say why'))).toEqual([]);
});
