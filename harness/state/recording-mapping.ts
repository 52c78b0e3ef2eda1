/** Where the target's state keeps its recordings, in its owner's words. Paths are JSONPath-like: `$.recordings[*]`. */
export interface RecordingMapping {
  /** Path to the recordings: keys, `[*]` for every item of a list, `.*` for every value of an object. */
  readonly recordings: string;
  /** Field of a recording that holds the file name, a path below the recording. */
  readonly file: string;
  /** Field that holds the task id; absent: not compared. */
  readonly task?: string;
  /** Field that holds the phase; absent: not compared. */
  readonly phase?: string;
  /** What the phase field says for event types 1, 2 and 3; default: the numbers themselves. */
  readonly phases?: Readonly<Record<string, string>>;
}
