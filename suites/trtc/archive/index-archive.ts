import {
  resolveReading,
  type Mp4ObjectFile,
  type PlaylistFile,
  type Recovery,
  type RecordingKey,
  type TaskTruth,
  type TrtcReading,
  type TrtcRoomId,
  type TrtcStream,
} from '#contracts/trtc/index.ts';
import type { ArchiveFacts, AuditedObject } from '#harness/archive-facts.ts';
import {
  describeTracks,
  indexPlaylists,
  type PlaylistIndex,
  type PlaylistObject,
  type SegmentObject,
} from '../../archive/index-playlists.ts';
import { classifyKey, isOwn } from './classify-key.ts';
import { canonicalName, readTold, type Told } from './told.ts';

/** A segment with the start that its name carries. */
export interface TimedSegment {
  /** Unix milliseconds. */
  readonly startMs: number;
  readonly object: SegmentObject;
}

/** One HLS stream of a task between two failures: the files that share all of their name but the time. */
export interface Stream {
  readonly task: Task;
  readonly stream: TrtcStream;
  readonly recovery: Recovery;
  /** Key of its playlist, whether it is there or not. */
  readonly playlistKey: string;
  /** The playlist is in the bucket, readable or not. */
  readonly hasPlaylist: boolean;
  /** By their start. */
  readonly segments: readonly TimedSegment[];
}

/** An MP4 file. */
export interface Mp4Object {
  readonly key: string;
  readonly file: Mp4ObjectFile;
  readonly size: number;
  /** Length of its media, seconds; 0 where nothing was read. */
  readonly seconds: number;
  /** Read to its end and undamaged, so that `seconds` is all there is. */
  readonly whole: boolean;
  /** `audio aac, video h264`; undefined where nothing was read. */
  readonly tracks: string | undefined;
}

/** A playlist or MP4 file, as callbacks name it. */
export type NamedFile =
  | { readonly kind: 'playlist'; readonly key: string; readonly file: PlaylistFile }
  | {
      readonly kind: 'mp4';
      readonly key: string;
      readonly file: Mp4ObjectFile;
      readonly mp4: Mp4Object;
    };

/** All files that carry one task id. */
export interface Task {
  readonly taskId: string;
  /** A file in each of the folders, by folder; one unless something is wrong. */
  readonly folders: ReadonlyMap<string, string>;
  /** A file of each room; one unless something is wrong. */
  readonly rooms: ReadonlyMap<TrtcRoomId, string>;
  /** A file of each kind of streams; one unless something is wrong. */
  readonly modes: ReadonlyMap<TrtcStream['mode'], string>;
  readonly streams: readonly Stream[];
  readonly mp4Files: readonly Mp4Object[];
  /** Playlists and MP4 files by `canonicalName`. */
  readonly named: ReadonlyMap<string, NamedFile>;
}

/** How many of the archive's objects a check may speak of. */
export interface ArchiveCounts {
  readonly objects: number;
  readonly recordings: number;
  readonly playlists: number;
  readonly segments: number;
  readonly mp4: number;
  /** Recordings whose last modification is known. */
  readonly dated: number;
  /** Recordings that could not be read, or were not. */
  readonly unread: number;
}

/** What an archive comes to for checks over several files. */
export interface ArchiveIndex {
  readonly reading: TrtcReading;
  readonly counts: ArchiveCounts;
  /** The first recording that was not read, and why. */
  readonly firstUnread: { readonly key: string; readonly reason: string } | undefined;
  /** By task id, in the order of their first object. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** By the key of their playlists. */
  readonly streams: ReadonlyMap<string, Stream>;
  /** The application's playlists and segments, those with wrong names included. */
  readonly hls: PlaylistIndex;
  /** Last modification of the newest recording, milliseconds since the epoch. */
  readonly newestMs: number | undefined;
  /** Null where no callbacks were given. */
  readonly told: Told | null;
}

const indexes = new WeakMap<ArchiveFacts, ArchiveIndex>();

/** The index of an archive, made in two passes and kept as long as the facts are. Costs some hundred bytes a recording. */
export function indexArchive(facts: ArchiveFacts): ArchiveIndex {
  const index = indexes.get(facts) ?? makeIndex(facts);
  indexes.set(facts, index);
  return index;
}

/** What is still being gathered. */
interface StreamDraft extends Stream {
  readonly task: TaskDraft;
  hasPlaylist: boolean;
  segments: TimedSegment[];
}
interface TaskDraft extends Task {
  readonly folders: Map<string, string>;
  readonly rooms: Map<TrtcRoomId, string>;
  readonly modes: Map<TrtcStream['mode'], string>;
  readonly streams: StreamDraft[];
  readonly mp4Files: Mp4Object[];
  readonly named: Map<string, NamedFile>;
}

class Gathering {
  readonly tasks = new Map<string, TaskDraft>();
  readonly streams = new Map<string, StreamDraft>();
  readonly #hls: PlaylistIndex;

