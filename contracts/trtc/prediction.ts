import type { TrtcCallback } from './callback.ts';
import type { TrackType } from './event.ts';
import type { Mp4ObjectFile, PlaylistFile, SegmentFile } from './object-key.ts';
import type { TrtcTaskPlan } from './session.ts';

/** One TS segment. Times in unix milliseconds. */
export interface TrtcSegment {
  readonly file: SegmentFile;
  readonly objectKey: string;
  readonly beginMs: number;
  readonly endMs: number;
  /** Whether it ends up in the bucket. */
  readonly isStored: boolean;
}

/** One playlist and its segments. Times in unix milliseconds. */
export interface TrtcPlaylist {
  readonly file: PlaylistFile;
  readonly objectKey: string;
  /** As callbacks carry it. */
  readonly announcedName: string;
  readonly trackType: TrackType;
  /** Start of the first segment: `BeginTimeStamp` and `EXT-X-TRTC-START-REC-TIME`. */
  readonly beginMs: number;
  /** Whether it ends with `EXT-X-ENDLIST`: not where the server failed. */
  readonly isEnded: boolean;
  readonly isStored: boolean;
  /** In the order of time, at least one. */
  readonly segments: readonly TrtcSegment[];
}

/** One MP4 file, in the bucket or in VOD. Times in unix milliseconds. */
export interface TrtcMp4 {
  readonly file: Mp4ObjectFile;
  /** Where it is or would be in the bucket; a file in VOD is in no bucket. */
  readonly objectKey: string;
  /** As callbacks carry it: the cache file's name for VOD. */
  readonly announcedName: string;
  readonly trackType: TrackType;
  readonly beginMs: number;
  readonly endMs: number;
  /** Whether it ends up in the bucket. */
  readonly isStored: boolean;
}

/** What one task produces. Times in unix milliseconds. */
export interface TrtcTask {
  readonly plan: TrtcTaskPlan;
  readonly beginMs: number;
  readonly endMs: number;
  /** One of `leaveCodes`. */
  readonly leaveCode: number;
  /** When a 306 is due. */
  readonly recoveredAtMs: readonly number[];
  /** In the order of their beginning. */
  readonly playlists: readonly TrtcPlaylist[];
  /** By stream, then by index. */
  readonly mp4Files: readonly TrtcMp4[];
}

/** A callback and what it speaks of. */
export interface PredictedCallback {
  readonly callback: TrtcCallback;
  /** Unix milliseconds of the event. */
  readonly occurredAtMs: number;
  /** Keys of the files that it names. */
  readonly objectKeys: readonly string[];
}

/** All that a session produces. */
export interface TrtcPrediction {
  /** In the order of the session's plans. */
  readonly tasks: readonly TrtcTask[];
  /** In the true order of the events, causes before effects; deliveries may differ. */
  readonly callbacks: readonly PredictedCallback[];
  /** Keys of all objects that end up in the bucket. */
  readonly objectKeys: readonly string[];
}
