import { describe, expect, test } from 'vitest';
import { renderDependencies, renderImportTable } from './docs/architecture.ts';
import { renderExitCodes, renderOptions } from './docs/command-line.ts';
import { compareDocuments } from './docs/write-documents.ts';
import { flagOf, optionSpecs } from '../cli/options.ts';
import { exitCodes } from '#harness/verdict.ts';

const comparisons = await compareDocuments();

test.each(comparisons.map(({ path, committed, wanted }) => [path, committed, wanted] as const))(
  '%s is what npm run docs writes',
  (path, committed, wanted) => {
    expect(
      firstDifference(committed, wanted),
      `${path} is stale: run npm run docs`,
    ).toBeUndefined();
  },
);

/** A whole document as a diff would hide what is wrong. */
function firstDifference(committed: string, wanted: string): string | undefined {
  const lines = committed.split('\n');
  const index = wanted.split('\n').findIndex((line, at) => line !== lines[at]);
  if (index === -1) {
    return committed === wanted ? undefined : `${String(lines.length)} lines`;
  }
  return `line ${String(index + 1)}: ${lines[index] ?? 'missing'}`;
}

describe('the tables leave nothing out', () => {
  test('every option has its row', () => {
    const rows = renderOptions();
    const missing = optionSpecs.filter(({ key }) => !rows.includes(`| \`${flagOf(key)}`));
    expect(missing).toEqual([]);
  });

  test('every exit code has its row', () => {
    const rows = renderExitCodes();
    const missing = Object.values(exitCodes).filter(
      (code) => !rows.includes(`\n| ${String(code)} |`),
    );
    expect(missing).toEqual([]);
  });

  test('the import table names folders, not specifiers', () => {
    expect(renderImportTable()).toContain('| `media/` | `node:buffer` |');
    expect(renderImportTable()).not.toContain('#');
  });

  test('dependencies are explained, each in two cells', () => {
    const rows = renderDependencies().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((row) => !/^\| `[^`]+`[^|]* \| [^|]+ \| [^|]+ \|$/u.test(row))).toEqual([]);
  });
});
