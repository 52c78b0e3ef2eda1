import type { OptionSpec } from './spec.ts';

/** Which checks run, and what fails the run. */
export const selectionOptions: readonly OptionSpec[] = [
  { key: 'profile', kind: 'list', value: 'LIST', help: 'wire,state,archive,recovery' },
  { key: 'only', kind: 'text', value: 'PREFIX', help: 'only checks whose id begins so' },
  {
    key: 'shard',
    kind: 'text',
    value: 'I/N',
    help: 'only part I of N of the checks; soundcheck merge judges all parts',
  },
  {
    key: 'runId',
    kind: 'text',
    value: 'ID',
    help: 'names the run that shards belong to (the id of the CI run)',
  },
  {
    key: 'regressions',
    kind: 'text',
    value: 'FILE',
    help: 'where failures are kept for later runs, or off (default .soundcheck/regressions.json)',
  },
  { key: 'waivers', kind: 'text', value: 'FILE', help: 'JSON list of waivers' },
  {
    key: 'failOn',
    kind: ['must', 'should'],
    value: 'LEVEL',
    help: 'what fails the run: must (default) or should',
  },
];
