import type { JsonFields } from '../json-fields.ts';
import { mediaIds, trackTypes, type VodCommitEvent } from './event.ts';
import { oneOf } from './one-of.ts';

/**
 * Reads the payload of a 311: its members inside `TencentVod` or beside `Status`. A flat one may begin with
 * `BeginTimeStamp` in seconds, and where it names a stored file it may have no `Status`.
 */
export function decodeVodCommit(payload: JsonFields): VodCommitEvent {
  const nested = payload.has('TencentVod');
  const file = nested ? payload.object('TencentVod') : payload;
  const silent = !nested && !payload.has('Status') && file.has('FileId');
  const status = silent ? 0 : payload.integer('Status');
  const stored = status === 0;
  const start = file.has('StartTimeStamp') ? 'StartTimeStamp' : 'BeginTimeStamp';
  return {
    kind: 'vod-commit',
    status,
    errorMessage: textIn(payload, 'Errmsg', false),
    userId: file.text('UserId'),
    trackType: oneOf(file, 'TrackType', trackTypes),
    mediaId: stored || file.has('MediaId') ? oneOf(file, 'MediaId', mediaIds) : undefined,
    fileId: textIn(file, 'FileId', stored),
    videoUrl: textIn(file, 'VideoUrl', stored),
    cacheFile: textIn(file, 'CacheFile', !stored),
    startMs: timeIn(file, start),
    endMs: timeIn(file, 'EndTimeStamp'),
  };
}

function textIn(fields: JsonFields, name: string, isRequired: boolean): string | undefined {
  return isRequired || fields.has(name) ? fields.text(name) : undefined;
}

/** Below this a time is in seconds: as milliseconds it would lie in 1973, long before there was any recording. */
const millisecondsMin = 100_000_000_000;

function timeIn(fields: JsonFields, name: string): number | undefined {
  if (!fields.has(name)) {
    return undefined;
  }
  const time = fields.integer(name);
  return time < millisecondsMin ? time * 1000 : time;
}
