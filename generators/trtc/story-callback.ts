import type { TrtcCallback, TrtcEvent } from '#contracts/trtc/callback.ts';
import {
  formatCacheFile,
  formatFileName,
  formatObjectKey,
  type Mp4ObjectFile,
  type Mp4Source,
  type PlaylistFile,
  type TrtcStream,
} from '#contracts/trtc/object-key.ts';
import type { TrtcReading } from '#contracts/trtc/reading.ts';
import { freshDigits } from '../fresh.ts';
import type { FileSpec, FreshIdentifiers, Story, TaskSpec } from './story.ts';

/** What a story needs to be told: identifiers for its symbols, and the moment. */
export interface StoryBinding {
  readonly sdkAppId: number;
  readonly reading: TrtcReading;
  /** Unix milliseconds. */
  readonly nowMs: number;
  /** Plain identifiers; what the story itself says goes before them. */
  readonly fresh: FreshIdentifiers;
}

/** When a callback's event occurred, and when this request is sent; a re-send changes the second only. */
export interface StoryMoment {
  readonly occurredAtMs: number;
  readonly sentAtMs: number;
}

/** The identifiers of one of a story's tasks. */
export interface BoundTask {
  readonly roomId: TrtcCallback['roomId'];
  readonly taskId: string;
  readonly robotId: string;
  /** Unix milliseconds. */
  readonly startMs: number;
}

/** One of a story's files with the names that its callbacks give it. */
export interface BoundFile {
  readonly task: BoundTask;
  /** Empty for a mixed stream, as callbacks have it. */
  readonly userId: string;
  readonly playlist: PlaylistFile;
  readonly mp4: Mp4ObjectFile;
  /** The playlist, as 304 and 307 name it. */
  readonly playlistName: string;
  /** The MP4 file, as 310 names it. */
  readonly mp4Name: string;
  /** The MP4 file, as 311 names it. */
  readonly cacheName: string;
  /** Its id in VOD. */
  readonly vodFileId: string;
}

const startedAgoSecondsDefault = 3600;
const recordedMs = 600_000;

/** The task of a story that a symbol names. */
export function bindTask(story: Story, symbol: string, binding: StoryBinding): BoundTask {
  const spec: TaskSpec = story.tasks?.[symbol] ?? {};
  const own = story.identifiers?.(binding.fresh) ?? {};
  const { room = 'R1', robot = 'B1', startedAgoSeconds = startedAgoSecondsDefault } = spec;
  return {
    roomId: own[room] ?? binding.fresh.room(room),
    taskId: String(own[symbol] ?? binding.fresh.task(symbol)),
    robotId: String(own[robot] ?? binding.fresh.robot(robot)),
    startMs: binding.nowMs - startedAgoSeconds * 1000,
  };
}

/** The file of a story that a symbol names. @throws RangeError where it has none of that symbol. */
export function bindFile(story: Story, symbol: string, binding: StoryBinding): BoundFile {
  const spec = story.files[symbol];
  if (spec === undefined) {
    throw new RangeError(`story "${story.title}" has no file ${symbol}`);
  }
  const { reading } = binding;
  const task = bindTask(story, spec.task ?? 'T1', binding);
  const own = story.identifiers?.(binding.fresh) ?? {};
  const user = spec.user ?? 'U1';
  const userId = spec.mode === 'mixed' ? '' : String(own[user] ?? binding.fresh.user(user));
  const { roomId, taskId } = task;
  const place = { prefix: [], taskId, roomId, sdkAppId: binding.sdkAppId };
  const { recovery = 0, index } = spec;
  const playlist: PlaylistFile = {
    ...place,
    kind: 'playlist',
    recovery,
    stream: streamOf(spec, userId),
  };
  const mp4: Mp4ObjectFile = { ...place, kind: 'mp4', index, stream: sourceOf(spec, userId) };
  const nameOf = (file: PlaylistFile | Mp4ObjectFile): string =>
    reading.fileNames === 'key' ? formatObjectKey(file, reading) : formatFileName(file, reading);
  return {
    task,
    userId,
    playlist,
    mp4,
    playlistName: nameOf(playlist),
    mp4Name: nameOf(mp4),
    cacheName: formatCacheFile(mp4, reading),
    vodFileId: freshDigits(`${taskId}/${symbol}`, 19),
  };
}

