import type { ServiceName } from '#contracts/clause.ts';
import { defineActive, type ActiveCheck, type CheckId } from '#harness/check.ts';

/** `area/claim`: a check's id without the service. */
export type ClaimPath = `${string}/${string}`;

/** What every service's receivers are held to in the same words; a service adds its clauses and its experiments. */
export interface Claim extends Pick<
  ActiveCheck,
  'title' | 'level' | 'basis' | 'profile' | 'hint' | 'disturbs' | 'alone' | 'evaluate'
> {
  readonly path: ClaimPath;
  /** Claims that must be met for this one to say anything. */
  readonly needs?: readonly ClaimPath[];
}

/** A service's part of a claim: its clauses and experiments, and whatever it says in its own words. */
export type ClaimPart = Pick<
  ActiveCheck,
  'clauses' | 'experiments' | 'property' | 'notApplicable'
> &
  Partial<Pick<ActiveCheck, 'title' | 'hint' | 'level' | 'basis' | 'evaluate'>> & {
    /** Instead of the claim's own. */
    readonly needs?: readonly ClaimPath[];
  };

/** The check that a claim and a service's part make. */
export function claimFor(service: ServiceName, claim: Claim, part: ClaimPart): ActiveCheck {
  const { path, needs: own = [], ...words } = claim;
  const { needs = own, ...rest } = part;
  return defineActive({
    ...words,
    ...rest,
    id: `${service}/${path}`,
    observes: ['arms'],
    ...(needs.length === 0 ? {} : { needs: needs.map((need): CheckId => `${service}/${need}`) }),
  });
}
