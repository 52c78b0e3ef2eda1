import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckId, Profile } from '#harness/check.ts';
import type { CheckResult, RunResult } from '#harness/result.ts';
import { failureLines } from '#reports/failure-text.ts';
import { certify } from './cli/certify.ts';
import { allChecks } from './cli/checks.ts';
import type { Configuration } from './cli/options.ts';

/** A configuration, or a function that starts the target and gives one; `close` is called at the end. */
export type SuiteTarget =
  | Configuration
  | (() => Promise<{
      readonly configuration: Configuration;
      readonly close?: () => Promise<void>;
    }>);

/** How long a whole run may take in vitest, milliseconds. */
const runMsMax = 10 * 60 * 1000;

/**
 * Registers one vitest test per check, all fed by one run of Soundcheck's own engine, and one for the verdict of the
 * run. A check that is not met fails its test with what the report says; one that could not be tested fails, too;
 * advice (SHOULD) that is not followed is a skipped test with the reason, unless `failOn` is `should`.
 * @param target your receiver: a configuration, or a function that starts it.
 */
export function certifySuite(name: string, target: SuiteTarget): void {
  describe(name, { concurrent: false, shuffle: false }, () => {
    let result: RunResult | undefined;
    let failure: unknown;
    let close: (() => Promise<void>) | undefined;

    beforeAll(async () => {
      try {
        const started = typeof target === 'function' ? await target() : { configuration: target };
        close = started.close;
        result = await certify(started.configuration);
      } catch (error) {
        failure = error;
      }
    }, runMsMax);
    afterAll(async () => close?.());

    const resultOf = (id: CheckId): CheckResult | undefined => {
      if (failure !== undefined) {
        throw failure;
      }
      return result?.checks.find((check) => check.id === id);
    };

    for (const { id, title, level, profile } of checksOf(target)) {
      test(`${id}: ${title}`, ({ skip }) => {
        const check = resultOf(id);
        if (check === undefined) {
          return skip(`the target has nothing for the profile ${profile}`);
        }
        if (check.verdict === 'not-applicable') {
          return skip(check.fault ?? 'not applicable');
        }
        const isAdvice = level === 'SHOULD' && failOnOf(target) === 'must';
        if (isAdvice && (check.verdict === 'not-met' || check.verdict === 'untestable')) {
          return skip(`advice: ${explain(check)}`);
        }
        expect(check.verdict, explain(check)).toBe('met');
      });
    }

    test('the run as a whole is met', () => {
      if (failure !== undefined) {
        throw failure;
      }
      expect(result?.verdict, result?.summary).toBe('met');
    });
  });
}

function checksOf(target: SuiteTarget): ReturnType<typeof allChecks> {
  const only = typeof target === 'function' ? undefined : target.only;
  const wanted: readonly Profile[] | undefined =
    typeof target === 'function' ? undefined : target.profile;
  return allChecks().filter(
    ({ id, profile }) =>
      (only === undefined || id.startsWith(only)) &&
      (wanted === undefined || wanted.includes(profile)),
  );
}

function failOnOf(target: SuiteTarget): 'must' | 'should' {
  return typeof target === 'function' ? 'must' : (target.failOn ?? 'must');
}

function explain(check: CheckResult): string {
  return check.verdict === 'not-met'
    ? failureLines(check)
        .map(({ text }) => text)
        .join('\n')
    : `${check.id}: ${check.fault ?? check.verdict}`;
}
