/** Soundcheck as a library: certify a target from your own code. */
export { certify, type CertifyHooks } from './cli/certify.ts';
export { defineConfig, type Configuration } from './cli/options.ts';
export { writeReports, type WriteReportsOptions } from './cli/write-reports.ts';
export { SoundcheckError, type ErrorKind } from '#harness/errors.ts';
export type { CheckResult, Counterexample, RunEvent, RunResult } from '#harness/result.ts';
export type { CheckId, Finding, Level, Profile } from '#harness/check.ts';
export { exitCodes, type ExitCode, type Verdict } from '#harness/verdict.ts';
