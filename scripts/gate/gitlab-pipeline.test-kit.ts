import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, type Runner, type ShellEnd } from './shell.test-kit.ts';

/** A pipeline that uses every job of the template, as the head of ci/gitlab.yml and docs/gate.md tell it. */
const pipeline = `
include: [{ local: template.yml }]
soundcheck: { extends: .soundcheck, variables: { SOUNDCHECK_APP_ID: '1400123456' } }
soundcheck-part: { extends: .soundcheck-part, parallel: 4 }
soundcheck-merge: { extends: .soundcheck-merge, needs: [soundcheck-part] }
`;

/** gitlab-ci-local is built for Node 22 and uses one method that Node 20 does not have. */
const polyfill = `Set.prototype.union ??= function (other) { return new Set([...this, ...other.keys()]); };`;

/**
 * What the schema that GitLab publishes for its own editor says of a pipeline with this template, read as GitLab reads
 * it: included, extended, multiplied. gitlab-ci-local brings the schema and does the reading; code 0 and a list of jobs,
 * or code 1 and what is wrong.
 */
export async function judgePipeline(runner: Runner, template: string): Promise<ShellEnd> {
  await writeFile(join(runner.folder, 'template.yml'), template);
  await writeFile(join(runner.folder, '.gitlab-ci.yml'), pipeline);
  await writeFile(join(runner.folder, 'polyfill.cjs'), polyfill);
  const tool = join(root, 'node_modules/gitlab-ci-local/dist/index.js');
  return runner.run(
    `git init -q . && git add template.yml && '${process.execPath}' -r ./polyfill.cjs '${tool}' --list --state-dir state`,
  );
}
