import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Verdict } from '#harness/verdict.ts';
import type { Outcome } from './run-subject.ts';

/** Outcomes that outlive their run: a zoo takes an hour, and a machine may be taken away before it is over. */
export interface KeptOutcomes {
  /** What a receiver's run came to; undefined where it was not run yet. */
  find(name: string, seed: number): Outcome | undefined;
  keep(outcome: Outcome): void;
}

/** Nothing is kept. */
export const noneKept: KeptOutcomes = { find: () => undefined, keep: () => undefined };

/**
 * Outcomes in a file, one JSON object a line. A last line that was cut off is left out; of two for one run the later
 * counts. Only runs of the same code belong together: delete the file after a change.
 */
export function outcomesIn(path: string): KeptOutcomes {
  const known = new Map<string, Outcome>();
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  for (const line of lines.filter((text) => text.endsWith('}'))) {
    const outcome = readOutcome(line);
    known.set(keyOf(outcome.name, outcome.seed), outcome);
  }
  return {
    find: (name, seed) => known.get(keyOf(name, seed)),
    keep(outcome) {
      known.set(keyOf(outcome.name, outcome.seed), outcome);
      appendFileSync(path, `${JSON.stringify({ ...outcome, verdicts: [...outcome.verdicts] })}\n`);
    },
  };
}

function readOutcome(line: string): Outcome {
  const read = JSON.parse(line) as Omit<Outcome, 'verdicts'> & {
    readonly verdicts: readonly (readonly [string, Verdict])[];
  };
  return { ...read, verdicts: new Map(read.verdicts) };
}

function keyOf(name: string, seed: number): string {
  return `${seed} ${name}`;
}
