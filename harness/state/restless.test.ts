import { expect, test } from 'vitest';
import { restlessPaths } from './restless.ts';
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

test('flags and numbers do not depend on who is asked: a store that has only half is no greeting', () => {
  expect(pathsOf('{"complete":true}', '{"complete":false}', '{"complete":true}')).toEqual([]);
  expect(pathsOf('{"files":2}', '{"files":1}', '{"files":2}')).toEqual([]);
});

test('what stands in a list speaks of recordings', () => {
  expect(pathsOf('[{"by":"a"}]', '[{"by":"b"}]', '[{"by":"a"}]')).toEqual([]);
});

test('an object under an identifier speaks of it', () => {
  const state = (phase: string): string => `{"room/7 “é”":{"phase":"${phase}"}}`;
  expect(pathsOf(state('begun'), state('kept'), state('begun'))).toEqual([]);
});
