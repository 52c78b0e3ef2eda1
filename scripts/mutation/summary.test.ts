import { describe, expect, it } from 'vitest';
import { scoreOf, summarise, type MutationReport } from './summary.ts';

const source = ['const a = 1;', 'if (a > 0 &&', '    b) {', '}'].join('\n');

function mutant(
  status: string,
  from: readonly [number, number],
  to: readonly [number, number],
  replacement = 'false',
): MutationReport['files'][string]['mutants'][number] {
  const [line, column] = from;
  const [endLine, endColumn] = to;
  return {
    mutatorName: 'ConditionalExpression',
    replacement,
    status,
    location: { start: { line, column }, end: { line: endLine, column: endColumn } },
  };
}

const about = {
  scope: 'media',
  of: ['media/**/*.ts'],
  sample: 1,
  unit: 'function',
  commit: 'abc1234',
} as const;

describe('summarise', () => {
  it('counts what was tried, and nothing of what was left out', () => {
    const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'];
    const mutants = [...statuses, 'CompileError', 'Ignored', 'Pending'].map((status) =>
      mutant(status, [1, 1], [1, 2]),
    );
    expect(summarise({ files: { 'a.ts': { source, mutants } } }, about)).toMatchObject({
      ...about,
      killed: 2,
      timeout: 1,
      survived: 1,
      noCoverage: 1,
      errors: 2,
    });
  });

  it('says what stood there, on one line', () => {
    const mutants = [
      mutant('Survived', [2, 5], [3, 6]),
      mutant('NoCoverage', [1, 11], [1, 12], '2'.repeat(200)),
    ];
    expect(summarise({ files: { 'a.ts': { source, mutants } } }, about).survivors).toEqual([
      {
        file: 'a.ts',
        mutator: 'ConditionalExpression',
        was: 'a > 0 && b',
        becomes: 'false',
        isCovered: true,
      },
      {
        file: 'a.ts',
        mutator: 'ConditionalExpression',
        was: '1',
        becomes: `${'2'.repeat(120)}…`,
        isCovered: false,
      },
    ]);
  });
});

describe('scoreOf', () => {
  it('counts timeouts as noticed and what no test runs as not', () => {
    expect(scoreOf({ killed: 8, timeout: 1, survived: 2, noCoverage: 1 })).toEqual({
      noticed: 9,
      all: 12,
      percent: '75.0 %',
    });
  });

  it('has no figure where nothing was tried', () => {
    expect(scoreOf({ killed: 0, timeout: 0, survived: 0, noCoverage: 0 }).percent).toBe('–');
  });
});
