import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ServiceName } from '#contracts/clause.ts';

/**
 * Judges a service's archives: they have a matrix of their own beside the checks, `suites/<service>/archive-m*.test.ts`
 * (matrix, mutations), with more places and sessions when the whole zoo is asked for.
 * @returns what is wrong, one sentence, or nothing.
 */
export function archiveFaults(service: ServiceName): readonly string[] {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', `suites/${service}/archive-m`],
    {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      env: { ...process.env, ZOO: '1' },
      stdio: 'inherit',
    },
  );
  return status === 0 ? [] : [`the matrix of the archives of ${service} failed, see above`];
}
