/** As much of Stryker's report (mutation-testing-report-schema) as is read here. */
export interface MutationReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly ReportedMutant[] }>
  >;
}

interface ReportedMutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly statusReason?: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

/** Line and column, both counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mutant that no test noticed. Without a line number: that changes with every edit above it. */
export interface Survivor {
  readonly file: string;
  readonly mutator: string;
  /** What stands in the code, on one line and bounded. */
  readonly was: string;
  readonly becomes: string;
  /** Whether any test runs the code at all. */
  readonly isCovered: boolean;
}

/** What a run over one scope came to: kept beside the code, and what docs/mutation.md is written from. */
export interface ScopeResult {
  readonly scope: string;
  /** Globs of what was mutated. */
  readonly of: readonly string[];
  /** One of so many units was mutated; 1 for all. */
  readonly sample: number;
  /** What the sample was drawn from: functions and other declarations as wholes, or, in older results, statements. */
  readonly unit: 'function' | 'statement';
  /** The commit that was measured. */
  readonly commit: string;
  readonly killed: number;
  readonly timeout: number;
  readonly survived: number;
  readonly noCoverage: number;
  /** Mutants that could not be tried. They count neither way. */
  readonly errors: number;
  readonly survivors: readonly Survivor[];
}

const textLengthMax = 120;

/** Sums up a report. */
export function summarise(
  report: MutationReport,
  about: Pick<ScopeResult, 'scope' | 'of' | 'sample' | 'unit' | 'commit'>,
): ScopeResult {
  const mutants = Object.entries(report.files).flatMap(([file, { source, mutants: own }]) =>
    own.map((mutant) => ({ ...mutant, file, source })),
  );
  const count = (...statuses: readonly string[]): number =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  return {
    ...about,
    killed: count('Killed'),
    timeout: count('Timeout'),
    survived: count('Survived'),
    noCoverage: count('NoCoverage'),
    errors: count('RuntimeError', 'CompileError'),
    survivors: mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ file, source, location, mutatorName, replacement = '', status }) => ({
        file,
        mutator: mutatorName,
        was: oneLine(textAt(source, location)),
        becomes: oneLine(replacement),
        isCovered: status === 'Survived',
      })),
  };
}

/** Mutants that were noticed, and all that could be tried. */
export function scoreOf(
  result: Pick<ScopeResult, 'killed' | 'timeout' | 'survived' | 'noCoverage'>,
): { readonly noticed: number; readonly all: number; readonly percent: string } {
  const noticed = result.killed + result.timeout;
  const all = noticed + result.survived + result.noCoverage;
  return { noticed, all, percent: all === 0 ? '–' : `${((100 * noticed) / all).toFixed(1)} %` };
}

function textAt(source: string, { start, end }: ReportedMutant['location']): string {
  const lines = source.split('\n');
  const offsetOf = ({ line, column }: Place): number =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  return source.slice(offsetOf(start), offsetOf(end));
}

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return flat.length <= textLengthMax ? flat : `${flat.slice(0, textLengthMax)}…`;
}
