import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson, stringifyJson } from '#contracts/json.ts';
import { isPath, readRecordings, select } from './recording-view.ts';
import { anyJson } from './states.test-kit.ts';

const state = parseJson(
  '{"recordings":[{"file":"a.mp3","task":446946705284175911,"at":{"phase":"up"}},{"file":"b.mp3"}],' +
    '"by id":{"x":{"n":1},"y":{"n":2}},"0":"zero"}',
);

describe('select', () => {
  test.each([
    ['$', 1],
    ['', 1],
    ['$.recordings', 1],
    ['recordings', 1],
    ['$.recordings[*]', 2],
    ['$.recordings[*].file', 2],
    ['$.recordings[1].file', 1],
    ['$.recordings[9].file', 0],
    ['$.recordings[*].task', 1],
    ["$['by id'].*.n", 2],
    ["$['by id']['x'].n", 1],
    ['$.nothing.at.all', 0],
    ['$.recordings[*].task.value', 0],
    ['$.recordings.length', 0],
    ['$.constructor', 0],
  ])('%s finds %d', (path, count) => {
    expect(select(state, path)).toHaveLength(count);
  });

  test('keeps the digits of numbers', () => {
    expect(select(state, '$.recordings[0].task').map((found) => stringifyJson(found))).toEqual([
      '446946705284175911',
    ]);
  });

  test('is total over any state', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(select(value, '$')).toEqual([value]);
        expect(select(value, '$.*[0].a').length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test.each([
  ['$', true],
  ['', true],
  ['$.a.b[0][*].*', true],
  ["$['a b']", true],
  ['$.größe', true],
  ['a-b_c$d', true],
  ['$..a', false],
  ['$.a[', false],
  ['$.a[?(@.b)]', false],
  ["$['a", false],
  ['$.a b', false],
  ['$.', false],
  ['a.$', true],
  ['.$', true],
])('isPath %s: %s', (path, expected) => {
  expect(isPath(path)).toBe(expected);
});

describe('readRecordings', () => {
  test('reads file, task and phase by the mapping', () => {
    const mapping = {
      recordings: '$.recordings[*]',
      file: 'file',
      task: 'task',
      phase: 'at.phase',
    };

    expect(readRecordings(state, mapping)).toEqual({
      recordings: [
        { file: 'a.mp3', task: '446946705284175911', phase: 'up' },
        { file: 'b.mp3', task: null, phase: null },
      ],
      unreadable: [],
    });
  });

  test('says which recordings have no file', () => {
    const broken = parseJson('[{"file":"a"},{},{"file":null},{"file":{"name":"b"}},{"file":7}]');

    expect(readRecordings(broken, { recordings: '$[*]', file: 'file' })).toEqual({
      recordings: [
        { file: 'a', task: null, phase: null },
        { file: '7', task: null, phase: null },
      ],
      unreadable: Array.from({ length: 3 }, () => 'a recording has no text at file'),
    });
  });
});