  constructor(hls: PlaylistIndex) {
    this.#hls = hls;
  }

  take(object: AuditedObject, { file }: RecordingKey): void {
    const { key } = object;
    const task = this.#taskOf(file.taskId);
    const folder = key.slice(0, key.lastIndexOf('/'));
    setOnce(task.folders, folder, key);
    setOnce(task.rooms, file.roomId, key);
    setOnce(task.modes, file.stream.mode, key);
    switch (file.kind) {
      case 'playlist':
        task.named.set(canonicalName(key), { kind: 'playlist', key, file });
        this.#streamOf(task, key, file).hasPlaylist = true;
        return;
      case 'segment': {
        const segment = this.#hls.segments.get(key);
        const playlistKey = key.replace(/_\d{17}\.ts$/u, '.m3u8');
        const { segments } = this.#streamOf(task, playlistKey, file);
        if (segment !== undefined) {
          segments.push({ startMs: file.startMs, object: segment });
        }
        return;
      }
      case 'mp4': {
        const mp4 = toMp4(object, file);
        task.mp4Files.push(mp4);
        task.named.set(canonicalName(key), { kind: 'mp4', key, file, mp4 });
      }
    }
  }

  #taskOf(taskId: string): TaskDraft {
    const task = this.tasks.get(taskId) ?? {
      taskId,
      folders: new Map(),
      rooms: new Map(),
      modes: new Map(),
      streams: [],
      mp4Files: [],
      named: new Map(),
    };
    this.tasks.set(taskId, task);
    return task;
  }

  #streamOf(
    task: TaskDraft,
    playlistKey: string,
    { stream, recovery }: { readonly stream: TrtcStream; readonly recovery: Recovery },
  ): StreamDraft {
    const known = this.streams.get(playlistKey);
    if (known !== undefined) {
      return known;
    }
    const made = { task, stream, recovery, playlistKey, hasPlaylist: false, segments: [] };
    this.streams.set(playlistKey, made);
    task.streams.push(made);
    return made;
  }
}

function makeIndex(facts: ArchiveFacts): ArchiveIndex {
  const reading = resolveReading(facts.dialects);
  const appId = Number(facts.appId);
  const all = indexPlaylists(facts);
  const playlists = new Map<string, PlaylistObject>();
  const segments = new Map<string, SegmentObject>();
  const gathering = new Gathering(all);
  const counts = {
    objects: 0,
    recordings: 0,
    playlists: 0,
    segments: 0,
    mp4: 0,
    dated: 0,
    unread: 0,
  };
  let firstUnread: ArchiveIndex['firstUnread'];
  let newestMs: number | undefined;
  for (const object of facts.objects) {
    counts.objects += 1;
    const keyClass = classifyKey(object.key, appId, reading);
    if (isOwn(keyClass)) {
      addTo(playlists, all.playlists.get(object.key));
      addTo(segments, all.segments.get(object.key));
    }
    if (keyClass.kind !== 'recording') {
      continue;
    }
    gathering.take(object, keyClass.name);
    counts.recordings += 1;
    counts[populationOf[keyClass.name.file.kind]] += 1;
    if (object.modifiedMs !== undefined) {
      counts.dated += 1;
      newestMs = Math.max(newestMs ?? object.modifiedMs, object.modifiedMs);
    }
    if (object.media === undefined) {
      counts.unread += 1;
      firstUnread ??= { key: object.key, reason: object.unreadable ?? 'It was not read.' };
    }
  }
  for (const stream of gathering.streams.values()) {
    stream.segments.sort((a, b) => a.startMs - b.startMs);
  }
  return {
    reading,
    counts,
    firstUnread,
    tasks: gathering.tasks,
    streams: gathering.streams,
    hls: { playlists, segments },
    newestMs,
    told: facts.callbacks === null ? null : readTold(facts.callbacks),
  };
}

const populationOf = { playlist: 'playlists', segment: 'segments', mp4: 'mp4' } as const;

function addTo<T extends { readonly key: string }>(map: Map<string, T>, one: T | undefined): void {
  if (one !== undefined) {
    map.set(one.key, one);
  }
}

function setOnce<K>(map: Map<K, string>, name: K, key: string): void {
  if (!map.has(name)) {
    map.set(name, key);
  }
}

function toMp4({ key, size, media }: AuditedObject, file: Mp4ObjectFile): Mp4Object {
  return {
    key,
    file,
    size,
    seconds: media?.durationSeconds ?? 0,
    whole: media?.format === 'mp4' && media.verdict !== 'invalid',
    tracks: media === undefined ? undefined : describeTracks(media.tracks ?? []),
  };
}

/** What callbacks tell of a task; undefined where none were given or none speaks of it. */
export function truthOfTask({ told }: ArchiveIndex, taskId: string): TaskTruth | undefined {
  return told?.tasks.get(taskId);
}
