import { effortOptions } from './options/effort.ts';
import { reportOptions } from './options/reports.ts';
import { selectionOptions } from './options/selection.ts';
import type { OptionSpec } from './options/spec.ts';
import { targetOptions } from './options/target.ts';

export { defineConfig, type Configuration } from './options/keys.ts';
export { flagOf, variableOf, type OptionKind, type OptionSpec } from './options/spec.ts';

/** Every option that can be a flag, in the order of the help. */
export const optionSpecs: readonly OptionSpec[] = [
  ...targetOptions,
  ...selectionOptions,
  ...effortOptions,
  ...reportOptions,
];
