import type { TrtcRoomId } from './callback.ts';
import type { leaveCodes } from './event.ts';
import type { RecordParams } from './record-params.ts';

/** A user came or went; leaving ends all that the user publishes. */
export interface TrtcPresenceEvent {
  /** Whole milliseconds since the session's start. */
  readonly at: number;
  readonly room: TrtcRoomId;
  readonly kind: 'join' | 'leave';
  readonly user: string;
}

/** A user began or ceased to publish one track of the primary stream or of the substream. */
export interface TrtcPublicationEvent {
  readonly at: number;
  readonly room: TrtcRoomId;
  readonly kind: 'publish' | 'unpublish';
  readonly user: string;
  readonly mediaId: 'main' | 'aux';
  readonly track: 'audio' | 'video';
}

export type TrtcRoomEvent = TrtcPresenceEvent | TrtcPublicationEvent;

/** What goes wrong with a task's files. */
export type TrtcTrouble =
  /** The recording module fails to start: nothing is recorded. */
  | 'start-fails'
  /** The storage refuses all uploads. */
  | 'storage-refuses'
  /** Something stays behind and is stored later: 305 with 1, then with 2. */
  | 'upload-delayed'
  /** The last segment stays behind for good. */
  | 'upload-lost'
  /** The MP4 files or VOD files stay behind. */
  | 'conversion-left'
  /** The MP4 files or VOD files are never made. */
  | 'conversion-fails';

/** The server of a task fails and another takes over. */
export interface TrtcFailover {
  readonly at: number;
  /** When the other server records again; data between are lost. */
  readonly recoveredAt: number;
}

/** One recording task: a start request and what befalls it. Times in milliseconds since the session's start. */
export interface TrtcTaskPlan {
  readonly taskId: string;
  /** User ID of the recording robot, which no user of the room has. */
  readonly robotId: string;
  readonly room: TrtcRoomId;
  readonly params: RecordParams;
  readonly startAt: number;
  /** What ends the task unless it was idle too long before; undefined where only idleness does. */
  readonly stop: TrtcStop | undefined;
  /** In the order of time; at most three. */
  readonly failovers: readonly TrtcFailover[];
  readonly trouble: TrtcTrouble | undefined;
  /** Images that the mixed picture lacks. */
  readonly imageErrors: readonly { readonly at: number; readonly url: string }[];
}

export interface TrtcStop {
  readonly at: number;
  /** Any but 99, which stands for idleness. */
  readonly leaveCode: Exclude<(typeof leaveCodes)[keyof typeof leaveCodes], 99>;
}

/** What happened in one or several rooms, and which tasks recorded it. */
export interface TrtcSession {
  /** Unix milliseconds at which offsets are 0. */
  readonly startMs: number;
  /** In the order of time. Users may stay: a task can be stopped while they are in the room. */
  readonly events: readonly TrtcRoomEvent[];
  /** With different ids. Several may record one room. */
  readonly tasks: readonly TrtcTaskPlan[];
}
