import type { CheckResult, Counterexample, RunResult } from '#harness/result.ts';
import { stabilityText } from './failure-text.ts';
import { code, fence, prose } from './markdown-escape.ts';
import {
  certificateLines,
  isProblem,
  judge,
  outcomes,
  profiles,
  tally,
  type Judged,
} from './outcome.ts';
import type { Messages } from './language/en.ts';
import { messagesOf, type Language } from './language/language.ts';
import { notTestedTexts, summaryText } from './language/run-texts.ts';
import { translate, translateReading } from './language/translate.ts';
import { duration } from './text.ts';
import { marksOf, timelineOf } from './timeline.ts';

/** Job summaries of GitHub end at 1 MiB; what is beyond half of that nobody reads. */
const bytesMax = 512 * 1024;
const findingsMax = 5;
const stepsMax = 30;
const notTestedMax = 50;
const valueCharactersMax = 300;

const verdictMarks: Readonly<Record<RunResult['verdict'], string>> = {
  met: '✅',
  'not-met': '❌',
  inconclusive: '⚠️',
  'harness-error': '‼️',
  configuration: '⚙️',
};

/**
 * Writes `summary.md` for CI job summaries (GitHub, GitLab): verdict first, then profiles, what was not tested, and
 * each problem, the most pressing first. Text of the target is inert in Markdown and HTML. At most 512 KiB of UTF-8:
 * problems that do not fit are counted, never silently left out.
 */
export function renderSummary(
  result: RunResult,
  { language = 'en' }: { readonly language?: Language } = {},
): string {
  const say = messagesOf(language);
  const head = [
    ...headLines(result, say, language),
    ...profileLines(result, say),
    ...notTestedLines(result, say, language),
  ].join('\n');
  const problems = judge(result).filter(({ outcome }) => isProblem(outcome));
  const waived = waivedLines(
    judge(result).filter(({ outcome }) => outcome === 'waived'),
    say,
  );
  const sections: string[] = [];
  let bytes = Buffer.byteLength(head) + Buffer.byteLength(waived);
  for (const problem of problems) {
    const section = problemLines(problem, say, language).join('\n');
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > bytesMax) {
      sections.push(say.moreProblemsInReports(problems.length - sections.length));
      break;
    }
    sections.push(section);
  }
  return `${[head, ...sections, waived].filter((part) => part !== '').join('\n\n')}\n`;
}

function headLines(result: RunResult, say: Messages, language: Language): readonly string[] {
  const { target, verdict } = result;
  const where = [target.endpoint, target.bucket]
    .filter((one) => one !== null)
    .map((one) => code(one));
  const title = `${verdictMarks[verdict]} ${say.verdicts[verdict]}`;
  const dialects = result.dialects.map((one) => code(one)).join(', ');
  const tested = where.length === 0 ? say.none : where.join(say.and);
  return [
    `# ${say.summaryTitle(title, result.service.toUpperCase())}`,
    '',
    prose(summaryText(result, language).text),
    '',
    ...(target.embedded ? [`**${say.embedded}**`, ''] : []),
    ...(result.interrupted === null
      ? []
      : [`**${say.cutShortLabel}** ${prose(translate(result.interrupted, language).text)}`, '']),
    ...(result.filtered === null
      ? []
      : [`**${say.filteredLabel}** ${code(result.filtered)}; ${say.filteredMeans}`, '']),
    say.targetLine(tested, code(target.appId), dialects),
    '',
    `${countsText(result, say)} · ${say.requests(result.requests)}, ${duration(result.durationMs)} · ${say.seed} ${String(result.seed)}`,
    '',
  ];
}

/** How many checks came out how: every state, also those that did not occur. */
function countsText({ counts }: RunResult, say: Messages): string {
  const parts = [
    say.tally(counts.met, say.outcomes.met),
    say.tally(counts['not-met'], say.profileVerdicts['not-met']),
    say.tally(counts.untestable, say.outcomes.untested),
    say.tally(counts['not-applicable'], say.outcomes['not-applicable']),
    say.tally(counts['harness-error'], say.outcomes.harness),
    say.tally(counts.waived, say.outcomes.waived),
  ];
  return parts.join(', ');
}

