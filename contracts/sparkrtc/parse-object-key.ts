import { parseCalendarTime } from '../calendar-time.ts';
import type { RecordFormat } from './callback-fields.ts';
import {
  defaultLayout,
  formatInKeys,
  formatOfKey,
  recordingExtensions,
  segmentExtension,
  type KeyLayout,
} from './key-layout.ts';
import { matchPattern, type PatternMatch } from './name-pattern.ts';
import { defaultReading, type SparkReading } from './reading.ts';

/** What stands in a key where the pattern has variables; undefined what the pattern does not have. */
export interface NameReading {
  /** All before the last `/`; empty at the root. */
  readonly folder: string;
  /** Whose stream it is, `readStreamName` says together with a callback's fields. */
  readonly streamName: string | undefined;
  /** The time as it stands in the name. */
  readonly fileTimeText: string | undefined;
  readonly fileTimeSeconds: number | undefined;
}

/** What the key of a playlist or MP4 file says. */
export interface RecordingKeyReading extends NameReading {
  readonly kind: 'recording';
  readonly format: RecordFormat;
}

/** A media segment in a folder where playlists lie; which one it belongs to is the playlists' matter. */
export interface SegmentKeyReading extends NameReading {
  readonly kind: 'segment';
}

/** A key that no recording of this application has. */
export interface ForeignKey {
  readonly kind: 'foreign';
  /** One sentence for people. */
  readonly reason: string;
}

export type KeyReading = RecordingKeyReading | SegmentKeyReading | ForeignKey;

/**
 * Reads an object's key relative to the bucket's root. A key can be read in one way at most, whatever underscores its
 * identifiers have: only whose stream it is may stay open. Times outside the calendar are foreign.
 * @param appId The application whose bucket this is; other applications' keys are foreign where the pattern names it.
 * Clauses `storagePath`, `fileNaming`, `nameVariables`, `nameTimeZone`, `fileExtensions`, `segmentPlace`.
 */
export function parseObjectKey(
  key: string,
  appId: string,
  layout: KeyLayout = defaultLayout,
  reading: SparkReading = defaultReading,
): KeyReading {
  const base = layout.storagePath === '' ? '' : `${layout.storagePath}/`;
  if (!key.startsWith(base)) {
    return foreign(`It does not lie in ${base}.`);
  }
  const isSegment = key.endsWith(segmentExtension);
  const format = isSegment ? 'HLS' : formatOfKey(key);
  if (format === undefined) {
    return foreign('It ends neither as a playlist nor as a segment nor as an MP4 file.');
  }
  const pattern = layout.patterns[format];
  if (pattern === undefined) {
    return foreign(`The rule records no ${format}.`);
  }
  const name = key.slice(base.length);
  const known = { app_id: appId, record_format: formatInKeys(format, reading) };
  const match = isSegment
    ? matchPattern(folderOf(pattern), folderOf(name), known)
    : matchPattern(pattern, name.slice(0, -recordingExtensions[format].length), known);
  if (match === undefined) {
    return foreign(
      isSegment
        ? 'It lies in no folder of a playlist.'
        : `It is not named by the pattern ${pattern} with the application ${appId} and the format ${known.record_format}.`,
    );
  }
  return withTime(match, folderOf(key), isSegment ? undefined : format, reading);
}

function withTime(
  { stream, fileStartTime }: PatternMatch,
  folder: string,
  format: RecordFormat | undefined,
  reading: SparkReading,
): KeyReading {
  const fileTimeSeconds =
    fileStartTime === undefined
      ? undefined
      : parseCalendarTime(fileStartTime, reading.nameZoneHours);
  if (fileStartTime !== undefined && fileTimeSeconds === undefined) {
    return foreign(`${fileStartTime} is not a time.`);
  }
  const name = { folder, streamName: stream, fileTimeText: fileStartTime, fileTimeSeconds };
  return format === undefined
    ? { kind: 'segment', ...name }
    : { kind: 'recording', format, ...name };
}

/** All before the last slash; empty where there is none. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function foreign(reason: string): ForeignKey {
  return { kind: 'foreign', reason };
}
