import type { Clause } from '../clause.ts';
import { callbackClauses } from './clauses-callback.ts';
import { ruleClauses } from './clauses-rule.ts';
import { assumptionClauses, siblingClauses } from './clauses-sibling.ts';

/**
 * Every promise of the SparkRTC recording documents that Soundcheck is built from, by a short key; also those no check
 * can test, each with its reason, and what is assumed where the documents are silent.
 */
export const clauses = {
  ...ruleClauses,
  ...callbackClauses,
  ...siblingClauses,
  ...assumptionClauses,
} as const satisfies Record<string, Clause>;

/** Key of a clause in `clauses`. */
export type SparkClauseKey = keyof typeof clauses;
