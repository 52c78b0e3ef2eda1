import { diagnose, type Diagnosis } from '#harness/run/doctor.ts';
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

/** The lines about a rule, and the rule itself; null where there is none or it is wrong. */
interface RuleDiagnosis {
  readonly lines: readonly Diagnosis[];
  readonly rule: unknown;
}

/**
 * The command `doctor`: looks at everything a run needs and says line by line what is well and what to do. With a rule
 * and no target it judges the rule alone.
 * @returns 0 when nothing stands in the way of a run, 4 otherwise.
 * @throws SoundcheckError CONFIGURATION where the configuration itself is wrong.
 */
export async function runDoctor(given: Configuration, environment: Environment): Promise<number> {
  const service = serviceOf(given.service);
  const { lines, rule } = await diagnoseRule(given.rule, service.suite);
  const isEmbedded = given.endpoint === undefined && given.bucket === undefined;
  if (isEmbedded && given.rule !== undefined) {
    return print(lines, []);
  }
  const embedded = isEmbedded ? await startEmbedded(service, given, rule) : null;
  try {
    const target = embedded?.configuration ?? given;
    const found = await diagnoseTarget(target, service.suite, rule, environment, isEmbedded);
    return print([...lines, ...found], [await probeFfprobe()]);
  } finally {
    await embedded?.close();
  }
}

/** Writes the lines; the second ones are for information and decide nothing. */
function print(lines: readonly Diagnosis[], asides: readonly Diagnosis[]): number {
  for (const { well, what, advice } of [...lines, ...asides]) {
    process.stdout.write(`${well ? '✓' : '✗'} ${escapeForTerminal(what)}\n`);
    if (advice !== null) {
      process.stdout.write(`  → ${escapeForTerminal(advice)}\n`);
    }
  }
  return lines.every(({ well }) => well) ? exitCodes.met : exitCodes.configuration;
}

async function diagnoseRule(path: string | undefined, suite: Suite): Promise<RuleDiagnosis> {
  if (path === undefined) {
    return { lines: [], rule: null };
  }
  const reading = await lintRule(path, suite);
  return 'faults' in reading
    ? { lines: reading.faults.map((what) => ({ well: false, what, advice: null })), rule: null }
    : {
        lines: [
          { well: true, what: `the recording rule ${path} keeps to the contract`, advice: null },
        ],
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
  const session =
    target.endpoint === null
      ? null
      : openSession({
          endpoint: target.endpoint,
          observer: target.observer,
          bucket: null,
          timeoutMs: configuration.timeout ?? 10_000,
          concurrency: configuration.concurrency ?? 16,
          ratePerSecond: configuration.rate ?? 0,
          settleMs: configuration.settle ?? 4000,
          signal: new AbortController().signal,
          onRequests: () => undefined,
        });
  return diagnose({ suite, context, session, bucket: target.bucket });
}
