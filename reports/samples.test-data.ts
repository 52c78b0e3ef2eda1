import type { CheckResult, RunResult } from '#harness/result.ts';
import {
  sampleAdvice,
  sampleCheck,
  sampleFailure,
  sampleHarnessError,
  sampleNotApplicable,
  sampleUntestable,
  sampleWaived,
} from './sample-checks.test-data.ts';

/**
 * Hand-made run results for the tests of renderers and front ends: one for each way in which a run can end.
 * Nothing here comes from a run, so a renderer cannot be right by accident of what today's checks report.
 */

/** A met run of the wire profile over `checks`; the counts follow from the checks, all else can be changed. */
export function sampleRun(
  checks: readonly CheckResult[],
  changes: Partial<RunResult> = {},
): RunResult {
  const amount = (verdict: string): number =>
    checks.filter((check) => check.verdict === verdict).length;
  return {
    schema: 'soundcheck-report/1',
    tool: { name: 'soundcheck', version: '0.1.0', node: 'v20.20.2' },
    service: 'gme',
    serviceTitle: 'Tencent GME server-side recording',
    target: {
      endpoint: 'http://127.0.0.1:8080/callback',
      observe: 'http://127.0.0.1:8080/state?room={roomId}',
      bucket: 's3://recordings/gme',
      appId: '1400123456',
      embedded: false,
    },
    dialects: [],
    scope: 'both',
    signing: { name: 'Signature', in: 'header', algorithm: 'sha1', encoding: 'base64' },
    profiles: { wire: 'met', state: 'met', archive: 'not-certified', recovery: 'not-certified' },
    verdict: 'met',
    exitCode: 0,
    summary: 'The endpoint keeps every promise that was tested.',
    certificates: ['wire', 'state'],
    notTested: ['recovery: the target does not claim it'],
    interrupted: null,
    filtered: null,
    seed: 20261120,
    startedAt: '2026-11-20T04:00:00.000Z',
    durationMs: 9_420,
    requests: checks.reduce((sum, check) => sum + check.requests, 0),
    counts: {
      met: amount('met'),
      'not-met': amount('not-met'),
      untestable: amount('untestable'),
      'not-applicable': amount('not-applicable'),
      'harness-error': amount('harness-error'),
      waived: checks.filter((check) => check.waiver !== null).length,
    },
    checks,
    ...changes,
  };
}

/** One run for each way to end. */
export const sampleRuns = {
  met: sampleRun([sampleCheck(), sampleNotApplicable]),
  notMet: sampleRun([sampleCheck(), sampleFailure, sampleAdvice, sampleNotApplicable], {
    profiles: {
      wire: 'met',
      state: 'not-met',
      archive: 'not-certified',
      recovery: 'not-certified',
    },
    verdict: 'not-met',
    exitCode: 1,
    summary: 'The receiver forgets what it knew when callbacks come in another order.',
    certificates: ['wire'],
  }),
  inconclusive: sampleRun([sampleCheck(), sampleUntestable], {
    profiles: {
      wire: 'inconclusive',
      state: 'not-certified',
      archive: 'not-certified',
      recovery: 'not-certified',
    },
    verdict: 'inconclusive',
    exitCode: 3,
    summary: 'The run was cut short; nothing is certified.',
    certificates: [],
    interrupted: 'the time budget of 60 s was used up',
    notTested: ['state: no observation was given', '31 wire checks: the run was interrupted'],
  }),
  harnessError: sampleRun([sampleCheck(), sampleHarnessError], {
    profiles: {
      wire: 'inconclusive',
      state: 'not-certified',
      archive: 'not-certified',
      recovery: 'not-certified',
    },
    verdict: 'harness-error',
    exitCode: 2,
    summary: 'Soundcheck itself failed in a check, so this run says nothing; please report it.',
    certificates: [],
  }),
  configuration: sampleRun([], {
    profiles: {
      wire: 'not-certified',
      state: 'not-certified',
      archive: 'not-certified',
      recovery: 'not-certified',
    },
    verdict: 'configuration',
    exitCode: 4,
    summary: 'Nothing listens at http://127.0.0.1:8080/callback.',
    certificates: [],
    notTested: ['everything: the preflight failed'],
  }),
  filtered: sampleRun([sampleCheck()], {
    summary: 'The selected checks are met; a filtered run certifies nothing.',
    certificates: [],
    filtered: 'gme/signature',
    dialects: ['gme-sig-hex'],
  }),
  waived: sampleRun([sampleCheck(), sampleWaived], {
    summary: 'Every MUST is met or waived.',
  }),
} as const satisfies Readonly<Record<string, RunResult>>;
