import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import type { Arm, Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { blankResult } from '#harness/run/check-result.ts';
import { curlScript } from '#reports/curl.ts';
import { requireConfigurable } from '../certify.ts';
import { contextOf } from '../context.ts';
import type { Configuration } from '../options.ts';
import { loadRule } from '../rule.ts';
import { toolVersion } from '../version.ts';
import { caseOf, experimentOf, type TokenCase } from './case.ts';
import { stepsOf, type TwinArms } from './steps.ts';
import { vitestFile } from './vitest-file.ts';

/** Two made-up keys: what differs between them in a request depends on the key. */
const keys = ['made-up-key-one', 'made-up-key-two'] as const;

/**
 * The command `export`: writes a counterexample as a vitest file and as shell scripts of curl and openssl, one for each
 * of its deliveries. No key is needed and none is written.
 * @returns what was written, for people.
 * @throws SoundcheckError USAGE for a token that this version does not have, CONFIGURATION for a folder or application.
 */
export async function exportCase(
  token: string,
  configuration: Configuration,
  out: string,
): Promise<string> {
  const found = caseOf(token);
  const { service, seed, dialects, scope } = found.coordinates;
  const own = { ...configuration, service, seed, dialect: dialects, scope };
  requireConfigurable(own, found.suite);
  const rule = await loadRule(own.rule, found.suite);
  const context = contextOf(own, keys[0], rule);
  const files = filesOf(found, token, context);
  const folder = resolve(out);
  await writeNew(folder, files);
  return files.map(([name]) => `${join(folder, name)}\n`).join('');
}

/** The files of an export, by name. Pure. */
export function filesOf(
  found: TokenCase,
  token: string,
  context: SuiteContext,
): readonly (readonly [name: string, text: string])[] {
  const { check, coordinates } = found;
  const stem = `${check.id.replaceAll('/', '-')}.${coordinates.key.replaceAll(/\W/gu, '-')}`;
  const one = experimentOf(found, context);
  const other = experimentOf(found, { ...context, secretKey: keys[1] });
  return [
    [`${stem}.test.ts`, vitestFile(check, token, toolVersion())],
    ...one.arms.flatMap((arm, place): readonly (readonly [string, string])[] => {
      const twin = other.arms[place] ?? arm;
      const script = scriptOf(found, token, one, {
        one: arm,
        oneKey: context.secretKey,
        other: twin,
      });
      const suffix = arm.name === one.shows ? '' : `.${arm.name.replaceAll(/[^\w-]/gu, '-')}`;
      return script === null ? [] : [[`${stem}${suffix}.sh`, script]];
    }),
  ];
}

function scriptOf(
  { check, suite, coordinates }: TokenCase,
  token: string,
  { title, shows }: Experiment,
  arms: TwinArms,
): string | null {
  const recipe = suite.signing?.(coordinates.dialects);
  const steps = stepsOf(arms, recipe);
  const { one: arm } = arms;
  return curlScript(
    {
      ...blankResult(check),
      replay: `npx soundcheck replay ${token}`,
      counterexample: { title, callbacks: steps.length, steps, states: [] },
    },
    recipe,
    { notes: notesOf(arm, arm.name === shows), pauses: pausesOf(arm) },
  );
}

function notesOf(arm: Arm, isTelling: boolean): readonly string[] {
  const { objects = [], subjects } = arm;
  return [
    isTelling
      ? `this is the delivery "${arm.name}", which shows the failure`
      : `this is the delivery "${arm.name}", to compare the state after it with`,
    'identifiers and times are those of the export: for fresh ones export again',
    ...subjects.map(
      ({ roomId, taskId, userId }) =>
        `look at the state of room ${roomId}, task ${taskId}, user ${userId} afterwards`,
    ),
    ...(objects.length === 0
      ? []
      : [
          `before it these objects are laid into the bucket: ${objects.map(({ key }) => key).join(', ')}`,
        ]),
  ];
}

/** Seconds to wait before a send, by its number from 1. */
function pausesOf({ pauseMs, waves }: Arm): ReadonlyMap<number, number> {
  if (pauseMs === undefined) {
    return new Map();
  }
  const before = waves.slice(0, -1).reduce((sum, wave) => sum + wave.length, 0);
  return new Map([[before + 1, pauseMs / 1000]]);
}

/** Writes the files beside whatever the folder holds; nothing is overwritten. */
async function writeNew(
  folder: string,
  files: readonly (readonly [name: string, text: string])[],
): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of files) {
      const mode = name.endsWith('.sh') ? 0o755 : 0o644;
      await writeFile(join(folder, name), text, { flag: 'wx', mode });
    }
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the export cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name a folder that can be written with --out; files that are there are not overwritten.',
      { cause },
    );
  }
}
