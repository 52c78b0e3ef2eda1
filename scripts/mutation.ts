/**
 * Mutation testing: `npm run mutation [-- --scope NAME]... [--only GLOB]... [--sample N] [--incremental]`.
 * Runs StrykerJS over each scope of scripts/mutation/scopes.js (all without --scope) at the share that stands there,
 * keeps what came of it in scripts/mutation/results and writes docs/mutation.md and the README's score.
 */
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { writeDocuments } from './docs/write-documents.ts';
import { resultUrl } from './mutation/results.ts';
import { scopes } from './mutation/scopes.js';
import { summarise, type MutationReport, type ScopeResult } from './mutation/summary.ts';

const repository = new URL('../', import.meta.url);
// It takes all that is left over for a long time: whatever else runs comes first.
setPriority(10);

const { values } = parseArgs({
  options: {
    scope: { type: 'string', multiple: true, default: Object.keys(scopes) },
    /** Looks at these files alone, and keeps nothing. */
    only: { type: 'string', multiple: true, default: [] },
    /** One of so many functions, whatever the scope says; nothing is kept. */
    sample: { type: 'string' },
    /** Test runners at a time. */
    concurrency: { type: 'string', default: '2' },
    /** Skips what the last run tried and neither file nor tests have changed since; blind to every other change. */
    incremental: { type: 'boolean', default: false },
    /** Sums up the last run again. */
    'no-run': { type: 'boolean', default: false },
  },
});

/** A look at a part says nothing of a scope: Stryker prints what it found, and that is all. */
const isPart = values.only.length > 0 || values.sample !== undefined;

/** The commit that is measured; `-dirty` where files differ from it. */
function measuredCommit(): string {
  const { stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--exclude=*'], {
    cwd: fileURLToPath(repository),
    encoding: 'utf8',
  });
  return stdout.trim();
}

/** The commit of the run that is summed up again. */
async function keptCommit(url: URL): Promise<string> {
  return (JSON.parse(await readFile(url, 'utf8')) as ScopeResult).commit;
}

for (const name of values.scope) {
  const scope = scopes[name];
  if (scope === undefined) {
    console.error(`There is no scope ${name}; there are ${Object.keys(scopes).join(', ')}.`);
    process.exit(64);
  }
  const sample = Number(values.sample ?? scope.sample);
  const url = resultUrl(name);
  const commit = values['no-run'] ? await keptCommit(url) : measuredCommit();
  if (!values['no-run']) {
    if (!values.incremental) {
      await rm(new URL(`reports/out/mutation/${name}.incremental.json`, repository), {
        force: true,
      });
    }
    const { status } = spawnSync(
      process.execPath,
      ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run'],
      {
        cwd: fileURLToPath(repository),
        env: {
          ...process.env,
          MUTATION_SCOPE: name,
          MUTATION_ONLY: values.only.join(','),
          MUTATION_SAMPLE: String(sample),
          MUTATION_CONCURRENCY: values.concurrency,
        },
        stdio: 'inherit',
      },
    );
    if (status !== 0) {
      process.exit(status ?? 1);
    }
  }
  if (isPart) {
    continue;
  }
  const report = new URL(`reports/out/mutation/${name}.json`, repository);
  const result = summarise(JSON.parse(await readFile(report, 'utf8')) as MutationReport, {
    scope: name,
    of: scope.mutate.filter((glob) => !glob.startsWith('!')),
    sample,
    unit: 'function',
    commit,
  });
  const options = await resolveConfig(url);
  await writeFile(url, await format(JSON.stringify(result), { ...options, parser: 'json' }));
}

await writeDocuments(['README.md', 'docs/mutation.md']);
