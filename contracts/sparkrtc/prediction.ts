import type { Ids } from '../id-source.ts';
import type { SparkCallback } from './callback-fields.ts';
import type { FileDraft, Stretch } from './cut-stream.ts';
import type { SparkFile } from './object-key.ts';
import type { SparkReading } from './reading.ts';
import type { RecordingRule, RuleChange } from './recording-rule.ts';
import type { Picture } from './session.ts';
import type { SparkStream } from './stream-name.ts';

/** One file that a job produces: an HLS recording or an MP4 file. Times in unix seconds. */
export interface SparkRecording {
  readonly file: SparkFile;
  /** Of the playlist or the MP4 file, relative to the bucket's root. */
  readonly objectKey: string;
  readonly beginSeconds: number;
  /** After `beginSeconds`. */
  readonly endSeconds: number;
  /** What was live; between two parts lies a pause that the rule merged. */
  readonly parts: readonly Stretch[];
  /** Length of the media: from begin to end without the pauses. */
  readonly recordedSeconds: number;
  /** When no more can come into it. */
  readonly closedAtSeconds: number;
  readonly closedBy: FileDraft['closedBy'];
  readonly picture: Picture | null;
}

/** One recording job: a stream of a user's stay, or a room's mixed stream. Times in unix seconds. */
export interface SparkJob {
  readonly jobId: string;
  readonly appId: string;
  readonly roomId: string;
  readonly stream: SparkStream;
  readonly streamName: string;
  /** The rule that was enabled when the room was created. */
  readonly rule: RecordingRule;
  readonly beginSeconds: number;
  readonly endSeconds: number;
  /** In the order of their beginning, HLS before MP4; empty where nothing was live for a second. */
  readonly recordings: readonly SparkRecording[];
}

/** A notification and what it speaks of. */
export interface PredictedCallback {
  readonly callback: SparkCallback;
  readonly job: SparkJob;
  /** The file that was begun or completed; undefined for the end of the job. */
  readonly recording: SparkRecording | undefined;
  /** Unix seconds of the event; no field of the body carries them. */
  readonly occurredAtSeconds: number;
}

/** All that a session produces. */
export interface SparkPrediction {
  /** In the order of their beginning. */
  readonly jobs: readonly SparkJob[];
  /** In the true order of the events, causes before effects; deliveries may differ. */
  readonly callbacks: readonly PredictedCallback[];
  /** Keys of all playlists and MP4 files, in the order of `jobs` and their recordings. */
  readonly objectKeys: readonly string[];
}

/** What a session does not say, but its recording depends on. */
export interface PredictOptions {
  readonly appId: string;
  /** The rule, in force all the time, or its changes in the order of time: each room keeps the one it was created under. */
  readonly rule: RecordingRule | readonly RuleChange[];
  /** Ids of the jobs in the order of their beginning; enough of them, all different. */
  readonly jobIds: Ids<string>;
  /** Default `single`; mixed streams are recorded through the API alone. */
  readonly scope?: 'single' | 'mixed' | 'both';
  /** What starts the jobs of single streams, and so names the streams. Default `automatic`. */
  readonly startedBy?: 'automatic' | 'api';
  /** Seconds from a file's first frame to its generation, not beyond its end. Default 10, as in the sample. */
  readonly generationSeconds?: number;
  readonly reading?: SparkReading;
}
