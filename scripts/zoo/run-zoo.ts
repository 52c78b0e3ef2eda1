import type { ReceiverZoo, StartableReceiver } from '#fixtures/receivers/index.ts';
import type { Suite } from '#harness/suite.ts';
import {
  defectFaults,
  hostileFaults,
  unprovedChecks,
  unusualFaults,
  type JudgedDefect,
  type JudgedHostile,
} from './rules.ts';
import type { KeptOutcomes } from './kept-outcomes.ts';
import { runSubject, type Outcome, type SubjectRun } from './run-subject.ts';
import type { JudgedUnusual } from './table.ts';
import { inParallel } from './workers.ts';

/** The parts of a zoo that can be run by themselves. */
export const zooGroups = ['all', 'defects', 'unusual', 'hostile'] as const;

export type ZooGroup = (typeof zooGroups)[number];

/** How a zoo is run. */
export interface ZooOptions {
  /** Every subject is run with the seeds 1 to this. */
  readonly seeds: number;
  /** Subjects run at the same time. */
  readonly workers: number;
  /** Only subjects whose name holds this text. */
  readonly name: string;
  /** Only those subjects: receivers with a defect, unusual ones, hostile ones. */
  readonly group: ZooGroup;
  /** What was run before is not run again. */
  readonly kept: KeptOutcomes;
  /** Told of every run. */
  readonly say: (line: string) => void;
}

/** What the runs of a zoo came to; subjects that were not run have no outcomes. */
export interface ZooOutcomes {
  readonly defects: readonly JudgedDefect[];
  readonly unusual: readonly JudgedUnusual[];
  readonly hostile: readonly JudgedHostile[];
}

interface Job {
  readonly subject: StartableReceiver;
  readonly run: SubjectRun;
}

/** Certifies every receiver of a service with every seed. */
export async function runZoo(zoo: ReceiverZoo, options: ZooOptions): Promise<ZooOutcomes> {
  const jobs = jobsOf(zoo, options);
  let done = 0;
  const outcomes = new Map<StartableReceiver, Outcome[]>();
  await inParallel(jobs, options.workers, async ({ subject, run }) => {
    const before = options.kept.find(subject.name, run.seed);
    const outcome = before ?? (await runSubject(zoo, subject, run));
    if (before === undefined) {
      options.kept.keep(outcome);
    }
    outcomes.set(subject, [...(outcomes.get(subject) ?? []), outcome]);
    done += 1;
    const lit = outcome.lit.map(({ id, isFlaky }) => `${id}${isFlaky ? ' (flaky)' : ''}`);
    options.say(
      `${done}/${jobs.length} ${outcome.name}, seed ${outcome.seed}: exit ${outcome.exitCode}, ${outcome.requests} requests ${lit.join(' ')}`,
    );
  });
  const withOutcomes = <Subject extends StartableReceiver>(
    subject: Subject,
  ): Subject & { readonly outcomes: readonly Outcome[] } => ({
    ...subject,
    outcomes: outcomes.get(subject) ?? [],
  });
  return {
    defects: [...zoo.defects, ...zoo.recoveryDefects].map(withOutcomes),
    unusual: zoo.unusual.map(withOutcomes),
    hostile: zoo.hostile.map(withOutcomes),
  };
}

function jobsOf(zoo: ReceiverZoo, { seeds, name, group }: ZooOptions): readonly Job[] {
  const jobs = (subject: StartableReceiver, more: Omit<SubjectRun, 'seed'> = {}): readonly Job[] =>
    subject.name.includes(name)
      ? Array.from({ length: seeds }, (_, index) => ({
          subject,
          run: { seed: index + 1, ...more },
        }))
      : [];
  const groups: Record<Exclude<ZooGroup, 'all'>, readonly Job[]> = {
    defects: [
      ...zoo.defects.flatMap((subject) =>
        jobs(subject, {
          ...(subject.visibleWith === undefined ? {} : { given: subject.visibleWith }),
          ...(subject.isSlow === true ? { only: subject.caughtBy[0] } : {}),
        }),
      ),
      ...zoo.recoveryDefects.flatMap((subject) => jobs(subject, { given: 'recovery' })),
    ],
    unusual: zoo.unusual.flatMap((subject) => jobs(subject)),
    hostile: zoo.hostile.flatMap((subject) => jobs(subject)),
  };
  return group === 'all' ? Object.values(groups).flat() : groups[group];
}

/**
 * The rules that the runs break, one sentence each.
 * @param isWhole every subject was run, so that a check that nothing trips is one that nothing can trip.
 */
export function zooFaults(
  zoo: ReceiverZoo,
  { defects, unusual, hostile }: ZooOutcomes,
  suite: Suite,
  isWhole: boolean,
): readonly string[] {
  /** A quarter of the catalogue: a report that is red all over tells nobody what to mend. */
  const litMax = Math.floor(suite.activeChecks.length / 4);
  const unproved = isWhole
    ? unprovedChecks(
        suite.activeChecks.map(({ id }) => id),
        defects,
      )
    : [];
  return [
    ...defects
      .filter(({ outcomes }) => outcomes.length > 0)
      .flatMap((judged) => defectFaults(judged, litMax)),
    ...unusual.flatMap(({ outcomes }) => outcomes).flatMap(unusualFaults),
    ...hostile.flatMap(hostileFaults),
    ...unproved.map((id) => `${id}: no defective receiver of ${zoo.service} trips it`),
  ];
}
