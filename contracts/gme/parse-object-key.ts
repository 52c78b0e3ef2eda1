import { parseNameTime } from './name-time.ts';
import { limits } from './limits.ts';
import { defaultReading, type GmeReading } from './reading.ts';

/** What a single-stream key says. */
export interface SingleKeyReading {
  readonly kind: 'single';
  /** All before the last `/`. */
  readonly folder: string;
  readonly bizId: number;
  /**
   * Every way in which the folder splits into a room and a user, in the order of the underscores; never empty.
   * More than one: the key alone does not tell which room and user it belongs to.
   */
  readonly roomUserSplits: readonly RoomUser[];
  /** The time as it stands in the name. */
  readonly startText: string;
  readonly startSeconds: number;
  /** Undefined exactly under `gme-name-taskid`, where the name carries the task id instead. */
  readonly seqNo: number | undefined;
  /** Defined exactly under `gme-name-taskid`. */
  readonly taskId: bigint | undefined;
}

/** What a mixed-stream key says. */
export interface MixedKeyReading {
  readonly kind: 'mixed';
  readonly folder: string;
  readonly bizId: number;
  readonly roomId: string;
  readonly taskId: bigint;
  readonly startText: string;
  readonly startSeconds: number;
  readonly seqNo: number;
  /** The name has blanks before its inner underscores, as one edition of the document prints it. */
  readonly blanks: boolean;
}

/** A key that no recording of this application has. */
export interface ForeignKey {
  readonly kind: 'foreign';
  /** One sentence for people. */
  readonly reason: string;
}

export interface RoomUser {
  readonly roomId: string;
  readonly userId: string;
}

export type KeyReading = SingleKeyReading | MixedKeyReading | ForeignKey;

/** Whether the key alone does not tell whose file it is. */
export function isAmbiguous(reading: KeyReading): boolean {
  return reading.kind === 'single' && reading.roomUserSplits.length > 1;
}

/**
 * Reads an object's key relative to the bucket's root. Never guesses: where underscores in identifiers leave several
 * ways to split a folder, all are returned. Single and mixed are told apart by the file's own name, because a mixed
 * one starts with the task id: the folder `b_x_y` alone may be the room `x_y` or the user `y` in the room `x`.
 * Numbers with leading zeros and times outside the calendar are foreign. Blanks in a mixed name are understood under
 * every reading.
 * @param bizId The application whose bucket this is; other applications' keys are foreign.
 */
export function parseObjectKey(
  key: string,
  bizId: number,
  reading: GmeReading = defaultReading,
): KeyReading {
  const slash = key.lastIndexOf('/');
  if (slash < 0) {
    return foreign('It lies in no folder.');
  }
  const folder = key.slice(0, slash);
  const prefix = `${String(bizId)}_`;
  if (!folder.startsWith(prefix)) {
    return foreign(`Its folder does not start with ${prefix}.`);
  }
  const owner = folder.slice(prefix.length);
  const name = key.slice(slash + 1);
  const suffix = '_audio.mp3';
  if (!name.endsWith(suffix)) {
    return foreign(`Its name does not end with ${suffix}.`);
  }
  const stem = name.slice(0, -suffix.length);
  const place = { folder, bizId };
  return parseMixed(stem, owner, place, reading) ?? parseSingle(stem, owner, place, reading);
}

interface Place {
  readonly folder: string;
  readonly bizId: number;
}

/** Undefined where the name is not of the mixed form at all. */
function parseMixed(
  stem: string,
  owner: string,
  place: Place,
  reading: GmeReading,
): MixedKeyReading | ForeignKey | undefined {
  const form = /^(?<task>\d+)(?<gap> ?)_(?<start>[\d-]+)\k<gap>_(?<serial>\d+)$/u.exec(stem);
  const { task = '', gap = '', start = '', serial = '' } = form?.groups ?? {};
  if (form === null) {
    return undefined;
  }
  const taskId = naturalOf(task, limits.taskIdMax);
  if (taskId === undefined) {
    return foreign(`${task} is not a task id.`);
  }
  const startSeconds = parseNameTime(start, reading);
  if (startSeconds === undefined) {
    return foreign(`${start} is not a time.`);
  }
  const seqNo = naturalOf(serial);
  if (seqNo === undefined) {
    return foreign(`${serial} is not a serial number.`);
  }
  if (owner === '') {
    return foreign('Its folder names no room.');
  }
  return {
    kind: 'mixed',
    ...place,
    roomId: owner,
    taskId,
    startText: start,
    startSeconds,
    seqNo: Number(seqNo),
    blanks: gap !== '',
  };
}

function parseSingle(
  stem: string,
  owner: string,
  place: Place,
  reading: GmeReading,
): SingleKeyReading | ForeignKey {
  const form = /^(?<start>[\d-]+)_(?<id>\d+)$/u.exec(stem);
  const { start = '', id = '' } = form?.groups ?? {};
  if (form === null) {
    return foreign('Its name has neither form of a recording.');
  }
  const startSeconds = parseNameTime(start, reading);
  if (startSeconds === undefined) {
    return foreign(`${start} is not a time.`);
  }
  const byTask = reading.nameId === 'task-id';
  const number = naturalOf(id, byTask ? limits.taskIdMax : undefined);
  if (number === undefined) {
    return foreign(`${id} is not a ${byTask ? 'task id' : 'serial number'}.`);
  }
  const roomUserSplits = splitsOf(owner);
  if (roomUserSplits.length === 0) {
    return foreign('Its folder names no user.');
  }
  return {
    kind: 'single',
    ...place,
    roomUserSplits,
    startText: start,
    startSeconds,
    seqNo: byTask ? undefined : Number(number),
    taskId: byTask ? number : undefined,
  };
}

function splitsOf(owner: string): readonly RoomUser[] {
  const splits: RoomUser[] = [];
  for (
    let at = owner.indexOf('_', 1);
    at >= 0 && at < owner.length - 1;
    at = owner.indexOf('_', at + 1)
  ) {
    splits.push({ roomId: owner.slice(0, at), userId: owner.slice(at + 1) });
  }
  return splits;
}

/** A number written without leading zeros, at most `max`. */
function naturalOf(digits: string, max = BigInt(Number.MAX_SAFE_INTEGER)): bigint | undefined {
  if (!/^(?:0|[1-9]\d{0,19})$/u.test(digits)) {
    return undefined;
  }
  const value = BigInt(digits);
  return value <= max ? value : undefined;
}

function foreign(reason: string): ForeignKey {
  return { kind: 'foreign', reason };
}
