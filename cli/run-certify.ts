import type { RunResult } from '#harness/result.ts';
import { readWishes } from './certificate/wishes.ts';
import { certify, type CertifyHooks } from './certify.ts';
import { createConsole } from './console.ts';
import type { Configuration } from './options.ts';
import { publish, reportDirDefault } from './publish.ts';
import { regressionsDefault } from './regressions/keep.ts';
import { replay } from './replay.ts';
import { targetFlags } from './target-flags.ts';
import { discardReports } from './write-reports.ts';

/**
 * The command `certify` (and `replay`, with a token): runs, shows, writes the reports.
 * SIGINT and SIGTERM end the run with a partial report; a second one ends the process.
 * @returns the exit code.
 */
export async function runCertify(
  configuration: Configuration,
  environment: Readonly<Record<string, string | undefined>>,
  { token, configFile }: { readonly token: string | null; readonly configFile: string | null },
): Promise<number> {
  const { maxTime = 0, lang: language = 'en' } = configuration;
  const { reportDir = reportDirDefault, failOn = 'must' } = configuration;
  await discardReports(reportDir);
  const wishes = await readWishes(configuration);
  const where = { directory: reportDir, failOn, certificate: wishes, language };
  const output = createConsole({
    terminal: process.stdout,
    environment,
    ...(maxTime > 0 ? { budgetMs: maxTime * 1000 } : {}),
    nowMs: () => performance.now(),
    startedAt: new Date().toISOString(),
    language,
  });
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      process.exit(130);
    }
    stop.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  const failed: RunResult[] = [];
  const hooks: CertifyHooks = {
    environment,
    signal: stop.signal,
    onEvent: (event) => {
      output.onEvent(event);
    },
    onFailedRun: (result) => failed.push(result),
    replayCommand: (one) => `npx soundcheck replay ${one}${targetFlags(configuration, configFile)}`,
  };
  try {
    const result =
      token === null
        ? await certify({ regressions: regressionsDefault, ...configuration }, hooks)
        : await replay(token, configuration, hooks);
    output.finish(result);
    await publish(result, where, environment);
    return result.exitCode;
  } catch (error) {
    output.stop();
    for (const result of failed) {
      await publish(result, where, environment);
    }
    throw error;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}
