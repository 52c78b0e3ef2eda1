import {
  defaultReading,
  parseNameTime,
  parseObjectKey,
  type GmeReading,
  type MixedKeyReading,
  type SingleKeyReading,
} from '#contracts/gme/index.ts';
import { isLeftover } from '../../archive/leftovers.ts';

/** What an object's key makes of it, for one application. Each key has exactly one class. */
export type KeyClass =
  /** A name that the naming rule has. */
  | { readonly kind: 'recording'; readonly name: SingleKeyReading | MixedKeyReading }
  /** A recording's name but for the case of its last letters. */
  | { readonly kind: 'miscased'; readonly suffix: string }
  /** A recording's name but for a time that no calendar has. */
  | { readonly kind: 'impossible-time'; readonly startText: string }
  /** A recording's name in a folder that names no user or no room. */
  | { readonly kind: 'misplaced'; readonly reason: string }
  /** The application's number, written otherwise. */
  | { readonly kind: 'misspelt-application'; readonly spelling: string }
  /** Looks like a recording of the application, but is named by no rule; `dialect` is one under which it would be. */
  | {
      readonly kind: 'malformed';
      readonly reason: string;
      readonly dialect: string | undefined;
    }
  /** What interrupted transfers, editors and desktops leave behind. */
  | { readonly kind: 'leftover' }
  /** An empty object with which consoles show an empty folder. */
  | { readonly kind: 'folder-marker' }
  /** A recording of another application in a shared bucket. */
  | { readonly kind: 'other-application'; readonly name: SingleKeyReading | MixedKeyReading }
  | { readonly kind: 'foreign'; readonly reason: string };

const recordingSuffix = '_audio.mp3';

/** Classifies a key relative to the bucket's root. Never guesses between rooms and users: see `parseObjectKey`. */
export function classifyKey(key: string, appId: number, reading: GmeReading): KeyClass {
  const parsed = parseObjectKey(key, appId, reading);
  if (parsed.kind !== 'foreign') {
    return { kind: 'recording', name: parsed };
  }
  const fileName = key.slice(key.lastIndexOf('/') + 1);
  if (fileName === '') {
    return { kind: 'folder-marker' };
  }
  if (isLeftover(fileName)) {
    return { kind: 'leftover' };
  }
  return key.startsWith(`${String(appId)}_`)
    ? classifyOwn(key, fileName, appId, reading, parsed.reason)
    : classifyOther(key, appId, reading, parsed.reason);
}

/** A key in the application's part of the bucket that is not a recording's: how far is it from one? */
function classifyOwn(
  key: string,
  fileName: string,
  appId: number,
  reading: GmeReading,
  reason: string,
): KeyClass {
  const isRecording = (candidate: string, taken = reading): boolean =>
    parseObjectKey(candidate, appId, taken).kind !== 'foreign';

  const suffix = key.slice(-recordingSuffix.length);
  if (suffix !== recordingSuffix && suffix.toLowerCase() === recordingSuffix) {
    if (isRecording(key.slice(0, -recordingSuffix.length) + recordingSuffix)) {
      return { kind: 'miscased', suffix };
    }
  }
  const time = /\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}(?= ?_\d+_audio\.mp3$)/u.exec(key);
  if (time !== null && parseNameTime(time[0], reading) === undefined) {
    const before = key.slice(0, time.index);
    const after = key.slice(time.index + time[0].length);
    if (isRecording(`${before}2020-01-01-00-00-00${after}`)) {
      return { kind: 'impossible-time', startText: time[0] };
    }
  }
  if (key.includes('/') && isRecording(`${String(appId)}_room_user/${fileName}`)) {
    return { kind: 'misplaced', reason };
  }
  if (!/\.mp3$|_audio/iu.test(fileName)) {
    return { kind: 'foreign', reason };
  }
  const taskIdNames = { ...reading, nameId: 'task-id' } as const;
  const dialect = isRecording(key, taskIdNames) ? 'gme-name-taskid' : undefined;
  return { kind: 'malformed', reason, dialect };
}

/** A key outside of the application's part of the bucket. */
function classifyOther(key: string, appId: number, reading: GmeReading, reason: string): KeyClass {
  const lead = /^(?<spelling>[\s+]*0*(?<digits>[1-9]\d*)\s*)_/u.exec(key)?.groups;
  if (lead === undefined) {
    return { kind: 'foreign', reason };
  }
  const { spelling = '', digits = '' } = lead;
  if (digits === String(appId)) {
    return { kind: 'misspelt-application', spelling };
  }
  // The other application may be named by another reading than this one.
  for (const taken of [reading, defaultReading, { ...reading, nameId: 'task-id' } as const]) {
    const name = parseObjectKey(key, Number(digits), taken);
    if (name.kind !== 'foreign') {
      return { kind: 'other-application', name };
    }
  }
  return { kind: 'foreign', reason };
}
