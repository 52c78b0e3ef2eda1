import type { TrackType } from './event.ts';
import type { TrtcRoomId } from './callback.ts';
import { limits } from './limits.ts';
import { encodeNameId } from './name-id.ts';
import { formatNameTime } from './name-time.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

export * from './parse-object-key.ts';

/** Where a recording file lies. */
export interface FilePlace {
  /** Folders in front of the task's, from `FileNamePrefix`; often none. Each of letters, digits, `_` and `-`. */
  readonly prefix: readonly string[];
  readonly taskId: string;
  readonly sdkAppId: number;
  readonly roomId: TrtcRoomId;
}

/** What a playlist and its segments record. */
export type TrtcStream =
  | { readonly mode: 'mixed' }
  | {
      readonly mode: 'single';
      readonly userId: string;
      readonly mediaId: 'main' | 'aux';
      /** `audio_video` where the task merges both into one stream. */
      readonly trackType: TrackType;
    };

/** What an MP4 file holds: a user's stream with audio and video together, or the mix. */
export type Mp4Source =
  | { readonly mode: 'mixed' }
  | { readonly mode: 'single'; readonly userId: string; readonly mediaId: 'main' | 'aux' };

/** How often the high availability scheme had been used when a file began; 0 for original files. */
export type Recovery = 0 | 1 | 2 | 3;

export interface PlaylistFile extends FilePlace {
  readonly kind: 'playlist';
  readonly recovery: Recovery;
  readonly stream: TrtcStream;
}

export interface SegmentFile extends FilePlace {
  readonly kind: 'segment';
  readonly recovery: Recovery;
  readonly stream: TrtcStream;
  /** Unix milliseconds. */
  readonly startMs: number;
}

export interface Mp4ObjectFile extends FilePlace {
  readonly kind: 'mp4';
  readonly stream: Mp4Source;
  /** From 1; undefined where the recording was not cut. */
  readonly index: number | undefined;
}

/** One recording file: exactly what its key says. */
export type TrtcFile = PlaylistFile | SegmentFile | Mp4ObjectFile;

/**
 * The object's key relative to the bucket's root: `prefix/task/name`.
 * @throws RangeError as `formatFileName`, and for a prefix or task id that could not be one folder.
 * Clauses `name*`.
 */
export function formatObjectKey(file: TrtcFile, reading: TrtcReading = defaultReading): string {
  const folders = [...file.prefix, file.taskId];
  const wrong = folders.find((folder) => ['', '.', '..'].includes(folder) || folder.includes('/'));
  if (wrong !== undefined) {
    throw new RangeError(`'${wrong}' is not the name of one folder.`);
  }
  return [...folders, formatFileName(file, reading)].join('/');
}

/**
 * The file's name without folders, as the object has it: `1400000000_100__UserId_s_dTE.__UserId_e_main_audio.m3u8`.
 * @throws RangeError for empty identifiers, impossible integers and times outside 1970 to 9999.
 */
export function formatFileName(file: TrtcFile, reading: TrtcReading = defaultReading): string {
  return formatName(file, reading, reading.objectUnderscores);
}

/** The name that a file bound for VOD had before it went there, as `CacheFile` of a 311 carries it. */
export function formatCacheFile(
  file: Mp4ObjectFile,
  reading: TrtcReading = defaultReading,
): string {
  return formatName(file, reading, reading.cacheFileUnderscores);
}

function formatName(file: TrtcFile, reading: TrtcReading, underscores: 1 | 2): string {
  requireNatural('SdkAppId', file.sdkAppId);
  const recovery = 'recovery' in file && file.recovery > 0 ? [`ha${file.recovery}`] : [];
  const head = [...recovery, file.sdkAppId, roomText(file.roomId)].join('_');
  const user = file.stream.mode === 'mixed' ? '' : userPart(file.stream, underscores);
  const type = 'trackType' in file.stream ? `_${typeText(file.stream.trackType, reading)}` : '';
  switch (file.kind) {
    case 'playlist':
      return `${head}${user}${type}.m3u8`;
    case 'segment':
      return `${head}${user}${type}_${formatNameTime(file.startMs, reading)}.ts`;
    case 'mp4':
      return `${head}${user}${indexText(file.index)}.mp4`;
  }
}

function userPart(stream: Exclude<Mp4Source, { mode: 'mixed' }>, underscores: 1 | 2): string {
  if (stream.userId === '') {
    throw new RangeError('The user ID of a single stream is empty.');
  }
  const gap = '_'.repeat(underscores);
  return `${gap}UserId_s_${encodeNameId(stream.userId)}${gap}UserId_e_${stream.mediaId}`;
}

function typeText(trackType: TrackType, reading: TrtcReading): string {
  return trackType === 'audio_video' ? reading.mergedType : trackType;
}

function roomText(room: TrtcRoomId): string {
  if (typeof room === 'number') {
    requireNatural('room number', room, limits.roomNumberMax);
    return String(room);
  }
  if (room === '') {
    throw new RangeError('The room ID is empty.');
  }
  return encodeNameId(room);
}

function indexText(index: number | undefined): string {
  if (index === undefined) {
    return '';
  }
  requireNatural('index', index);
  return `_${index}`;
}

function requireNatural(what: string, value: number, max = Number.MAX_SAFE_INTEGER): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > max) {
    throw new RangeError(`The ${what} ${value} is not an integer from 1 to ${max}.`);
  }
}