function sourceOf({ mode, media = 'main' }: FileSpec, userId: string): Mp4Source {
  return mode === 'mixed' ? { mode } : { mode: 'single', userId, mediaId: media };
}

function streamOf({ mode, media = 'main', track = 'audio' }: FileSpec, userId: string): TrtcStream {
  return mode === 'mixed' ? { mode } : { mode: 'single', userId, mediaId: media, trackType: track };
}

/**
 * The story's callback number `index` as the service would send it.
 * @throws RangeError for an event or file that the story does not have.
 */
export function storyCallback(
  story: Story,
  index: number,
  binding: StoryBinding,
  { occurredAtMs, sentAtMs }: StoryMoment,
): TrtcCallback {
  const [what, type, code = 0] = story.events[index] ?? [];
  if (what === undefined || type === undefined) {
    throw new RangeError(`story "${story.title}" has no event ${String(index)}`);
  }
  const isOfFile = type === 304 || type === 307 || type === 310 || type === 311;
  const file = isOfFile ? bindFile(story, what, binding) : undefined;
  const task = file?.task ?? bindTask(story, what, binding);
  return {
    callbackTsMs: sentAtMs,
    roomId: task.roomId,
    eventTsSeconds: Math.floor(occurredAtMs / 1000),
    eventMsTsMs: occurredAtMs,
    robotId: task.robotId,
    taskId: task.taskId,
    event: file === undefined ? taskEvent(type, code) : fileEvent(type, code, file),
  };
}

const statusKinds = {
  301: 'recorder-start',
  303: 'upload-start',
  305: 'upload-stop',
  306: 'failover',
  312: 'vod-stop',
} as const;

function taskEvent(type: number, code: number): TrtcEvent {
  switch (type) {
    case 301:
    case 303:
    case 305:
    case 306:
    case 312:
      return { kind: statusKinds[type], status: code };
    case 302:
      return { kind: 'recorder-stop', leaveCode: code };
    case 308:
      return { kind: 'upload-error', code: 'AccessDenied', message: 'Access Denied.' };
    case 309:
      return { kind: 'download-image-error', url: 'https://example.com/background.png' };
    default:
      return { kind: 'unknown', eventType: type, payload: {} };
  }
}

function fileEvent(type: number, status: number, file: BoundFile): TrtcEvent {
  const { task, userId, mp4 } = file;
  const mediaId = mp4.stream.mode === 'mixed' ? 'mix' : mp4.stream.mediaId;
  const startMs = task.startMs;
  const endMs = startMs + recordedMs;
  switch (type) {
    case 304:
      return { kind: 'file-info', fileNames: [file.playlistName] };
    case 307: {
      const { stream } = file.playlist;
      const trackType = stream.mode === 'mixed' ? 'audio_video' : stream.trackType;
      return {
        kind: 'file-slice',
        fileName: file.playlistName,
        userId,
        trackType,
        beginMs: startMs,
      };
    }
    case 310: {
      const details = { userId, trackType: 'audio_video', mediaId, startMs, endMs } as const;
      return { kind: 'mp4-stop', status, files: [{ fileName: file.mp4Name, details }] };
    }
    default:
      return { kind: 'vod-commit', status, userId, trackType: 'audio_video', ...commit() };
  }

  function commit(): Omit<
    Extract<TrtcEvent, { kind: 'vod-commit' }>,
    'kind' | 'status' | 'userId' | 'trackType'
  > {
    if (status !== 0) {
      return {
        errorMessage: 'upload failed',
        cacheFile: file.cacheName,
        mediaId: undefined,
        fileId: undefined,
        videoUrl: undefined,
        startMs: undefined,
        endMs: undefined,
      };
    }
    const { vodFileId: fileId } = file;
    const videoUrl = `https://1500000000.vod2.myqcloud.com/record/${fileId}/f0.mp4`;
    return {
      errorMessage: undefined,
      cacheFile: file.cacheName,
      mediaId,
      fileId,
      videoUrl,
      startMs,
      endMs,
    };
  }
}
