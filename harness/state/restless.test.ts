import { expect, test } from 'vitest';
import { restlessPaths, wordsOfNoRoom } from './restless.ts';
import { symbolic } from './states.test-kit.ts';

function pathsOf(...texts: readonly string[]): readonly string[] {
  return [...restlessPaths(texts.map((text) => symbolic(text)))];
}

test('a word that comes again after another one is restless', () => {
  expect(
    pathsOf('{"meta":{"by":"a"},"n":1}', '{"meta":{"by":"b"},"n":1}', '{"meta":{"by":"a"},"n":1}'),
  ).toEqual(['$.meta.by']);
});

test('a word that only goes onwards says something', () => {
  expect(pathsOf('{"phase":"begun"}', '{"phase":"ended"}', '{"phase":"kept"}')).toEqual([]);
  expect(pathsOf('{"phase":"begun"}', '{"phase":"ended"}', '{"phase":"ended"}')).toEqual([]);
});

test('what was missing once is not restless: a store that forgets is no greeting', () => {
  expect(pathsOf('{"phase":"kept"}', '{}', '{"phase":"kept"}')).toEqual([]);
});

test('the number of a process that comes again is restless, a flag is not', () => {
  expect(pathsOf('{"pid":71}', '{"pid":72}', '{"pid":71}')).toEqual(['$.pid']);
  expect(pathsOf('{"complete":true}', '{"complete":false}', '{"complete":true}')).toEqual([]);
});

test.each([
  ['the same words', ['"a"', '"b"', '"a"'], ['"b"', '"a"'], ['$.of']],
  ['the same numbers', ['71', '72', '73'], ['72', '71'], ['$.of']],
  ['one word of two', ['"none"', '"kept"', '"none"'], ['"none"', '"begun"'], []],
  ['one number of two', ['0', '3', '0'], ['0', '1'], []],
  ['nothing there', ['"a"', '"b"', '"a"'], [], []],
])('another room that says %s', (_, words, others, kept) => {
  const states = (texts: readonly string[]): ReturnType<typeof symbolic>[] =>
    texts.map((text) => symbolic(`{"of":${text}}`));
  expect([...wordsOfNoRoom(new Set(['$.of']), states(words), states(others))]).toEqual(kept);
});

test('what stands in a list speaks of recordings', () => {
  expect(pathsOf('[{"by":"a"}]', '[{"by":"b"}]', '[{"by":"a"}]')).toEqual([]);
});

test('an object under an identifier speaks of it', () => {
  const state = (phase: string): string => `{"room/7 “é”":{"phase":"${phase}"}}`;
  expect(pathsOf(state('begun'), state('kept'), state('begun'))).toEqual([]);
});
