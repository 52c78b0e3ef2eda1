import type { ActiveCheck, ArchiveCheck, Check, CheckId, Profile } from '../check.ts';
import { profiles as allProfiles } from '../check.ts';
import { SoundcheckError } from '../errors.ts';
import type { Suite } from '../suite.ts';
import type { RunOptions } from './run.ts';

/** The checks of a run, each list in the order of the catalogue. */
export interface CheckPlan {
  readonly active: readonly ActiveCheck[];
  readonly archive: readonly ArchiveCheck[];
}

/**
 * The profiles that a run judges: those asked for, or all that the target has something for.
 * @throws SoundcheckError CONFIGURATION where one was asked for that the target has nothing for.
 */
export function supportedProfiles({
  target,
  profiles,
}: Pick<RunOptions, 'target' | 'profiles'>): readonly Profile[] {
  const reasons: Record<Profile, string | null> = {
    wire: target.endpoint === null ? 'it needs --endpoint' : null,
    state:
      target.endpoint === null || target.observer === null
        ? 'it needs --endpoint and --observe (or --observe-command)'
        : null,
    archive: target.audit === null ? 'it needs --bucket' : null,
    recovery:
      target.endpoint === null || target.observer === null || target.recoveryBucket === null
        ? 'it needs --endpoint, --observe, a writable --bucket and a target that claims to recover (recovers: true)'
        : null,
  };
  for (const profile of profiles ?? []) {
    const reason = reasons[profile];
    if (reason !== null) {
      throw new SoundcheckError(
        'CONFIGURATION',
        `the profile ${profile} was asked for, but ${reason}`,
        'Give what is missing, or leave the profile out of --profile.',
      );
    }
  }
  return (profiles ?? allProfiles).filter((profile) => reasons[profile] === null);
}

/**
 * The checks of the supported profiles whose id begins with `only` (null: all), and those that they need.
 * @throws SoundcheckError CONFIGURATION where that is none.
 */
export function selectChecks(
  suite: Pick<Suite, 'activeChecks' | 'archiveChecks'>,
  supported: readonly Profile[],
  only: string | null,
): CheckPlan {
  const known = catalogueOf(suite);
  if (only !== null && !known.some(({ id }) => id.startsWith(only))) {
    throw new SoundcheckError(
      'CONFIGURATION',
      `no check begins with ${JSON.stringify(only)}`,
      'See `soundcheck checks` for the ids.',
    );
  }
  // A check that others need runs with them, or their verdicts would hang in the air.
  const wanted = withNeeds(
    known.filter(
      ({ id, profile }) => supported.includes(profile) && (only === null || id.startsWith(only)),
    ),
    known,
  );
  const isWanted = ({ id, profile }: { id: CheckId; profile: Profile }): boolean =>
    wanted.has(id) && supported.includes(profile);
  const plan = {
    active: suite.activeChecks.filter(isWanted),
    archive: suite.archiveChecks.filter(isWanted),
  };
  if (plan.active.length + plan.archive.length === 0) {
    throw new SoundcheckError(
      'CONFIGURATION',
      'there is nothing to check: no profile of this selection has a target',
      'Give --endpoint, --observe or --bucket, or widen --only and --profile.',
    );
  }
  return plan;
}

/** The ids of checks and of all that they need, directly or not. */
export function withNeeds(checks: readonly Check[], known: readonly Check[]): ReadonlySet<CheckId> {
  const byId = new Map(known.map((check) => [check.id, check]));
  const wanted = new Set<CheckId>();
  const add = (id: CheckId): void => {
    const check = byId.get(id);
    if (check !== undefined && !wanted.has(id)) {
      wanted.add(id);
      check.needs?.forEach(add);
    }
  };
  checks.forEach(({ id }) => {
    add(id);
  });
  return wanted;
}

/** All checks of a service, in the order of the catalogue. */
export function catalogueOf({
  activeChecks,
  archiveChecks,
}: Pick<Suite, 'activeChecks' | 'archiveChecks'>): readonly Check[] {
  return [...activeChecks, ...archiveChecks];
}

/** The same, in the order of the catalogue: the order in which checks end is chance. */
export function inCatalogueOrder<T extends { readonly id: CheckId }>(
  items: readonly T[],
  catalogue: readonly Check[],
): readonly T[] {
  const places = new Map(catalogue.map(({ id }, index) => [id, index]));
  return [...items].sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}
