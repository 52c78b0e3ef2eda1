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
  /** Line of a playlist, counted from 1. */
  readonly line?: number;
}

/** One stream of audio, video or something else inside a container. */
export interface MediaTrack {
  /** PID of MPEG-TS, track id of MP4. */
  readonly id: number;
  readonly kind: 'audio' | 'video' | 'other';
  /** `aac`, `h264`, `hevc`, `mp3`; the container's own name for what is not known here. */
  readonly codec: string;
  /** From the first time stamp to the end of the last unit. */
  readonly durationSeconds: number;
  /** Audio frames, pictures or samples; PES packets where frames cannot be told. */
  readonly units: number;
  /** Audio, where the bytes say it. */
  readonly sampleRateHz?: number;
  /** Video of MP4. */
  readonly width?: number;
  readonly height?: number;
}

/** A segment as a playlist lists it. */
export interface PlaylistSegment {
  /** As it stands in the playlist. */
  readonly uri: string;
  readonly durationSeconds: number;
  /** The segment does not continue the one before. */
  readonly discontinuity: boolean;
  /** Wall clock of its beginning, milliseconds since the epoch, where it is told. */
  readonly programDateTimeMs?: number;
  /** Line of the URI, counted from 1. */
  readonly line: number;
}

/** Pixels. */
export interface VideoSize {
  readonly width: number;
  readonly height: number;
}

/** What a media playlist says. */
export interface Playlist {
  readonly segments: readonly PlaylistSegment[];
  /** Seconds; undefined where it is missing or malformed. */
  readonly targetDurationSeconds: number | undefined;
  readonly version: number;
  readonly mediaSequence: number;
  /** Complete: nothing will be added. */
  readonly hasEndlist: boolean;
  /** `#EXT-X-TRTC-START-REC-TIME`, milliseconds since the epoch. */
  readonly startRecTimeMs: number | undefined;
  /** `#EXT-X-TRTC-VIDEO-METADATA`; undefined where it is missing or malformed. */
  readonly videoSize: VideoSize | undefined;
}

/** What the bytes of a media file say. */
export interface MediaVerdict {
  readonly verdict: 'valid' | MediaSeverity;
  /**
   * `mp3`, `m3u8`, `ts`, `mp4`, or the foreign format that the bytes are: `wav`, `html`, `ogg`, `unknown`, `empty`. Where
   * another format than the promised one was found, its content is not judged.
   */
  readonly format: string;
  /**
   * MP3: exact, from counted frames. MPEG-TS: from the first time stamp to the end of the last stream. MP4: of the
   * longest track. Playlist: the sum of its segments. 0 where there are none.
   */
  readonly durationSeconds: number;
  /** MPEG-TS only: the first time stamp, seconds as they stand there, from 0 to 95443.7; missing where there is none. */
  readonly beginSeconds?: number;
  /** Audio frames, the Xing/Info header frame not counted; without audio, pictures; for a playlist, segments. */
  readonly frames: number;
  readonly faults: readonly MediaFault[];
  /** MPEG-TS and MP4 only. */
  readonly tracks?: readonly MediaTrack[];
  /** Playlists only. */
  readonly playlist?: Playlist;
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
