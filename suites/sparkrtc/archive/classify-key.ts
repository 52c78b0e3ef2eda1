import {
  formatInKeys,
  matchPattern,
  parseObjectKey,
  readStreamName,
  recordingExtensions,
  segmentExtension,
  type RecordingKeyReading,
  type RecordFormat,
  type SparkReading,
} from '#contracts/sparkrtc/index.ts';
import { isLeftover } from '../../archive/leftovers.ts';
import type { Declared } from './declared.ts';

/** What an object's key makes of it, for one application. Each key has exactly one class. */
export type KeyClass =
  /** A playlist or MP4 file that is named by the pattern. */
  | { readonly kind: 'recording'; readonly name: RecordingKeyReading }
  /** A media segment in the application's part of the bucket; which playlist lists it, only the playlists know. */
  | { readonly kind: 'segment' }
  /** A recording's name but for the case of its last letters. */
  | { readonly kind: 'miscased'; readonly extension: string }
  /** A recording's name but for a time that no calendar has. */
  | { readonly kind: 'impossible-time'; readonly text: string }
  /** Folder and file are each named by the pattern, but not as one recording. */
  | { readonly kind: 'misplaced' }
  /** A recording of a format that the rule does not have. */
  | { readonly kind: 'other-format'; readonly format: RecordFormat }
  /** Looks like a recording of the application, but the pattern makes no such name; `dialect` is one that would. */
  | {
      readonly kind: 'malformed';
      readonly format: RecordFormat;
      readonly reason: string;
      readonly dialect: string | undefined;
    }
  /** Looks like a recording, outside of the application's part of the bucket: under another rule it may be one. */
  | { readonly kind: 'elsewhere'; readonly reason: string }
  /** A recording of another application in a shared bucket. */
  | { readonly kind: 'other-application' }
  /** What interrupted transfers, editors and desktops leave behind. */
  | { readonly kind: 'leftover' }
  /** An empty object with which consoles show an empty folder. */
  | { readonly kind: 'folder-marker' }
  | { readonly kind: 'foreign'; readonly reason: string };

/** Whether the object is, or may be, a recording or segment of the application. */
export function isOwn({ kind }: KeyClass): boolean {
  return (
    kind !== 'other-application' &&
    kind !== 'leftover' &&
    kind !== 'folder-marker' &&
    kind !== 'foreign'
  );
}

/** Classifies a key relative to the bucket's root by the pattern in force. */
export function classifyKey(key: string, declared: Declared): KeyClass {
  const { appId, layout, reading } = declared;
  const fileName = key.slice(key.lastIndexOf('/') + 1);
  if (fileName === '') {
    return { kind: 'folder-marker' };
  }
  const parsed = parseObjectKey(key, appId, layout, reading);
  if (parsed.kind === 'recording') {
    return { kind: 'recording', name: parsed };
  }
  if (isLeftover(fileName)) {
    return { kind: 'leftover' };
  }
  const extension = extensionOf(fileName);
  if (extension === undefined) {
    return { kind: 'foreign', reason: 'It is neither a playlist nor a segment nor an MP4 file.' };
  }
  if (parsed.kind !== 'segment' && isOtherApplication(key, extension, declared)) {
    return { kind: 'other-application' };
  }
  if (extension.lower === segmentExtension) {
    return parsed.kind === 'segment' || isInOwnArea(key, declared)
      ? { kind: 'segment' }
      : { kind: 'elsewhere', reason: reasonOf(parsed) };
  }
  return classifyMisnamed(key, extension, reasonOf(parsed), declared);
}

interface Extension {
  /** As it is spelt. */
  readonly text: string;
  readonly lower: string;
  /** Undefined for segments. */
  readonly format: RecordFormat | undefined;
}

function extensionOf(fileName: string): Extension | undefined {
  const text = /\.[a-z\d]+$/iu.exec(fileName)?.[0] ?? '';
  const lower = text.toLowerCase();
  const format = (['HLS', 'MP4'] as const).find((one) => recordingExtensions[one] === lower);
  return format === undefined && lower !== segmentExtension ? undefined : { text, lower, format };
}

function reasonOf(parsed: ReturnType<typeof parseObjectKey>): string {
  return parsed.kind === 'foreign' ? parsed.reason : '';
}

