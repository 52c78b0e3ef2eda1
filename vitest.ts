import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceName } from '#contracts/clause.ts';
import type { Check } from '#harness/check.ts';
import type { CheckResult, RunResult } from '#harness/result.ts';
import { failureLines } from '#reports/failure-text.ts';
import { certify } from './cli/certify.ts';
import { allChecks } from './cli/checks.ts';
import { mergeConfiguration } from './cli/configuration.ts';
import { loadConfigFile } from './cli/load-config.ts';
import type { Configuration } from './cli/options.ts';
import { replay } from './cli/replay.ts';
import { defaultService } from './cli/services.ts';

/** A target that was started for the suite. */
export interface StartedTarget {
  readonly configuration: Configuration;
  /** Called when the last check has been reported, also when the run failed. */
  readonly close?: () => void | Promise<void>;
}

/** A configuration, or a function that starts your app and says where it listens. */
export type SuiteTarget = Configuration | (() => StartedTarget | Promise<StartedTarget>);

/** How long a whole run may take in vitest, milliseconds. */
const runMsMax = 10 * 60 * 1000;

interface SuiteRun {
  readonly result: RunResult;
  readonly failOn: 'must' | 'should';
}

/**
 * Registers one vitest test per check, all fed by one run of Soundcheck's own engine, and one for the verdict of the
 * run. A check that is not met fails its test with what the report says; one that could not be tested fails, too;
 * advice (SHOULD) that is not followed is a skipped test with the reason, unless `failOn` is `should`. A test whose
 * check is not part of the run is skipped.
 * @param name Title of the describe block.
 * @param target Your receiver: a configuration, or a function that starts it and gives one.
 * @param service Whose callbacks it takes: with a function the tests must be known before it is called. Default: what
 *   the configuration says, `gme` where it says nothing.
 */
export function certifySuite(
  name: string,
  target: SuiteTarget,
  service: ServiceName = serviceIn(typeof target === 'function' ? {} : target),
): void {
  describe(name, { concurrent: false, shuffle: false }, () => {
    let run: SuiteRun | Error = new Error('the run has not begun');
    let close: StartedTarget['close'];

    // An error is kept: thrown here it would leave every test "skipped", which looks like nothing was wrong.
    beforeAll(async () => {
      try {
        const started = typeof target === 'function' ? await target() : { configuration: target };
        close = started.close;
        const { configuration } = started;
        requireService(configuration, service);
        run = {
          result: await certify(configuration),
          failOn: configuration.failOn ?? 'must',
        };
      } catch (error) {
        run = error instanceof Error ? error : new Error(String(error));
      }
    }, runMsMax);
    afterAll(async () => close?.());

    const finished = (): SuiteRun => {
      if (run instanceof Error) {
        throw run;
      }
      return run;
    };

    for (const { id, title, level, profile } of checksOf(target, service)) {
      test(`${id}: ${title}`, ({ skip }) => {
        const { result, failOn } = finished();
        const check = result.checks.find((candidate) => candidate.id === id);
        if (check === undefined) {
          return skip(`not part of this run (profile ${profile})`);
        }
        if (check.verdict === 'not-applicable') {
          return skip(check.fault ?? 'not applicable');
        }
        const isAdvice = level === 'SHOULD' && failOn === 'must';
        if (isAdvice && (check.verdict === 'not-met' || check.verdict === 'untestable')) {
          return skip(`advice: ${explain(check)}`);
        }
        if (check.waiver !== null) {
          return skip(`waived: ${check.waiver.reason}`);
        }
        expect(check.verdict, explain(check)).toBe('met');
      });
    }

    test('the run as a whole is met', () => {
      const { result } = finished();
      expect(result.verdict, result.summary).toBe('met');
    });
  });
}

/**
 * Registers a test that plays one counterexample again and passes when it no longer fails: what `soundcheck export`
 * writes.
 * @param name Title of the test.
 * @param token From a report.
 * @param target Your receiver; default: what soundcheck.config.ts and `SOUNDCHECK_*` variables say.
 */
export function replayCase(
  name: string,
  token: string,
  target: SuiteTarget = configuredTarget,
): void {
  test(
    name,
    async () => {
      const { configuration, close }: StartedTarget =
        typeof target === 'function' ? await target() : { configuration: target };
      try {
        const result = await replay(token, configuration, {});
        const [check] = result.checks;
        expect(check?.verdict, check === undefined ? result.summary : explain(check)).toBe('met');
      } finally {
        await close?.();
      }
    },
    runMsMax,
  );
}

/** The configured target of a user's project; an exported case says nothing about the embedded one. */
async function configuredTarget(): Promise<StartedTarget> {
  const file = await loadConfigFile(process.cwd(), process.env['SOUNDCHECK_CONFIG']);
  const configuration = mergeConfiguration({}, process.env, file);
  if (configuration.endpoint === undefined) {
    throw new Error('No endpoint is configured: set SOUNDCHECK_ENDPOINT, or soundcheck.config.ts.');
  }
  return { configuration };
}

function serviceIn({ service = defaultService }: Configuration): ServiceName {
  return service;
}

/** Tests of one service say nothing about a receiver of another, and skipped ones would look harmless. */
function requireService(configuration: Configuration, expected: ServiceName): void {
  const actual = serviceIn(configuration);
  if (actual !== expected) {
    throw new Error(
      `The target is one of ${actual}, the tests are those of ${expected}: certifySuite(name, target, '${actual}').`,
    );
  }
}

/** Where only the running target says what is wanted, all checks have a test, and those not wanted are skipped. */
function checksOf(target: SuiteTarget, service: ServiceName): readonly Check[] {
  if (typeof target === 'function') {
    return allChecks(service);
  }
  const { only, profile: wanted } = target;
  return allChecks(service).filter(
    ({ id, profile }) =>
      (only === undefined || id.startsWith(only)) &&
      (wanted === undefined || wanted.includes(profile)),
  );
}

function explain(check: CheckResult): string {
  return check.verdict === 'not-met'
    ? failureLines(check)
        .map(({ text }) => text)
        .join('\n')
    : `${check.id}: ${check.fault ?? check.verdict}`;
}
