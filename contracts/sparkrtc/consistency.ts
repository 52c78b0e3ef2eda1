import type { CallbackIssue } from '../json-body.ts';
import {
  callbackFields,
  eventTypes,
  jobOverEvents,
  recordFormats,
  type SparkCallback,
} from './callback-fields.ts';
import { downloadUrlOf } from './download-url.ts';
import { recordingExtensions } from './key-layout.ts';

/**
 * What the fields of one callback say against each other; empty for every callback that the service sends, whichever
 * fields it leaves out. Unknown event types may carry any field, unknown formats any object.
 * Clauses `completedFields`, `recordDuration`, `downloadUrl`, `recordFormat`.
 */
export function findInconsistencies(callback: SparkCallback): readonly CallbackIssue[] {
  return [
    ...misplacedFields(callback),
    ...wrongDuration(callback),
    ...wrongUrl(callback),
    ...wrongExtension(callback),
  ];
}

function misplacedFields(callback: SparkCallback): readonly CallbackIssue[] {
  const tellsNoFile = [eventTypes.fileStarted, ...jobOverEvents].some(
    (event) => event === callback.eventType,
  );
  return tellsNoFile
    ? callbackFields
        .filter(({ events, member }) => events !== 'all' && callback[member] !== undefined)
        .map(({ name }) => ({
          path: `$.${name}`,
          expected: `nothing in ${String(callback.eventType)}`,
          actual: 'a value',
        }))
    : [];
}

/** Both times and the length are whole seconds of something finer. */
const roundedSeconds = 1;

/** A length that its times have no room for; merged pauses may leave less of it. */
function wrongDuration(callback: SparkCallback): readonly CallbackIssue[] {
  const { startSeconds, endSeconds, recordDurationSeconds } = callback;
  if (startSeconds === undefined || endSeconds === undefined) {
    return [];
  }
  if (endSeconds < startSeconds) {
    const actual = `${String(startSeconds - endSeconds)} s before it`;
    return [{ path: '$.end_time', expected: 'a time not before start_time', actual }];
  }
  const seconds = endSeconds - startSeconds;
  return recordDurationSeconds === undefined || recordDurationSeconds <= seconds + roundedSeconds
    ? []
    : [
        {
          path: '$.record_duration',
          expected: `at most ${String(seconds)}, from start_time to end_time`,
          actual: String(recordDurationSeconds),
        },
      ];
}

function wrongUrl(callback: SparkCallback): readonly CallbackIssue[] {
  const { obsLocation, obsBucket, obsObject, downloadUrl } = callback;
  if (
    downloadUrl === undefined ||
    obsLocation === undefined ||
    obsBucket === undefined ||
    obsObject === undefined
  ) {
    return [];
  }
  const expected = downloadUrlOf({ obsLocation, obsBucket, obsObject });
  return downloadUrl === expected
    ? []
    : [
        {
          path: '$.download_url',
          expected: expected ?? 'a URL made of obs_location, which is no URL itself',
          actual: downloadUrl,
        },
      ];
}

function wrongExtension({ recordFormat, obsObject }: SparkCallback): readonly CallbackIssue[] {
  const format = recordFormats.find((known) => known === recordFormat);
  if (format === undefined || obsObject === undefined) {
    return [];
  }
  const extension = recordingExtensions[format];
  return obsObject.endsWith(extension)
    ? []
    : [{ path: '$.obs_object', expected: `a key that ends in ${extension}`, actual: obsObject }];
}
