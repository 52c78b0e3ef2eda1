import type { ProfileVerdict, RunResult } from '#harness/result.ts';
import { displayWidth, padDisplay } from '#reports/display-width.ts';
import { failureLines, type LineKind } from '#reports/failure-text.ts';
import type { Messages } from '#reports/language/en.ts';
import { messagesOf, type Language } from '#reports/language/language.ts';
import { notTestedTexts, summaryText } from '#reports/language/run-texts.ts';
import { translate } from '#reports/language/translate.ts';
import {
  certificateLines,
  isProblem,
  judge,
  outcomes,
  profiles,
  tally,
  type Judged,
} from '#reports/outcome.ts';
import { duration } from '#reports/text.ts';
import { escapeForTerminal, type Colour, type Painter } from './terminal.ts';

/** Problems told at length on the console; the reports have all. */
const toldMax = 20;
/** Lines about what was not tested. */
const notTestedMax = 12;

const verdictColours: Readonly<Record<RunResult['verdict'], Colour>> = {
  met: 'green',
  'not-met': 'red',
  inconclusive: 'yellow',
  'harness-error': 'magenta',
  configuration: 'yellow',
};

const profileColours: Readonly<Record<ProfileVerdict, Colour>> = {
  met: 'green',
  'met-with-waivers': 'yellow',
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
export function summaryLines(
  result: RunResult,
  paint: Painter,
  language: Language = 'en',
): readonly string[] {
  const say = messagesOf(language);
  const judged = judge(result);
  const problems = judged.filter(({ outcome }) => isProblem(outcome));
  const waived = judged.filter(({ outcome }) => outcome === 'waived');
  const untested = notTestedTexts(result, language).map(({ text }) => say.notTestedLine(text));
  const known = waived.map(({ check: { id, waiver } }) =>
    say.waivedLine(`${id}: ${waiver?.reason ?? ''}`),
  );
  return [
    ...problems.slice(0, toldMax).flatMap((problem) => problemLines(problem, paint, language)),
    ...hiddenLine(problems.length - toldMax, say.moreProblemsInReport),
    ...profileLines(result, paint, say),
    ...listLines(untested, say),
    ...listLines(known, say),
    ...certificateLines(result).map((line) => paint('green', escapeForTerminal(line))),
    ...verdictLines(result, paint, language),
    ...firstLines(problems.find(isToFix(result)), language),
  ];
}

function problemLines(
  { check, outcome }: Judged,
  paint: Painter,
  language: Language,
): readonly string[] {
  const word = messagesOf(language).outcomes[outcome];
  const lines = failureLines(check, language).map(({ kind, text }) => {
    const colour = lineColours[kind];
    const claim = `${outcomes[outcome].mark} ${word}: ${text}`;
    const safe = escapeForTerminal(kind === 'claim' ? claim : text);
    return colour === undefined ? safe : paint(colour, safe);
  });
  return [...lines, ''];
}

function profileLines(result: RunResult, paint: Painter, say: Messages): readonly string[] {
  const words = profiles.map((profile) => say.profileVerdicts[result.profiles[profile]]);
  const nameWidth = Math.max(...profiles.map((profile) => profile.length));
  const wordWidth = Math.max(13, ...words.map(displayWidth));
  return profiles.map((profile, index) => {
    const verdict = padDisplay(words[index] ?? '', wordWidth);
    const checks = tally(result, profile)
      .map((one) => say.tally(one.checks, say.outcomes[one.outcome]))
      .join(', ');
    const colour = profileColours[result.profiles[profile]];
    const head = `${profile.padEnd(nameWidth)}  ${paint(colour, verdict)}`;
    return `${head}  ${checks === '' ? say.noChecks : checks}`;
  });
}

function listLines(lines: readonly string[], say: Messages): readonly string[] {
  return [
    ...lines.slice(0, notTestedMax).map(escapeForTerminal),
    ...hiddenLine(lines.length - notTestedMax, say.moreLinesInReport),
  ];
}

function hiddenLine(hidden: number, text: (amount: number) => string): readonly string[] {
  return hidden > 0 ? [text(hidden), ''] : [];
}

function verdictLines(result: RunResult, paint: Painter, language: Language): readonly string[] {
  const say = messagesOf(language);
  const { verdict, checks, requests, seed } = result;
  const { text } = summaryText(result, language);
  const word = paint(verdictColours[verdict], say.loudVerdicts[verdict]);
  return [
    '',
    `${word}  ${escapeForTerminal(text)}`,
    ...(result.target.embedded ? [say.embedded] : []),
    ...(result.interrupted === null
      ? []
      : [say.cutShortLine(escapeForTerminal(translate(result.interrupted, language).text))]),
    ...(result.filtered === null ? [] : [say.filteredLine(escapeForTerminal(result.filtered))]),
    say.totals(checks.length, requests, duration(result.durationMs), seed),
  ];
}

/** In a run that was cut short an untested check is nothing to be mended. */
function isToFix({ interrupted }: RunResult): (problem: Judged) => boolean {
  return ({ check }) => interrupted === null || check.verdict !== 'untestable';
}

/** What to look at first; nothing where nothing is wrong. */
function firstLines(first: Judged | undefined, language: Language): readonly string[] {
  if (first === undefined) {
    return [];
  }
  const { check } = first;
  const advice = check.verdict === 'not-met' ? check.hint : (check.fault ?? check.hint);
  const { text } = translate(advice, language);
  return [messagesOf(language).first(check.id), `  → ${escapeForTerminal(text)}`];
}
