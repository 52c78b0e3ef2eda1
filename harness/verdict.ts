/** What was seen of a check; waived and filtered are marks beside it. */
export type Verdict = 'met' | 'not-met' | 'untestable' | 'not-applicable' | 'harness-error';

/** Exit codes: a contract with users. A harness fault wins over a failure. */
export const exitCodes = {
  met: 0,
  notMet: 1,
  harness: 2,
  inconclusive: 3,
  configuration: 4,
  usage: 64,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
