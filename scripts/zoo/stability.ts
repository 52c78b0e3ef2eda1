import type { ReceiverZoo, StartableReceiver } from '#fixtures/receivers/index.ts';
import { runSubject, type Outcome } from './run-subject.ts';
import { inParallel } from './workers.ts';

/** A subject and what all its runs with one seed said. */
export interface StabilityRow {
  readonly name: string;
  readonly runs: number;
  /** Exit codes that were seen, ascending, each once. */
  readonly exitCodes: readonly number[];
  /** Checks whose verdict was not the same in every run, with the verdicts: `gme/a/b: met 19, not-met 1`. */
  readonly unstable: readonly string[];
}

/** The runs of a zoo's reference and of five of its defects, again and again with one seed. */
export async function runStability(
  zoo: ReceiverZoo,
  { times, workers }: { readonly times: number; readonly workers: number },
): Promise<readonly StabilityRow[]> {
  const reference: StartableReceiver = { name: 'reference', start: zoo.reference.start };
  const faulty = zoo.chosen.stability.map((name) => subjectNamed(zoo.defects, name));
  const subjects = [reference, ...faulty];
  const jobs = subjects.flatMap((subject) => Array.from({ length: times }, () => subject));
  const outcomes = await inParallel(jobs, workers, (subject) =>
    runSubject(zoo, subject, { seed: 1 }),
  );
  return subjects.map((subject, index) =>
    stabilityRow(subject.name, outcomes.slice(index * times, (index + 1) * times)),
  );
}

/** What the runs of one subject have in common. Pure. */
export function stabilityRow(name: string, outcomes: readonly Outcome[]): StabilityRow {
  const ids = [...new Set(outcomes.flatMap(({ verdicts }) => [...verdicts.keys()]))].sort();
  const unstable = ids.flatMap((id) => {
    const seen = countedBy(outcomes.map(({ verdicts }) => verdicts.get(id) ?? 'not run'));
    const counts = [...seen].map(([verdict, count]) => `${verdict} ${count}`);
    return seen.size === 1 ? [] : [`${id}: ${counts.join(', ')}`];
  });
  const exitCodes = [...new Set(outcomes.map(({ exitCode }) => exitCode))].sort((a, b) => a - b);
  return { name, runs: outcomes.length, exitCodes, unstable };
}

function countedBy(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}

/** What is wrong with the rows: verdicts that changed, a reference that is not met, a defect that is. */
export function stabilityFaults(rows: readonly StabilityRow[]): readonly string[] {
  return rows.flatMap(({ name, exitCodes, unstable }) => {
    const mustBeMet = name === 'reference';
    const wrong = exitCodes.filter((exitCode) => (exitCode === 0) !== mustBeMet);
    return [
      ...unstable.map((one) => `${name}: unstable ${one}`),
      ...(exitCodes.length > 1 ? [`${name}: exits ${exitCodes.join(' or ')}`] : []),
      ...wrong.map((exitCode) => `${name}: exits ${exitCode}`),
    ];
  });
}

/** The rows as a Markdown table. */
export function renderStability(title: string, rows: readonly StabilityRow[]): string {
  return [
    `${title}: verdicts with one seed`,
    '',
    '| receiver | runs | exit code | checks whose verdict changed |',
    '| --- | --- | --- | --- |',
    ...rows.map(
      ({ name, runs, exitCodes, unstable }) =>
        `| ${name} | ${runs} | ${exitCodes.join(', ')} | ${unstable.length === 0 ? 'none' : unstable.join('; ')} |`,
    ),
    '',
  ].join('\n');
}

/** The receiver of that name. @throws RangeError where there is none. */
export function subjectNamed(list: readonly StartableReceiver[], name: string): StartableReceiver {
  const found = list.find((subject) => subject.name === name);
  if (found === undefined) {
    throw new RangeError(`there is no receiver ${name}`);
  }
  return found;
}
