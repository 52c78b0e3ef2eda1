import { create } from 'xmlbuilder2';
import type { CheckResult, RunResult } from '#harness/result.ts';
import { failureLines } from './failure-text.ts';
import { outcomeOf } from './outcome.ts';
import { clip, oneLine, printable } from './text.ts';

/** What fails a pipeline: broken MUSTs alone, or broken SHOULDs as well. */
export type FailOn = 'must' | 'should';

/** The elements of a test case that CI servers understand; at most one stands in a case. */
interface Note {
  readonly element: 'failure' | 'error' | 'skipped' | 'system-out';
  /** One line; absent for `system-out`, which has no attributes. */
  readonly message?: string;
  readonly type?: string;
  readonly text: string;
}

interface Case {
  readonly name: string;
  readonly className: string;
  readonly durationMs: number;
  readonly note: Note | undefined;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

type Builder = ReturnType<typeof create>;

const messageCharactersMax = 500;

/**
 * Writes `junit.xml`: a test suite for each profile and area, a test case for each check, named by its id. It keeps to
 * what the schemas of Ant, Maven Surefire and Jenkins have in common.
 *
 * A broken MUST is a failure, as is a broken SHOULD under `failOn: 'should'`; otherwise advice is a passing case with
 * output. Untestable checks are errors (SHOULD: skipped, unless they gate), as are our own faults: neither may look
 * green. Waived and not applicable checks are skipped. A run that is not met without any failing case (cut short, or
 * nothing was checked) gets a case of its own that says so, because CI servers take an empty file for a success.
 */
export function renderJunit(result: RunResult, options: { readonly failOn: FailOn }): string {
  const suites = withRunCase(suitesOf(result, options.failOn), result);
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('testsuites', {
    name: `soundcheck ${result.service}`,
    ...figures(suites.flatMap(({ cases }) => cases)),
    time: seconds(result.durationMs),
  });
  for (const suite of suites) {
    appendSuite(root, suite, result);
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

function suitesOf(result: RunResult, failOn: FailOn): readonly Suite[] {
  const suites = new Map<string, Case[]>();
  for (const check of result.checks) {
    const [service = '', area = ''] = check.id.split('/');
    const name = `${check.profile}: ${service}/${area}`;
    const cases = suites.get(name) ?? [];
    suites.set(name, cases);
    cases.push({
      name: check.id,
      className: `soundcheck.${check.profile}.${service}.${area}`,
      durationMs: check.durationMs,
      note: noteOf(check, result.startedAt, failOn),
    });
  }
  return [...suites].map(([name, cases]) => ({ name, cases }));
}

function noteOf(check: CheckResult, startedAt: string, failOn: FailOn): Note | undefined {
  const text = failureLines(check)
    .map((line) => line.text)
    .join('\n');
  const gates = check.level === 'MUST' || failOn === 'should';
  const [finding] = check.findings;
  const message = finding
    ? `${check.title}: expected ${finding.expected}, got ${finding.actual}`
    : `${check.title}: ${check.fault ?? 'no reason given'}`;
  const outcome = outcomeOf(check, startedAt);
  switch (outcome) {
    case 'met':
      return undefined;
    case 'broken':
    case 'advice':
      return gates
        ? { element: 'failure', type: check.level, message, text }
        : { element: 'system-out', text: `Advice, not a failure.\n${text}` };
    case 'stale-waiver':
      return {
        element: 'failure',
        type: outcome,
        message: 'The check is met: remove its waiver.',
        text,
      };
    case 'untested':
      return { element: gates ? 'error' : 'skipped', type: 'untestable', message, text };
    case 'harness':
      return { element: 'error', type: 'harness-error', message, text };
    case 'not-applicable':
      return { element: 'skipped', type: outcome, message, text: '' };
    case 'waived': {
      const { owner = '', expires = '', reason = '', ticket = '' } = check.waiver ?? {};
      const waiver = `Waived by ${owner} until ${expires} (${ticket}): ${reason}`;
      return { element: 'skipped', type: outcome, message: waiver, text };
    }
  }
}

function withRunCase(suites: readonly Suite[], result: RunResult): readonly Suite[] {
  const isRed = suites.some(({ cases }) => cases.some(isFailing));
  if (result.verdict === 'met' || (isRed && result.interrupted === null)) {
    return suites;
  }
  const why = [result.summary, ...(result.interrupted === null ? [] : [result.interrupted])];
  const note: Note = {
    element: 'error',
    type: result.verdict,
    message: result.summary,
    text: [...why, ...result.notTested.map((line) => `not tested: ${line}`)].join('\n'),
  };
  const run: Case = { name: 'run', className: 'soundcheck.run', durationMs: 0, note };
  return [{ name: 'run', cases: [run] }, ...suites];
}

function isFailing({ note }: Case): boolean {
  return note?.element === 'failure' || note?.element === 'error';
}

function figures(cases: readonly Case[]): Record<'tests' | 'failures' | 'errors', number> {
  const amount = (element: Note['element']): number =>
    cases.filter(({ note }) => note?.element === element).length;
  return { tests: cases.length, failures: amount('failure'), errors: amount('error') };
}

function appendSuite(root: Builder, { name, cases }: Suite, result: RunResult): void {
  const suite = root.ele('testsuite', {
    name,
    ...figures(cases),
    skipped: cases.filter(({ note }) => note?.element === 'skipped').length,
    time: seconds(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    timestamp: result.startedAt.slice(0, 19),
  });
  const properties = suite.ele('properties');
  for (const [key, value] of propertiesOf(result)) {
    properties.ele('property', { name: key, value: oneLine(value) });
  }
  for (const one of cases) {
    appendCase(suite, one);
  }
}

function propertiesOf(result: RunResult): readonly (readonly [name: string, value: string])[] {
  return [
    ['tool', `${result.tool.name} ${result.tool.version}`],
    ['service', result.service],
    ['endpoint', result.target.endpoint ?? 'none'],
    ['bucket', result.target.bucket ?? 'none'],
    ['dialects', result.dialects.join(' ')],
    ['seed', String(result.seed)],
    ['verdict', result.verdict],
    ['certificates', result.certificates.join(' ')],
  ];
}

function appendCase(suite: Builder, { name, className, durationMs, note }: Case): void {
  const attributes = { name: oneLine(name), classname: oneLine(className) };
  const testCase = suite.ele('testcase', { ...attributes, time: seconds(durationMs) });
  if (note === undefined) {
    return;
  }
  const { element, message, type } = note;
  testCase
    .ele(element, {
      ...(type === undefined ? {} : { type }),
      ...(message === undefined ? {} : { message: oneLine(clip(message, messageCharactersMax)) }),
    })
    .txt(printable(note.text));
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
