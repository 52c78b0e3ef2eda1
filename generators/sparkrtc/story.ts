import type { RecordFormat, SparkCallback } from '#contracts/sparkrtc/callback.ts';
import type { StreamMedia } from '#contracts/sparkrtc/stream-name.ts';

/** One recording job of a story, which records one stream. Symbols name what several jobs share; `R1`, `U1` where nothing is said. */
export interface JobSpec {
  readonly room?: string;
  /** A mixed stream has none. */
  readonly user?: string;
  /** What the job records and what started it, which its stream's name tells. Default `automatic`. */
  readonly kind?: 'automatic' | 'single' | 'mixed';
  /** Default `camera`; only automatic streams' names tell. */
  readonly media?: StreamMedia;
  /** Start of the job, seconds before now. Default 7200. */
  readonly startedAgoSeconds?: number;
}

/** One file of a story. */
export interface FileSpec {
  /** Symbol of its job. Default `T1`. */
  readonly job?: string;
  /** Default `HLS`. */
  readonly format?: RecordFormat;
  /** Its first frame, seconds after the job's start. Default 0. */
  readonly afterSeconds?: number;
  /** From its first frame to its last. Default 600. */
  readonly lengthSeconds?: number;
}

/** What a callback of a story says: a file was begun or is complete, the job is over, or something no document names. */
export type EventType = 'start' | 'complete' | 'over' | 'unknown';

/**
 * A callback of a story: whose, what it says, and which fields it leaves out, as every one may be. `start` and `complete`
 * belong to a file, `over` and `unknown` to a job.
 */
export type StoryEvent = readonly [
  what: string,
  type: EventType,
  without?: readonly (keyof SparkCallback)[],
];

/** A story told by callbacks, in symbols: what happened in rooms that have no identifiers yet. */
export interface Story {
  /** For people. */
  readonly title: string;
  /** By symbol; a job that is not here is as by default. */
  readonly jobs?: Readonly<Record<string, JobSpec>>;
  readonly files: Readonly<Record<string, FileSpec>>;
  /** The callbacks in their true order. */
  readonly events: readonly StoryEvent[];
  /** All callbacks are sent in the same second. */
  readonly sameSecond?: true;
  /**
   * Identifiers that matter to the story, made from fresh plain ones, by symbol. `fresh` gives the plain identifier that
   * a symbol would have had.
   */
  readonly identifiers?: (fresh: FreshIdentifiers) => Readonly<Record<string, string>>;
}

/** Plain identifiers that were never used before; the same symbol gets the same one. */
export interface FreshIdentifiers {
  room(symbol: string): string;
  user(symbol: string): string;
  /** An id without underscores. */
  job(symbol: string): string;
}
