import type { CallbackIssue } from '../json-body.ts';
import { JsonFields } from '../json-fields.ts';
import { isJsonObject, type Json } from '../json.ts';
import { decodeVodCommit } from './decode-vod-commit.ts';
import { eitherInteger } from './either-integer.ts';
import {
  eventKindOf,
  mediaIds,
  trackTypes,
  type Mp4Details,
  type Mp4File,
  type Mp4StopEvent,
  type TrtcEvent,
} from './event.ts';
import { oneOf } from './one-of.ts';

/**
 * Reads `Payload` of an `EventInfo` for an event type; what is wrong goes to `issues`.
 * @returns A stand-in where there are issues.
 */
export function decodePayload(
  eventType: number,
  info: JsonFields,
  issues: CallbackIssue[],
): TrtcEvent {
  const kind = eventKindOf(eventType);
  if (kind === undefined) {
    return { kind: 'unknown', eventType, payload: info.value('Payload') };
  }
  const payload = info.object('Payload');
  switch (kind) {
    case 'recorder-start':
    case 'upload-start':
    case 'failover':
    case 'vod-stop':
      return { kind, status: payload.integer('Status') };
    case 'recorder-stop':
      return { kind, leaveCode: payload.integer('LeaveCode') };
    case 'upload-stop': {
      const byCode = !payload.has('Status') && payload.has('LeaveCode');
      return { kind, status: payload.integer(byCode ? 'LeaveCode' : 'Status') };
    }
    case 'file-info':
      return { kind, fileNames: fileListIn(payload, true) };
    case 'file-slice':
      return {
        kind,
        fileName: payload.text('FileName'),
        userId: payload.text('UserId'),
        trackType: oneOf(payload, 'TrackType', trackTypes),
        beginMs: eitherInteger(payload, 'BeginTimeStamp'),
      };
    case 'upload-error':
      return { kind, code: payload.text('Code'), message: payload.text('Message') };
    case 'download-image-error':
      return { kind, url: payload.text('Url') };
    case 'mp4-stop':
      return decodeMp4Stop(payload, issues);
    case 'vod-commit':
      return decodeVodCommit(payload);
  }
}

/** File names as one string or a list of strings. */
function fileListIn(payload: JsonFields, isRequired: boolean): readonly string[] {
  const value = payload.value('FileList');
  if (value === undefined && !isRequired) {
    return [];
  }
  const items: readonly Json[] = isList(value) ? value : [value ?? null];
  const names = items.filter((item) => typeof item === 'string');
  const isEmpty = isRequired && names.length === 0;
  if (names.length !== items.length || names.includes('') || isEmpty) {
    payload.report('FileList', `a file name or a list of ${isRequired ? 'at least one' : 'them'}`);
    return [];
  }
  return names;
}

function decodeMp4Stop(payload: JsonFields, issues: CallbackIssue[]): Mp4StopEvent {
  const status = payload.integer('Status');
  const listed = fileListIn(payload, status === 0);
  const messages = fileMessagesIn(payload, issues);
  const told = new Map(messages.map((file) => [file.fileName, file]));
  return {
    kind: 'mp4-stop',
    status,
    files: [
      ...listed.map((fileName) => told.get(fileName) ?? { fileName, details: undefined }),
      ...messages.filter(({ fileName }) => !listed.includes(fileName)),
    ],
  };
}

function fileMessagesIn(payload: JsonFields, issues: CallbackIssue[]): readonly Mp4File[] {
  const value = payload.value('FileMessage');
  if (value === undefined) {
    return [];
  }
  if (!isList(value) || !value.every((item) => isJsonObject(item))) {
    payload.report('FileMessage', 'a list of objects');
    return [];
  }
  return value.filter(isJsonObject).map((item, index) => {
    const path = `$.EventInfo.Payload.FileMessage[${index}]`;
    const fields = new JsonFields(path, item, issues);
    return { fileName: fields.text('FileName'), details: mp4DetailsIn(fields) };
  });
}

function mp4DetailsIn(fields: JsonFields): Mp4Details {
  return {
    userId: fields.text('UserId'),
    trackType: oneOf(fields, 'TrackType', trackTypes),
    mediaId: oneOf(fields, 'MediaId', mediaIds),
    startMs: fields.integer('StartTimeStamp'),
    endMs: fields.integer('EndTimeStamp'),
  };
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
