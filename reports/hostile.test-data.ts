import type { CheckResult, RunResult } from '#harness/result.ts';
import {
  sampleFailure,
  sampleStep,
  sampleUntestable,
  sampleWaived,
} from './sample-checks.test-data.ts';
import { sampleRun } from './samples.test-data.ts';

/** Text that hurts every format: markup, script, table and fence breakers, controls, bidi, lone surrogates. */
export const hostileText =
  '<script>alert(1)</script>"\'`|](javascript:alert(1)) ]]> &amp; --> </pre>\n```\n# h\r\n::error::x ##[error]y \u001b[2J\u0000\u0085\u202e\u2028\ud800\uffff\u{1f600}';

/** A run in which every string that a target can influence is `hostile`. */
export function hostileRun(hostile: string = hostileText): RunResult {
  const step = sampleStep({
    label: hostile,
    file: hostile,
    event: hostile,
    answer: hostile,
    request: {
      method: hostile,
      headers: [[hostile, hostile]],
      body: hostile,
      query: [[hostile, hostile]],
    },
    response: { status: 200, headers: { [hostile]: hostile }, body: hostile },
  });
  const failure: CheckResult = {
    ...sampleFailure,
    title: hostile,
    findings: [
      {
        at: hostile,
        code: hostile,
        expected: hostile,
        actual: hostile,
        place: { key: hostile, offsetBytes: 3, sizeBytes: 7 },
        track: {
          name: hostile,
          parts: [{ kind: 'gap', label: hostile, startSeconds: 0, endSeconds: 1 }],
        },
      },
    ],
    evidence: [hostile],
    hint: hostile,
    replay: hostile,
    counterexample: {
      title: hostile,
      callbacks: 1,
      steps: [step, { ...step, kind: hostile }],
      states: [
        { arm: 'in-order', state: hostile },
        { arm: hostile, state: hostile },
      ],
      story: [
        { order: 0, label: hostile, file: hostile, subject: hostile },
        { order: 7, label: hostile, file: hostile, subject: hostile },
      ],
      trace: [{ wave: 0, state: JSON.stringify(hostile) }],
    },
  };
  const untestable: CheckResult = { ...sampleUntestable, fault: hostile };
  const waived: CheckResult = {
    ...sampleWaived,
    waiver: { reason: hostile, owner: hostile, ticket: hostile, expires: '2026-12-31' },
  };
  return sampleRun([failure, untestable, waived], {
    target: {
      endpoint: hostile,
      observe: hostile,
      bucket: hostile,
      appId: hostile,
      embedded: false,
    },
    dialects: [hostile],
    summary: hostile,
    notTested: [hostile],
    interrupted: hostile,
    filtered: hostile,
    verdict: 'not-met',
    exitCode: 1,
    certificates: [],
  });
}
