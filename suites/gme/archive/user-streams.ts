import { limits } from '#contracts/gme/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import {
  isAmbiguousStream,
  secondsOf,
  startOf,
  type ArchiveIndex,
  type Stream,
} from './index-archive.ts';
import { insideTrack } from './inside-track.ts';
import { hasOwnTimes, spanOf } from './room-tasks.ts';
import { nameResolutionSeconds, slackSeconds } from './tolerances.ts';

/** Until then the mixed stream's next file is uploaded, seconds after it was closed: "several minutes", generously. */
const uploadSecondsMax = 1800;

/**
 * User streams without a mixed stream of the same task and room, and those that last longer than it. A stream whose
 * folder may belong to several rooms is wrong only if it is wrong in each. What may still be recorded when the bucket
 * was listed is not judged: a mixed file is there at the latest two hours and some minutes after it was begun.
 */
export function findStrayUserStreams(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  const mixed = mixedStreams(index);
  for (const stream of index.streams.filter(({ mode }) => mode === 'single')) {
    for (const part of partsOf(stream, index)) {
      const tasks = part.rooms
        .flatMap((room) => mixed.get(addressOf(part, room, index)) ?? [])
        .filter((task) => mayContain(task, part, index));
      const longest = Math.max(0, ...tasks.map(secondsOf));
      const first = part.segments[0]?.key ?? part.folder;
      if (mayStillRun(part, longest, index)) {
        continue;
      }
      if (tasks.length === 0) {
        findings.add({
          at: first,
          code: 'no-mixed-stream',
          expected: 'a mixed stream of the same room and task',
          actual: 'none in any room that the folder may belong to',
        });
      } else if (tasks.every((task) => isOutside(task, part, index))) {
        findings.add(() => ({
          at: first,
          code: 'outside-the-task',
          expected: `audio inside the ${longest.toFixed(0)} s of the task’s mixed stream`,
          actual: `${lengthOf(part).toFixed(0)} s of a user’s stream, not inside them`,
          ...insideTrack(
            part,
            tasks.reduce((most, task) => (secondsOf(task) > secondsOf(most) ? task : most)),
            index.reading,
          ),
        }));
      }
    }
  }
  return findings.list();
}

/** A folder's files with times of their own are looked at one by one: they may be of several tasks. */
function partsOf(stream: Stream, { reading }: ArchiveIndex): readonly Stream[] {
  return stream.taskId === undefined && hasOwnTimes(stream, reading)
    ? stream.segments.map((segment) => ({ ...stream, segments: [segment] }))
    : [stream];
}

/** Mixed streams by all addresses under which a user stream may look for them. */
function mixedStreams(index: ArchiveIndex): Map<string, Stream[]> {
  const mixed = new Map<string, Stream[]>();
  for (const stream of index.streams.filter(({ mode }) => mode === 'mixed')) {
    const [room = ''] = stream.rooms;
    const starts = new Set(stream.segments.map(({ startSeconds }) => startSeconds));
    for (const address of [
      `any ${room}`,
      `id ${String(stream.taskId)} ${room}`,
      ...[...starts].map((start) => `start ${String(start)} ${room}`),
    ]) {
      const known = mixed.get(address) ?? [];
      known.push(stream);
      mixed.set(address, known);
    }
  }
  return mixed;
}

/** Where the mixed stream of a user stream's task is found, if it belongs to this room. */
function addressOf(part: Stream, room: string, { reading }: ArchiveIndex): string {
  if (part.taskId !== undefined) {
    return `id ${String(part.taskId)} ${room}`;
  }
  return hasOwnTimes(part, reading) ? `any ${room}` : `start ${String(startOf(part))} ${room}`;
}

/** Whether times allow that the user stream is of this mixed stream's task, where no start or id in its name tells. */
function mayContain(task: Stream, part: Stream, { reading }: ArchiveIndex): boolean {
  if (part.taskId !== undefined || !hasOwnTimes(part, reading)) {
    return true;
  }
  const { startSeconds, endSecondsMin } = spanOf(task, reading);
  const start = startOf(part);
  return start >= startSeconds && start <= endSecondsMin + slackSeconds(1);
}

/** Whether the user stream surely began before the mixed stream, or goes on after it, all files of which are there. */
function isOutside(task: Stream, part: Stream, { reading }: ArchiveIndex): boolean {
  const mix = spanOf(task, reading);
  const user = spanOf(part, reading);
  if (hasOwnTimes(part, reading) && user.startSeconds < mix.startSeconds - nameResolutionSeconds) {
    return true;
  }
  const serials = new Set(task.segments.map(({ seqNo }) => seqNo));
  const isComplete =
    task.segments.every(({ whole }) => whole) &&
    task.segments.every((_, serial) => serials.has(serial));
  const slack = slackSeconds(task.segments.length + part.segments.length);
  const isLater = hasOwnTimes(task, reading)
    ? hasOwnTimes(part, reading) && user.endSecondsMin > mix.endSecondsMin + slack
    : lengthOf(part) > secondsOf(task) + slack;
  return isComplete && isLater;
}

/** An ambiguous folder may hold several users' files: then only the longest file is surely one user's. */
function lengthOf(part: Stream): number {
  return part.taskId === undefined && isAmbiguousStream(part)
    ? Math.max(...part.segments.map(({ seconds }) => seconds))
    : secondsOf(part);
}

function mayStillRun(part: Stream, mixedSeconds: number, { newestMs }: ArchiveIndex): boolean {
  const complete = startOf(part) + mixedSeconds + limits.segmentSecondsMax + uploadSecondsMax;
  return newestMs !== undefined && newestMs / 1000 < complete;
}
