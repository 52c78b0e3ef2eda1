import { formatCalendarTime } from '../calendar-time.ts';
import type { RecordFormat } from './callback-fields.ts';
import {
  defaultLayout,
  formatInKeys,
  recordingExtensions,
  segmentExtension,
  type KeyLayout,
} from './key-layout.ts';
import { expandPattern } from './name-pattern.ts';
import { defaultReading, type SparkReading } from './reading.ts';

export * from './key-layout.ts';
export * from './parse-object-key.ts';

/** One recording: all that its key says. An HLS recording is its playlist. */
export interface SparkFile {
  readonly appId: string;
  readonly format: RecordFormat;
  /** As callbacks carry it. */
  readonly streamName: string;
  /** Unix seconds at which the file was generated: after its first frame, not after its last. */
  readonly fileTimeSeconds: number;
}

/**
 * The key of a playlist or MP4 file relative to the bucket's root, as `obs_object` carries it.
 * @throws RangeError for empty names, a format that the layout does not record, and times outside 1970 to 9999.
 * Clauses `storagePath`, `fileNaming`, `nameVariables`, `nameTime`, `nameTimeZone`, `fileExtensions`.
 */
export function formatObjectKey(
  file: SparkFile,
  layout: KeyLayout = defaultLayout,
  reading: SparkReading = defaultReading,
): string {
  const pattern = layout.patterns[file.format];
  if (pattern === undefined) {
    throw new RangeError(`The rule records no ${file.format}.`);
  }
  if (file.appId === '' || file.streamName === '') {
    throw new RangeError('The application id or the stream name is empty.');
  }
  const name = expandPattern(pattern, {
    app_id: file.appId,
    record_format: formatInKeys(file.format, reading),
    stream: file.streamName,
    file_start_time: formatCalendarTime(file.fileTimeSeconds, reading.nameZoneHours),
  });
  const folder = layout.storagePath === '' ? '' : `${layout.storagePath}/`;
  return folder + name + recordingExtensions[file.format];
}

/**
 * A key for a media segment of a playlist, from 0: the documents name none, so this is one way of many, and readers
 * take segments from the playlist. Clause `segmentPlace`.
 * @throws RangeError for a key that is no playlist's and for an index that is no natural number.
 */
export function formatSegmentKey(playlistKey: string, index: number): string {
  if (!playlistKey.endsWith(recordingExtensions.HLS)) {
    throw new RangeError(`${playlistKey} is not the key of a playlist.`);
  }
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new RangeError(`The segment number ${String(index)} is not a natural number.`);
  }
  const stem = playlistKey.slice(0, -recordingExtensions.HLS.length);
  return `${stem}_${String(index).padStart(5, '0')}${segmentExtension}`;
}
