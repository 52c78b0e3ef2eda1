import { joinBy, joinRanked, joinSets } from '../lattice.ts';
import type { TrtcCallback, TrtcRoomId } from './callback.ts';
import type { MediaId, Mp4Details, TrackType } from './event.ts';
import { eventTimeMs } from './event-time.ts';
import { factsOf } from './task-facts.ts';

/** From knowing nothing to success; a later word never goes back. */
export const moduleRanks = ['unknown', 'failed', 'succeeded'] as const;
/** 305: nothing known, something left behind, everything stored (0 or 2). */
export const uploadRanks = ['unknown', 'left', 'stored'] as const;
/** 310 and 311: left behind may still be stored; stored is the last word. */
export const fileRanks = ['unknown', 'left', 'failed', 'stored'] as const;

export type ModuleTruth = (typeof moduleRanks)[number];
export type UploadTruth = (typeof uploadRanks)[number];
export type FileTruth = (typeof fileRanks)[number];

/** What is known of a playlist, by 304 and 307. */
export interface PlaylistTruth {
  readonly name: string;
  /** By a 304. */
  readonly isUploaded: boolean;
  /** By a 307. */
  readonly slice:
    | { readonly userId: string; readonly trackType: TrackType; readonly beginMs: number }
    | undefined;
}

/** What is known of an MP4 file in COS, by 310. */
export interface Mp4Truth {
  readonly name: string;
  readonly status: FileTruth;
  readonly details: Mp4Details | undefined;
}

/** What is known of a file bound for VOD, by 311. */
export interface VodTruth {
  /** The cache file's name; the file id where a 311 names none. */
  readonly name: string;
  readonly status: FileTruth;
  readonly userId: string;
  readonly trackType: TrackType;
  readonly mediaId: MediaId | undefined;
  readonly fileId: string | undefined;
  readonly videoUrl: string | undefined;
}

/** What a set of callbacks tells of one task, in whatever order and however often they came. */
export interface TaskTruth {
  readonly taskId: string;
  /** One, unless callbacks contradict one another. */
  readonly rooms: readonly TrtcRoomId[];
  /** 301. */
  readonly start: ModuleTruth;
  /** 302, ascending; one, unless it was sent several times with different codes. */
  readonly leaveCodes: readonly number[];
  /** 303. */
  readonly uploadStart: ModuleTruth;
  /** 305. */
  readonly upload: UploadTruth;
  /** Unix milliseconds of each 306, ascending. */
  readonly failovers: readonly number[];
  /** By name. */
  readonly playlists: readonly PlaylistTruth[];
  /** By name. */
  readonly mp4Files: readonly Mp4Truth[];
  /** 310 that names no file, because the conversion failed. */
  readonly isConversionFailed: boolean;
  /** By name. */
  readonly vodFiles: readonly VodTruth[];
  /** 312. */
  readonly vodStop: ModuleTruth;
  /** 308, each code and message once. */
  readonly uploadErrors: readonly { readonly code: string; readonly message: string }[];
  /** URLs of 309, each once. */
  readonly imageErrors: readonly string[];
}

/** Nothing known of a task but its id. */
export function noTruth(taskId: string): TaskTruth {
  return {
    taskId,
    rooms: [],
    start: 'unknown',
    leaveCodes: [],
    uploadStart: 'unknown',
    upload: 'unknown',
    failovers: [],
    playlists: [],
    mp4Files: [],
    isConversionFailed: false,
    vodFiles: [],
    vodStop: 'unknown',
    uploadErrors: [],
    imageErrors: [],
  };
}

/**
 * All that is known when two pieces of knowledge of one task come together. Commutative, associative and idempotent:
 * order and repetition of callbacks do not matter, and knowledge never becomes less. Clause `lateNeverDowngrades`.
 * @throws RangeError for two different tasks.
 */
