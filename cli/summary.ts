import type { ProfileVerdict, RunResult } from '#harness/result.ts';
import { failureLines, type LineKind } from '#reports/failure-text.ts';
import {
  certificateLines,
  isProblem,
  judge,
  outcomes,
  profiles,
  tally,
  type Judged,
} from '#reports/outcome.ts';
import { count, duration } from '#reports/text.ts';
import { escapeForTerminal, type Colour, type Painter } from './terminal.ts';

/** Problems told at length on the console; the reports have all. */
const toldMax = 20;
/** Lines about what was not tested. */
const notTestedMax = 12;

const verdicts: Readonly<Record<RunResult['verdict'], { readonly word: string; colour: Colour }>> =
  {
    met: { word: 'MET', colour: 'green' },
    'not-met': { word: 'NOT MET', colour: 'red' },
    inconclusive: { word: 'INCONCLUSIVE', colour: 'yellow' },
    'harness-error': { word: 'SOUNDCHECK FAILED', colour: 'magenta' },
    configuration: { word: 'CONFIGURATION PROBLEM', colour: 'yellow' },
  };

const profileColours: Readonly<Record<ProfileVerdict, Colour>> = {
  met: 'green',
  'not-met': 'red',
  inconclusive: 'yellow',
  'not-certified': 'dim',
};

const lineColours: Partial<Readonly<Record<LineKind, Colour>>> = {
  claim: 'bold',
  expected: 'green',
  actual: 'red',
  step: 'dim',
  command: 'cyan',
};

/**
 * The end of a run in lines: each problem whole, then profiles, what was not tested, certificates, verdict, and what to
 * look at first. What matters most comes last, where the reader's eye is when a run ends.
 */
export function summaryLines(result: RunResult, paint: Painter): readonly string[] {
  const judged = judge(result);
  const problems = judged.filter(({ outcome }) => isProblem(outcome));
  const waived = judged.filter(({ outcome }) => outcome === 'waived');
  return [
    ...problems.slice(0, toldMax).flatMap((problem) => problemLines(problem, paint)),
    ...hiddenLine(problems.length - toldMax, 'problem'),
    ...profileLines(result, paint),
    ...listLines('not tested', result.notTested),
    ...listLines(
      'waived',
      waived.map(({ check: { id, waiver } }) => `${id}: ${waiver?.reason ?? ''}`),
    ),
    ...certificateLines(result).map((line) => paint('green', escapeForTerminal(line))),
    ...verdictLines(result, problems, paint),
  ];
}

function problemLines({ check, outcome }: Judged, paint: Painter): readonly string[] {
  const { mark, word } = outcomes[outcome];
  const lines = failureLines(check).map(({ kind, text }) => {
    const colour = lineColours[kind];
    const safe = escapeForTerminal(kind === 'claim' ? `${mark} ${word}: ${text}` : text);
    return colour === undefined ? safe : paint(colour, safe);
  });
  return [...lines, ''];
}

function profileLines(result: RunResult, paint: Painter): readonly string[] {
  const width = Math.max(...profiles.map((profile) => profile.length));
  return profiles.map((profile) => {
    const verdict = result.profiles[profile];
    const checks = tally(result, profile)
      .map((one) => `${one.checks} ${outcomes[one.outcome].word}`)
      .join(', ');
    const head = `${profile.padEnd(width)}  ${paint(profileColours[verdict], verdict.padEnd(13))}`;
    return `${head}  ${checks === '' ? 'no checks' : checks}`;
  });
}

function listLines(title: string, entries: readonly string[]): readonly string[] {
  return [
    ...entries.slice(0, notTestedMax).map((entry) => `${title}: ${escapeForTerminal(entry)}`),
    ...hiddenLine(entries.length - notTestedMax, 'line'),
  ];
}

function hiddenLine(hidden: number, noun: string): readonly string[] {
  return hidden > 0 ? [`… and ${count(hidden, `more ${noun}`)} in the report`, ''] : [];
}

function verdictLines(
  result: RunResult,
  problems: readonly Judged[],
  paint: Painter,
): readonly string[] {
  const { word, colour } = verdicts[result.verdict];
  const [first] = problems;
  return [
    '',
    `${paint(colour, word)}  ${escapeForTerminal(result.summary)}`,
    ...(result.target.embedded ? ['The embedded reference was tested, nothing of yours.'] : []),
    ...(result.interrupted === null ? [] : [`Cut short: ${escapeForTerminal(result.interrupted)}`]),
    ...(result.filtered === null
      ? []
      : [`Filtered by ${escapeForTerminal(result.filtered)}: nothing is certified.`]),
    `${count(result.checks.length, 'check')}, ${count(result.requests, 'request')}, ${duration(result.durationMs)}, seed ${result.seed}`,
    ...(first === undefined ? [] : firstLines(first)),
  ];
}

function firstLines({ check }: Judged): readonly string[] {
  const advice = check.verdict === 'not-met' ? check.hint : (check.fault ?? check.hint);
  return [`First: ${check.id}`, `  → ${escapeForTerminal(advice)}`];
}