/** A playlist or MP4 file that the pattern does not make: how far is it from one? */
function classifyMisnamed(
  key: string,
  { text, lower, format = 'HLS' }: Extension,
  reason: string,
  declared: Declared,
): KeyClass {
  const { appId, layout, reading } = declared;
  const isRecording = (candidate: string, taken: SparkReading = reading): boolean =>
    parseObjectKey(candidate, appId, layout, taken).kind === 'recording';
  const stem = key.slice(0, -text.length);
  if (text !== lower && isRecording(stem + lower)) {
    return { kind: 'miscased', extension: text };
  }
  const time = /\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}/u.exec(stem)?.[0];
  if (time !== undefined && isRecording(key.replaceAll(time, '2020-01-01-00-00-00'))) {
    return { kind: 'impossible-time', text: time };
  }
  if (layout.patterns[format] === undefined) {
    return { kind: 'other-format', format };
  }
  if (isSplit(stem, format, declared)) {
    return { kind: 'misplaced' };
  }
  if (!isInOwnArea(key, declared)) {
    return { kind: 'elsewhere', reason };
  }
  const formatCase = reading.formatCase === 'upper' ? 'lower' : 'upper';
  const isOtherCase = isRecording(key, { ...reading, formatCase });
  const dialect = isOtherCase && formatCase === 'lower' ? 'spark-format-lower' : undefined;
  return { kind: 'malformed', format, reason, dialect };
}

/** Whether folder and file name are each made by their part of the pattern, so that only together they make none. */
function isSplit(
  stem: string,
  format: RecordFormat,
  { appId, layout, reading }: Declared,
): boolean {
  const pattern = layout.patterns[format] ?? '';
  const base = layout.storagePath === '' ? '' : `${layout.storagePath}/`;
  const name = stem.slice(base.length);
  const [cut, patternCut] = [name.lastIndexOf('/'), pattern.lastIndexOf('/')];
  const known = { app_id: appId, record_format: formatInKeys(format, reading) };
  const isMade = (part: string, text: string): boolean => {
    const match = matchPattern(part, text, known);
    const { stream, fileStartTime } = match ?? {};
    return (
      match !== undefined &&
      (stream === undefined || readStreamName(stream, { appId }).length > 0) &&
      (fileStartTime === undefined || /^\d{4}(?:-\d{2}){5}$/u.test(fileStartTime))
    );
  };
  return (
    stem.startsWith(base) &&
    cut > 0 &&
    patternCut > 0 &&
    isMade(pattern.slice(0, patternCut), name.slice(0, cut)) &&
    isMade(pattern.slice(patternCut + 1), name.slice(cut + 1))
  );
}

/**
 * The folders below which all files of the application lie, each with its slash: the storage path and those first folders
 * of a pattern that are the same for all its files.
 */
function ownAreas({ appId, layout: { storagePath, patterns } }: Declared): readonly string[] {
  return Object.values(patterns).map((pattern) => {
    const folders = pattern.split('/').slice(0, -1);
    const open = folders.findIndex((folder) => folder.replaceAll('{app_id}', '').includes('{'));
    const fixed = open < 0 ? folders : folders.slice(0, open);
    return [...(storagePath === '' ? [] : [storagePath]), ...fixed]
      .map((folder) => `${folder.replaceAll('{app_id}', appId)}/`)
      .join('');
  });
}

function isInOwnArea(key: string, declared: Declared): boolean {
  return ownAreas(declared).some((area) => key.startsWith(area));
}

/** Whether the pattern makes this key for another application; only patterns with a folder of the application tell. */
function isOtherApplication(
  key: string,
  { format = 'HLS' }: Extension,
  declared: Declared,
): boolean {
  const { appId, layout, reading } = declared;
  const base = layout.storagePath === '' ? 0 : layout.storagePath.split('/').length;
  const place = layout.patterns[format]?.split('/').indexOf('{app_id}') ?? -1;
  const other = place < 0 ? '' : (key.split('/')[base + place] ?? '');
  return (
    /^[\dA-Za-z]+$/u.test(other) &&
    other !== appId &&
    parseObjectKey(key, other, layout, reading).kind !== 'foreign'
  );
}
