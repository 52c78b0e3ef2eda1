import type { Clause } from '../clause.ts';
import { assumptionClauses } from './clauses-assumptions.ts';
import { callbackClauses } from './clauses-callback.ts';
import { eventClauses } from './clauses-events.ts';
import { nameClauses } from './clauses-names.ts';
import { recordingClauses } from './clauses-recording.ts';
import { storageClauses } from './clauses-storage.ts';

/**
 * Every promise of the TRTC recording documents that Soundcheck is built from, by a short key; also those no check can
 * test, each with its reason, and what is assumed where the documents are silent.
 */
export const clauses = {
  ...callbackClauses,
  ...eventClauses,
  ...recordingClauses,
  ...storageClauses,
  ...nameClauses,
  ...assumptionClauses,
} as const satisfies Record<string, Clause>;

/** Key of a clause in `clauses`. */
export type TrtcClauseKey = keyof typeof clauses;
