/** One file of a story. Symbols name what several files share; `R1`, `U1`, `T1` where nothing is said. */
export interface FileSpec {
  readonly room?: string;
  readonly user?: string;
  readonly task?: string;
  /** Default `single`. */
  readonly mode?: 'single' | 'mixed';
  /** Default 1: serial 0 has a check of its own, and a lost first segment is nothing unusual. */
  readonly seqNo?: number;
  /** Start of the task, seconds before now; files of one task agree. Default 3600. */
  readonly startedAgoSeconds?: number;
}

/** The service's event types: a file's recording started, completed, was uploaded; 4 stands for one that no document names. */
export type EventType = 1 | 2 | 3 | 4;

/** A story told by callbacks, in symbols: what happened in rooms that have no identifiers yet. */
export interface Story {
  /** For people. */
  readonly title: string;
  readonly files: Readonly<Record<string, FileSpec>>;
  /** The callbacks in their true order. */
  readonly events: readonly (readonly [file: string, type: EventType])[];
  /** All callbacks carry one Timestamp, as those of files that end together do. */
  readonly sameSecond?: true;
  /**
   * Identifiers that matter to the story, made from fresh plain ones, by symbol; `mixed` is the user id of mixed streams.
   * `fresh` gives the plain identifier that a symbol would have had.
   */
  readonly identifiers?: (fresh: FreshIdentifiers) => Readonly<Record<string, string>>;
}

/** Plain identifiers that were never used before; the same symbol gets the same one. */
export interface FreshIdentifiers {
  room(symbol: string): string;
  user(symbol: string): string;
  task(symbol: string): bigint;
}
