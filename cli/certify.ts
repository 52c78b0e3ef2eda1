import { readFile } from 'node:fs/promises';
import type { ActiveCheck } from '#harness/check.ts';
import { SoundcheckError } from '#harness/errors.ts';
import type { RunEvent, RunResult } from '#harness/result.ts';
import { runSuite, type RunOptions, type RunTarget } from '#harness/run/run.ts';
import type { SavedCases } from '#harness/run/saved-cases.ts';
import { readShard, type ShardOrder } from '#harness/run/shard.ts';
import { failedRun } from '#harness/run/summary.ts';
import type { Suite, SuiteContext } from '#harness/suite.ts';
import { readWaivers, type Waiver } from '#harness/waivers.ts';
import { canonicalJson } from '#reports/certificate/canonical.ts';
import { sha256 } from './certificate/digest.ts';
import { checkConfiguration } from './configuration.ts';
import { contextOf } from './context.ts';
import { openTarget, readSecret } from './compose.ts';
import { startEmbedded } from './embedded.ts';
import type { Configuration } from './options.ts';
import { openRegressions } from './regressions/keep.ts';
import { loadRule } from './rule.ts';
import { serviceOf } from './services.ts';
import { toolVersion } from './version.ts';

/** What a front end may add to a run. */
export interface CertifyHooks {
  readonly onEvent?: (event: RunEvent) => void;
  readonly signal?: AbortSignal;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The command line that replays a token on the same target; default without target options. */
  readonly replayCommand?: (token: string) => string;
  /** Replaces the checks, for a replay. */
  readonly checks?: (suite: Suite, context: SuiteContext) => readonly ActiveCheck[];
  /** Told what went wrong beside the run without changing its verdict; default: a line on stderr. */
  readonly onWarning?: (line: string) => void;
  /** Told of the unfinished result when the run ends by an error. */
  readonly onFailedRun?: (result: RunResult) => void;
}

const defaults = {
  runs: 5,
  concurrency: 16,
  timeoutMs: 10_000,
  settleMs: 4000,
} as const;

/**
 * Certifies a target: runs every check that the configuration gives a target for and judges it. Without endpoint and
 * bucket the embedded reference receiver and bucket are certified.
 * @throws SoundcheckError CONFIGURATION, PREFLIGHT, OBSERVATION or BUCKET where no run is possible.
 */
export async function certify(
  configuration: Configuration = {},
  hooks: CertifyHooks = {},
): Promise<RunResult> {
  checkConfiguration(configuration);
  const service = serviceOf(configuration.service);
  const { suite, reference } = service;
  const isEmbedded = configuration.endpoint === undefined && configuration.bucket === undefined;
  if (!isEmbedded) {
    requireConfigurable(configuration, suite);
    const rule = await loadRule(configuration.rule, suite);
    return certifyTarget(configuration, suite, rule, hooks, false);
  }
  if (configuration.observe !== undefined || configuration.observeCommand !== undefined) {
    throw new SoundcheckError(
      'CONFIGURATION',
      'an observation is given, but no endpoint',
      'Give --endpoint as well, or neither for the embedded receiver.',
    );
  }
  requireConfigurable({ ...configuration, appId: reference.appId }, suite);
  const rule = await loadRule(configuration.rule, suite);
  const embedded = await startEmbedded(service, configuration, rule);
  try {
    return await certifyTarget(embedded.configuration, suite, rule, hooks, true);
  } finally {
    await embedded.close();
  }
}

async function certifyTarget(
  configuration: Configuration,
  suite: Suite,
  rule: unknown,
  hooks: CertifyHooks,
  embedded: boolean,
): Promise<RunResult> {
  const environment = hooks.environment ?? process.env;
  const secretKey =
    configuration.endpoint === undefined ? '' : readSecret(configuration, environment);
  const startedAt = new Date();
  const context = contextOf(configuration, secretKey, rule);
  const target = await openTarget(configuration, suite, environment, embedded, rule);
  const { regressions = 'off' } = configuration;
  const kept =
    embedded || regressions === 'off'
      ? null
      : await openRegressions(regressions, hooks.onWarning ?? warnOnStderr);
  const saved = kept?.saved ?? null;
  const options = await toRunOptions(
    configuration,
    suite,
    context,
    target,
    hooks,
    startedAt,
    saved,
  );
  try {
    const result = await runSuite(options);
    await kept?.keep(result);
    return result;
  } catch (error) {
    if (error instanceof SoundcheckError && error.exitCode === 4) {
      hooks.onFailedRun?.(failedRun(options, `${error.message}. ${error.hint}`, startedAt));
    }
    throw error;
  }
}

function warnOnStderr(line: string): void {
  process.stderr.write(`soundcheck: ${line}\n`);
}

async function toRunOptions(
  configuration: Configuration,
  suite: Suite,
  context: SuiteContext,
  target: RunTarget,
  hooks: CertifyHooks,
  today: Date,
  saved: SavedCases | null,
): Promise<RunOptions> {
  return {
    suite:
      hooks.checks === undefined
        ? suite
        : { ...suite, activeChecks: hooks.checks(suite, context), archiveChecks: [] },
    context,
    target,
    profiles: configuration.profile ?? null,
    only: configuration.only ?? null,
    shard: await readShardOrder(configuration),
    saved,
    waivers: await loadWaivers(configuration.waivers, today),
    failOn: configuration.failOn ?? 'must',
    runs: configuration.runs ?? defaults.runs,
    timeoutMs: configuration.timeout ?? defaults.timeoutMs,
    concurrency: configuration.concurrency ?? defaults.concurrency,
    ratePerSecond: configuration.rate ?? 0,
    settleMs: configuration.settle ?? defaults.settleMs,
    maxTimeMs: (configuration.maxTime ?? 0) * 1000,
    signal: hooks.signal ?? new AbortController().signal,
    toolVersion: toolVersion(),
    replayCommand: hooks.replayCommand ?? ((token) => `npx soundcheck replay ${token}`),
    onEvent: hooks.onEvent ?? (() => undefined),
  };
}

/** What must be the same in every shard of a run beside the options that the engine knows. */
async function readShardOrder(configuration: Configuration): Promise<ShardOrder | null> {
  const { shard, runId = null, subject = null, rule, callbacks, recordings } = configuration;
  if (shard === undefined) {
    return null;
  }
  return {
    ...readShard(shard),
    common: {
      runId,
      subject,
      rule: rule === undefined ? null : sha256(await readFile(rule, 'utf8')),
      callbacks: callbacks === undefined ? null : sha256(await readFile(callbacks, 'utf8')),
      recordings: recordings === undefined ? null : sha256(canonicalJson(recordings)),
    },
  };
}

async function loadWaivers(path: string | undefined, today: Date): Promise<readonly Waiver[]> {
  if (path === undefined) {
    return [];
  }
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `the waivers file ${path} cannot be read`,
      'Correct --waivers, or leave it out.',
      { cause },
    );
  }
  return readWaivers(text, path, today);
}

/** @throws SoundcheckError CONFIGURATION where application or dialects are none of the service's. */
export function requireConfigurable(configuration: Configuration, suite: Suite): void {
  const fault =
    configuration.appId === undefined
      ? {
          message: 'the application is not named',
          hint: 'Give --app-id: the id that callbacks carry and that object names begin with.',
        }
      : suite.configurationFault(configuration.appId, configuration.dialect ?? []);
  if (fault !== null) {
    throw new SoundcheckError('CONFIGURATION', fault.message, fault.hint);
  }
}
