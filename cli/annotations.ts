import type { RunResult } from '#harness/result.ts';
import { en } from '#reports/language/en.ts';
import {
  certificateLines,
  isProblem,
  judge,
  outcomes,
  type Judged,
  type Outcome,
} from '#reports/outcome.ts';
import { clip, count } from '#reports/text.ts';
import { escapeForTerminal } from './terminal.ts';

/** GitHub shows at most ten errors and ten warnings of a step; what comes after them is dropped silently. */
const shownMax = 10;
const messageCharactersMax = 1000;

const commands: Partial<Readonly<Record<Outcome, 'error' | 'warning'>>> = {
  broken: 'error',
  harness: 'error',
  'stale-waiver': 'error',
  untested: 'warning',
  advice: 'warning',
};

/**
 * Workflow commands that make GitHub show a run's problems on its summary page, one line each; for `GITHUB_ACTIONS`
 * only. Text of the target cannot end its command or begin another. When there are more than GitHub shows, the last
 * line that it shows counts the rest. A run that is not met without a failing check gets an error of its own, one that
 * certifies a notice for each profile, and one of the embedded reference a notice that nothing of yours was tested.
 */
export function annotationLines(result: RunResult): readonly string[] {
  const problems = judge(result).filter(({ outcome }) => isProblem(outcome));
  const errors = problems.filter(({ outcome }) => commands[outcome] === 'error');
  const warnings = problems.filter(({ outcome }) => commands[outcome] === 'warning');
  return [
    ...(errors.length === 0 && result.verdict !== 'met'
      ? [command('error', `Soundcheck: ${result.verdict}`, result.summary)]
      : []),
    ...shown(errors, 'error'),
    ...shown(warnings, 'warning'),
    ...(result.target.embedded ? [command('notice', 'Soundcheck', en.embedded)] : []),
    ...certificateLines(result).map((line) => command('notice', 'Soundcheck', line)),
  ];
}

function shown(problems: readonly Judged[], kind: 'error' | 'warning'): readonly string[] {
  const fitting = problems.length > shownMax ? shownMax - 1 : problems.length;
  const hidden = problems.length - fitting;
  return [
    ...problems
      .slice(0, fitting)
      .map((problem) => command(kind, titleOf(problem), messageOf(problem))),
    ...(hidden > 0
      ? [command(kind, 'Soundcheck', `${count(hidden, `more ${kind}`)} in the report.`)]
      : []),
  ];
}

function titleOf({ check, outcome }: Judged): string {
  return `${check.id} ${outcomes[outcome].word} (${check.level})`;
}

function messageOf({ check }: Judged): string {
  const [finding] = check.findings;
  const reason = finding
    ? `Expected ${finding.expected}, got ${finding.actual}.`
    : (check.fault ?? '');
  const replay = check.replay === null ? '' : ` Replay: ${check.replay}`;
  return `${check.title}. ${reason} ${check.hint}${replay}`;
}

function command(kind: 'error' | 'warning' | 'notice', title: string, message: string): string {
  const text = escapeForTerminal(clip(message, messageCharactersMax)).replaceAll('%', '%25');
  const name = escapeForTerminal(title)
    .replaceAll('%', '%25')
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
  return `::${kind} title=${name}::${text}`;
}
