import type { Clause } from '../clause.ts';
import { assumptionClauses } from './clauses-assumptions.ts';
import { callbackClauses } from './clauses-callback.ts';
import { recordingClauses } from './clauses-recording.ts';

/**
 * Every promise of the GME recording documents that Soundcheck is built from, by a short key; also those no check can
 * test, each with its reason, and what is assumed where the documents are silent.
 */
export const clauses = {
  ...callbackClauses,
  ...recordingClauses,
  ...assumptionClauses,
} as const satisfies Record<string, Clause>;

/** Key of a clause in `clauses`. */
export type GmeClauseKey = keyof typeof clauses;
