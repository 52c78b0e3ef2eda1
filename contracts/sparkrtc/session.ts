import type { StreamMedia } from './stream-name.ts';

/** A user came or went; leaving ends all that the user publishes. */
export interface SparkPresenceEvent {
  /** Whole seconds since the session's start. */
  readonly at: number;
  readonly room: string;
  readonly kind: 'enter' | 'leave';
  readonly user: string;
}

/** Pixels of a pushed stream, which its recordings have too. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

/** A user publishes a stream, once for each stay in the room; it may pause and resume while the user stays. */
export interface SparkStreamEvent {
  readonly at: number;
  readonly room: string;
  readonly kind: 'publish' | 'pause' | 'resume';
  readonly user: string;
  readonly media: StreamMedia;
  /** Of a `publish` only: null for sound alone; `defaultPicture` where nothing is said. */
  readonly picture?: Picture | null;
}

export type SparkRoomEvent = SparkPresenceEvent | SparkStreamEvent;

/** What happened in one or several rooms, until the last user had left each. */
export interface SparkSession {
  /** Unix seconds at which offsets are 0. */
  readonly startSeconds: number;
  /** In the order of time. */
  readonly events: readonly SparkRoomEvent[];
}

/** What is pushed where a session does not say. */
export const defaultPicture: Picture = { width: 1280, height: 720 };
