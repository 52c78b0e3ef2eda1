import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import type { RunResult } from '#harness/result.ts';
import { shapeFault, type Kind, type Shape } from '../shape.ts';
import { suites } from '../services.ts';

const texts = (...paths: readonly string[]): readonly (readonly [string, Kind])[] =>
  paths.map((path) => [path, 'text']);

const reportShape: Shape = {
  required: [
    ...texts('schema', 'tool.version', 'service', 'scope', 'verdict', 'summary', 'startedAt'),
    ['target', 'object'],
    ['target.endpoint', 'text or null'],
    ['profiles', 'object'],
    ['dialects', 'texts'],
    ['interrupted', 'text or null'],
    ['exitCode', 'number'],
    ['seed', 'number'],
    ['durationMs', 'number'],
    ['requests', 'number'],
    ['checks', 'list'],
  ],
  literals: { schema: 'soundcheck-report/1' },
};

const checkShape: Shape = {
  required: [
    ...texts('id', 'title', 'level', 'basis', 'profile', 'verdict', 'hint'),
    ['fault', 'text or null'],
    ['clauses', 'list'],
    ['findings', 'list'],
    ['evidence', 'texts'],
    ['requests', 'number'],
    ['durationMs', 'number'],
  ],
  literals: {},
};

const shardShape: Shape = {
  required: [
    ...texts('run', 'settings.failOn'),
    ['index', 'number'],
    ['of', 'number'],
    ['settings.supported', 'texts'],
    ['settings.only', 'text or null'],
    ['settings.runs', 'number'],
    ['settings.waivers', 'list'],
    ['settings.common', 'object'],
    ['lost', 'text or null'],
  ],
  literals: {},
};

/**
 * Reads the report.json of a directory as far as it is relied on.
 * @throws SoundcheckError CONFIGURATION where there is none, or it is not one of this version's format.
 */
export async function readReport(directory: string): Promise<RunResult> {
  const path = join(directory, 'report.json');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name the directories that certify wrote its reports to.',
      { cause },
    );
  }
  const fault = reportFault(value);
  if (fault !== null) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${path} is no report of Soundcheck: ${fault}`,
      'Name the directories that certify wrote its reports to.',
    );
  }
  const report = value as Omit<RunResult, 'serviceTitle'>;
  const suite = suites.find(({ service }) => service === report.service);
  return { ...report, serviceTitle: suite?.title ?? report.service };
}

function reportFault(value: unknown): string | null {
  const fault = shapeFault(value, reportShape);
  if (fault !== null) {
    return fault;
  }
  const { checks, shard } = value as { checks: readonly unknown[]; shard?: unknown };
  const wrong = checks.map((check) => shapeFault(check, checkShape));
  const place = wrong.findIndex((one) => one !== null);
  if (place >= 0) {
    return `checks.${String(place)}.${String(wrong[place])}`;
  }
  const shardFault = shard === undefined ? null : shapeFault(shard, shardShape);
  return shardFault === null ? null : `shard.${shardFault}`;
}
