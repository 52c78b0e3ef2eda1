import { resolve } from 'node:path';
import { SoundcheckError } from '#harness/errors.ts';
import type { RunResult } from '#harness/result.ts';
import type { Language } from '#reports/language/language.ts';
import { mergeShards } from '#harness/run/merge-shards.ts';
import type { ShardReport } from '#harness/run/shard-parts.ts';
import { readWishes } from '../certificate/wishes.ts';
import { createConsole } from '../console.ts';
import { optionSpecs } from '../options.ts';
import { publish, reportDirDefault } from '../publish.ts';
import { serviceOf } from '../services.ts';
import { toolVersion } from '../version.ts';
import { discardReports } from '../write-reports.ts';
import { readReport } from './read-report.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Options of `soundcheck merge`, as texts. */
export interface MergeOptions {
  readonly reportDir?: string;
  readonly subject?: string;
  readonly signKey?: string;
  readonly certificateDays?: string;
  readonly lang?: Language;
}

/**
 * The command `merge`: puts the shards of one run together, shows and writes what one run would have.
 * @param directories the report directories of all shards, in any order.
 * @returns the exit code of the run as a whole.
 * @throws SoundcheckError CONFIGURATION where the shards are not exactly those of one run.
 */
export async function runMerge(
  directories: readonly string[],
  options: MergeOptions,
  environment: Environment,
): Promise<number> {
  const { reportDir = reportDirDefault, lang: language = 'en' } = options;
  if (directories.some((directory) => resolve(directory) === resolve(reportDir))) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `${reportDir} is a shard's directory and the merged report's`,
      'Name another directory with --report-dir.',
    );
  }
  // An earlier run's verdict must not stand where this one's is looked for, whatever becomes of it.
  await discardReports(reportDir);
  const reports = await Promise.all(
    directories.map(async (source): Promise<ShardReport> => {
      return { source, result: await readReport(source) };
    }),
  );
  const result = mergeReports(reports);
  const subject = subjectOf(reports, options.subject);
  const certificate = await readWishes({
    ...(subject === null ? {} : { subject }),
    ...(options.signKey === undefined ? {} : { signKey: options.signKey }),
    ...(options.certificateDays === undefined
      ? {}
      : { certificateDays: daysOf(options.certificateDays) }),
  });
  const output = createConsole({
    terminal: process.stdout,
    environment,
    nowMs: () => performance.now(),
    startedAt: result.startedAt,
    language,
  });
  output.finish(result);
  const failOn = reports[0]?.result.shard?.settings.failOn ?? 'must';
  await publish(result, { directory: reportDir, failOn, certificate, language }, environment);
  return result.exitCode;
}

function mergeReports(reports: readonly ShardReport[]): RunResult {
  const { suite } = serviceOf(reports[0]?.result.service);
  return mergeShards(reports, suite, toolVersion());
}

/** What the shards were told that they test; merging cannot make it something else. */
function subjectOf(reports: readonly ShardReport[], given: string | undefined): string | null {
  const told = reports[0]?.result.shard?.settings.common['subject'] ?? null;
  if (told !== null && given !== undefined && given !== told) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the shards tested ${told}, not ${given}`,
      'Leave --subject out.',
    );
  }
  return told ?? given ?? null;
}

function daysOf(text: string): number {
  const days = Number(text);
  const { min = 1, max = 1 } = optionSpecs.find(({ key }) => key === 'certificateDays') ?? {};
  if (text.trim() === '' || !Number.isInteger(days) || days < min || days > max) {
    throw new SoundcheckError(
      'USAGE',
      `--certificate-days is not a whole number in its bounds: ${JSON.stringify(text)}`,
      `Give a whole number from ${String(min)} to ${String(max)}.`,
    );
  }
  return days;
}
