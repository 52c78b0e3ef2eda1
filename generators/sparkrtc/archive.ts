import fc from 'fast-check';
import { eventTypes } from '#contracts/sparkrtc/callback.ts';
import { limits } from '#contracts/sparkrtc/limits.ts';
import { formatSegmentKey } from '#contracts/sparkrtc/object-key.ts';
import { defaultReading, type SparkReading } from '#contracts/sparkrtc/reading.ts';
import { exampleRule, type RecordingRule } from '#contracts/sparkrtc/recording-rule.ts';
import {
  predict,
  type PredictedCallback,
  type PredictOptions,
  type SparkJob,
  type SparkPrediction,
  type SparkRecording,
} from '#contracts/sparkrtc/recording-rules.ts';
import type { SparkSession } from '#contracts/sparkrtc/session.ts';
import { joinBytes } from '#media/join.ts';
import { mp4Chunks, mp4Shape } from '#media/mp4/writer.ts';
import { tsChunks, tsShape } from '#media/ts/writer.ts';
import { freshDigits } from '../fresh.ts';
import {
  hlsContent,
  mp4Content,
  playlistBytes,
  segmentStretches,
  sliceOf,
  type HlsContent,
} from './content.ts';
import { appIds } from './identifiers.ts';
import { recordingRules } from './recording-rule.ts';
import { sessions, type SessionOptions } from './session.ts';

/** What an object holds of a recording; `index` counts a playlist's segments from 0. */
export type Recording =
  | { readonly kind: 'playlist'; readonly job: SparkJob; readonly recording: SparkRecording }
  | {
      readonly kind: 'segment';
      readonly job: SparkJob;
      readonly recording: SparkRecording;
      readonly index: number;
    }
  | { readonly kind: 'mp4'; readonly job: SparkJob; readonly recording: SparkRecording };

/** One object of a generated bucket. */
export interface ArchiveObject {
  /** Relative to the bucket's root. */
  readonly key: string;
  /** The content in pieces, made anew at each call: nothing is kept. */
  readonly chunks: () => Iterable<Uint8Array>;
  /** What was recorded; undefined for objects that no recording leaves. */
  readonly of: Recording | undefined;
  /** Unix milliseconds. */
  readonly storedAtMs: number;
}

/** A bucket as the recording of a session leaves it with the callbacks that told of it, or a mutation of both. */
export interface SparkArchive {
  readonly appId: string;
  readonly reading: SparkReading;
  readonly rule: RecordingRule;
  readonly session: SparkSession;
  readonly prediction: SparkPrediction;
  /** Those of the prediction with the real sizes of files, unless a mutation changed them. */
  readonly callbacks: readonly PredictedCallback[];
  readonly objects: readonly ArchiveObject[];
}

/** What an archive depends on beside its session. */
export interface ArchiveSettings extends Partial<Pick<PredictOptions, 'scope' | 'startedBy'>> {
  readonly appId?: string;
  readonly reading?: SparkReading;
  /** Default: `exampleRule`. */
  readonly rule?: RecordingRule;
}

const appIdDefault = '5fcdf5651b2c3d4e5f6f835d';

/** The content of an object in one piece. */
export function bytesOf(object: Pick<ArchiveObject, 'chunks'>): Uint8Array {
  return joinBytes(...object.chunks());
}

/**
 * The archive of a given session: every file that the prediction says is stored, once, with media of its length; a
 * playlist lists the real lengths of its segments.
 */
export function archiveOf(session: SparkSession, settings: ArchiveSettings = {}): SparkArchive {
  const { appId = appIdDefault, reading = defaultReading, rule = exampleRule } = settings;
  const { scope = 'single', startedBy = 'automatic' } = settings;
  const prediction = predict(session, {
    appId,
    rule,
    scope,
    startedBy,
    reading,
    jobIds: (index) => freshDigits(`${appId} ${String(session.startSeconds)} ${String(index)}`, 24),
  });
  let fingerprint = 1;
  const sizes = new Map<SparkRecording, () => number>();
  const written = prediction.jobs.flatMap((job) =>
    job.recordings.flatMap((recording) => {
      const made =
        recording.file.format === 'HLS'
          ? hlsObjects(job, recording, fingerprint)
          : mp4Objects(job, recording, fingerprint);
      fingerprint += made.objects.length;
      sizes.set(recording, made.bytes);
      return made.objects;
    }),
  );
  // Where a pattern gives two files one name, the later one overwrites the earlier.
  const objects = [...new Map(written.map((object) => [object.key, object])).values()];
  let told: readonly PredictedCallback[] | undefined;
  return {
    appId,
    reading,
    rule,
    session,
    prediction,
    /** Sizes are known only when all segments are: made for those who ask. */
    get callbacks() {
      return (told ??= prediction.callbacks.map((one) => withSize(one, sizes, reading)));
    },
    objects,
  };
}

