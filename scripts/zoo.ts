/**
 * The whole zoo: `npm run zoo -- [--service NAME|all] [--seeds N] [--workers N] [--group GROUP] [--name TEXT]
 * [--keep FOLDER] [--stability N]`.
 * Certifies every receiver of fixtures/ and judges every archive, service by service, checks that defects are caught and
 * nothing else is, and writes docs/zoo.md (GME) or docs/zoo-<service>.md. Exits 1 when a rule is broken. With --name only
 * subjects whose name holds the text are run, with --group only `defects`, `unusual` or `hostile` ones, and nothing is
 * written. --keep writes every outcome to a file of the folder, and a later run goes on from there. With --stability only the reference and five
 * chosen defects are run, N times each, whose verdicts must always be the same.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { archivesOf } from '#fixtures/archives/index.ts';
import { zooOf } from '#fixtures/receivers/index.ts';
import type { Suite } from '#harness/suite.ts';
import { suites } from '../cli/services.ts';
import { archiveFaults } from './zoo/archives.ts';
import { noneKept, outcomesIn, type KeptOutcomes } from './zoo/kept-outcomes.ts';
import { runZoo, zooFaults, zooGroups, type ZooGroup } from './zoo/run-zoo.ts';
import { renderStability, runStability, stabilityFaults } from './zoo/stability.ts';
import { documentOf, renderZoo } from './zoo/table.ts';

const { values } = parseArgs({
  options: {
    service: { type: 'string', default: 'all' },
    seeds: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    name: { type: 'string', default: '' },
    group: { type: 'string', default: 'all' },
    keep: { type: 'string' },
    stability: { type: 'string', default: '0' },
  },
});

const chosen = suites.filter(
  ({ service }) => values.service === 'all' || values.service === service,
);
if (chosen.length === 0) {
  console.error(
    `--service cannot be ${values.service}; choose all, ${suites.map(({ service }) => service).join(', ')}`,
  );
  process.exit(64);
}

const group = zooGroups.find((name) => name === values.group);
if (group === undefined) {
  console.error(`--group cannot be ${values.group}; choose ${zooGroups.join(', ')}`);
  process.exit(64);
}

/** Receivers that were run, of all services. */
let runs = 0;

/** Runs what was asked for of one service. @returns the rules that are broken. */
async function visit(suite: Suite, of: ZooGroup): Promise<readonly string[]> {
  const zoo = zooOf(suite.service);
  const workers = Number(values.workers);
  const times = Number(values.stability);
  if (times > 0) {
    const rows = await runStability(zoo, { times, workers });
    console.log(renderStability(suite.title, rows));
    return stabilityFaults(rows);
  }
  const outcomes = await runZoo(zoo, {
    seeds: Number(values.seeds),
    workers,
    name: values.name,
    group: of,
    kept: await keptOutcomes(suite.service),
    say: (line) => {
      runs += 1;
      console.log(line);
    },
  });
  const isWhole = values.name === '' && of === 'all';
  const faults = zooFaults(zoo, outcomes, suite, isWhole);
  if (!isWhole) {
    return faults;
  }
  const target = new URL(`../${documentOf(suite.service)}`, import.meta.url);
  const archives = archivesOf(suite.service);
  const brokenByArchives = archiveFaults(suite.service);
  const text = renderZoo({
    title: suite.title,
    seeds: Number(values.seeds),
    defects: outcomes.defects,
    unusual: outcomes.unusual,
    hostile: outcomes.hostile,
    archives: archives.defective,
    unusualArchives: archives.unusual,
    archiveFaults: brokenByArchives,
  });
  const style = await resolveConfig(target);
  await writeFile(target, await format(text, { ...style, parser: 'markdown' }));
  return [...faults, ...brokenByArchives];
}

async function keptOutcomes(service: string): Promise<KeptOutcomes> {
  if (values.keep === undefined) {
    return noneKept;
  }
  await mkdir(values.keep, { recursive: true });
  return outcomesIn(join(values.keep, `${service}.ndjson`));
}

const faults: string[] = [];
for (const suite of chosen) {
  faults.push(...(await visit(suite, group)));
}
if (runs === 0 && Number(values.stability) === 0) {
  console.error(`No receiver has “${values.name}” in its name: nothing was run.`);
  process.exit(64);
}
for (const fault of faults) {
  console.error(fault);
}
console.log(faults.length === 0 ? 'The zoo holds.' : `${faults.length} rules broken.`);
// A hostile receiver may leave a timer behind; nothing is awaited any more.
process.exit(faults.length === 0 ? 0 : 1);
