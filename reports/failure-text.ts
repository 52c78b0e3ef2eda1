import type { Finding } from '#harness/check.ts';
import type { CheckResult, ClauseReference, Counterexample } from '#harness/result.ts';
import { padDisplay, displayWidth } from './display-width.ts';
import type { Messages } from './language/en.ts';
import { messagesOf, type Language } from './language/language.ts';
import { translate, translateReading } from './language/translate.ts';
import { clip, oneLine } from './text.ts';
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
 * change, and one command that replays it. Every word from the target is escaped and bounded. What has no
 * translation stays English.
 */
export function failureLines(check: CheckResult, language: Language = 'en'): readonly TextLine[] {
  const say = messagesOf(language);
  const { labels } = say;
  const said = (english: string): string => translate(english, language).text;
  return [
    { kind: 'claim', text: `${check.level} ${oneLine(said(check.title))}` },
    { kind: 'plain', text: `  ${check.id}${stabilityText(check, say)}` },
    ...(check.fault === null ? [] : [field(labels.because, said(check.fault))]),
    ...check.clauses.flatMap((clause) => clauseLines(clause, language)),
    ...check.findings.slice(0, findingsMax).flatMap((finding) => findingLines(finding, language)),
    ...more(check.findings.length - findingsMax, say.moreFindings),
    ...(check.counterexample === null ? [] : counterexampleLines(check.counterexample, say)),
    ...(check.verdict === 'not-met' ? [field(labels.change, said(check.hint))] : []),
    ...(check.replay === null
      ? []
      : [
          { kind: 'command' as const, text: `  ${labelOf(labels.replay)}${oneLine(check.replay)}` },
        ]),
  ];
}

/** ` · stable (3 of 3 replays failed)`, or nothing where nothing was replayed. */
export function stabilityText(check: CheckResult, say: Messages): string {
  if (check.stability === null) {
    return '';
  }
  const { kind, failed, of } = check.stability;
  return ` · ${say.replays(say.stabilities[kind], failed, of)}`;
}

/** A label with the blanks behind it, so that values stand in one column. */
function labelOf(label: string): string {
  return padDisplay(label, 10);
}

function field(label: string, value: string): TextLine {
  return {
    kind: 'plain',
    text: `  ${labelOf(label)}${value === '' ? '' : oneLine(clip(value, valueCharactersMax))}`,
  };
}

function clauseLines(clause: ClauseReference, language: Language): readonly TextLine[] {
  const { document, section, basis, statement } = clause;
  const say = messagesOf(language);
  const reading = translateReading(clause, language);
  return [
    field(say.labels.clause, `${document}, ${section} (${say.bases[basis]})`),
    field('', translate(statement, language).text),
    ...(reading === null ? [] : [field('', reading.text)]),
  ];
}

function findingLines(finding: Finding, language: Language): readonly TextLine[] {
  const { labels } = messagesOf(language);
  const value = (english: string): string =>
    oneLine(clip(translate(english, language).text, valueCharactersMax));
  return [
    field(labels.at, `${translate(finding.at, language).text} [${finding.code}]`),
    { kind: 'expected', text: `  ${labelOf(labels.expected)}${value(finding.expected)}` },
    { kind: 'actual', text: `  ${labelOf(labels.actual)}${value(finding.actual)}` },
  ];
}

function more(amount: number, text: (amount: number) => string): readonly TextLine[] {
  return amount > 0 ? [{ kind: 'plain', text: `            ${text(amount)}` }] : [];
}

function counterexampleLines(counterexample: Counterexample, say: Messages): readonly TextLine[] {
  const { deliveries } = timelineOf(counterexample);
  const shown = deliveries.slice(0, stepsMax);
  const widths = shown.map(({ step }) => displayWidth(shortLabel(step.label)));
  const labelWidth = Math.min(40, Math.max(...widths, 0));
  return [
    field(say.labels.plan, say.planCallbacks(counterexample.title, counterexample.callbacks)),
    ...shown.map((delivery) => stepLine(delivery, labelWidth, say)),
    ...more(deliveries.length - stepsMax, say.moreSteps),
    ...counterexample.states.map(({ arm, state }) => field(say.labels.state, `${arm}: ${state}`)),
  ];
}

function shortLabel(label: string): string {
  return clip(oneLine(label), 60);
}

/** `   2 ┬ F1 uploaded, again   → 200   duplicate, concurrent`; the wave's number stands at its first step. */
function stepLine(delivery: Delivery, labelWidth: number, say: Messages): TextLine {
  const { step, opensWave, concurrent } = delivery;
  const wave = opensWave ? String(step.wave + 1) : '';
  const branch = concurrent ? (opensWave ? '┬' : '├') : '─';
  const marks = marksOf(delivery, say).join(', ');
  const line = `${wave.padStart(5)} ${branch} ${padDisplay(shortLabel(step.label), labelWidth)}  → ${oneLine(step.answer)}`;
  return { kind: 'step', text: marks === '' ? line : `${line}  (${oneLine(marks)})` };
}
