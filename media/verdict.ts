/** `invalid`: damaged, truncated or foreign. `suspicious`: the audio is whole, something odd surrounds it. */
export type MediaSeverity = 'invalid' | 'suspicious';

/** One fault of a media file. */
export interface MediaFault {
  /** Stable kebab-case code. */
  readonly code: string;
  readonly severity: MediaSeverity;
  /** Byte offset from the start of the file at which the fault shows. */
  readonly offset: number;
  /** One sentence with the figures. */
  readonly message: string;
}

/** What the bytes of a media file say. */
export interface MediaVerdict {
  readonly verdict: 'valid' | MediaSeverity;
  /** `mp3`, or the foreign format that the bytes are: `wav`, `html`, `ogg`, `unknown`, `empty`. */
  readonly format: string;
  /** Exact, from counted frames; 0 where there are none. */
  readonly durationSeconds: number;
  /** Audio frames, the Xing/Info header frame not counted. */
  readonly frames: number;
  readonly faults: readonly MediaFault[];
  /** MP3 only. */
  readonly stream?: {
    readonly mpegVersion: '1' | '2' | '2.5';
    readonly layer: 1 | 2 | 3;
    readonly sampleRateHz: number;
    readonly channels: 1 | 2;
    /** Mean over the audio frames. */
    readonly bitrateKbps: number;
    readonly bitrateMode: 'cbr' | 'vbr' | 'free';
  };
}
