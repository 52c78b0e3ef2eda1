import { expect, test } from 'vitest';
import type { Finding } from '../check.ts';
import { toResult, type Confirmed } from './check-result.ts';
import { contextOf, experimentOf, fakeCheck } from './fake-suite.test-kit.ts';

function finding(actual: string): Finding {
  return { at: 'hostile $.phase', code: 'order-matters', expected: '"uploaded"', actual };
}

function confirmed(findings: readonly Finding[]): Confirmed {
  return {
    outcome: {
      experiment: experimentOf('directed:0'),
      arms: new Map(),
      findings,
      fault: null,
      requests: 2,
      durationMs: 1,
    },
    findings,
    secrets: [],
    stability: { kind: 'stable', failed: 3, of: 3 },
  };
}

test('what the counterexample shows comes first, and nothing comes twice', () => {
  const telling = confirmed([finding('"started"')]);
  const { findings } = toResult(
    fakeCheck('one'),
    { context: contextOf(), service: 'gme', replayCommand: (token) => token },
    {
      outcomes: [],
      confirmed: [confirmed([finding('"completed"'), finding('"started"')]), telling],
      telling,
      trace: null,
      durationMs: 1,
    },
  );
  expect(findings).toEqual([finding('"started"'), finding('"completed"')]);
});
