import { isJsonObject, LosslessNumber, type Json } from '../json.ts';
import type {
  FileInfoEvent,
  FileSliceEvent,
  Mp4File,
  Mp4StopEvent,
  TrtcEvent,
  VodCommitEvent,
} from './event.ts';
import { defaultReading, type TrtcReading } from './reading.ts';

/** Members of a payload in the order of the samples. */
export type PayloadMembers = readonly (readonly [name: string, value: Json])[];

/**
 * The members of `Payload` as a reading spells them. Of what the reading cannot say nothing is written: pass the event
 * through `carriedBy` first, as `encodeCallback` does.
 * @throws RangeError where the reading has no form for the event: several files in a `FileList` that is one string.
 */
export function toPayload(event: TrtcEvent, reading: TrtcReading = defaultReading): PayloadMembers {
  switch (event.kind) {
    case 'recorder-start':
    case 'upload-start':
    case 'failover':
    case 'vod-stop':
      return [['Status', numberOf(event.status)]];
    case 'upload-stop':
      return [[reading.uploadStopField, numberOf(event.status)]];
    case 'recorder-stop':
      return [['LeaveCode', numberOf(event.leaveCode)]];
    case 'file-info':
      return fileInfo(event, reading);
    case 'file-slice':
      return fileSlice(event, reading);
    case 'upload-error':
      return [
        ['Code', event.code],
        ['Message', event.message],
      ];
    case 'download-image-error':
      return [['Url', event.url]];
    case 'mp4-stop':
      return mp4Stop(event, reading);
    case 'vod-commit':
      return vodCommit(event, reading);
    case 'unknown':
      return isJsonObject(event.payload) ? Object.entries(event.payload) : [];
  }
}

function fileInfo(event: FileInfoEvent, reading: TrtcReading): PayloadMembers {
  return [['FileList', fileList(event.fileNames, reading.fileInfoList)]];
}

function fileSlice(event: FileSliceEvent, reading: TrtcReading): PayloadMembers {
  const begin = numberOf(event.beginMs);
  return [
    ['FileName', event.fileName],
    ['UserId', event.userId],
    ['TrackType', event.trackType],
    ['BeginTimeStamp', reading.sliceTime === 'string' ? String(event.beginMs) : begin],
  ];
}

function mp4Stop({ status, files }: Mp4StopEvent, reading: TrtcReading): PayloadMembers {
  const names = files.map(({ fileName }) => fileName);
  const messages = files.flatMap((file) => fileMessage(file));
  return [
    ['Status', numberOf(status)],
    ['FileList', fileList(names, names.length === 0 ? 'array' : reading.mp4List)],
    ...(messages.length === 0 ? [] : [['FileMessage', messages] as const]),
  ];
}

function fileMessage({ fileName, details }: Mp4File): readonly Json[] {
  if (details === undefined) {
    return [];
  }
  return [
    {
      FileName: fileName,
      UserId: details.userId,
      TrackType: details.trackType,
      MediaId: details.mediaId,
      StartTimeStamp: numberOf(details.startMs),
      EndTimeStamp: numberOf(details.endMs),
    },
  ];
}

function fileList(names: readonly string[], shape: 'string' | 'array'): Json {
  const [name, ...others] = names;
  if (shape === 'array') {
    return names;
  }
  if (name === undefined || others.length > 0) {
    throw new RangeError(`A FileList that is one string cannot name ${names.length} files.`);
  }
  return name;
}

function vodCommit(event: VodCommitEvent, { vodCommit: shape }: TrtcReading): PayloadMembers {
  const times =
    shape === 'flat-sample'
      ? ([
          ['BeginTimeStamp', secondsOf(event.startMs)],
          ['EndTimeStamp', secondsOf(event.endMs)],
        ] as const)
      : ([
          ['StartTimeStamp', event.startMs],
          ['EndTimeStamp', event.endMs],
        ] as const);
  const file = present([
    ['UserId', event.userId],
    ['TrackType', event.trackType],
    ['MediaId', event.mediaId],
    ['FileId', event.fileId],
    ['VideoUrl', event.videoUrl],
    ['CacheFile', event.cacheFile],
    ...times,
  ]);
  const silent = shape === 'flat-sample' && event.status === 0;
  const result = present([
    ['Status', silent ? undefined : event.status],
    ['Errmsg', event.errorMessage],
  ]);
  return shape === 'nested'
    ? [...result, ['TencentVod', Object.fromEntries(file)]]
    : [...result, ...file];
}

function secondsOf(timeMs: number | undefined): number | undefined {
  return timeMs === undefined ? undefined : Math.floor(timeMs / 1000);
}

function present(
  members: readonly (readonly [name: string, value: string | number | undefined])[],
): PayloadMembers {
  return members.flatMap(([name, value]) => {
    if (value === undefined) {
      return [];
    }
    return [[name, typeof value === 'number' ? numberOf(value) : value] as const];
  });
}

function numberOf(value: number): Json {
  return new LosslessNumber(String(value));
}
