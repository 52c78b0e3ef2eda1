import { flagOf, optionSpecs, type OptionSpec } from '../../cli/options.ts';
import { exitCodes } from '#harness/verdict.ts';
import { code, table } from './markdown.ts';

/** The options of the command line, one row each, from the table that the command line itself reads. */
export function renderOptions(): string {
  return table(
    ['Flag', 'Meaning'],
    optionSpecs.map((spec) => [code(spelling(spec)), `${spec.help}${bounds(spec)}`]),
  ).join('\n');
}

function spelling({ key, kind, value }: OptionSpec): string {
  return kind === 'switch' ? flagOf(key) : `${flagOf(key)} ${value}`;
}

function bounds({ kind, min, max }: OptionSpec): string {
  return kind === 'number' && min !== undefined && max !== undefined
    ? `; ${String(min)} to ${String(max)}`
    : '';
}

/** Said once per exit code; a new code does not compile without its meaning. */
const meanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  met: 'every MUST of every profile that could be tested is met',
  notMet:
    'a MUST is not met (with `--fail-on should` any check), or a waiver has expired or is no longer needed; `inspect`: a file is invalid',
  harness: 'Soundcheck itself failed; this wins over 1',
  inconclusive:
    'a check that counts could not be tested, or the run was cut short (time budget, Ctrl+C)',
  configuration:
    'nothing was judged: wrong configuration, wrong key, unreachable endpoint, state or bucket; `inspect`: a file cannot be read',
  usage: 'unknown command, flag or value',
};

/** The exit codes, which are a contract with users. */
export function renderExitCodes(): string {
  const names = Object.keys(exitCodes) as (keyof typeof exitCodes)[];
  return table(
    ['Code', 'Meaning'],
    names.map((name) => [String(exitCodes[name]), meanings[name]]),
  ).join('\n');
}
