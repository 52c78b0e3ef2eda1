import {
  resolveReading,
  type GmeReading,
  type MixedKeyReading,
  type SingleKeyReading,
} from '#contracts/gme/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import type { MediaVerdict } from '#media/verdict.ts';
import { classifyKey } from './classify-key.ts';

/** One recording file, as far as checks over several files need it. */
export interface Segment {
  readonly key: string;
  /** Unix seconds that the name carries. */
  readonly startSeconds: number;
  /** Undefined where the name carries a task id instead. */
  readonly seqNo: number | undefined;
  /** Length of the audio that was counted: never more than the file holds; 0 where nothing was read. */
  readonly seconds: number;
  /** Read to its end and undamaged, so that `seconds` is all there is. */
  readonly whole: boolean;
  /** Last modification, milliseconds since the epoch. */
  readonly modifiedMs: number | undefined;
  /** `MPEG 1, 48000 Hz, mono`; undefined where nothing is known of it. */
  readonly parameters: string | undefined;
}

/**
 * Files that the reading in force puts together: those of one mixed task, or of a folder's single streams that share the
 * start time (by default), the task id (`gme-name-taskid`) or nothing but the folder (`gme-name-segment-time`).
 * Where `rooms` has several members, the folder may hold streams of several users of several rooms.
 */
export interface Stream {
  readonly mode: 'single' | 'mixed';
  readonly folder: string;
  /** The rooms that it may belong to; a mixed stream has exactly one. */
  readonly rooms: readonly string[];
  readonly taskId: bigint | undefined;
  /** In listing order; never empty. */
  readonly segments: Segment[];
}

/** How many of the archive's objects a check may speak of. */
export interface ArchiveCounts {
  readonly objects: number;
  readonly recordings: number;
  readonly single: number;
  readonly mixed: number;
  /** Recordings whose last modification is known. */
  readonly dated: number;
  /** Recordings whose folder splits in several ways into a room and a user. */
  readonly ambiguous: number;
  /** Recordings that could not be read, or were not. */
  readonly unread: number;
}

/** What an archive comes to for checks over several files. */
export interface ArchiveIndex {
  readonly reading: GmeReading;
  readonly counts: ArchiveCounts;
  /** The first recording that was not read, and why. */
  readonly firstUnread: { readonly key: string; readonly reason: string } | undefined;
  /** In the order of their first object. */
  readonly streams: readonly Stream[];
  /** Last modification of the newest recording, milliseconds since the epoch. */
  readonly newestMs: number | undefined;
}

const indexes = new WeakMap<ArchiveFacts, ArchiveIndex>();

/** The index of an archive, made in one pass and kept as long as the facts are. Costs some hundred bytes a recording. */
export function indexArchive(facts: ArchiveFacts): ArchiveIndex {
  const index = indexes.get(facts) ?? makeIndex(facts);
  indexes.set(facts, index);
  return index;
}

function makeIndex(facts: ArchiveFacts): ArchiveIndex {
  const reading = resolveReading(facts.dialects);
  const streams = new Map<string, Stream>();
  const intern = interner();
  const counts = {
    objects: 0,
    recordings: 0,
    single: 0,
    mixed: 0,
    dated: 0,
    ambiguous: 0,
    unread: 0,
  };
  let firstUnread: ArchiveIndex['firstUnread'];
  let newestMs: number | undefined;
  for (const object of facts.objects) {
    counts.objects += 1;
    const keyClass = classifyKey(object.key, Number(facts.appId), reading);
    if (keyClass.kind !== 'recording') {
      continue;
    }
    const { name } = keyClass;
    counts.recordings += 1;
    counts[name.kind] += 1;
    counts.ambiguous += name.kind === 'single' && name.roomUserSplits.length > 1 ? 1 : 0;
    if (object.modifiedMs !== undefined) {
      counts.dated += 1;
      newestMs = Math.max(newestMs ?? object.modifiedMs, object.modifiedMs);
    }
    if (object.media === undefined) {
      counts.unread += 1;
      firstUnread ??= { key: object.key, reason: object.unreadable ?? 'It was not read.' };
    }
    const group = groupOf(name, reading);
    const segment = toSegment(object, name, intern);
    const stream = streams.get(group);
    if (stream === undefined) {
      streams.set(group, toStream(name, segment));
    } else {
      stream.segments.push(segment);
    }
  }
  return { reading, counts, firstUnread, streams: [...streams.values()], newestMs };
}

function groupOf(name: SingleKeyReading | MixedKeyReading, reading: GmeReading): string {
  if (name.kind === 'mixed') {
    return `mixed ${String(name.taskId)} ${name.folder}`;
  }
  if (name.taskId !== undefined) {
    return `task ${String(name.taskId)} ${name.folder}`;
  }
  return reading.nameTime === 'task-start'
    ? `start ${name.startText} ${name.folder}`
    : `folder ${name.folder}`;
}

function toStream(name: SingleKeyReading | MixedKeyReading, first: Segment): Stream {
  return {
    mode: name.kind,
    folder: name.folder,
    rooms: name.kind === 'mixed' ? [name.roomId] : name.roomUserSplits.map(({ roomId }) => roomId),
    taskId: name.taskId,
    segments: [first],
  };
}

function toSegment(
  { key, media, modifiedMs }: AuditedObject,
  { startSeconds, seqNo }: SingleKeyReading | MixedKeyReading,
  intern: (text: string) => string,
): Segment {
  return {
    key,
    startSeconds,
    seqNo,
    seconds: media?.durationSeconds ?? 0,
    whole: media !== undefined && media.verdict !== 'invalid',
    modifiedMs,
    parameters: media?.stream === undefined ? undefined : intern(describeStream(media.stream)),
  };
}

function describeStream(stream: NonNullable<MediaVerdict['stream']>): string {
  const { mpegVersion, layer, sampleRateHz, channels } = stream;
  const sound = channels === 1 ? 'mono' : 'stereo';
  return `MPEG ${mpegVersion} layer ${String(layer)}, ${String(sampleRateHz)} Hz, ${sound}`;
}

/** Keeps one of all equal texts, so that thousands of files of one format share it. */
function interner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const first = known.get(text) ?? text;
    known.set(text, first);
    return first;
  };
}

/** Each recording of the application with the parts of its name, in listing order. */
export function* recordingsOf(facts: ArchiveFacts): Generator<{
  readonly object: AuditedObject;
  readonly name: SingleKeyReading | MixedKeyReading;
}> {
  const reading = resolveReading(facts.dialects);
  for (const object of facts.objects) {
    const keyClass = classifyKey(object.key, Number(facts.appId), reading);
    if (keyClass.kind === 'recording') {
      yield { object, name: keyClass.name };
    }
  }
}

/** Whether the stream's files may belong to several rooms or users, as far as their names tell. */
export function isAmbiguousStream(stream: Stream): boolean {
  return stream.rooms.length > 1;
}

/** Audio of all segments together, seconds; never more than what is there. */
export function secondsOf(stream: Stream): number {
  return stream.segments.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** The earliest time in the names of a stream's files, unix seconds. */
export function startOf(stream: Stream): number {
  return stream.segments.reduce(
    (first, { startSeconds }) => Math.min(first, startSeconds),
    Infinity,
  );
}
