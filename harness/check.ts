import type { Basis, Clause, ServiceName } from '#contracts/clause.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import type { Experiment } from './experiment.ts';
import type { ArmRecord } from './observation.ts';
import type { SuiteContext } from './suite.ts';

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

/** A spot inside an object of the bucket: a drawing shows where in the file the fault is. */
export interface FindingPlace {
  /** Relative to the audited prefix. */
  readonly key: string;
  /** At most `sizeBytes`. */
  readonly offsetBytes: number;
  readonly sizeBytes: number;
  /** Of a playlist, counted from 1. */
  readonly line?: number;
  /** Roughly where in the sound, seconds from its beginning; where bytes and time run evenly. */
  readonly aboutSeconds?: number;
}

/** Files of one recording along time. */
export interface TrackLane {
  /** Which recording, for people. */
  readonly name: string;
  /** In the order of time; parts may overlap. */
  readonly parts: readonly TrackPart[];
}

/** The files of one recording along time, with what is wrong between and in them. */
export interface FindingTrack extends TrackLane {
  /** The moment of second 0 where the files tell it, milliseconds since the epoch. */
  readonly beginsAtMs?: number;
  /** What the recording is held against, on the same clock: another format, a callback, the rule. */
  readonly against?: TrackLane;
}

/**
 * A stretch of a recording. `wrong`: a file that is not as long as it should be; `missing`: one that should be there;
 * `misplaced`: one that should not be there, or not here.
 */
export interface TrackPart {
  readonly kind: 'file' | 'wrong' | 'misplaced' | 'gap' | 'overlap' | 'missing';
  /** For people: the serial number, the length of a gap. */
  readonly label: string;
  /** Seconds since the recording's first file began, or what it is held against, where that is earlier. */
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** What a check found wrong, machine-readable first. */
export interface Finding {
  /** Where: an arm and send, a JSON path in the state, an object key with a byte offset. */
  readonly at: string;
  /** Stable kebab-case code, for waivers and scripts. */
  readonly code: string;
  readonly expected: string;
  readonly actual: string;
  readonly place?: FindingPlace;
  readonly track?: FindingTrack;
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
export interface ActiveCheck extends Check<'arms'> {
  /** Pure: the same context gives the same experiments. Telling and small cases first. */
  experiments(context: SuiteContext): readonly Experiment[];
  /** Generated experiments beyond the directed ones; `--runs` says how many. */
  property?(context: SuiteContext): ExperimentProperty;
  /** Why the check does not apply to this target by what its owner declared; null when it applies. */
  notApplicable?(context: SuiteContext): string | null;
  /**
   * Disturbing probes (malformed, oversized) run last and alone, so that a target they kill
   * does not fail the checks that have nothing to do with them.
   */
  readonly disturbs?: true;
  /** Runs before the others, while nothing else is sent: what only the next callback would bring to light shows. */
  readonly alone?: true;
}

/** Why checks that compare the bucket with received callbacks do not apply where none were given. */
export const withoutCallbacks = 'no --callbacks was given';

/** A check over the bucket. */
export interface ArchiveCheck extends Check<'archive'> {
  /** It compares the bucket with received callbacks: not applicable where none were given, and the report says so. */
  readonly needsCallbacks?: true;
  /** Why the check does not apply by the declared scope or dialects; null when it applies. */
  notApplicable?(facts: ArchiveFacts): string | null;
  /** Why finding nothing would say nothing (nothing there to judge, files not read); null when it would. */
  untestable?(facts: ArchiveFacts): string | null;
}

/** Experiments from a generator, addressed by path so that a shrunk one can be run again. */
export interface ExperimentProperty {
  /** The experiment at a path: `3` is the fourth sample, `3:0:1` one that it shrank to; undefined where none is. */
  at(path: string): Experiment | undefined;
  /** Looks for a smaller experiment that still fails; returns the path of the smallest found. */
  shrink(
    path: string,
    fails: (experiment: Experiment) => Promise<boolean>,
    budgetMs: number,
  ): Promise<string>;
}

/** Types an active check at its definition. */
export function defineActive(check: ActiveCheck): ActiveCheck {
  return check;
}

/** Types an archive check at its definition. */
export function defineArchive(check: ArchiveCheck): ArchiveCheck {
  return check;
}
