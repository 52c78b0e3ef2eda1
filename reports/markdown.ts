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
import { count, duration } from './text.ts';
import { marksOf, timelineOf } from './timeline.ts';

/** Job summaries of GitHub end at 1 MiB; what is beyond half of that nobody reads. */
const bytesMax = 512 * 1024;
const findingsMax = 5;
const stepsMax = 30;
const notTestedMax = 50;
const valueCharactersMax = 300;

const verdictWords: Readonly<Record<RunResult['verdict'], string>> = {
  met: '✅ Met',
  'not-met': '❌ Not met',
  inconclusive: '⚠️ Inconclusive',
  'harness-error': '‼️ Soundcheck failed',
  configuration: '⚙️ Configuration problem',
};

/**
 * Writes `summary.md` for CI job summaries (GitHub, GitLab): verdict first, then profiles, what was not tested, and
 * each problem, the most pressing first. Text of the target is inert in Markdown and HTML. At most 512 KiB of UTF-8:
 * problems that do not fit are counted, never silently left out.
 */
export function renderSummary(result: RunResult): string {
  const head = [...headLines(result), ...profileLines(result), ...notTestedLines(result)].join(
    '\n',
  );
  const problems = judge(result).filter(({ outcome }) => isProblem(outcome));
  const waived = waivedLines(judge(result).filter(({ outcome }) => outcome === 'waived'));
  const sections: string[] = [];
  let bytes = Buffer.byteLength(head) + Buffer.byteLength(waived);
  for (const problem of problems) {
    const section = problemLines(problem).join('\n');
    bytes += Buffer.byteLength(section) + 2;
    if (bytes > bytesMax) {
      sections.push(
        `… and ${count(problems.length - sections.length, 'more problem')} in report.html and report.json.`,
      );
      break;
    }
    sections.push(section);
  }
  return `${[head, ...sections, waived].filter((part) => part !== '').join('\n\n')}\n`;
}

function headLines(result: RunResult): readonly string[] {
  const { target, counts } = result;
  const where = [target.endpoint, target.bucket]
    .filter((one) => one !== null)
    .map((one) => code(one));
  return [
    `# ${verdictWords[result.verdict]}: Soundcheck, ${result.service.toUpperCase()}`,
    '',
    prose(result.summary),
    '',
    ...(target.embedded ? ['**The embedded reference was tested, nothing of yours.**', ''] : []),
    ...(result.interrupted === null ? [] : [`**Cut short:** ${prose(result.interrupted)}`, '']),
    ...(result.filtered === null
      ? []
      : [`**Filtered:** ${code(result.filtered)}; a filtered run certifies nothing.`, '']),
    `Target ${where.length === 0 ? 'none' : where.join(' and ')}, application ${code(target.appId)}` +
      (result.dialects.length === 0
        ? ''
        : `, dialects ${result.dialects.map((one) => code(one)).join(', ')}`),
    '',
    `${count(counts.met, 'check')} met, ${counts['not-met']} not met, ${counts.untestable} untestable, ` +
      `${counts['not-applicable']} not applicable, ${counts['harness-error']} harness errors, ${counts.waived} waived` +
      ` · ${count(result.requests, 'request')} in ${duration(result.durationMs)} · seed ${result.seed}`,
    '',
  ];
}

function profileLines(result: RunResult): readonly string[] {
  return [
    '| Profile | Verdict | Checks |',
    '| --- | --- | --- |',
    ...profiles.map((profile) => {
      const checks = tally(result, profile)
        .map((one) => `${one.checks} ${outcomes[one.outcome].word}`)
        .join(', ');
      return `| ${profile} | ${result.profiles[profile]} | ${checks === '' ? 'none' : checks} |`;
    }),
    '',
    ...certificateLines(result).map((line) => `- ${prose(line)}`),
    ...(result.certificates.length === 0 ? ['No certificate.'] : []),
  ];
}

function notTestedLines(result: RunResult): readonly string[] {
  const hidden = result.notTested.length - notTestedMax;
  return result.notTested.length === 0
    ? []
    : [
        '',
        '**Not tested**',
        '',
        ...result.notTested.slice(0, notTestedMax).map((line) => `- ${prose(line)}`),
        ...(hidden > 0 ? [`- … and ${hidden} more in report.json`] : []),
      ];
}

function problemLines({ check, outcome }: Judged): readonly string[] {
  const { word, mark } = outcomes[outcome];
  return [
    `## ${mark} ${check.level} ${word}: ${prose(check.title)}`,
    '',
    `${code(check.id)}${prose(stabilityText(check))}`,
    '',
    ...(check.fault === null ? [] : [prose(check.fault), '']),
    ...clauseLines(check),
    ...findingLines(check),
    ...(check.counterexample === null ? [] : planLines(check.counterexample)),
    ...(check.verdict === 'not-met' ? ['', `**What to change:** ${prose(check.hint)}`] : []),
    ...(check.replay === null ? [] : ['', 'Replay:', '', fence(check.replay, 'sh')]),
  ];
}

function clauseLines(check: CheckResult): readonly string[] {
  return check.clauses.map((clause) => {
    const reading =
      clause.reading === undefined ? '' : ` *We read it so: ${prose(clause.reading)}*`;
    return `> ${prose(clause.statement)}${reading}<br>${prose(clause.document)}, ${prose(clause.section)} (${clause.basis})\n`;
  });
}

function findingLines(check: CheckResult): readonly string[] {
  const hidden = check.findings.length - findingsMax;
  return check.findings.length === 0
    ? []
    : [
        '| Where | Expected | Actual |',
        '| --- | --- | --- |',
        ...check.findings.slice(0, findingsMax).map(({ at, code: kind, expected, actual }) => {
          const cells = [at, expected, actual].map((cell) => code(cell, valueCharactersMax));
          return `| ${cells[0] ?? ''}<br>${code(kind)} | ${cells[1] ?? ''} | ${cells[2] ?? ''} |`;
        }),
        ...(hidden > 0 ? ['', `… and ${count(hidden, 'more finding')} in report.json`] : []),
      ];
}

function planLines(counterexample: Counterexample): readonly string[] {
  const { deliveries } = timelineOf(counterexample);
  const hidden = deliveries.length - stepsMax;
  return [
    '',
    `${prose(counterexample.title)} (${count(counterexample.callbacks, 'callback')}):`,
    '',
    '| Wave | Sent | Answer | |',
    '| --: | --- | --- | --- |',
    ...deliveries.slice(0, stepsMax).map((delivery) => {
      const { step } = delivery;
      const sent = code(step.label, valueCharactersMax);
      const answer = code(step.answer, valueCharactersMax);
      return `| ${step.wave + 1} | ${sent} | ${answer} | ${prose(marksOf(delivery).join(', '))} |`;
    }),
    ...(hidden > 0 ? ['', `… and ${count(hidden, 'more step')} in report.json`] : []),
  ];
}

function waivedLines(waived: readonly Judged[]): string {
  const lines = waived.map(({ check }) => {
    const { owner = '', expires = '', reason = '', ticket = '' } = check.waiver ?? {};
    return `- ${code(check.id)}: ${prose(reason)} (${prose(owner)}, ${prose(ticket)}, until ${prose(expires)})`;
  });
  return lines.length === 0 ? '' : ['**Waived**', '', ...lines].join('\n');
}
