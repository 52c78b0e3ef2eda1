/** Something a user did in a room. */
export interface GmeUserEvent {
  /** Whole seconds since the session's start. */
  readonly at: number;
  readonly room: string;
  /** A user enters with the microphone off; leaving turns it off. */
  readonly kind: 'enter' | 'leave' | 'mic-on' | 'mic-off';
  readonly user: string;
}

/** The room's recording broke off or restarted by itself; its task goes on. */
export interface GmeInterruptionEvent {
  readonly at: number;
  readonly room: string;
  readonly kind: 'interrupted' | 'resumed';
}

export type GmeRoomEvent = GmeUserEvent | GmeInterruptionEvent;

/** What happened in one or several rooms, until the last user had left each. */
export interface GmeSession {
  /** Unix seconds at which offsets are 0. */
  readonly startSeconds: number;
  /** In the order of time. */
  readonly events: readonly GmeRoomEvent[];
}
