import { limits } from '#contracts/gme/limits.ts';
import { formatNameTime } from '#contracts/gme/name-time.ts';
import { predict, type GmeSegment, type GmeTask } from '#contracts/gme/recording-rules.ts';
import type { GmeSession } from '#contracts/gme/session.ts';

/**
 * The boundary classes that a session reaches, by stable kebab-case names; for statistics over what a generator
 * reaches, and for a user's own `fc.statistics`.
 */
export function sessionTraits(session: GmeSession): readonly string[] {
  const { tasks } = predict(session, {
    bizId: 1,
    scope: 'both',
    taskIds: (index) => BigInt(index),
  });
  const segments = tasks.flatMap((task) => task.segments);
  const traits: Readonly<Record<string, boolean>> = {
    ...timeTraits(session, tasks),
    ...segmentTraits(segments, tasks),
    ...roomTraits(session, tasks),
  };
  return Object.entries(traits).flatMap(([name, holds]) => (holds ? [name] : []));
}

function timeTraits(
  session: GmeSession,
  tasks: readonly GmeTask[],
): Readonly<Record<string, boolean>> {
  const end = Math.max(...tasks.map((task) => task.endSeconds));
  const span = end - session.startSeconds;
  const local = (seconds: number): string => formatNameTime(seconds);
  const days = [session.startSeconds, end].map((seconds) => local(seconds).slice(0, 10));
  return {
    'within-a-minute': span <= 60,
    'longer-than-a-day': span > limits.taskSecondsMax,
    'crosses-midnight': days[0] !== days[1],
    'crosses-new-year': days[0]?.slice(0, 4) !== days[1]?.slice(0, 4),
    'starts-at-midnight': tasks.some((task) => local(task.beginSeconds).endsWith('00-00-00')),
    'on-leap-day': days.some((day) => day.endsWith('-02-29')),
  };
}

function segmentTraits(
  segments: readonly GmeSegment[],
  tasks: readonly GmeTask[],
): Readonly<Record<string, boolean>> {
  const streams = tasks.flatMap((task) => {
    const names = new Set(task.segments.map(streamOf));
    return [...names].map((name) =>
      joinRuns(task.segments.filter((segment) => streamOf(segment) === name)),
    );
  });
  const runs = streams.flat();
  return {
    'one-second-file': segments.some(
      ({ beginSeconds, endSeconds }) => endSeconds - beginSeconds === 1,
    ),
    'run-of-two-hours-less-one': runs.includes(limits.segmentSecondsMax - 1),
    'run-of-exactly-two-hours': runs.includes(limits.segmentSecondsMax),
    'run-of-two-hours-and-one': runs.includes(limits.segmentSecondsMax + 1),
    'cut-at-two-hours': runs.some((seconds) => seconds > limits.segmentSecondsMax),
    'three-files-of-a-stream': segments.some(({ file }) => file.seqNo === 2),
    'several-runs-of-a-stream': streams.some((lengths) => lengths.length > 1),
  };
}

function streamOf({ file }: GmeSegment): string {
  return `${file.mode} ${file.userId}`;
}

/** Lengths in seconds of a stream's uninterrupted stretches, each of one or several files. */
function joinRuns(segments: readonly GmeSegment[]): readonly number[] {
  const runs: { begin: number; end: number }[] = [];
  for (const { beginSeconds, endSeconds } of segments) {
    const last = runs.at(-1);
    if (last?.end === beginSeconds) {
      last.end = endSeconds;
    } else {
      runs.push({ begin: beginSeconds, end: endSeconds });
    }
  }
  return runs.map(({ begin, end }) => end - begin);
}

function roomTraits(
  session: GmeSession,
  tasks: readonly GmeTask[],
): Readonly<Record<string, boolean>> {
  const rooms = new Set(tasks.map(({ roomId }) => roomId));
  const kinds = new Set(session.events.map(({ kind }) => kind));
  const entries = session.events.filter(({ kind }) => kind === 'enter');
  const entrants = new Set(
    entries.map((event) => JSON.stringify([event.room, 'user' in event && event.user])),
  );
  return {
    'several-rooms': rooms.size > 1,
    'several-tasks-in-a-room': tasks.length > rooms.size,
    'several-users': new Set(session.events.map((event) => 'user' in event && event.user)).size > 1,
    'user-comes-back': entries.length > entrants.size,
    interruption: kinds.has('interrupted'),
    restart: kinds.has('resumed'),
    'mic-off': kinds.has('mic-off'),
  };
}