function profileLines(result: RunResult, say: Messages): readonly string[] {
  return [
    `| ${say.profile} | ${say.verdict} | ${say.check} |`,
    '| --- | --- | --- |',
    ...profiles.map((profile) => {
      const checks = tally(result, profile)
        .map((one) => say.tally(one.checks, say.outcomes[one.outcome]))
        .join(', ');
      const verdict = say.profileVerdicts[result.profiles[profile]];
      return `| ${profile} | ${verdict} | ${checks === '' ? say.none : checks} |`;
    }),
    '',
    ...certificateLines(result).map((line) => `- ${prose(line)}`),
    ...(result.certificates.length === 0 ? [say.certificatesNone] : []),
  ];
}

function notTestedLines(result: RunResult, say: Messages, language: Language): readonly string[] {
  const lines = notTestedTexts(result, language);
  const hidden = lines.length - notTestedMax;
  return lines.length === 0
    ? []
    : [
        '',
        `**${say.notTested}**`,
        '',
        ...lines.slice(0, notTestedMax).map(({ text }) => `- ${prose(text)}`),
        ...(hidden > 0 ? [`- ${say.moreNotTested(hidden)}`] : []),
      ];
}

function problemLines(
  { check, outcome }: Judged,
  say: Messages,
  language: Language,
): readonly string[] {
  const { mark } = outcomes[outcome];
  const said = (english: string): string => prose(translate(english, language).text);
  return [
    `## ${mark} ${check.level} ${say.outcomes[outcome]}: ${said(check.title)}`,
    '',
    `${code(check.id)} ${prose(stabilityText(check, say))}`.trimEnd(),
    '',
    ...(check.fault === null ? [] : [said(check.fault), '']),
    ...clauseLines(check, say, language),
    ...findingLines(check, say, language),
    ...(check.counterexample === null ? [] : planLines(check.counterexample, say)),
    ...(check.verdict === 'not-met' ? ['', `**${say.whatToChange}:** ${said(check.hint)}`] : []),
    ...(check.replay === null ? [] : ['', `${say.runAgain}:`, '', fence(check.replay, 'sh')]),
  ];
}

function clauseLines(check: CheckResult, say: Messages, language: Language): readonly string[] {
  return check.clauses.map((clause) => {
    const read = translateReading(clause, language);
    const reading = read === null ? '' : ` *${prose(read.text)}*`;
    return `> ${prose(translate(clause.statement, language).text)}${reading}<br>${prose(clause.document)}, ${prose(clause.section)} (${say.bases[clause.basis]})\n`;
  });
}

function findingLines(check: CheckResult, say: Messages, language: Language): readonly string[] {
  const hidden = check.findings.length - findingsMax;
  return check.findings.length === 0
    ? []
    : [
        `| ${say.where} | ${say.expected} | ${say.actual} |`,
        '| --- | --- | --- |',
        ...check.findings.slice(0, findingsMax).map(({ at, code: kind, expected, actual }) => {
          const cells = [at, expected, actual].map((cell) =>
            code(translate(cell, language).text, valueCharactersMax),
          );
          return `| ${cells[0] ?? ''}<br>${code(kind)} | ${cells[1] ?? ''} | ${cells[2] ?? ''} |`;
        }),
        ...(hidden > 0 ? ['', say.moreFindings(hidden)] : []),
      ];
}

function planLines(counterexample: Counterexample, say: Messages): readonly string[] {
  const { deliveries } = timelineOf(counterexample);
  const hidden = deliveries.length - stepsMax;
  return [
    '',
    `${prose(say.planCallbacks(counterexample.title, counterexample.callbacks))}:`,
    '',
    `| ${say.wave} | ${say.sent} | ${say.answer} | |`,
    '| --: | --- | --- | --- |',
    ...deliveries.slice(0, stepsMax).map((delivery) => {
      const { step } = delivery;
      const sent = code(step.label, valueCharactersMax);
      const answer = code(step.answer, valueCharactersMax);
      return `| ${step.wave + 1} | ${sent} | ${answer} | ${prose(marksOf(delivery, say).join(', '))} |`;
    }),
    ...(hidden > 0 ? ['', say.moreSteps(hidden)] : []),
  ];
}

function waivedLines(waived: readonly Judged[], say: Messages): string {
  const lines = waived.map(({ check }) => {
    const { owner = '', expires = '', reason = '', ticket = '' } = check.waiver ?? {};
    return `- ${code(check.id)}: ${prose(reason)} ${prose(say.until(owner, ticket, expires))}`;
  });
  return lines.length === 0 ? '' : [`**${say.waived}**`, '', ...lines].join('\n');
}