interface Made {
  readonly objects: readonly ArchiveObject[];
  /** Of the whole recording, but for a playlist's text. */
  readonly bytes: () => number;
}

/** A playlist and its segments. */
function hlsObjects(job: SparkJob, recording: SparkRecording, fingerprint: number): Made {
  const stretches = segmentStretches(recording, sliceOf(job));
  const keys = stretches.map((_, index) => formatSegmentKey(recording.objectKey, index));
  const uris = keys.map((key) => key.slice(key.lastIndexOf('/') + 1));
  let known: HlsContent | undefined;
  const content = (): HlsContent => (known ??= hlsContent(job, recording, uris, fingerprint));
  const objects: readonly ArchiveObject[] = [
    {
      key: recording.objectKey,
      chunks: () => [playlistBytes(content().playlist)],
      of: { kind: 'playlist', job, recording },
      storedAtMs: storedAtMs(recording),
    },
    ...keys.map((key, index) => ({
      key,
      chunks: () => {
        const options = content().segments[index]?.options;
        return options === undefined ? [] : tsChunks(options);
      },
      of: { kind: 'segment', job, recording, index } as const,
      storedAtMs: (stretches[index]?.endMs ?? 0) + 1000,
    })),
  ];
  return {
    objects,
    bytes: () => content().segments.reduce((sum, { options }) => sum + tsShape(options).bytes, 0),
  };
}

function mp4Objects(job: SparkJob, recording: SparkRecording, fingerprint: number): Made {
  const options = mp4Content(job, recording, fingerprint);
  const object: ArchiveObject = {
    key: recording.objectKey,
    chunks: () => mp4Chunks(options),
    of: { kind: 'mp4', job, recording },
    storedAtMs: storedAtMs(recording),
  };
  return { objects: [object], bytes: () => mp4Shape(options).bytes };
}

/** A file is there when its completion is told. */
function storedAtMs({ closedAtSeconds }: SparkRecording): number {
  return (closedAtSeconds + limits.completionSecondsTypical) * 1000;
}

function withSize(
  told: PredictedCallback,
  sizes: ReadonlyMap<SparkRecording, () => number>,
  { fileSize }: SparkReading,
): PredictedCallback {
  const bytesOfFile = told.recording === undefined ? undefined : sizes.get(told.recording);
  const isCompleted = told.callback.eventType === eventTypes.fileCompleted;
  return bytesOfFile === undefined || !fileSize || !isCompleted
    ? told
    : { ...told, callback: { ...told.callback, fileSizeBytes: bytesOfFile() } };
}

/** Bounds of generated archives. */
export interface ArchiveOptions extends SessionOptions {
  /** Default: the default reading. */
  readonly reading?: SparkReading;
  /** Default: any. */
  readonly rule?: RecordingRule;
}

/**
 * Conforming archives with real media, made only when they are asked for, under any rule and scope. Default span 10
 * minutes. Shrinks to one user's one second in `room1`.
 */
export function archives(options: ArchiveOptions = {}): fc.Arbitrary<SparkArchive> {
  const { reading = defaultReading, spanSecondsMax = 600, rule } = options;
  return fc
    .record({
      session: sessions({ ...options, spanSecondsMax }),
      appId: fc.oneof({ withCrossShrink: true }, fc.constant(appIdDefault), appIds()),
      rule: rule === undefined ? recordingRules() : fc.constant(rule),
      scope: fc.constantFrom('single' as const, 'mixed' as const, 'both' as const),
      startedBy: fc.constantFrom('automatic' as const, 'api' as const),
    })
    .map(({ session, ...settings }) => archiveOf(session, { ...settings, reading }))
    .filter(hasDistinctKeys);
}

/** Streams of two rooms may have one name; where their files are of one second, one overwrites the other. */
function hasDistinctKeys({ prediction: { objectKeys } }: SparkArchive): boolean {
  return new Set(objectKeys).size === objectKeys.length;
}

/** The archive that a seed stands for: the same seed and settings give the same one. At most an hour. */
export function sampleArchive(seed: number, settings: ArchiveSettings = {}): SparkArchive {
  const [session] = fc.sample(sessions({ spanSecondsMax: 3600 }), { seed, numRuns: 1 });
  if (session === undefined) {
    throw new RangeError('the session generator gave nothing');
  }
  return archiveOf(session, settings);
}
