import { readFile } from 'node:fs/promises';
import { parseJson, type Json } from '#contracts/json.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { Suite } from '#harness/suite.ts';

/** What `Suite.readRule` says of a rule. */
export type RuleReading = ReturnType<NonNullable<Suite['readRule']>>;

/**
 * Reads the recording rule in a file and lets the suite judge it.
 * @throws SoundcheckError CONFIGURATION where the service has no such rule, or the file is unreadable or no JSON.
 */
export async function lintRule(path: string, suite: Suite): Promise<RuleReading> {
  if (suite.readRule === undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the contract of ${suite.service} has no recording rule to be read from a file`,
      'Leave --rule out; the scope of recording is given with --scope.',
    );
  }
  return suite.readRule(parse(await read(path), path));
}

/**
 * The recording rule that a configuration names, as an opaque value for the suite; null where it names none.
 * @throws SoundcheckError CONFIGURATION as `lintRule`, and where the rule violates the contract.
 */
export async function loadRule(path: string | undefined, suite: Suite): Promise<unknown> {
  if (path === undefined) {
    return null;
  }
  const reading = await lintRule(path, suite);
  if ('faults' in reading) {
    const [first = 'it cannot be read', ...others] = reading.faults;
    throw new SoundcheckError(
      'CONFIGURATION',
      `the recording rule ${path} violates the contract: ${first}`,
      others.length === 0
        ? 'Correct the file; it holds the rule as the API of the service takes it.'
        : `There are ${others.length} more; \`soundcheck doctor --service ${suite.service} --rule ${path}\` lists all.`,
    );
  }
  return reading.rule;
}

async function read(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the recording rule ${path} cannot be read`,
      'Correct --rule, or leave it out.',
      { cause },
    );
  }
}

function parse(text: string, path: string): Json {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the recording rule ${path} is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Save the rule as the API of the service takes or shows it.',
      { cause },
    );
  }
}