export function joinTruths(a: TaskTruth, b: TaskTruth): TaskTruth {
  if (a.taskId !== b.taskId) {
    throw new RangeError(`'${a.taskId}' and '${b.taskId}' are two tasks.`);
  }
  return {
    taskId: a.taskId,
    rooms: joinSets(a.rooms, b.rooms),
    start: joinRanked(moduleRanks, a.start, b.start),
    leaveCodes: joinSets(a.leaveCodes, b.leaveCodes),
    uploadStart: joinRanked(moduleRanks, a.uploadStart, b.uploadStart),
    upload: joinRanked(uploadRanks, a.upload, b.upload),
    failovers: joinSets(a.failovers, b.failovers),
    playlists: joinBy(a.playlists, b.playlists, nameOf, (one, other) => ({
      name: one.name,
      isUploaded: one.isUploaded || other.isUploaded,
      slice: joinSets(present(one.slice), present(other.slice)).at(-1),
    })),
    mp4Files: joinBy(a.mp4Files, b.mp4Files, nameOf, (one, other) => ({
      name: one.name,
      status: joinRanked(fileRanks, one.status, other.status),
      details: joinSets(present(one.details), present(other.details)).at(-1),
    })),
    isConversionFailed: a.isConversionFailed || b.isConversionFailed,
    vodFiles: joinBy(a.vodFiles, b.vodFiles, nameOf, joinVod),
    vodStop: joinRanked(moduleRanks, a.vodStop, b.vodStop),
    uploadErrors: joinSets(a.uploadErrors, b.uploadErrors),
    imageErrors: joinSets(a.imageErrors, b.imageErrors),
  };
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

function joinVod(one: VodTruth, other: VodTruth): VodTruth {
  const status = joinRanked(fileRanks, one.status, other.status);
  const better = joinSets(
    [one, other].filter((truth) => truth.status === status),
    [],
  ).at(-1);
  return better ?? one;
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/**
 * What a receiver must know after these callbacks, by task: the same for every order and for every repetition of them.
 * Callbacks of unknown event types tell nothing but the task and its room.
 */
export function truthOf(callbacks: Iterable<TrtcCallback>): ReadonlyMap<string, TaskTruth> {
  const truths = new Map<string, TaskTruth>();
  for (const callback of callbacks) {
    const known = truths.get(callback.taskId) ?? noTruth(callback.taskId);
    const told = { ...noTruth(callback.taskId), rooms: [callback.roomId], ...factsOf(callback) };
    truths.set(callback.taskId, joinTruths(known, told));
  }
  return truths;
}

/** Where a task stands. */
export type TaskPhase =
  | 'unknown'
  | 'start-failed'
  | 'recording'
  | 'stopped'
  /** Something was left behind or has failed. */
  | 'incomplete'
  /** Everything told of so far is stored. */
  | 'stored';

/** Where a task stands by all that is known: results count more than the end, the end more than what was before. */
export function phaseOf(truth: TaskTruth): TaskPhase {
  const files = [...truth.mp4Files, ...truth.vodFiles].map(({ status }) => status);
  const results = [truth.upload, truth.vodStop, ...files];
  const isShort = truth.isConversionFailed || results.some((status) => bad.has(status));
  if (isShort) {
    return 'incomplete';
  }
  if (results.some((status) => status === 'stored' || status === 'succeeded')) {
    return 'stored';
  }
  if (truth.leaveCodes.length > 0) {
    return 'stopped';
  }
  const isRunning = truth.start === 'succeeded' || truth.playlists.length > 0;
  if (isRunning || truth.failovers.length > 0 || truth.uploadStart !== 'unknown') {
    return 'recording';
  }
  return truth.start === 'failed' ? 'start-failed' : 'unknown';
}

const bad: ReadonlySet<string> = new Set(['left', 'failed']);

/**
 * What makes two callbacks the same news: task, event type, time of the event and named files. A re-send has a new
 * CallbackTs but the same identity. Clause `repetition`.
 */
export function eventIdentity(callback: TrtcCallback): string {
  const { playlists = [], mp4Files = [], vodFiles = [] } = factsOf(callback);
  const names = [...playlists, ...mp4Files, ...vodFiles].map(({ name }) => name);
  return JSON.stringify([
    callback.taskId,
    callback.event.kind === 'unknown' ? callback.event.eventType : callback.event.kind,
    eventTimeMs(callback),
    names,
  ]);
}
