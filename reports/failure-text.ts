import type { Finding } from '#harness/check.ts';
import type { CheckResult, ClauseReference, Counterexample } from '#harness/result.ts';
import { clip, count, oneLine } from './text.ts';
import { marksOf, timelineOf, type Delivery } from './timeline.ts';

/** Bounds of one failure's text: a person reads it, the whole is in report.json. */
const findingsMax = 5;
const stepsMax = 40;
const valueCharactersMax = 400;

/** What a line of a failure's text is, so that a console can colour it and a file need not. */
export type LineKind = 'claim' | 'label' | 'expected' | 'actual' | 'step' | 'command' | 'plain';

/** One line without its line feed; nothing in it can drive a terminal. */
export interface TextLine {
  readonly kind: LineKind;
  readonly text: string;
}

/**
 * The text of one failure: claim, clauses, expected beside actual, the shortest delivery plan as a timeline, what to
 * change, and one command that replays it. Every word from the target is escaped and bounded.
 */
export function failureLines(check: CheckResult): readonly TextLine[] {
  return [
    { kind: 'claim', text: `${check.level} ${oneLine(check.title)}` },
    { kind: 'plain', text: `  ${check.id}${stabilityText(check)}` },
    ...(check.fault === null ? [] : [field('because', check.fault)]),
    ...check.clauses.flatMap(clauseLines),
    ...check.findings.slice(0, findingsMax).flatMap(findingLines),
    ...more(check.findings.length - findingsMax, 'finding'),
    ...(check.counterexample === null ? [] : counterexampleLines(check.counterexample)),
    ...(check.verdict === 'not-met' ? [field('change', check.hint)] : []),
    ...(check.replay === null
      ? []
      : [{ kind: 'command' as const, text: `  replay    ${oneLine(check.replay)}` }]),
  ];
}

/** ` · stable (3 of 3 replays failed)`, or nothing where nothing was replayed. */
export function stabilityText(check: CheckResult): string {
  if (check.stability === null) {
    return '';
  }
  const { kind, failed, of } = check.stability;
  return ` · ${kind} (${String(failed)} of ${count(of, 'replay')} failed)`;
}

function field(label: string, value: string): TextLine {
  return {
    kind: 'plain',
    text: `  ${label.padEnd(8)}  ${value === '' ? '' : oneLine(clip(value, valueCharactersMax))}`,
  };
}

function clauseLines(clause: ClauseReference): readonly TextLine[] {
  return [
    field('clause', `${clause.document}, ${clause.section} (${clause.basis})`),
    field('', clause.statement),
    ...(clause.reading === undefined ? [] : [field('', `We read it so: ${clause.reading}`)]),
  ];
}

function findingLines(finding: Finding): readonly TextLine[] {
  const expected = oneLine(clip(finding.expected, valueCharactersMax));
  const actual = oneLine(clip(finding.actual, valueCharactersMax));
  return [
    field('at', `${finding.at} [${finding.code}]`),
    { kind: 'expected', text: `  expected  ${expected}` },
    { kind: 'actual', text: `  actual    ${actual}` },
  ];
}

function more(amount: number, noun: string): readonly TextLine[] {
  return amount > 0
    ? [{ kind: 'plain', text: `            … and ${count(amount, `more ${noun}`)} in report.json` }]
    : [];
}

function counterexampleLines(counterexample: Counterexample): readonly TextLine[] {
  const { deliveries } = timelineOf(counterexample);
  const labelWidth = Math.min(
    40,
    Math.max(...deliveries.slice(0, stepsMax).map(({ step }) => shortLabel(step.label).length), 0),
  );
  return [
    field('plan', `${counterexample.title} (${count(counterexample.callbacks, 'callback')})`),
    ...deliveries.slice(0, stepsMax).map((delivery) => stepLine(delivery, labelWidth)),
    ...more(deliveries.length - stepsMax, 'step'),
    ...counterexample.states.map(({ arm, state }) => field('state', `${arm}: ${state}`)),
  ];
}

function shortLabel(label: string): string {
  return clip(oneLine(label), 60);
}

/** `   2 ┬ F1 uploaded, again   → 200   duplicate, concurrent`; the wave's number stands at its first step. */
function stepLine(delivery: Delivery, labelWidth: number): TextLine {
  const { step, opensWave, concurrent } = delivery;
  const wave = opensWave ? String(step.wave + 1) : '';
  const branch = concurrent ? (opensWave ? '┬' : '├') : '─';
  const marks = marksOf(delivery).join(', ');
  const line = `${wave.padStart(5)} ${branch} ${shortLabel(step.label).padEnd(labelWidth)}  → ${oneLine(step.answer)}`;
  return { kind: 'step', text: marks === '' ? line : `${line}  (${oneLine(marks)})` };
}
