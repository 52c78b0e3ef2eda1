import {
  fileStatuses,
  moduleStatuses,
  type Mp4File,
  type Mp4StopEvent,
  type VodCommitEvent,
} from './event.ts';
import { limits } from './limits.ts';
import type { TrtcMp4, TrtcTask } from './prediction.ts';
import type { TrtcReading } from './reading.ts';
import type { ToldEvent } from './task-callbacks.ts';
import { isToldAsVod, vodFileId } from './task-files.ts';

/**
 * The results of a task, from a time on: 310 for MP4 files in COS, 311 for files in VOD and of automatic recording, and
 * 312 at the end of a task to VOD.
 */
export function toldResults(
  task: TrtcTask,
  fromMs: number,
  reading: TrtcReading,
): readonly ToldEvent[] {
  if (task.plan.trouble === 'start-fails') {
    return [];
  }
  return isToldAsVod(task.plan, reading)
    ? toldVod(task, fromMs)
    : toldMp4(task, fromMs, reading.mp4Events);
}

function toldMp4(
  { plan, mp4Files, playlists }: TrtcTask,
  fromMs: number,
  events: TrtcReading['mp4Events'],
): readonly ToldEvent[] {
  if (!plan.params.mp4 || playlists.length === 0) {
    return [];
  }
  if (mp4Files.length === 0) {
    const event: Mp4StopEvent = { kind: 'mp4-stop', status: fileStatuses.failed, files: [] };
    return [{ atMs: fromMs, event, objectKeys: [] }];
  }
  const status = fileStatusOf(plan.trouble === 'conversion-left', false);
  const groups = events === 'all-in-one' ? [mp4Files] : mp4Files.map((file) => [file]);
  return groups.map((group, index) => ({
    atMs: fromMs + index * limits.conversionPauseMsTypical,
    event: { kind: 'mp4-stop', status, files: group.map(toMp4File) },
    objectKeys: group.map(({ objectKey }) => objectKey),
  }));
}

function toMp4File({ announcedName, file, trackType, beginMs, endMs }: TrtcMp4): Mp4File {
  const { stream } = file;
  return {
    fileName: announcedName,
    details: {
      userId: stream.mode === 'mixed' ? '' : stream.userId,
      trackType,
      mediaId: stream.mode === 'mixed' ? 'mix' : stream.mediaId,
      startMs: beginMs,
      endMs,
    },
  };
}

/** One 311 for each file; a task to VOD ends with 312, an automatic one to COS with its last file. */
function toldVod({ plan, mp4Files }: TrtcTask, fromMs: number): readonly ToldEvent[] {
  const { trouble } = plan;
  const stays = trouble === 'conversion-left' || trouble === 'upload-lost';
  const fails = trouble === 'conversion-fails' || trouble === 'storage-refuses';
  const fileStatus = fileStatusOf(stays, fails);
  const told: ToldEvent[] = mp4Files.map((mp4, index) => ({
    atMs: fromMs + index * limits.conversionPauseMsTypical,
    event: vodCommit(mp4, fileStatus),
    objectKeys: [mp4.objectKey],
  }));
  if (plan.params.storage === 'vod') {
    const isBad = fileStatus !== fileStatuses.stored && mp4Files.length > 0;
    const status = isBad ? moduleStatuses.failed : moduleStatuses.succeeded;
    const atMs = fromMs + mp4Files.length * limits.conversionPauseMsTypical;
    told.push({ atMs, event: { kind: 'vod-stop', status }, objectKeys: [] });
  }
  return told;
}

function fileStatusOf(stays: boolean, fails: boolean): number {
  if (fails) {
    return fileStatuses.failed;
  }
  return stays ? fileStatuses.left : fileStatuses.stored;
}

function vodCommit(mp4: TrtcMp4, status: number): VodCommitEvent {
  const { stream } = mp4.file;
  const userId = stream.mode === 'mixed' ? '' : stream.userId;
  const { trackType, announcedName: cacheFile } = mp4;
  const fileId = vodFileId(mp4);
  const common = { kind: 'vod-commit', status, userId, trackType, cacheFile } as const;
  return status === fileStatuses.stored
    ? {
        ...common,
        errorMessage: undefined,
        mediaId: stream.mode === 'mixed' ? 'mix' : stream.mediaId,
        fileId,
        videoUrl: `https://vod.example/${fileId}/playback.mp4`,
        startMs: mp4.beginMs,
        endMs: mp4.endMs,
      }
    : {
        ...common,
        errorMessage: 'The file could not be stored.',
        mediaId: undefined,
        fileId: undefined,
        videoUrl: undefined,
        startMs: undefined,
        endMs: undefined,
      };
}
