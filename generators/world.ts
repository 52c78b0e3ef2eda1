/** What `simulate` and the embedded target may know of a world before it is made. */
export interface WorldSettings {
  readonly appId: string;
  readonly scope: 'single' | 'mixed' | 'both';
  /** Named readings in force beside the defaults; names that the contract knows. */
  readonly dialects: readonly string[];
  /** The recording rule in force, as the suite's `readRule` made it; null for the service's own default. */
  readonly rule: unknown;
}

/** One callback as the service sends it. */
export interface WorldCallback {
  /** When it is sent for the first time, milliseconds since the epoch. */
  readonly occurredAtMs: number;
  /** Key of the object that it speaks of; null where it speaks of none. */
  readonly file: string | null;
  /** The body, byte for byte. */
  readonly body: Uint8Array;
  /**
   * The headers beside `Content-Type` that go with the body, by name in their spelling.
   * @param secretKey the callback key; null for a callback that nobody signs.
   */
  readonly headers: (secretKey: string | null) => Readonly<Record<string, string>>;
}

/** One object of the world's bucket. */
export interface WorldObject {
  /** Relative to the bucket's prefix. */
  readonly key: string;
  /** The content in pieces, made anew at each call: hours of media are never held whole by a world. */
  readonly chunks: () => Iterable<Uint8Array>;
  /** When the service has stored it, milliseconds since the epoch; undefined where that means nothing. */
  readonly uploadedAtMs?: number;
}

/** What a session leaves at both ends: the callbacks that were sent, the objects that lie in the bucket. */
export interface World {
  /** The session as plain JSON: what happened in the rooms. */
  readonly session: object;
  /** In the order in which they occurred. */
  readonly callbacks: readonly WorldCallback[];
  readonly objects: readonly WorldObject[];
  /** Recording tasks that the service made of the session. */
  readonly taskCount: number;
}

/** Makes the worlds of a service. Pure: the same arguments give the same bytes. */
export interface WorldMaker {
  /** The name of the header that carries the signature, in its spelling. */
  readonly signatureHeader: string;
  /** The world that a seed stands for: `soundcheck simulate`. */
  readonly sample: (seed: number, settings: WorldSettings) => World;
  /** A day's work in small, on which every archive check has something to judge: the bucket of the embedded target. */
  readonly embedded: (settings: WorldSettings) => World;
}
