import type { OptionSpec } from './spec.ts';

/** How much is tried, how fast, and how long one waits. */
export const effortOptions: readonly OptionSpec[] = [
  {
    key: 'runs',
    kind: 'number',
    value: 'N',
    help: 'generated cases per property (default 5)',
    min: 0,
    max: 10_000,
  },
  {
    key: 'seed',
    kind: 'number',
    value: 'N',
    help: 'chooses the generated cases (default 1)',
    min: 0,
    max: 2 ** 31 - 1,
  },
  {
    key: 'maxTime',
    kind: 'number',
    value: 'S',
    help: 'time budget in seconds (default none)',
    min: 0,
    max: 86_400,
  },
  {
    key: 'concurrency',
    kind: 'number',
    value: 'N',
    help: 'callbacks under way at once (default 16)',
    min: 1,
    max: 256,
  },
  {
    key: 'rate',
    kind: 'number',
    value: 'N',
    help: 'callbacks a second (default unbounded)',
    min: 0,
    max: 100_000,
  },
  {
    key: 'timeout',
    kind: 'number',
    value: 'MS',
    help: 'bound on one request (default 10000)',
    min: 50,
    max: 120_000,
  },
  {
    key: 'settle',
    kind: 'number',
    value: 'MS',
    help: 'patience with a background state (default 4000)',
    min: 100,
    max: 120_000,
  },
];
