import type { Check, Profile } from '#harness/check.ts';
import { canonicalJson, type Sha256 } from './canonical.ts';

/** What a check is certified as: another level, basis or clause is another check. */
interface CheckMark extends Pick<Check, 'id' | 'level' | 'basis' | 'profile'> {
  readonly clauses: readonly { readonly id: string }[];
}

/** The checks of one profile, by a digest that changes whenever one is added, taken away or reread. */
export interface CheckSet {
  readonly checks: number;
  readonly sha256: string;
}

/** The digest of the checks of a profile, whatever their order. */
export function checkSetOf(
  checks: readonly CheckMark[],
  profile: Profile,
  sha256: Sha256,
): CheckSet {
  const marks = checks
    .filter((check) => check.profile === profile)
    .map(({ id, level, basis, clauses }) => ({
      id,
      level,
      basis,
      clauses: clauses.map((clause) => clause.id),
    }))
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  return { checks: marks.length, sha256: sha256(canonicalJson(marks)) };
}
