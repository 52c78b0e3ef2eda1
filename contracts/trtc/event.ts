import type { Json } from '../json.ts';

/** Value of `EventGroupId` in callbacks of on-cloud recording. */
export const recordingEventGroup = 3;

/** Documented values of `EventType`, by the kind of event they stand for. */
export const eventTypes = {
  'recorder-start': 301,
  'recorder-stop': 302,
  'upload-start': 303,
  'file-info': 304,
  'upload-stop': 305,
  failover: 306,
  'file-slice': 307,
  'upload-error': 308,
  'download-image-error': 309,
  'mp4-stop': 310,
  'vod-commit': 311,
  'vod-stop': 312,
} as const;

/** Kind of a documented event. */
export type TrtcEventKind = keyof typeof eventTypes;

/** What a file holds. */
export const trackTypes = ['audio', 'video', 'audio_video'] as const;
export type TrackType = (typeof trackTypes)[number];

/** Which stream a file holds: the primary one, the substream, or the mix of all. */
export const mediaIds = ['main', 'aux', 'mix'] as const;
export type MediaId = (typeof mediaIds)[number];

/** Why the recording robot left, as a 302 tells it in `LeaveCode`. */
export const leaveCodes = {
  /** Stopped by `DeleteCloudRecording`. */
  stopped: 0,
  robotRemoved: 1,
  roomClosed: 2,
  robotRemovedByServer: 3,
  roomClosedByServer: 4,
  /** No anchor was in the room for `MaxIdleTime`. */
  idle: 99,
  timedOut: 100,
  /** A user with the robot's id entered the room. */
  replaced: 101,
} as const;

/** 305 and 310: everything is stored, something stays behind, and for 305 that this was stored after all. */
export const uploadStatuses = { stored: 0, left: 1, recovered: 2 } as const;

/** 310 and 311: stored, left on the server or in backup storage, or given up after an error. */
export const fileStatuses = { stored: 0, left: 1, failed: 2 } as const;

/** 301, 303, 306 and 312: went well, or did not. */
export const moduleStatuses = { succeeded: 0, failed: 1 } as const;

/** What a 310 tells of an MP4 file beyond its name. */
export interface Mp4Details {
  /** Empty for a mixed file. */
  readonly userId: string;
  readonly trackType: TrackType;
  readonly mediaId: MediaId;
  /** Unix milliseconds. */
  readonly startMs: number;
  /** Unix milliseconds. */
  readonly endMs: number;
}

/** An MP4 file of a 310. */
export interface Mp4File {
  readonly fileName: string;
  /** From `FileMessage`, which the 2022 edition does not have. */
  readonly details: Mp4Details | undefined;
}

/** Events whose payload is one `Status`. */
export interface StatusEvent {
  readonly kind: 'recorder-start' | 'upload-start' | 'upload-stop' | 'failover' | 'vod-stop';
  readonly status: number;
}

/** 302: the recording has ended. */
export interface RecorderStopEvent {
  readonly kind: 'recorder-stop';
  /** One of `leaveCodes`, or one that no document names yet. */
  readonly leaveCode: number;
}

/** 304: a playlist was uploaded for the first time. */
export interface FileInfoEvent {
  readonly kind: 'file-info';
  /** Not empty; by default exactly one name. */
  readonly fileNames: readonly string[];
}

/** 307: a stream's first TS segment and its playlist exist. */
export interface FileSliceEvent {
  readonly kind: 'file-slice';
  /** The playlist. */
  readonly fileName: string;
  /** Empty for the mixed stream. */
  readonly userId: string;
  readonly trackType: TrackType;
  /** Unix milliseconds at which the recording of the stream began. */
  readonly beginMs: number;
}

/** 308, in the 2022 edition only: the storage refused an upload. */
export interface UploadErrorEvent {
  readonly kind: 'upload-error';
  readonly code: string;
  readonly message: string;
}

/** 309: an image of the mixed picture could not be fetched. */
export interface DownloadImageErrorEvent {
  readonly kind: 'download-image-error';
  readonly url: string;
}

/** 310: MP4 files were made and uploaded, or were not. */
export interface Mp4StopEvent {
  readonly kind: 'mp4-stop';
  /** One of `fileStatuses`. */
  readonly status: number;
  /** By default exactly one file; empty only where the status is not 0. */
  readonly files: readonly Mp4File[];
}

/** 311: a file is in VOD, or is not. */
export interface VodCommitEvent {
  readonly kind: 'vod-commit';
  /** One of `fileStatuses`. */
  readonly status: number;
  readonly errorMessage: string | undefined;
  /** Empty for a mixed file. */
  readonly userId: string;
  readonly trackType: TrackType;
  /** Absent from the samples of failures. */
  readonly mediaId: MediaId | undefined;
  /** Set where the status is 0. */
  readonly fileId: string | undefined;
  /** Set where the status is 0. */
  readonly videoUrl: string | undefined;
  /** The file's name before it went to VOD; absent from the 2022 sample of a success. */
  readonly cacheFile: string | undefined;
  /** Unix milliseconds; not in the 2022 edition and not in failures. */
  readonly startMs: number | undefined;
  /** Unix milliseconds; not in the 2022 edition and not in failures. */
  readonly endMs: number | undefined;
}

/** An event type that no document names; such types may appear one day. */
export interface UnknownEvent {
  readonly kind: 'unknown';
  readonly eventType: number;
  /** As it came, without rounding; undefined where there was none. */
  readonly payload: Json | undefined;
}

/** What happened, as `EventType` and `Payload` tell it. */
export type TrtcEvent =
  | StatusEvent
  | RecorderStopEvent
  | FileInfoEvent
  | FileSliceEvent
  | UploadErrorEvent
  | DownloadImageErrorEvent
  | Mp4StopEvent
  | VodCommitEvent
  | UnknownEvent;

/** The number that stands for an event on the wire. */
export function eventTypeOf(event: TrtcEvent): number {
  return event.kind === 'unknown' ? event.eventType : eventTypes[event.kind];
}

/** The kind of a documented event type; undefined for any other. */
export function eventKindOf(eventType: number): TrtcEventKind | undefined {
  return kindsByType.get(eventType);
}

const kindsByType: ReadonlyMap<number, TrtcEventKind> = new Map(
  (Object.keys(eventTypes) as TrtcEventKind[]).map((kind) => [eventTypes[kind], kind]),
);
