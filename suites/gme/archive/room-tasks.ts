import type { GmeReading } from '#contracts/gme/index.ts';
import type { Finding } from '#harness/check.ts';
import { FindingList } from '../../archive/finding-list.ts';
import {
  isAmbiguousStream,
  secondsOf,
  startOf,
  type ArchiveIndex,
  type Stream,
} from './index-archive.ts';
import { tasksTrack } from './stream-track.ts';
import { slackSeconds } from './tolerances.ts';

/** The time in which something was surely being recorded, unix seconds. */
export interface Span {
  /** A file that shows it. */
  readonly key: string;
  readonly startSeconds: number;
  /** It did not end before this. */
  readonly endSecondsMin: number;
  /** By how much `endSecondsMin` may be too late. */
  readonly slackSeconds: number;
}

/** Whether the names of a stream's files carry each file's own start rather than the task's. */
export function hasOwnTimes({ mode }: Stream, reading: GmeReading): boolean {
  return (
    reading.nameTime === 'segment-start' || (mode === 'single' && reading.nameId === 'task-id')
  );
}

/** What a stream's names and lengths prove. Gaps between segments are not counted: only more than what is there. */
export function spanOf(stream: Stream, reading: GmeReading): Span {
  const startSeconds = startOf(stream);
  const key = stream.segments[0]?.key ?? stream.folder;
  return hasOwnTimes(stream, reading)
    ? {
        key,
        startSeconds,
        endSecondsMin: Math.max(...ends(stream)),
        slackSeconds: slackSeconds(1),
      }
    : {
        key,
        startSeconds,
        endSecondsMin: startSeconds + secondsOf(stream),
        slackSeconds: slackSeconds(stream.segments.length),
      };
}

function* ends({ segments }: Stream): Generator<number> {
  for (const { startSeconds, seconds } of segments) {
    yield startSeconds + seconds;
  }
}

/** Tasks of one room that began, by their names, while an earlier one was surely still being recorded. */
export function findOverlappingTasks(index: ArchiveIndex): readonly Finding[] {
  const findings = new FindingList();
  for (const [room, tasks] of tasksByRoom(index)) {
    let latest: Span | undefined;
    const inOrder = [...tasks.values()].sort((a, b) => a.startSeconds - b.startSeconds);
    for (const task of inOrder) {
      const overlap = (latest?.endSecondsMin ?? -Infinity) - task.startSeconds;
      if (latest !== undefined && overlap > latest.slackSeconds) {
        const earlier = latest;
        findings.add(() => ({
          at: task.key,
          code: 'tasks-overlap',
          expected: `a start after the end of the task that ${earlier.key} belongs to`,
          actual: `${overlap.toFixed(0)} s before its audio ends`,
          ...tasksTrack(`room ${room}`, [earlier, task]),
        }));
      }
      latest = later(latest, task);
    }
  }
  return findings.list();
}

/** The tasks of each room, by id or, where no file of theirs carries one, by start. Ambiguous folders prove nothing. */
function tasksByRoom({ streams, reading }: ArchiveIndex): Map<string, Map<string, Span>> {
  const rooms = new Map<string, Map<string, Span>>();
  const idAtStart = new Map<string, string>();
  const merge = (room: string, identity: string, span: Span): void => {
    const tasks = rooms.get(room) ?? new Map<string, Span>();
    const known = tasks.get(identity);
    const startSeconds = Math.min(known?.startSeconds ?? Infinity, span.startSeconds);
    tasks.set(identity, { ...later(known, span), startSeconds });
    rooms.set(room, tasks);
  };
  const certain = streams.filter((stream) => !isAmbiguousStream(stream));
  for (const stream of certain.filter(({ taskId }) => taskId !== undefined)) {
    const [room = ''] = stream.rooms;
    const span = spanOf(stream, reading);
    const identity = `id ${String(stream.taskId)}`;
    merge(room, identity, span);
    idAtStart.set(`${String(span.startSeconds)} ${room}`, identity);
  }
  for (const stream of certain.filter(({ taskId }) => taskId === undefined)) {
    // A folder's files with times of their own may be of several tasks.
    if (!hasOwnTimes(stream, reading)) {
      const [room = ''] = stream.rooms;
      const span = spanOf(stream, reading);
      const start = String(span.startSeconds);
      merge(room, idAtStart.get(`${start} ${room}`) ?? `start ${start}`, span);
    }
  }
  return rooms;
}

function later(known: Span | undefined, span: Span): Span {
  return known !== undefined && known.endSecondsMin >= span.endSecondsMin ? known : span;
}
