import type { TrtcCallback } from './callback.ts';
import { moduleStatuses, uploadStatuses, type TrtcEvent } from './event.ts';
import { limits } from './limits.ts';
import type { PredictedCallback, TrtcPlaylist, TrtcTask } from './prediction.ts';
import type { TrtcReading } from './reading.ts';
import type { TrtcTaskPlan, TrtcTrouble } from './session.ts';
import { isToldAsVod } from './task-files.ts';
import { toldResults } from './task-results.ts';

/** An event of a task, before it is a callback. Unix milliseconds. */
export interface ToldEvent {
  readonly atMs: number;
  readonly event: TrtcEvent;
  readonly objectKeys: readonly string[];
}

/**
 * The callbacks of one task in the order of their events; of those of one instant, causes stand before effects.
 * Clauses `recorderStart` to `vodStop`, `storageOfEvents`.
 * @param startMs Unix milliseconds at which the session's offsets are 0.
 */
export function callbacksOf(
  task: TrtcTask,
  startMs: number,
  reading: TrtcReading,
): readonly PredictedCallback[] {
  const told = [
    ...toldBeginning(task, reading),
    ...toldProgress(task, startMs),
    ...toldPlaylists(task, reading),
    ...toldEnd(task),
    ...toldUpload(task),
    ...toldResults(task, resultsFromMs(task), reading),
  ];
  return told
    .sort((a, b) => a.atMs - b.atMs)
    .map((one) => ({
      callback: toCallback(task.plan, one),
      occurredAtMs: one.atMs,
      objectKeys: one.objectKeys,
    }));
}

function toCallback(plan: TrtcTaskPlan, { atMs, event }: ToldEvent): TrtcCallback {
  return {
    callbackTsMs: atMs + limits.notificationMsTypical,
    roomId: plan.room,
    eventTsSeconds: Math.floor(atMs / 1000),
    eventMsTsMs: atMs,
    robotId: plan.robotId,
    taskId: plan.taskId,
    event,
  };
}

function tell(atMs: number, event: TrtcEvent, objectKeys: readonly string[] = []): ToldEvent {
  return { atMs, event, objectKeys };
}

/** 301, and for COS 303. */
function toldBeginning({ plan, beginMs }: TrtcTask, reading: TrtcReading): readonly ToldEvent[] {
  const { trouble } = plan;
  const started = trouble === 'start-fails' ? moduleStatuses.failed : moduleStatuses.succeeded;
  const told = [tell(beginMs, { kind: 'recorder-start', status: started })];
  if (plan.params.storage === 'vod' || trouble === 'start-fails') {
    return told;
  }
  const refused = trouble === 'storage-refuses';
  const status = refused ? moduleStatuses.failed : moduleStatuses.succeeded;
  told.push(tell(beginMs, { kind: 'upload-start', status }));
  if (refused && reading.edition === '2022') {
    const code = 'InvalidParameter';
    told.push(tell(beginMs, { kind: 'upload-error', code, message: 'AccessKey invalid' }));
  }
  return told;
}

/** 306 and 309. */
function toldProgress(task: TrtcTask, startMs: number): readonly ToldEvent[] {
  if (task.plan.trouble === 'start-fails') {
    return [];
  }
  const images = task.plan.imageErrors
    .map(({ at, url }) => ({ atMs: startMs + at, url }))
    .filter(({ atMs }) => atMs >= task.beginMs && atMs < task.endMs);
  return [
    ...task.recoveredAtMs.map((atMs) =>
      tell(atMs, { kind: 'failover', status: moduleStatuses.succeeded }),
    ),
    ...images.map(({ atMs, url }) => tell(atMs, { kind: 'download-image-error', url })),
  ];
}

/** 307 when a playlist's first segment is complete, 304 when the playlist is uploaded. */
function toldPlaylists({ plan, playlists }: TrtcTask, reading: TrtcReading): readonly ToldEvent[] {
  if (isToldAsVod(plan, reading)) {
    return [];
  }
  const uploaded = playlists
    .filter(({ isStored }) => isStored)
    .sort((a, b) => firstSegmentEndMs(a) - firstSegmentEndMs(b))
    .slice(0, reading.fileInfoEvents === 'first-only' ? 1 : undefined);
  return [...playlists.map(fileSlice), ...uploaded.map(fileInfo)];
}

function fileSlice(playlist: TrtcPlaylist): ToldEvent {
  const { stream } = playlist.file;
  return tell(
    firstSegmentEndMs(playlist) + limits.sliceMsTypical,
    {
      kind: 'file-slice',
      fileName: playlist.announcedName,
      userId: stream.mode === 'mixed' ? '' : stream.userId,
      trackType: playlist.trackType,
      beginMs: playlist.beginMs,
    },
    [playlist.objectKey],
  );
}

function fileInfo(playlist: TrtcPlaylist): ToldEvent {
  return tell(
    firstSegmentEndMs(playlist) + limits.fileInfoMsTypical,
    { kind: 'file-info', fileNames: [playlist.announcedName] },
    [playlist.objectKey],
  );
}

function firstSegmentEndMs({ segments, beginMs }: TrtcPlaylist): number {
  return segments[0]?.endMs ?? beginMs;
}

/** 302. */
function toldEnd({ plan, endMs, leaveCode }: TrtcTask): readonly ToldEvent[] {
  return plan.trouble === 'start-fails' ? [] : [tell(endMs, { kind: 'recorder-stop', leaveCode })];
}

const uploadEnds: Readonly<Record<Exclude<TrtcTrouble, 'start-fails'>, readonly number[]>> = {
  'storage-refuses': [uploadStatuses.left],
  'upload-delayed': [uploadStatuses.left, uploadStatuses.recovered],
  'upload-lost': [uploadStatuses.left],
  'conversion-left': [uploadStatuses.stored],
  'conversion-fails': [uploadStatuses.stored],
};

/** 305, for COS: once, or again when what was left behind has been stored. */
function toldUpload({ plan, endMs }: TrtcTask): readonly ToldEvent[] {
  const { trouble } = plan;
  if (plan.params.storage === 'vod' || trouble === 'start-fails') {
    return [];
  }
  const statuses = trouble === undefined ? [uploadStatuses.stored] : uploadEnds[trouble];
  return statuses.map((status, again) =>
    tell(endMs + limits.uploadMsTypical + again * limits.uploadRecoveryMsTypical, {
      kind: 'upload-stop',
      status,
    }),
  );
}

/** When the conversion to MP4 has its first result. */
function resultsFromMs(task: TrtcTask): number {
  const uploads = toldUpload(task).map(({ atMs }) => atMs);
  return Math.max(task.endMs, ...uploads) + limits.conversionMsTypical;
}
