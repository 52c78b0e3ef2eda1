import type { TrtcCallback } from './callback.ts';
import {
  fileStatuses,
  moduleStatuses,
  uploadStatuses,
  type Mp4StopEvent,
  type VodCommitEvent,
} from './event.ts';
import { eventTimeMs } from './event-time.ts';
import type { FileTruth, ModuleTruth, TaskTruth, UploadTruth } from './task-truth.ts';

/** What one callback tells of its task; a status that no document names tells nothing. */
export function factsOf(callback: TrtcCallback): Partial<TaskTruth> {
  const { event } = callback;
  switch (event.kind) {
    case 'recorder-start':
      return { start: moduleTruth(event.status) };
    case 'recorder-stop':
      return { leaveCodes: [event.leaveCode] };
    case 'upload-start':
      return { uploadStart: moduleTruth(event.status) };
    case 'file-info':
      return {
        playlists: distinct(event.fileNames).map((name) => ({
          name,
          isUploaded: true,
          slice: undefined,
        })),
      };
    case 'upload-stop':
      return { upload: uploadTruth(event.status) };
    case 'failover':
      return { failovers: [eventTimeMs(callback)] };
    case 'file-slice': {
      const { fileName: name, userId, trackType, beginMs } = event;
      return { playlists: [{ name, isUploaded: false, slice: { userId, trackType, beginMs } }] };
    }
    case 'upload-error':
      return { uploadErrors: [{ code: event.code, message: event.message }] };
    case 'download-image-error':
      return { imageErrors: [event.url] };
    case 'mp4-stop':
      return mp4Facts(event);
    case 'vod-commit':
      return vodFacts(event);
    case 'vod-stop':
      return { vodStop: moduleTruth(event.status) };
    case 'unknown':
      return {};
  }
}

function mp4Facts({ status, files }: Mp4StopEvent): Partial<TaskTruth> {
  if (files.length === 0) {
    return { isConversionFailed: status !== fileStatuses.stored };
  }
  const told = new Map(files.map((file) => [file.fileName, file.details]));
  return {
    mp4Files: [...told].map(([name, details]) => ({ name, status: fileTruth(status), details })),
  };
}

function vodFacts(event: VodCommitEvent): Partial<TaskTruth> {
  const { userId, trackType, mediaId, fileId, videoUrl } = event;
  const name = event.cacheFile ?? fileId ?? '';
  const status = fileTruth(event.status);
  return { vodFiles: [{ name, status, userId, trackType, mediaId, fileId, videoUrl }] };
}

function moduleTruth(status: number): ModuleTruth {
  switch (status) {
    case moduleStatuses.succeeded:
      return 'succeeded';
    case moduleStatuses.failed:
      return 'failed';
    default:
      return 'unknown';
  }
}

function uploadTruth(status: number): UploadTruth {
  switch (status) {
    case uploadStatuses.stored:
    case uploadStatuses.recovered:
      return 'stored';
    case uploadStatuses.left:
      return 'left';
    default:
      return 'unknown';
  }
}

function fileTruth(status: number): FileTruth {
  switch (status) {
    case fileStatuses.stored:
      return 'stored';
    case fileStatuses.left:
      return 'left';
    case fileStatuses.failed:
      return 'failed';
    default:
      return 'unknown';
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
