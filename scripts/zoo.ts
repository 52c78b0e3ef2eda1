/**
 * The whole zoo: `npm run zoo -- [--seeds N] [--workers N] [--name TEXT]`. Certifies every receiver of fixtures/ and
 * judges every archive, checks that defects are caught and nothing else is, and writes docs/zoo.md. Exits 1 when a
 * rule is broken. With --name only subjects whose name holds the text are run, and nothing is written.
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { defectiveArchives, unusualArchives } from '#fixtures/archives/gme/index.ts';
import {
  defects,
  hostile,
  recoveryDefects,
  unusual,
  type StartableReceiver,
} from '#fixtures/receivers/gme/index.ts';
import { gmeSuite } from '#suites/gme/registry.ts';
import {
  defectFaults,
  hostileFaults,
  unprovedChecks,
  unusualFaults,
  type JudgedDefect,
} from './zoo/rules.ts';
import { runSubject, type Outcome, type SubjectRun } from './zoo/run-subject.ts';
import { renderZoo } from './zoo/table.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    name: { type: 'string', default: '' },
  },
});
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
const isWhole = values.name === '';

interface Job {
  readonly subject: StartableReceiver;
  readonly run: SubjectRun;
}

function jobsOf(subject: StartableReceiver, given?: SubjectRun['given']): readonly Job[] {
  return subject.name.includes(values.name)
    ? seeds.map((seed) => ({ subject, run: { seed, ...(given === undefined ? {} : { given }) } }))
    : [];
}

const outcomes = new Map<StartableReceiver, Outcome[]>();
const queue: Job[] = [
  ...defects.flatMap((subject) =>
    jobsOf(subject, subject.visibleWith).map((job) =>
      subject.isSlow === true ? { ...job, run: { ...job.run, only: subject.caughtBy[0] } } : job,
    ),
  ),
  ...recoveryDefects.flatMap((subject) => jobsOf(subject, 'recovery')),
  ...unusual.flatMap((subject) => jobsOf(subject)),
  ...hostile.flatMap((subject) => jobsOf(subject)),
];
const total = queue.length;
let done = 0;

async function work(): Promise<void> {
  for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
    const outcome = await runSubject(job.subject, job.run);
    outcomes.set(job.subject, [...(outcomes.get(job.subject) ?? []), outcome]);
    done += 1;
    const lit = outcome.lit.map(({ id, isFlaky }) => `${id}${isFlaky ? ' (flaky)' : ''}`);
    console.log(
      `${done}/${total} ${outcome.name}, seed ${outcome.seed}: exit ${outcome.exitCode}, ${outcome.requests} requests ${lit.join(' ')}`,
    );
  }
}
await Promise.all(Array.from({ length: Number(values.workers) }, () => work()));

const outcomesOf = (subject: StartableReceiver): readonly Outcome[] => outcomes.get(subject) ?? [];
const judgedDefects: readonly JudgedDefect[] = [...defects, ...recoveryDefects].map((subject) => ({
  ...subject,
  outcomes: outcomesOf(subject),
}));
/** A quarter of the catalogue: a report that is red all over tells nobody what to mend. */
const litMax = Math.floor(gmeSuite.activeChecks.length / 4);
const faults = [
  ...judgedDefects
    .filter((judged) => judged.outcomes.length > 0)
    .flatMap((judged) => defectFaults(judged, litMax)),
  ...unusual.flatMap(outcomesOf).flatMap(unusualFaults),
  ...hostile.flatMap(outcomesOf).flatMap(hostileFaults),
  ...(isWhole
    ? unprovedChecks(
        gmeSuite.activeChecks.map(({ id }) => id),
        judgedDefects.flatMap((judged) => judged.outcomes),
      ).map((id) => `${id}: no defective receiver trips it`)
    : []),
];

if (isWhole) {
  const target = new URL('../docs/zoo.md', import.meta.url);
  const text = renderZoo({
    seeds: seeds.length,
    defects: judgedDefects,
    unusual,
    hostile: hostile.map((subject) => ({ ...subject, outcomes: outcomesOf(subject) })),
    archives: defectiveArchives,
    unusualArchives,
  });
  await writeFile(
    target,
    await format(text, { ...(await resolveConfig(target)), parser: 'markdown' }),
  );
  // The archives have a matrix of their own, with more places and sessions when the whole zoo is asked for.
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'unit',
      'suites/gme/archive-matrix.test.ts',
      'suites/gme/archive-mutations.test.ts',
    ],
    {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      env: { ...process.env, ZOO: '1' },
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    faults.push('the matrix of the archives failed, see above');
  }
}
for (const fault of faults) {
  console.error(fault);
}
console.log(faults.length === 0 ? 'The zoo holds.' : `${faults.length} rules broken.`);
// A hostile receiver may leave a timer behind; nothing is awaited any more.
process.exit(faults.length === 0 ? 0 : 1);
