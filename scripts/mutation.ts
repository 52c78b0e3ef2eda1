/**
 * Mutation testing: `npm run mutation [-- --scope NAME]... [--only GLOB]... [--sample N] [--incremental]`. Runs StrykerJS
 * over each scope of scripts/mutation/scopes.js (all without --scope), keeps what came of it in
 * scripts/mutation/results and writes docs/mutation.md and the README's score.
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
import { summarise, type MutationReport } from './mutation/summary.ts';

const repository = new URL('../', import.meta.url);
// It takes all that is left over for a long time: whatever else runs comes first.
setPriority(10);

const { values } = parseArgs({
  options: {
    scope: { type: 'string', multiple: true, default: Object.keys(scopes) },
    only: { type: 'string', multiple: true, default: [] },
    sample: { type: 'string', default: '1' },
    /** Skips what the last run tried and neither file nor tests have changed since; blind to every other change. */
    incremental: { type: 'boolean', default: false },
    /** Sums up the last run again. */
    'no-run': { type: 'boolean', default: false },
  },
});

for (const name of values.scope) {
  const scope = scopes[name];
  if (scope === undefined) {
    console.error(`There is no scope ${name}; there are ${Object.keys(scopes).join(', ')}.`);
    process.exit(64);
  }
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
          MUTATION_SAMPLE: values.sample,
        },
        stdio: 'inherit',
      },
    );
    if (status !== 0) {
      process.exit(status ?? 1);
    }
  }
  const report = new URL(`reports/out/mutation/${name}.json`, repository);
  const result = summarise(JSON.parse(await readFile(report, 'utf8')) as MutationReport, {
    scope: name,
    of: values.only.length > 0 ? values.only : scope.mutate.filter((glob) => !glob.startsWith('!')),
    sample: Number(values.sample),
  });
  const url = resultUrl(name);
  const options = await resolveConfig(url);
  await writeFile(url, await format(JSON.stringify(result), { ...options, parser: 'json' }));
}
await writeDocuments(['README.md', 'docs/mutation.md']);
