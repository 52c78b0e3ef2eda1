import { describe, expect, test } from 'vitest';
import { armsOf, type Said } from './arm-records.test-kit.ts';
import { expectAnswersWithinBytes, expectStatus200 } from './exact-answer.ts';

describe('the status 200', () => {
  test.each<[string, Said, readonly string[]]>([
    ['200', { answer: 200 }, []],
    ['201', { answer: 201 }, ['201']],
    ['204', { answer: 204 }, ['204']],
    // Refusals and silence are other checks' matter.
    ['500', { answer: 500 }, []],
    ['199', { answer: 199 }, []],
    ['302', { answer: 302 }, []],
    ['no answer', { answer: 'timeout' }, []],
  ])('%s', (_, said, actual) => {
    const findings = expectStatus200(armsOf({ name: 'delivery', said: [said] }));
    expect(findings.map((finding) => finding.actual)).toEqual(actual);
  });
});

describe('bytes of an answer', () => {
  /** `HTTP/1.1 200`, `a: b` and the empty line, each with its end. */
  const head = 14 + 6 + 2;

  test.each<[number, number]>([
    [100 - head, 0],
    [100 - head + 1, 1],
  ])('%i bytes of body under a limit of 100', (length, count) => {
    const said = { headers: { a: 'b' }, body: 'x'.repeat(length) };
    const findings = expectAnswersWithinBytes(armsOf({ name: 'delivery', said: [said] }), 100);
    expect(findings).toHaveLength(count);
    expect(findings.map(({ actual }) => actual)).toEqual(count === 0 ? [] : ['101 bytes']);
  });

  test('no answer has no size', () => {
    const silent = armsOf({ name: 'delivery', said: [{ answer: 'timeout' }] });
    expect(expectAnswersWithinBytes(silent, 0)).toEqual([]);
  });
});
