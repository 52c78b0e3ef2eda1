import { randomBytes } from 'node:crypto';
import { diagnose, type Diagnosis } from '#harness/run/doctor.ts';
import { SoundcheckError } from '#harness/errors.ts';
import { openSession } from '#harness/run/session.ts';
import { exitCodes } from '#harness/verdict.ts';
import { probeFfprobe } from './probe-ffprobe.ts';
import { openTarget, readSecret } from './compose.ts';
import { startEmbedded } from './embedded.ts';
import type { Configuration } from './options.ts';
import { suiteOf } from './services.ts';
import { escapeForTerminal } from './terminal.ts';

/**
 * The command `doctor`: looks at everything a run needs and says line by line what is well and what to do.
 * @returns 0 when nothing stands in the way of a run, 4 otherwise.
 * @throws SoundcheckError CONFIGURATION where the configuration itself is wrong.
 */
export async function runDoctor(
  given: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const isEmbedded = given.endpoint === undefined && given.bucket === undefined;
  const embedded = isEmbedded ? await startEmbedded(given) : null;
  try {
    const lines = await diagnoseTarget(embedded?.configuration ?? given, environment, isEmbedded);
    for (const { well, what, advice } of [...lines, await probeFfprobe()]) {
      process.stdout.write(`${well ? '✓' : '✗'} ${escapeForTerminal(what)}\n`);
      if (advice !== null) {
        process.stdout.write(`  → ${escapeForTerminal(advice)}\n`);
      }
    }
    return lines.every(({ well }) => well) ? exitCodes.met : exitCodes.configuration;
  } finally {
    await embedded?.close();
  }
}

async function diagnoseTarget(
  configuration: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
  embedded: boolean,
): Promise<readonly Diagnosis[]> {
  const suite = suiteOf(configuration.service ?? 'gme');
  const { appId = '', dialect = [] } = configuration;
  const fault = suite.configurationFault(appId, dialect);
  if (fault !== null) {
    throw new SoundcheckError('CONFIGURATION', fault.message, fault.hint);
  }
  const target = await openTarget(configuration, suite, environment, embedded);
  const context = {
    appId,
    secretKey: target.endpoint === null ? '' : readSecret(configuration, environment),
    dialects: dialect,
    scope: configuration.scope ?? ('both' as const),
    seed: 1,
    nonce: randomBytes(6).toString('hex'),
    nowMs: Date.now(),
    responseTimeMsMax: 5000,
    mapping: configuration.recordings ?? null,
  };
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
