import { readRecordingRule, violationText, type RecordingRule } from '#contracts/sparkrtc/index.ts';
import type { Json } from '#contracts/json.ts';

/**
 * Reads a rule file as SparkRTC's API takes it. Advice is no fault: `doctor` tells it.
 * @returns the rule, or one sentence for each violation.
 */
export function readRule(
  value: Json,
): { readonly rule: RecordingRule } | { readonly faults: readonly string[] } {
  const read = readRecordingRule(value);
  return read.ok
    ? { rule: read.rule }
    : {
        faults: read.violations
          .filter(({ severity }) => severity === 'error')
          .map((violation) => violationText(violation)),
      };
}
