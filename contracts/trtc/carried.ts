import type { TrtcCallback } from './callback.ts';
import type { Mp4StopEvent, TrtcEvent, VodCommitEvent } from './event.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/**
 * What of a callback a reading can say: that is what `decodeCallback` finds in the body that `encodeCallback` writes.
 * The default reading carries everything, under others members and milliseconds fall away.
 */
export function carriedBy(
  callback: TrtcCallback,
  reading: TrtcReading = defaultReading,
): TrtcCallback {
  return {
    ...callback,
    roomId: reading.roomIds === 'string' ? String(callback.roomId) : callback.roomId,
    eventMsTsMs: reading.edition === '2022' ? undefined : callback.eventMsTsMs,
    event: carriedEvent(callback.event, reading),
  };
}

function carriedEvent(event: TrtcEvent, reading: TrtcReading): TrtcEvent {
  switch (event.kind) {
    case 'mp4-stop':
      return carriedMp4Stop(event, reading);
    case 'vod-commit':
      return carriedVodCommit(event, reading);
    case 'recorder-start':
    case 'recorder-stop':
    case 'upload-start':
    case 'file-info':
    case 'upload-stop':
    case 'failover':
    case 'file-slice':
    case 'upload-error':
    case 'download-image-error':
    case 'vod-stop':
    case 'unknown':
      return event;
  }
}

function carriedMp4Stop(event: Mp4StopEvent, { edition }: TrtcReading): Mp4StopEvent {
  return edition === '2022'
    ? { ...event, files: event.files.map(({ fileName }) => ({ fileName, details: undefined })) }
    : event;
}

function carriedVodCommit(event: VodCommitEvent, reading: TrtcReading): VodCommitEvent {
  if (reading.edition === '2022') {
    const cacheFile = event.status === 0 ? undefined : event.cacheFile;
    return { ...event, cacheFile, startMs: undefined, endMs: undefined };
  }
  if (reading.vodCommit === 'flat-sample') {
    return { ...event, startMs: wholeSeconds(event.startMs), endMs: wholeSeconds(event.endMs) };
  }
  return event;
}

function wholeSeconds(timeMs: number | undefined): number | undefined {
  return timeMs === undefined ? undefined : Math.floor(timeMs / 1000) * 1000;
}
