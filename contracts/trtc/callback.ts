import type { TrtcEvent } from './event.ts';

export * from './carried.ts';
export * from './decode-callback.ts';
export * from './encode-callback.ts';
export * from './event.ts';
export * from './event-time.ts';
export * from './payload.ts';

/** A room: integers and strings of the same digits name different rooms. */
export type TrtcRoomId = number | string;

/**
 * One event notification of TRTC's on-cloud recording. The application is not in the body: the header `SdkAppId` has it.
 */
export interface TrtcCallback {
  /** Unix milliseconds at which this request is sent; a re-send may carry a later one. */
  readonly callbackTsMs: number;
  /** As on the wire: under `trtc-roomid-always-string` an integer room comes as the string of its digits. */
  readonly roomId: TrtcRoomId;
  /** Unix seconds of the event. */
  readonly eventTsSeconds: number;
  /** Unix milliseconds of the event; undefined in the 2022 edition. */
  readonly eventMsTsMs: number | undefined;
  /** `UserId` of the envelope: the recording robot, never a recorded user. */
  readonly robotId: string;
  /** Identifies one recording task; may begin with `-` or end with `.`. */
  readonly taskId: string;
  readonly event: TrtcEvent;
}
