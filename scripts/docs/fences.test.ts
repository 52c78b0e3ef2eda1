import { describe, expect, test } from 'vitest';
import { fencesOf, missingLine } from './fences.ts';

describe('fencesOf', () => {
  test('reads language, marks, text and line', () => {
    expect(fencesOf('x\n```sh test exit=1\na\nb\n```\n````text\n```\n````\n')).toEqual([
      {
        language: 'sh',
        marks: new Map([
          ['test', ''],
          ['exit', '1'],
        ]),
        text: 'a\nb\n',
        line: 2,
      },
      { language: 'text', marks: new Map(), text: '```\n', line: 6 },
    ]);
  });

  test('refuses a block without an end', () => {
    expect(() => fencesOf('```sh\na\n')).toThrow('The block at line 1 does not end.');
  });
});

describe('missingLine', () => {
  const output = 'start\n✓ a/b-2  1.2 s\n[41 of 41 checks] (seed 1)\nhttp://h:123/x\nend 7\n';

  test.each([
    ['the whole', output],
    ['a part in order', 'start\nend 7\n'],
    ['other numbers', '✓ a/b-2  12 ms\n[1 of 2 checks] (seed 9)\nhttp://h:8080/x\n'],
    ['gaps', '…\n[… checks] (seed 1)\n…\n'],
  ])('finds %s', (_, example) => {
    expect(missingLine(example, output)).toBeUndefined();
  });

  test.each([
    ['another word', 'start\nstop\n', 'stop'],
    ['another order', 'end 7\nstart\n', 'start'],
    ['a part of a line', 'star\n', 'star'],
    ['letters for digits', 'end x\n', 'end x'],
    ['signs of regular expressions', '.*\n', '.*'],
  ])('does not find %s', (_, example, missing) => {
    expect(missingLine(example, output)).toBe(missing);
  });
});
