import { describe, expect, it } from 'vitest';
import { archivesOf } from '#fixtures/archives/index.ts';
import { zooOf } from '#fixtures/receivers/index.ts';
import { suites } from '../../cli/services.ts';

/** What the subjects say catches them must exist, and every check must have a subject that says so. */
describe.each(suites.map((suite) => [suite.service, suite] as const))('%s', (service, suite) => {
  const zoo = zooOf(service);
  const archives = archivesOf(service);
  const ids = new Set<string>([...suite.activeChecks, ...suite.archiveChecks].map(({ id }) => id));
  const named = [...zoo.defects, ...zoo.recoveryDefects, ...archives.defective].flatMap(
    ({ caughtBy }) => caughtBy,
  );

  it('has the checks by which its subjects expect to be caught', () => {
    expect(named.filter((id) => id !== 'preflight' && !ids.has(id))).toEqual([]);
    const common = zoo.chosen.commonDefects.map(([, check]) => check);
    expect(common.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has a subject for every check', () => {
    const known = new Set(named);
    expect([...ids].filter((id) => !known.has(id))).toEqual([]);
  });
});
