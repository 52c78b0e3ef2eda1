import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { closingLine } from './ci-summary.js';

const green = { numPassedTests: 40, numFailedTests: 0 };
const red = { numPassedTests: 3, numFailedTests: 2 };

test.each([
  [[green, green], 0, '80 passed, 0 failed'],
  [[green, red], 1, '43 passed, 2 failed'],
  [[green], 1, '40 passed, 1 failed'],
  [[], 1, '0 passed, 1 failed'],
])('%j with exit code %i: %s', (runs, exitCode, line) => {
  expect(closingLine(runs, exitCode)).toBe(line);
});

test('reads the results of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-ci-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'tests.json'), JSON.stringify(red));
  writeFileSync(join(folder, 'storage.json'), JSON.stringify(green));
  const script = join(import.meta.dirname, 'ci-summary.js');
  expect(execFileSync(process.execPath, [script, folder, '1'], { encoding: 'utf8' })).toBe(
    '43 passed, 2 failed\n',
  );
});
