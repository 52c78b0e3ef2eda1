/** What ffprobe says about a local file: a second opinion beside the walk, never the judge. */
export type ProbeOpinion =
  | {
      readonly kind: 'media';
      /** ffprobe's name for the container: `mp3`, `wav`, `mov,mp4,m4a,3gp,3g2,mj2`. */
      readonly format: string;
      /** Codec of the first audio stream; undefined where there is none. */
      readonly codec: string | undefined;
      /** Codec of the first video stream; undefined where there is none. */
      readonly videoCodec?: string | undefined;
      /** Often estimated from size and bitrate; undefined where ffprobe does not say. */
      readonly durationSeconds: number | undefined;
    }
  /** ffprobe ran and does not take the file for media. */
  | { readonly kind: 'not-media'; readonly message: string }
  /** ffprobe died of a signal: a matter of the harness, it says nothing about the file. */
  | { readonly kind: 'crashed'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly timeoutMs: number }
  /** There is no ffprobe that runs here, or no such local file. */
  | { readonly kind: 'unavailable'; readonly message: string };
