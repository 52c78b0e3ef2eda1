import { readJsonBody } from '#contracts/json-body.ts';
import { naturalOf } from '#contracts/json-fields.ts';
import {
  decodeCallback,
  recordingEventGroup,
  truthOf,
  type TaskTruth,
  type TrtcCallback,
} from '#contracts/trtc/index.ts';

/** A body that should be a callback, and is none. */
export interface UnreadableCallback {
  /** Place among the callbacks, counted from 1. */
  readonly number: number;
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** What the received callbacks come to. */
export interface Told {
  /** Callbacks of recordings; those of other event groups are left out. */
  readonly count: number;
  readonly unreadable: readonly UnreadableCallback[];
  /** By task id. */
  readonly tasks: ReadonlyMap<string, TaskTruth>;
}

/** Reads received callbacks in every documented shape, and joins what they tell of each task, in whatever order they came. */
export function readTold(bodies: readonly Uint8Array[]): Told {
  const callbacks: TrtcCallback[] = [];
  const unreadable: UnreadableCallback[] = [];
  for (const [index, body] of bodies.entries()) {
    if (isOfOtherGroup(body)) {
      continue;
    }
    const decoded = decodeCallback(body);
    if (decoded.ok) {
      callbacks.push(decoded.callback);
    } else {
      const [{ path, expected, actual } = { path: '$', expected: 'a callback', actual: 'none' }] =
        decoded.issues;
      unreadable.push({ number: index + 1, path, expected, actual });
    }
  }
  return { count: callbacks.length, unreadable, tasks: truthOf(callbacks) };
}

/** Whether a body is an event of rooms, of media or of another group than on-cloud recording: clause `otherEventGroups`. */
function isOfOtherGroup(body: Uint8Array): boolean {
  const read = readJsonBody(body);
  const group = read.ok ? naturalOf(read.value['EventGroupId']) : undefined;
  return group !== undefined && group !== BigInt(recordingEventGroup);
}

/** The name of a file as all readings of its name have it: without folders, with two underscores around the user. */
export function canonicalName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll(/__?UserId_(?=[se]_)/gu, '__UserId_');
}

/** Whether callbacks say that a task records no more. */
export function isToldOver(truth: TaskTruth | undefined): boolean {
  return (
    truth !== undefined &&
    (truth.leaveCodes.length > 0 ||
      truth.upload !== 'unknown' ||
      truth.mp4Files.length > 0 ||
      truth.isConversionFailed ||
      truth.vodStop !== 'unknown')
  );
}
