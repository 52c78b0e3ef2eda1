import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noneKept, outcomesIn } from './kept-outcomes.ts';
import type { Outcome } from './run-subject.ts';

const outcome: Outcome = {
  name: 'leaky',
  seed: 2,
  exitCode: 1,
  summary: 'one check is not met',
  lit: [
    { id: 'gme/state/a', level: 'MUST', callbacks: 2, requests: 9, isFlaky: false, replay: null },
  ],
  untestable: [],
  requests: 40,
  verdicts: new Map([['gme/state/a', 'not-met']]),
};

function someFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-kept-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return join(folder, 'gme.ndjson');
}

test('a later run finds what an earlier one kept', () => {
  const path = someFile();
  outcomesIn(path).keep(outcome);
  expect(outcomesIn(path).find('leaky', 2)).toEqual(outcome);
});

test('another seed or receiver was not run', () => {
  const path = someFile();
  outcomesIn(path).keep(outcome);
  expect(outcomesIn(path).find('leaky', 1)).toBeUndefined();
  expect(outcomesIn(path).find('leak', 2)).toBeUndefined();
});

test('a line that was cut off with its run is no outcome, and the later of two counts', () => {
  const path = someFile();
  const kept = outcomesIn(path);
  kept.keep(outcome);
  kept.keep({ ...outcome, exitCode: 0 });
  appendFileSync(path, '{"name":"leaky","seed":3,"exitC');
  expect(outcomesIn(path).find('leaky', 2)?.exitCode).toBe(0);
  expect(outcomesIn(path).find('leaky', 3)).toBeUndefined();
});

test('nothing is found where nothing is kept', () => {
  noneKept.keep(outcome);
  expect(noneKept.find('leaky', 2)).toBeUndefined();
});
