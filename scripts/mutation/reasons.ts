import { contractsReasons } from './reasons/contracts.ts';
import { harnessReasons } from './reasons/harness.ts';
import { mediaReasons } from './reasons/media.ts';
import { suitesReasons } from './reasons/suites.ts';
import type { Survivor } from './summary.ts';

const reasons = [...contractsReasons, ...harnessReasons, ...mediaReasons, ...suitesReasons];

/** Why a survivor is left alive; undefined where nobody has looked at it yet. */
export function reasonFor(survivor: Survivor): string | undefined {
  return reasons.find(
    ({ file, mutator, was, becomes }) =>
      (file.endsWith('/') ? survivor.file.startsWith(file) : survivor.file === file) &&
      (mutator === undefined || survivor.mutator === mutator) &&
      (was === undefined || survivor.was.includes(was)) &&
      (becomes === undefined || survivor.becomes.includes(becomes)),
  )?.reason;
}
