import { readFile, writeFile } from 'node:fs/promises';
import type { Check } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { readWaivers, requireKnownChecks, waiverDaysMax, type Waiver } from '#harness/waivers.ts';
import { nearest } from './nearest.ts';

/** Options of `soundcheck waive`, as texts. */
export interface WaiveOptions {
  readonly reason: string;
  readonly owner: string;
  readonly ticket: string;
  /** `YYYY-MM-DD`; default thirty days from today. */
  readonly expires?: string;
  /** Only findings of these codes. */
  readonly code?: readonly string[];
  /** Default `soundcheck.waivers.json`. */
  readonly waivers?: string;
}

/** Where waivers stand unless a file is named. */
export const waiversFileDefault = 'soundcheck.waivers.json';

const daysDefault = 30;
const dayMs = 24 * 3600 * 1000;

/**
 * Adds a waiver of one check to the waivers file, which is made where there is none; what stands in it stays.
 * @returns what was written, for people.
 * @throws SoundcheckError USAGE for an unknown check or a bad option, CONFIGURATION where the file cannot be used.
 */
export async function waive(
  id: string,
  options: WaiveOptions,
  checks: readonly Check[],
  today: Date,
): Promise<string> {
  if (!checks.some((check) => check.id === id)) {
    const near = nearest(
      id,
      checks.map((check) => check.id),
    );
    throw new SoundcheckError(
      'USAGE',
      `there is no check ${JSON.stringify(id)}`,
      `Did you mean ${near}? See \`soundcheck checks\` for the ids.`,
    );
  }
  const path = options.waivers ?? waiversFileDefault;
  const waiver: Waiver = {
    check: id,
    reason: options.reason,
    owner: options.owner,
    ticket: options.ticket,
    expires:
      options.expires ?? new Date(today.getTime() + daysDefault * dayMs).toISOString().slice(0, 10),
    ...(options.code === undefined ? {} : { codes: options.code }),
  };
  const text = await textOf(path);
  const standing = text === null ? [] : readWaivers(text, path, today);
  const waivers = [...standing, waiver];
  requireUsable(waivers, path, today);
  requireKnownChecks(standing, checks);
  try {
    await writeFile(path, `${JSON.stringify(waivers, undefined, 2)}\n`);
  } catch (cause) {
    throw unusable(path, 'written', cause);
  }
  return (
    `${id} is waived until ${waiver.expires} in ${path} (at most ${String(waiverDaysMax)} days).\n` +
    `Give --waivers ${path} to certify; the run fails when the waiver has expired or is no longer needed.\n`
  );
}

/** The new list must be one that certify takes, and not expired from the start. */
function requireUsable(waivers: readonly Waiver[], path: string, today: Date): void {
  readWaivers(JSON.stringify(waivers), path, today);
  const last = waivers.at(-1);
  if (last !== undefined && Date.parse(`${last.expires}T23:59:59Z`) < today.getTime()) {
    throw new SoundcheckError(
      'USAGE',
      `--expires lies in the past: ${last.expires}`,
      `Name a day within the next ${String(waiverDaysMax)} days.`,
    );
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      return null;
    }
    throw unusable(path, 'read', cause);
  }
}

function unusable(path: string, done: string, cause: unknown): SoundcheckError {
  return new SoundcheckError(
    'CONFIGURATION',
    `${path} cannot be ${done}: ${cause instanceof Error ? cause.message : String(cause)}`,
    'Name another file with --waivers.',
    { cause },
  );
}
