import type { ServiceName } from '#contracts/clause.ts';
import {
  catchOf,
  hostileFaults,
  unusualFaults,
  type JudgedDefect,
  type JudgedHostile,
} from './rules.ts';
import type { Outcome } from './run-subject.ts';

/** A defective archive and the checks that name its defect. */
export interface JudgedArchive {
  readonly name: string;
  readonly summary: string;
  readonly caughtBy: readonly string[];
}

/** A conforming but unusual receiver and what its runs came to. */
export interface JudgedUnusual {
  readonly name: string;
  readonly trait: string;
  readonly outcomes: readonly Outcome[];
}

/** All that the document tells. */
export interface ZooReport {
  /** The service, for people. */
  readonly title: string;
  readonly seeds: number;
  readonly defects: readonly JudgedDefect[];
  readonly unusual: readonly JudgedUnusual[];
  readonly hostile: readonly JudgedHostile[];
  readonly archives: readonly JudgedArchive[];
  readonly unusualArchives: readonly { readonly name: string; readonly summary: string }[];
  /** What the archives break of their rules, one sentence each. */
  readonly archiveFaults: readonly string[];
}

/** Where the document of a service lies, relative to the repository. */
export function documentOf(service: ServiceName): string {
  return service === 'gme' ? 'docs/zoo.md' : `docs/zoo-${service}.md`;
}

/** A service's document as Markdown: the same runs give the same text, for it holds no times. */
export function renderZoo(report: ZooReport): string {
  const visible = report.defects.filter((one) => one.invisibleBecause === undefined);
  const invisible = report.defects.filter((one) => one.invisibleBecause !== undefined);
  return [
    ...figures(report, visible),
    ...defectTable(visible),
    ...section(
      'Defects that nobody sees from outside',
      ['defect', 'what it does wrong', 'why it cannot be seen'],
      invisible.map((one) => [code(one.name), one.defect, one.invisibleBecause ?? '']),
    ),
    ...section(
      'Conforming but unusual receivers',
      ['receiver', 'what is unusual'],
      report.unusual.map(({ name, trait }) => [code(name), trait]),
    ),
    ...section(
      'Hostile targets',
      ['target', 'what it does', 'exit code'],
      report.hostile.map(({ name, behaviour, outcomes }) => [
        code(name),
        behaviour,
        [...new Set(outcomes.map(({ exitCode }) => exitCode))].sort().join(', '),
      ]),
      'Exit codes: 1 not met, 3 inconclusive, 4 preflight.',
    ),
    ...section(
      'Archives with one defect',
      ['archive', 'what is wrong', 'caught by'],
      report.archives.map(({ name, summary, caughtBy }) => [
        code(name),
        summary,
        caughtBy.map(code).join(', '),
      ]),
    ),
    ...section(
      'Conforming but unusual archives',
      ['archive', 'what is unusual'],
      report.unusualArchives.map(({ name, summary }) => [code(name), summary]),
    ),
  ].join('\n');
}

function figures(report: ZooReport, visible: readonly JudgedDefect[]): readonly string[] {
  const caught = visible.map(catchOf).filter((one) => one !== null);
  const callbacks = caught.map((one) => one.callbacks);
  const requests = caught.map((one) => one.requests);
  return [
    `# The zoo of ${report.title}: what Soundcheck catches`,
    '',
    'Made by `npm run zoo`. Every receiver and archive below is a program or recipe in `fixtures/` with the one',
    `difference that it is named after; each receiver was certified with ${plural(report.seeds, 'seed')}.`,
    '',
    `- ${visible.length} receivers with one defect that shows from outside: ${caught.length} caught, each by a check that names the defect`,
    `- callbacks of the counterexample: median ${median(callbacks)}, worst ${worst(callbacks)}`,
    `- requests of the check that catches it: median ${median(requests)}, worst ${worst(requests)}`,
    `- ${report.unusual.length} conforming but unusual receivers: ${share(report.unusual, ({ outcomes }) => outcomes.flatMap(unusualFaults))} with no check failed and none left untestable`,
    `- ${report.hostile.length} hostile targets: ${share(report.hostile, hostileFaults)} end as they must: not met, inconclusive or refused`,
    `- ${report.archives.length} archives with one defect and ${report.unusualArchives.length} unusual ones: ${report.archiveFaults.length === 0 ? 'each defect is caught, no unusual one gives an alarm' : `**${plural(report.archiveFaults.length, 'rule')} broken**`}`,
    '',
  ];
}

/** How many of the subjects break no rule: `all`, or a number. */
function share<Subject>(
  subjects: readonly Subject[],
  faultsOf: (subject: Subject) => readonly string[],
): string {
  const sound = subjects.filter((subject) => faultsOf(subject).length === 0);
  return sound.length === subjects.length ? 'all' : `**${sound.length}**`;
}

function defectTable(visible: readonly JudgedDefect[]): readonly string[] {
  return section(
    'Receivers with one defect',
    ['defect', 'what it does wrong', 'caught by', 'counterexample', 'requests'],
    visible.map((one) => {
      const found = catchOf(one);
      return found === null
        ? [code(one.name), one.defect, '**not caught**', '', '']
        : [
            code(one.name),
            one.defect,
            `${code(found.id)}${found.isAdvice ? ' (advice)' : ''}`,
            String(found.callbacks),
            String(found.requests),
          ];
    }),
    'The counterexample is the delivery that the report shows, in callbacks; requests are all that the check sent to judge. ' +
      'Advice is a SHOULD: it is reported, and fails a run only with `--fail-on should`.',
  );
}

function section(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  text?: string,
): readonly string[] {
  return [`## ${title}`, '', ...(text === undefined ? [] : [text, '']), ...table(head, rows), ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** The middle of a list, the lower one of two; 0 for an empty list. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

function worst(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}

function code(text: string): string {
  return `\`${text}\``;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
