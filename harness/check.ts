import type { Basis, Clause, ServiceName } from '#contracts/clause.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import type { Experiment } from './experiment.ts';
import type { ArmRecord } from './observation.ts';

/** `service/area/claim`: stable, the CLI filter; the last part is the export's name in `suites/service/area.ts`. */
export type CheckId = `${ServiceName}/${string}/${string}`;

/** A set of checks a target can be certified for. */
export const profiles = ['wire', 'state', 'archive', 'recovery'] as const;
export type Profile = (typeof profiles)[number];

/** MUST: a stated or inferred promise. SHOULD: advice, or anything that rests on an assumption. */
export type Level = 'MUST' | 'SHOULD';

/** The kinds of facts that the harness records. */
export interface Observations {
  /** What was sent and answered, and the receiver's state afterwards, by arm name. */
  readonly arms: ReadonlyMap<string, ArmRecord>;
  /** Listing and media of the bucket. */
  readonly archive: ArchiveFacts;
}
export type ObservationKey = keyof Observations;

/** What a check found wrong, machine-readable first. */
export interface Finding {
  /** Where: an arm and send, a JSON path in the state, an object key with a byte offset. */
  readonly at: string;
  /** Stable kebab-case code, for waivers and scripts. */
  readonly code: string;
  readonly expected: string;
  readonly actual: string;
}

/** One rule: data plus a pure, total `evaluate`. No clause, no check. */
export interface Check<K extends ObservationKey = ObservationKey> {
  readonly id: CheckId;
  /** One positive sentence. */
  readonly title: string;
  readonly level: Level;
  readonly basis: Basis;
  readonly profile: Profile;
  readonly clauses: readonly [Clause, ...Clause[]];
  /** The only facts that `evaluate` sees. */
  readonly observes: readonly K[];
  /** Checks that must be met for this one to say anything; otherwise it is untestable, not one more failure. */
  readonly needs?: readonly CheckId[];
  /** What to change, in the owner's words. */
  readonly hint: string;
  evaluate(seen: Pick<Observations, K>): readonly Finding[];
}

/** A check that acts on the target first: its experiments are built from the context, run, and each is evaluated. */
export interface ActiveCheck<Context = unknown> extends Check<'arms'> {
  /** Pure: the same context gives the same experiments. Telling and small cases first. */
  experiments(context: Context): readonly Experiment[];
  /**
   * Disturbing probes (malformed, oversized) run last and alone, so that a target they kill
   * does not fail the checks that have nothing to do with them.
   */
  readonly disturbs?: true;
}

/** A check over the bucket. */
export type ArchiveCheck = Check<'archive'>;

/** Types a check at its definition: `defineActive<GmeContext>({...})`, keeping literal ids. */
export function defineActive<Context>(check: ActiveCheck<Context>): ActiveCheck<Context> {
  return check;
}

/** Types an archive check at its definition. */
export function defineArchive(check: ArchiveCheck): ArchiveCheck {
  return check;
}
