import { profiles, type Profile } from '#harness/check.ts';
import { SoundcheckError, type ErrorKind } from '#harness/errors.ts';
import { readShard } from '#harness/run/shard.ts';
import { checkFileKeys, fileOnlyKeys } from './check-file-keys.ts';
import { nearest } from './nearest.ts';
import { flagOf, optionSpecs, variableOf, type Configuration, type OptionSpec } from './options.ts';

/** Where an option's value stands, for errors. */
interface Source {
  readonly kind: Extract<ErrorKind, 'USAGE' | 'CONFIGURATION'>;
  readonly name: (spec: OptionSpec) => string;
}

const flags: Source = { kind: 'USAGE', name: ({ key }) => flagOf(key) };
const variables: Source = { kind: 'CONFIGURATION', name: ({ key }) => variableOf(key) };

/** Variables of ours that are no options; those of an identifier are what an observation command is given. */
const otherVariables = new Set([
  'SOUNDCHECK_ROOM_ID',
  'SOUNDCHECK_TASK_ID',
  'SOUNDCHECK_USER_ID',
  'SOUNDCHECK_CONFIG',
]);

/**
 * Merges the sources: flags win over variables, variables over the file.
 * @param given flag texts by option key, lists for repeated flags.
 * @throws SoundcheckError USAGE for a flag, CONFIGURATION for a variable or a key of the file.
 */
export function mergeConfiguration(
  given: Readonly<Record<string, string | boolean | readonly string[] | undefined>>,
  environment: Readonly<Record<string, string | undefined>>,
  file: Configuration,
): Configuration {
  const merged: Record<string, unknown> = { ...file };
  for (const spec of optionSpecs) {
    const variable = environment[variableOf(spec.key)];
    if (variable !== undefined && variable !== '') {
      merged[spec.key] = readOption(spec, variable, variables);
    }
    const flag = given[spec.key];
    if (flag !== undefined) {
      merged[spec.key] = typeof flag === 'boolean' ? flag : readOption(spec, flag, flags);
    }
  }
  const configuration = merged as Configuration;
  requireKnownVariables(environment, configuration.secretEnv);
  return checkConfiguration(configuration);
}

function readOption(spec: OptionSpec, raw: string | readonly string[], source: Source): unknown {
  const texts = typeof raw === 'string' ? [raw] : raw;
  const text = texts.at(-1) ?? '';
  if (spec.kind === 'list') {
    return texts.flatMap((one) => one.split(',').map((word) => word.trim())).filter(Boolean);
  }
  if (spec.kind === 'number') {
    const number = Number(text);
    if (text.trim() === '' || !isInBounds(spec, number)) {
      throw new SoundcheckError(
        source.kind,
        `${source.name(spec)} is not a whole number in its bounds: ${JSON.stringify(text)}`,
        `Give a whole number from ${String(spec.min)} to ${String(spec.max)}.`,
      );
    }
    return number;
  }
  if (spec.kind === 'switch') {
    if (!['true', 'false', '1', '0'].includes(text)) {
      throw new SoundcheckError(
        source.kind,
        `${source.name(spec)} is not true or false: ${JSON.stringify(text)}`,
        'Write true or false.',
      );
    }
    return text === 'true' || text === '1';
  }
  if (spec.kind !== 'text' && !spec.kind.includes(text)) {
    throw new SoundcheckError(
      source.kind,
      `${source.name(spec)} cannot be ${JSON.stringify(text)}`,
      `Choose one of: ${spec.kind.join(', ')}.`,
    );
  }
  return text;
}

function isInBounds(
  { min = 0, max = Number.MAX_SAFE_INTEGER }: OptionSpec,
  number: number,
): boolean {
  return Number.isInteger(number) && number >= min && number <= max;
}

function requireKnownVariables(
  environment: Readonly<Record<string, string | undefined>>,
  secretEnv: string | undefined,
): void {
  const known = new Set([...optionSpecs.map(({ key }) => variableOf(key)), ...otherVariables]);
  const unknown = Object.keys(environment).find(
    (name) => name.startsWith('SOUNDCHECK_') && !known.has(name) && name !== secretEnv,
  );
  if (unknown !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `unknown environment variable ${unknown}`,
      `Variables that begin with SOUNDCHECK_ are options; nearest: ${nearest(unknown, [...known])}.`,
    );
  }
}

const fileKeys = new Set<string>([...optionSpecs.map(({ key }) => key), ...fileOnlyKeys]);

/** Checks keys, types and combinations. @throws SoundcheckError CONFIGURATION naming the key. */
export function checkConfiguration(configuration: Configuration): Configuration {
  for (const key of Object.keys(configuration)) {
    if (!fileKeys.has(key)) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `unknown configuration key ${JSON.stringify(key)}`,
        `Did you mean ${nearest(key, [...fileKeys])}?`,
      );
    }
  }
  for (const spec of optionSpecs) {
    checkType(spec, configuration[spec.key]);
  }
  for (const profile of configuration.profile ?? []) {
    if (!isProfile(profile)) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `unknown profile ${JSON.stringify(profile)}`,
        `The profiles are ${profiles.join(', ')}.`,
      );
    }
  }
  checkFileKeys(configuration);
  if (configuration.shard !== undefined) {
    readShard(configuration.shard);
  }
  if (configuration.observe !== undefined && configuration.observeCommand !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      'both observe and observeCommand are given',
      'Keep one of them.',
    );
  }
  if (configuration.callbacks !== undefined && configuration.bucket === undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      'received callbacks are given, but no bucket to compare them with',
      'Give --bucket as well, or leave --callbacks out.',
    );
  }
  return configuration;
}

function checkType(spec: OptionSpec, value: unknown): void {
  if (value === undefined) {
    return;
  }
  const { kind } = spec;
  const fits =
    kind === 'number'
      ? typeof value === 'number' && isInBounds(spec, value)
      : kind === 'switch'
        ? typeof value === 'boolean'
        : kind === 'list'
          ? Array.isArray(value) && value.every((item) => typeof item === 'string')
          : kind === 'text'
            ? typeof value === 'string'
            : typeof value === 'string' && kind.includes(value);
  if (!fits) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${spec.key} cannot be ${typeof value === 'function' ? 'a function' : JSON.stringify(value)}`,
      typeof kind === 'string'
        ? `It is a ${kind}: ${spec.help}.`
        : `Choose one of: ${kind.join(', ')}.`,
    );
  }
}

function isProfile(value: string): value is Profile {
  return profiles.some((profile) => profile === value);
}
