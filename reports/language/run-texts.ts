import type { RunResult } from '#harness/result.ts';
import type { Language } from './language.ts';

/** One sentence about what the verdict means. */
export function summaryText(result: RunResult, _language: Language): string {
  return result.summary;
}

/** What was not tested, and why. */
export function notTestedTexts(result: RunResult, _language: Language): readonly string[] {
  return result.notTested;
}
