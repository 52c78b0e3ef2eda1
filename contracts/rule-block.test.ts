import { describe, expect, it } from 'vitest';
import { isJsonObject, parseJson } from './json.ts';
import { RuleBlock, violationText, type RuleViolation } from './rule-block.ts';

function blockOf(text: string, violations: RuleViolation[]): RuleBlock {
  const value = parseJson(text);
  if (!isJsonObject(value)) {
    throw new TypeError('the test needs an object');
  }
  return new RuleBlock('$', value, violations);
}

/** What is said after something was read from a block. */
function said(text: string, read: (block: RuleBlock) => unknown): readonly string[] {
  const violations: RuleViolation[] = [];
  read(blockOf(text, violations));
  return violations.map(violationText);
}

describe('RuleBlock', () => {
  it('reads what is there, and null as nothing', () => {
    const block = blockOf('{"t":"x","n":-7,"o":{"t":"y"},"z":null}', []);
    expect([block.text('t'), block.integer('n'), block.block('o')?.text('t')]).toEqual([
      'x',
      -7,
      'y',
    ]);
    expect([block.text('z'), block.integer('z'), block.block('z')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(block.text('toString')).toBeUndefined();
  });

  it.each<readonly [string, (block: RuleBlock) => unknown, readonly string[]]>([
    [
      '{"t":7}',
      (block) => block.text('t'),
      ['$.t: It is the number 7. Write a text in quotation marks.'],
    ],
    [
      '{"t":7}',
      (block) => block.requiredText('t', 'Write x.'),
      ['$.t: It is the number 7. Write a text in quotation marks.'],
    ],
    ['{"t":""}', (block) => block.requiredText('t', 'Write x.'), ['$.t: It is empty. Write x.']],
    ['{}', (block) => block.requiredText('t', 'Write x.'), ['$.t: It is missing. Write x.']],
    [
      '{"n":1e3}',
      (block) => block.integer('n'),
      ['$.n: It is the number 1e3. Write a whole number without quotation marks.'],
    ],
    ['{"o":[]}', (block) => block.block('o'), ['$.o: It is a list. Write an object in braces.']],
    [
      '{"o":{"t":1}}',
      (block) => block.block('o')?.text('t'),
      ['$.o.t: It is the number 1. Write a text in quotation marks.'],
    ],
  ])('of %s says what is wrong', (text, read, sentences) => {
    expect(said(text, read)).toEqual(sentences);
  });

  it('says which members nobody asked for, and which were meant', () => {
    const sentences = said('{"a_b":1,"AB":2,"c":3,"id":4}', (block) => {
      block.take('a_b');
      block.reportUnknown(['id']);
    });
    expect(sentences).toEqual([
      '$.AB: There is no such field. Write a_b.',
      '$.c: There is no such field. Remove it; known are a_b.',
    ]);
  });

  it('lists every member that is known', () => {
    const sentences = said('{"a":1,"c":3}', (block) => {
      block.take('a');
      block.take('b');
      block.reportUnknown();
    });
    expect(sentences).toEqual(['$.c: There is no such field. Remove it; known are a, b.']);
  });
});
