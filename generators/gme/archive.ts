import fc from 'fast-check';
import { predict, type GmePrediction, type GmeSegment } from '#contracts/gme/recording-rules.ts';
import { defaultReading, type GmeReading } from '#contracts/gme/reading.ts';
import type { GmeSession } from '#contracts/gme/session.ts';
import { writeMp3 } from '#media/mp3/writer.ts';
import { taskIds } from './identifiers.ts';
import { sessions, type SessionOptions } from './session.ts';

/** One object of a generated bucket. */
export interface ArchiveObject {
  /** Relative to the bucket's root. */
  readonly key: string;
  /** The content, made anew at each call: two hours are some 7 MB, and nothing is kept. */
  readonly bytes: () => Uint8Array;
  /** What was recorded; undefined for objects that no recording leaves. */
  readonly segment: GmeSegment | undefined;
}

/** A bucket as the recording of a session leaves it, or a mutation of one. */
export interface GmeArchive {
  readonly bizId: number;
  readonly scope: 'single' | 'mixed' | 'both';
  readonly reading: GmeReading;
  readonly session: GmeSession;
  readonly prediction: GmePrediction;
  readonly objects: readonly ArchiveObject[];
}

/** What an archive depends on beside its session. */
export interface ArchiveSettings {
  readonly bizId?: number;
  readonly scope?: 'single' | 'mixed' | 'both';
  readonly reading?: GmeReading;
  /** The first task's id; the next ones follow it, so that a double may take them for each other. */
  readonly firstTaskId?: bigint;
}

/** The archive of a given session: every predicted file once, in the order of its tasks, with audio of its length. */
export function archiveOf(session: GmeSession, settings: ArchiveSettings = {}): GmeArchive {
  const { bizId = 1_400_000_000, scope = 'both', reading = defaultReading } = settings;
  const { firstTaskId = 446_946_705_284_000_123n } = settings;
  const prediction = predict(session, {
    bizId,
    scope,
    reading,
    taskIds: (index) => firstTaskId + BigInt(index),
  });
  const segments = prediction.tasks.flatMap((task) => task.segments);
  return {
    bizId,
    scope,
    reading,
    session,
    prediction,
    objects: segments.map((segment, index) => ({
      key: segment.objectKey,
      bytes: audio(segment.endSeconds - segment.beginSeconds, index),
      segment,
    })),
  };
}

/**
 * Content of a recording: silence of a length in seconds, to the next 36 ms. Other indices give other bytes, and each
 * has line feeds among its bytes, so that a text-mode transfer shows.
 */
export function audio(durationSeconds: number, index: number): () => Uint8Array {
  const lineFeed = 10;
  return () => writeMp3({ durationSeconds, fingerprint: lineFeed + 128 * (index + 1) });
}

/** Bounds of generated archives. */
export interface ArchiveOptions extends SessionOptions {
  /** Default: any of the three. */
  readonly scopes?: readonly ('single' | 'mixed' | 'both')[];
  /** Default: the default reading. */
  readonly reading?: GmeReading;
}

/**
 * Conforming archives with real MP3 bytes, made only when they are asked for.
 * Shrinks to one user's one second in a plain room.
 */
export function archives(options: ArchiveOptions = {}): fc.Arbitrary<GmeArchive> {
  const { scopes = ['both', 'single', 'mixed'], reading = defaultReading } = options;
  return fc
    .record({
      session: sessions(options),
      scope: fc.constantFrom(...scopes),
      bizId: fc.oneof(
        { withCrossShrink: true },
        fc.constant(1_400_000_000),
        fc.integer({ min: 1_400_000_000, max: 1_499_999_999 }),
      ),
      firstTaskId: taskIds(),
    })
    .map(({ session, ...settings }) => archiveOf(session, { ...settings, reading }));
}

/** The archive that a seed stands for: the same seed and settings give the same one. */
export function sampleArchive(seed: number, settings: ArchiveSettings = {}): GmeArchive {
  const [session] = fc.sample(sessions(), { seed, numRuns: 1 });
  if (session === undefined) {
    throw new RangeError('the session generator gave nothing');
  }
  return archiveOf(session, settings);
}
