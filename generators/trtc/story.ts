import type { TrackType, TrtcRoomId } from '#contracts/trtc/callback.ts';
import type { Recovery } from '#contracts/trtc/object-key.ts';

/** One recording task of a story. Symbols name what several tasks share; `R1`, `B1` where nothing is said. */
export interface TaskSpec {
  readonly room?: string;
  /** The recording robot. */
  readonly robot?: string;
  /** Start of the recording, seconds before now. Default 3600. */
  readonly startedAgoSeconds?: number;
}

/** One stream of a story, which has a playlist and may have an MP4 file or several. */
export interface FileSpec {
  /** Default `T1`. */
  readonly task?: string;
  /** Default `U1`; a mixed stream has none. */
  readonly user?: string;
  /** Default `single`. */
  readonly mode?: 'single' | 'mixed';
  /** Default `main`. */
  readonly media?: 'main' | 'aux';
  /** What a playlist of a single stream holds. Default `audio`; MP4 files hold both. */
  readonly track?: TrackType;
  /** How often the task was recovered before the playlist began. Default 0. */
  readonly recovery?: Recovery;
  /** Serial number of an MP4 file where the recording was cut, from 1. Default: it was not. */
  readonly index?: number;
}

/** The service's event types; 399 stands for one that no document names. */
export type EventType = 301 | 302 | 303 | 304 | 305 | 306 | 307 | 308 | 309 | 310 | 311 | 312 | 399;

/**
 * A callback of a story: whose, which type, and its `Status` or `LeaveCode`, 0 where it is left out. 304, 307, 310 and
 * 311 belong to a file, all others to a task.
 */
export type StoryEvent = readonly [what: string, type: EventType, code?: number];

/** A story told by callbacks, in symbols: what happened in rooms that have no identifiers yet. */
export interface Story {
  /** For people. */
  readonly title: string;
  /** By symbol; a task that is not here is as by default. */
  readonly tasks?: Readonly<Record<string, TaskSpec>>;
  readonly files: Readonly<Record<string, FileSpec>>;
  /** The callbacks in their true order. */
  readonly events: readonly StoryEvent[];
  /** All callbacks are sent in the same second. */
  readonly sameSecond?: true;
  /**
   * Identifiers that matter to the story, made from fresh plain ones, by symbol. `fresh` gives the plain identifier that
   * a symbol would have had; a number is a room.
   */
  readonly identifiers?: (fresh: FreshIdentifiers) => Readonly<Record<string, TrtcRoomId>>;
}

/** Plain identifiers that were never used before; the same symbol gets the same one. */
export interface FreshIdentifiers {
  room(symbol: string): TrtcRoomId;
  user(symbol: string): string;
  robot(symbol: string): string;
  task(symbol: string): string;
}
