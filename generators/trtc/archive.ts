import fc from 'fast-check';
import { defaultReading, type TrtcReading } from '#contracts/trtc/reading.ts';
import {
  predict,
  type PredictedCallback,
  type TrtcMp4,
  type TrtcPlaylist,
  type TrtcPrediction,
  type TrtcSegment,
  type TrtcSession,
  type TrtcTask,
} from '#contracts/trtc/recording-rules.ts';
import { limits } from '#contracts/trtc/limits.ts';
import { joinBytes } from '#media/join.ts';
import {
  mp4Content,
  mp4FileChunks,
  playlistBytes,
  playlistOptions,
  segmentChunks,
  segmentContents,
} from './content.ts';
import { sessions, type SessionOptions } from './session.ts';

/** What an object holds of a recording. */
export type Recording =
  | { readonly kind: 'playlist'; readonly task: TrtcTask; readonly playlist: TrtcPlaylist }
  | {
      readonly kind: 'segment';
      readonly task: TrtcTask;
      readonly playlist: TrtcPlaylist;
      readonly segment: TrtcSegment;
    }
  | { readonly kind: 'mp4'; readonly task: TrtcTask; readonly mp4: TrtcMp4 };

/** One object of a generated bucket. */
export interface ArchiveObject {
  /** Relative to the bucket's root. */
  readonly key: string;
  /** The content in pieces, made anew at each call: nothing is kept. */
  readonly chunks: () => Iterable<Uint8Array>;
  /** What was recorded; undefined for objects that no recording leaves. */
  readonly recording: Recording | undefined;
  /** Unix milliseconds. */
  readonly storedAtMs: number;
}

/** A bucket as the recording of a session leaves it with the callbacks that told of it, or a mutation of both. */
export interface TrtcArchive {
  readonly sdkAppId: number;
  readonly reading: TrtcReading;
  readonly session: TrtcSession;
  readonly prediction: TrtcPrediction;
  /** Those of the prediction, unless a mutation changed them. */
  readonly callbacks: readonly PredictedCallback[];
  readonly objects: readonly ArchiveObject[];
}

/** What an archive depends on beside its session. */
export interface ArchiveSettings {
  readonly sdkAppId?: number;
  readonly reading?: TrtcReading;
}

/** The content of an object in one piece. */
export function bytesOf(object: Pick<ArchiveObject, 'chunks'>): Uint8Array {
  return joinBytes(...object.chunks());
}

/**
 * The archive of a given session: every file that the prediction says is stored, once, with media of its length; a
 * playlist lists the real lengths of its segments.
 */
export function archiveOf(session: TrtcSession, settings: ArchiveSettings = {}): TrtcArchive {
  const { sdkAppId = 1_400_000_000, reading = defaultReading } = settings;
  const prediction = predict(session, { sdkAppId, reading });
  let fingerprint = 1;
  const objects = prediction.tasks.flatMap((task) => [
    ...task.playlists.flatMap((playlist) => {
      const first = fingerprint;
      fingerprint += playlist.segments.length;
      return playlistObjects(task, playlist, first);
    }),
    ...task.mp4Files.flatMap((mp4) => mp4Object(task, mp4, fingerprint++)),
  ]);
  const { callbacks } = prediction;
  return { sdkAppId, reading, session, prediction, callbacks, objects };
}

/** A playlist and its segments, as far as they are stored. */
function playlistObjects(
  task: TrtcTask,
  playlist: TrtcPlaylist,
  fingerprint: number,
): readonly ArchiveObject[] {
  let known: ReturnType<typeof segmentContents> | undefined;
  const contents = (): ReturnType<typeof segmentContents> =>
    (known ??= segmentContents(playlist, fingerprint));
  const lastMs = playlist.segments.at(-1)?.endMs ?? playlist.beginMs;
  const objects: readonly (ArchiveObject & { readonly isStored: boolean })[] = [
    {
      key: playlist.objectKey,
      chunks: () => [playlistBytes(playlistOptions(playlist, contents()))],
      recording: { kind: 'playlist', task, playlist },
      storedAtMs: lastMs + limits.uploadMsTypical,
      isStored: playlist.isStored,
    },
    ...playlist.segments.map((segment, index) => ({
      key: segment.objectKey,
      chunks: () => {
        const content = contents()[index];
        return content === undefined ? [] : segmentChunks(content);
      },
      recording: { kind: 'segment', task, playlist, segment } as const,
      storedAtMs: segment.endMs + limits.sliceMsTypical,
      isStored: segment.isStored,
    })),
  ];
  return objects
    .filter(({ isStored }) => isStored)
    .map(({ key, chunks, recording, storedAtMs }) => ({ key, chunks, recording, storedAtMs }));
}

function mp4Object(task: TrtcTask, mp4: TrtcMp4, fingerprint: number): readonly ArchiveObject[] {
  if (!mp4.isStored) {
    return [];
  }
  return [
    {
      key: mp4.objectKey,
      chunks: () => mp4FileChunks(mp4Content(mp4, fingerprint)),
      recording: { kind: 'mp4', task, mp4 },
      storedAtMs: task.endMs + limits.conversionMsTypical,
    },
  ];
}

/** Bounds of generated archives. */
export interface ArchiveOptions extends SessionOptions {
  /** Default: the default reading. */
  readonly reading?: TrtcReading;
}

/**
 * Conforming archives with real media, made only when they are asked for. Default span 10 minutes.
 * Shrinks to one user's one second in room 1.
 */
export function archives(options: ArchiveOptions = {}): fc.Arbitrary<TrtcArchive> {
  const { reading = defaultReading, spanMsMax = 600_000 } = options;
  return fc
    .record({
      session: sessions({ ...options, spanMsMax }),
      sdkAppId: fc.oneof(
        { withCrossShrink: true },
        fc.constant(1_400_000_000),
        fc.integer({ min: 1_400_000_000, max: 1_499_999_999 }),
      ),
    })
    .map(({ session, sdkAppId }) => archiveOf(session, { sdkAppId, reading }));
}

/** What a sample archive depends on beside its seed. */
export interface SampleSettings extends ArchiveSettings {
  /** Recording modes of its tasks. Default: both. */
  readonly modes?: SessionOptions['modes'];
}

/** The archive that a seed stands for: the same seed and settings give the same one. At most three hours. */
export function sampleArchive(seed: number, settings: SampleSettings = {}): TrtcArchive {
  const { modes, ...rest } = settings;
  const options = { spanMsMax: 3 * 3_600_000, ...(modes === undefined ? {} : { modes }) };
  const [session] = fc.sample(sessions(options), { seed, numRuns: 1 });
  if (session === undefined) {
    throw new RangeError('the session generator gave nothing');
  }
  return archiveOf(session, rest);
}
