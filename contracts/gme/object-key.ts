import { formatNameTime } from './name-time.ts';
import { defaultReading, type GmeReading } from './reading.ts';

export * from './parse-object-key.ts';

/** One recording file: all that its name says, and a little more. */
export interface GmeFile {
  readonly bizId: number;
  readonly roomId: string;
  /** Never empty. A mixed stream's name has no user; here it is `0`. */
  readonly userId: string;
  readonly mode: 'single' | 'mixed';
  readonly taskId: bigint;
  /** Unix seconds that the name carries: the task's start, the segment's under the dialects that say so. */
  readonly startSeconds: number;
  /** Serial number of the segment in its stream, from 0. */
  readonly seqNo: number;
}

/**
 * The object's key relative to the bucket's root, as `Detail.FileName` carries it:
 * `bizid_roomid_userid/2023-02-09-16-16-45_0_audio.mp3`, mixed `bizid_roomid/taskid_2023-02-09-16-16-45_0_audio.mp3`.
 * Identifiers stand verbatim: a `/` in a room ID makes one more level, a `_` makes the folder ambiguous.
 * @throws RangeError for empty identifiers, negative or unsafe integers and times outside 1970 to 9999.
 * Clauses `nameSingle`, `nameMixed`, `nameTime`, `nameTimeZone`, `nameSerial`.
 */
export function formatObjectKey(file: GmeFile, reading: GmeReading = defaultReading): string {
  requireNatural('BizID', file.bizId);
  requireNatural('serial number', file.seqNo);
  if (file.taskId < 0n) {
    throw new RangeError(`The task id ${String(file.taskId)} is negative.`);
  }
  if (file.roomId === '') {
    throw new RangeError('The room ID is empty.');
  }
  const time = formatNameTime(file.startSeconds, reading);
  if (file.mode === 'mixed') {
    const gap = reading.nameBlanks ? ' _' : '_';
    const name = [file.taskId, time, file.seqNo].map(String).join(gap);
    return `${String(file.bizId)}_${file.roomId}/${name}_audio.mp3`;
  }
  if (file.userId === '') {
    throw new RangeError('The user ID of a single stream is empty.');
  }
  const id = reading.nameId === 'serial' ? file.seqNo : file.taskId;
  return `${String(file.bizId)}_${file.roomId}_${file.userId}/${time}_${String(id)}_audio.mp3`;
}

function requireNatural(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`The ${what} ${String(value)} is not a natural number.`);
  }
}
