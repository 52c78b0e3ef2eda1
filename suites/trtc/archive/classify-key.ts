import {
  parseFileName,
  parseNameTime,
  parseObjectKey,
  type RecordingKey,
  type TrtcReading,
} from '#contracts/trtc/index.ts';
import { promisedFormat } from '#media/promised-format.ts';
import { isLeftover } from '../../archive/leftovers.ts';

/** What an object's key makes of it, for one application. Each key has exactly one class. */
export type KeyClass =
  /** A name that the naming rules have. */
  | { readonly kind: 'recording'; readonly name: RecordingKey }
  /** A recording's name but for the case of its extension. */
  | { readonly kind: 'miscased'; readonly extension: string }
  /** A recording's name but for a time that no calendar has. */
  | { readonly kind: 'impossible-time'; readonly startText: string }
  /** A recording's name but for a user or room that is not the documented Base64. */
  | { readonly kind: 'misencoded'; readonly reason: string }
  /** A recording's name in no task's folder. */
  | { readonly kind: 'misplaced' }
  /** Looks like a recording, but is named by no rule. */
  | { readonly kind: 'malformed'; readonly reason: string }
  /** What the documented merge script leaves beside the files that it merges. */
  | { readonly kind: 'merged' }
  /** What interrupted transfers, editors and desktops leave behind. */
  | { readonly kind: 'leftover' }
  /** An empty object with which consoles show an empty folder. */
  | { readonly kind: 'folder-marker' }
  /** A recording of another application in a shared bucket. */
  | { readonly kind: 'other-application'; readonly appId: number; readonly name: RecordingKey }
  | { readonly kind: 'foreign'; readonly reason: string };

const mergedName = /^[A-Za-z\d+.-]+_\d{17}(?:_av\.mp4|\.m4a)$/u;

/** Whether an object is a recording of the application, by a name that keeps to the rules or fails them narrowly. */
export function isOwn({ kind }: KeyClass): boolean {
  return ownKinds.has(kind);
}

const ownKinds: ReadonlySet<KeyClass['kind']> = new Set([
  'recording',
  'miscased',
  'impossible-time',
  'misencoded',
  'misplaced',
  'malformed',
] as const);

/** Classifies a key relative to the audited prefix. */
export function classifyKey(key: string, appId: number, reading: TrtcReading): KeyClass {
  const parsed = parseObjectKey(key, appId, reading);
  if (parsed.kind === 'recording') {
    return { kind: 'recording', name: parsed };
  }
  const name = key.slice(key.lastIndexOf('/') + 1);
  if (name === '') {
    return { kind: 'folder-marker' };
  }
  if (isLeftover(name)) {
    return { kind: 'leftover' };
  }
  const form = new NameForm(appId, reading);
  return (
    classifyPlace(key, form) ??
    classifySpelling(name, form) ??
    classifyOther(key, name, appId, reading) ??
    (mergedName.test(name) ? { kind: 'merged' } : undefined) ??
    (looksLikeRecording(name, appId)
      ? { kind: 'malformed', reason: parsed.reason }
      : { kind: 'foreign', reason: parsed.reason })
  );
}

/** Tells which names the rules have, whatever the folder. */
class NameForm {
  readonly #appId: number;
  readonly reading: TrtcReading;

  constructor(appId: number, reading: TrtcReading) {
    this.#appId = appId;
    this.reading = reading;
  }

  has(name: string): boolean {
    const place = { prefix: [], taskId: 'task', sdkAppId: this.#appId };
    return parseFileName(name, place, this.reading).kind === 'recording';
  }
}

/** A recording's name whose folders are missing or spelt otherwise. */
function classifyPlace(key: string, form: NameForm): KeyClass | undefined {
  if (key.includes('/')) {
    return undefined;
  }
  if (form.has(key)) {
    return { kind: 'misplaced' };
  }
  const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  if (key.includes('\\') && form.has(nameIn(key.replaceAll('\\', '/')))) {
    return { kind: 'malformed', reason: 'Its folders are parted by backslashes.' };
  }
  const isEscaped = /%2f/iu.test(key) && form.has(nameIn(unescaped(key)));
  return isEscaped
    ? { kind: 'malformed', reason: 'It was percent-encoded once too often.' }
    : undefined;
}

function unescaped(key: string): string {
  return key.replaceAll(/%[\da-f]{2}/giu, (escape) =>
    String.fromCharCode(Number.parseInt(escape.slice(1), 16)),
  );
}

/** A recording's name of which one part is spelt otherwise. */
function classifySpelling(name: string, form: NameForm): KeyClass | undefined {
  const dot = name.lastIndexOf('.');
  const extension = name.slice(dot);
  if (
    promisedFormat(name) !== undefined &&
    form.has(name.slice(0, dot) + extension.toLowerCase())
  ) {
    return { kind: 'miscased', extension };
  }
  const startText = /(?<=_)\d{17}(?=\.ts$)/u.exec(name)?.[0];
  if (startText !== undefined && parseNameTime(startText, form.reading) === undefined) {
    if (form.has(name.replace(/\d{17}(?=\.ts$)/u, '20200101000000000'))) {
      return { kind: 'impossible-time', startText };
    }
  }
  return classifyIdentifiers(name, form);
}

/** What stands between the marks of a user; plain ids may hold anything. */
const userText = /(?<=UserId_s_).*?(?=__?UserId_e_)/u;
/** What stands in the place of a room; plain ids with an underscore cannot be told from other parts. */
const roomText =
  /(?<=^(?:ha[123]_)?\d+_)[^_]+?(?=__?UserId_s_|_\d{17}\.ts$|_[1-9]\d*\.mp4$|\.(?:m3u8|mp4)$)/u;
/** What file managers put behind the name of a copy. */
const copyMark = / \(\d+\)$/u;

/** A recording's name whose user or room is not the documented Base64. */
function classifyIdentifiers(name: string, form: NameForm): KeyClass | undefined {
  const [user] = userText.exec(name) ?? [];
  const [room = ''] = roomText.exec(name) ?? [];
  const named = name.replace(userText, 'dTE.');
  if (user !== undefined && form.has(named)) {
    return { kind: 'misencoded', reason: `${JSON.stringify(user)} is not the Base64 of a user.` };
  }
  const isRoom = !copyMark.test(room) && [name, named].some((one) => form.has(withRoom(one)));
  return isRoom
    ? {
        kind: 'misencoded',
        reason: `${JSON.stringify(room)} is no room number and no room’s Base64.`,
      }
    : undefined;
}

function withRoom(name: string): string {
  return name.replace(roomText, '1');
}

/** A name that is a recording's under another application's number. */
function classifyOther(
  key: string,
  name: string,
  appId: number,
  reading: TrtcReading,
): KeyClass | undefined {
  const digits = /^(?:ha[123]_)?(?<digits>[1-9]\d{0,15})_/u.exec(name)?.groups?.['digits'];
  const other = Number(digits);
  if (digits === undefined || other === appId) {
    return undefined;
  }
  const parsed = parseObjectKey(key, other, reading);
  return parsed.kind === 'recording'
    ? { kind: 'other-application', appId: other, name: parsed }
    : undefined;
}

function looksLikeRecording(name: string, appId: number): boolean {
  return new RegExp(`^(?:ha\\w*_)?${String(appId)}_`, 'u').test(name) || /UserId_[se]_/u.test(name);
}
