import { flagOf, optionSpecs, variableOf, type Configuration } from './options.ts';

/** Options that say which target it is and how it likes to be treated, in the order of the help. */
const targetKeys = new Set<keyof Configuration>([
  'service',
  'appId',
  'endpoint',
  'secretEnv',
  'observe',
  'observeCommand',
  'bucket',
  'recovers',
  'rule',
  'callbacks',
  'concurrency',
  'rate',
  'timeout',
  'settle',
]);

/**
 * The flags that point a command at the same target, for a command line that can be pasted into a POSIX shell. An
 * address with a password or with query values of its own is no part of a report: its variable stands in its place.
 * @param configFile the file named by `--config`; null where none was.
 */
export function targetFlags(configuration: Configuration, configFile: string | null): string {
  const flags = optionSpecs
    .filter(({ key }) => targetKeys.has(key))
    .map(({ key }) => {
      const value = configuration[key];
      if (value === true) {
        return ` ${flagOf(key)}`;
      }
      if (typeof value !== 'string' && typeof value !== 'number') {
        return '';
      }
      const isAddress = key === 'endpoint' || key === 'observe';
      return isAddress && isConfidential(String(value))
        ? ` ${flagOf(key)} "$${variableOf(key)}"`
        : ` ${flagOf(key)} ${quote(String(value))}`;
    });
  return [...(configFile === null ? [] : [` --config ${quote(configFile)}`]), ...flags].join('');
}

/** Whether an address carries credentials, or query values beyond the placeholders. */
function isConfidential(address: string): boolean {
  if (!URL.canParse(address)) {
    return true;
  }
  const { username, password, searchParams } = new URL(address);
  return (
    username !== '' ||
    password !== '' ||
    [...searchParams.values()].some((value) => !/^(?:\{\w+\})*$/u.test(value))
  );
}

function quote(value: string): string {
  return /^[\w@%+=:,./-]+$/u.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`;
}
