import { encodeCallback, type TrtcCallback } from '#contracts/trtc/callback.ts';
import type { TrtcEvent } from '#contracts/trtc/event.ts';
import { defaultReading, type TrtcReading } from '#contracts/trtc/reading.ts';
import {
  malformedBodies as malformedVariants,
  type FieldType,
  type Malformed,
  type MalformedOptions,
  type RequiredField,
} from '../malformed/malformed.ts';

export type { Malformed, MalformedKind, MalformedOptions } from '../malformed/malformed.ts';

/**
 * Every malformed variant of a callback, plainest first; burdens are last. What some reading of the documents permits
 * (a number as a string of digits, a 311 without `Status`) is never among them.
 */
export function malformedBodies(
  callback: TrtcCallback,
  options: MalformedOptions = {},
  reading: TrtcReading = defaultReading,
): readonly Malformed[] {
  const genuine = encodeCallback(callback, reading, { style: 'compact' });
  const fields = [...envelope, ...payloadFields(callback.event, reading)];
  return malformedVariants({ genuine, fields, textField: 'TaskId' }, options);
}

const envelope: readonly RequiredField[] = [
  { path: ['EventGroupId'], types: ['integer'] },
  { path: ['EventType'], types: ['integer'] },
  { path: ['CallbackTs'], types: ['integer'] },
  { path: ['EventInfo'], types: ['object'] },
  { path: ['EventInfo', 'RoomId'], types: ['text', 'integer'] },
  { path: ['EventInfo', 'EventTs'], types: ['text', 'integer'] },
  { path: ['EventInfo', 'UserId'], types: ['text'] },
  { path: ['EventInfo', 'TaskId'], types: ['text'] },
];

function field(path: readonly string[], ...types: RequiredField['types']): RequiredField {
  return { path: ['EventInfo', 'Payload', ...path], types };
}

/** Required members of `Payload`; of an unknown event none is. */
function payloadFields(event: TrtcEvent, reading: TrtcReading): readonly RequiredField[] {
  const payload = field([], 'object');
  switch (event.kind) {
    case 'recorder-start':
    case 'upload-start':
    case 'failover':
    case 'vod-stop':
      return [payload, field(['Status'], 'integer')];
    case 'upload-stop':
      return [payload, field([reading.uploadStopField], 'integer')];
    case 'recorder-stop':
      return [payload, field(['LeaveCode'], 'integer')];
    case 'file-info':
      return [payload, field(['FileList'], ...fileList)];
    case 'file-slice':
      return [
        payload,
        field(['FileName'], 'text'),
        field(['UserId'], 'text'),
        field(['TrackType'], 'text'),
        field(['BeginTimeStamp'], 'integer', 'text'),
      ];
    case 'upload-error':
      return [payload, field(['Code'], 'text'), field(['Message'], 'text')];
    case 'download-image-error':
      return [payload, field(['Url'], 'text')];
    case 'mp4-stop':
      // Without a stored file there need be no list.
      return [
        payload,
        field(['Status'], 'integer'),
        ...(event.status === 0 ? [field(['FileList'], ...fileList)] : []),
      ];
    case 'vod-commit':
      return [payload, ...vodFields(event.status === 0, reading)];
    case 'unknown':
      return [];
  }
}

/** One name, or a list of names: the pages say both, and of either event. */
const fileList: readonly [FieldType, FieldType] = ['text', 'list'];

function vodFields(isStored: boolean, { vodCommit }: TrtcReading): readonly RequiredField[] {
  const nested = vodCommit === 'nested';
  const at = (name: string): readonly string[] => (nested ? ['TencentVod', name] : [name]);
  const stored = ['MediaId', 'FileId', 'VideoUrl'];
  return [
    ...(nested || !isStored ? [field(['Status'], 'integer')] : []),
    ...(nested ? [field(['TencentVod'], 'object')] : []),
    ...['UserId', 'TrackType', ...(isStored ? stored : ['CacheFile'])].map((name) =>
      field(at(name), 'text'),
    ),
  ];
}
