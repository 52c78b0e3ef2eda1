import type { Diagnosis } from '#harness/doctor/diagnosis.ts';
import { illBy, well } from '#harness/doctor/diagnosis.ts';
import { diagnose } from '#harness/doctor/diagnose.ts';
import { describeStore } from '#harness/buckets/describe-store.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { openSession } from '#harness/run/session.ts';
import type { Suite } from '#harness/suite.ts';
import { exitCodes } from '#harness/verdict.ts';
import { probeFfprobe } from './probe-ffprobe.ts';
import { openTarget, readSecret } from './compose.ts';
import { contextOf } from './context.ts';
import { startEmbedded } from './embedded.ts';
import type { Configuration } from './options.ts';
import { lintRule } from './rule.ts';
import { serviceOf } from './services.ts';
import { escapeForTerminal } from './terminal.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the doctor found; lines about ffprobe are for information and decide nothing. */
interface Findings {
  readonly lines: readonly Diagnosis[];
  /** The recording rule; null where there is none or it is wrong. */
  readonly rule: unknown;
}

/**
 * The command `doctor`: looks at everything a run needs and says line by line what is well and what to do. With a rule
 * and no target it judges the rule alone.
 * @param json whether one JSON object is printed instead of lines; then a wrong configuration is a line, too.
 * @returns 0 when nothing stands in the way of a run, 4 otherwise.
 * @throws SoundcheckError CONFIGURATION where the configuration itself is wrong.
 */
export async function runDoctor(
  given: Configuration,
  environment: Environment,
  json = false,
): Promise<number> {
  try {
    return print(await examine(given, environment), json);
  } catch (error) {
    if (json && error instanceof SoundcheckError) {
      return print([illBy('configuration', error)], json);
    }
    throw error;
  }
}

async function examine(
  given: Configuration,
  environment: Environment,
): Promise<readonly Diagnosis[]> {
  const service = serviceOf(given.service);
  const { lines, rule } = await diagnoseRule(given.rule, service.suite);
  const isEmbedded = given.endpoint === undefined && given.bucket === undefined;
  if (isEmbedded && given.rule !== undefined) {
    return lines;
  }
  const embedded = isEmbedded ? await startEmbedded(service, given, rule) : null;
  try {
    const target = embedded?.configuration ?? given;
    const found = await diagnoseTarget(target, service.suite, rule, environment, isEmbedded);
    return [...lines, ...found, await probeFfprobe()];
  } finally {
    await embedded?.close();
  }
}

function print(lines: readonly Diagnosis[], json: boolean): number {
  const isWell = lines.every((line) => line.well);
  const exitCode = isWell ? exitCodes.met : exitCodes.configuration;
  if (json) {
    const document = { schema: 'soundcheck-doctor/1', ready: isWell, exitCode, lines };
    process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return exitCode;
  }
  for (const line of lines) {
    process.stdout.write(`${line.well ? '✓' : '✗'} ${escapeForTerminal(line.what)}\n`);
    if (line.advice !== null) {
      process.stdout.write(`  → ${escapeForTerminal(line.advice)}\n`);
    }
  }
  return exitCode;
}

async function diagnoseRule(path: string | undefined, suite: Suite): Promise<Findings> {
  if (path === undefined) {
    return { lines: [], rule: null };
  }
  const reading = await lintRule(path, suite);
  return 'faults' in reading
    ? {
        // Each says what is wrong and where: there is nothing to add to it.
        lines: reading.faults.map((what) => ({ topic: 'rule', well: false, what, advice: null })),
        rule: null,
      }
    : {
        lines: [well('rule', `the recording rule ${path} keeps to the contract`)],
        rule: reading.rule,
      };
}

async function diagnoseTarget(
  configuration: Configuration,
  suite: Suite,
  rule: unknown,
  environment: Environment,
  embedded: boolean,
): Promise<readonly Diagnosis[]> {
  const { appId = '', dialect = [] } = configuration;
  const fault = suite.configurationFault(appId, dialect);
  if (fault !== null) {
    throw new SoundcheckError('CONFIGURATION', fault.message, fault.hint);
  }
  const target = await openTarget(configuration, suite, environment, embedded, rule);
  const secretKey = target.endpoint === null ? '' : readSecret(configuration, environment);
  const context = contextOf(configuration, secretKey, rule);
  const timeoutMs = configuration.timeout ?? 10_000;
  const session =
    target.endpoint === null
      ? null
      : openSession({
          endpoint: target.endpoint,
          observer: target.observer,
          bucket: null,
          timeoutMs,
          concurrency: configuration.concurrency ?? 16,
          ratePerSecond: configuration.rate ?? 0,
          settleMs: configuration.settle ?? 4000,
          signal: new AbortController().signal,
          onRequests: () => undefined,
        });
  const { bucket } = configuration;
  const store = bucket === undefined ? null : describeStore(bucket, environment);
  return [
    ...(store === null ? [] : [well('bucket', store)]),
    ...(await diagnose({
      suite,
      context,
      endpoint:
        target.endpoint === null || session === null ? null : { url: target.endpoint, session },
      bucket: target.bucket,
      timeoutMs,
    })),
  ];
}
