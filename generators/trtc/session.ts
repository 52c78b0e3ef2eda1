import fc from 'fast-check';
import type { TrtcRoomId } from '#contracts/trtc/callback.ts';
import { limits } from '#contracts/trtc/limits.ts';
import { defaultReading } from '#contracts/trtc/reading.ts';
import { followRoom } from '#contracts/trtc/room-timeline.ts';
import { roomKey } from '#contracts/trtc/room.ts';
import type { TrtcRoomEvent, TrtcSession, TrtcTaskPlan } from '#contracts/trtc/session.ts';
import { recordTask } from '#contracts/trtc/task-recorder.ts';
import { startTimes } from '../start-time.ts';
import { plainRoomIds, plainUserIds, roomIds, twinRooms, userIds } from './identifiers.ts';
import { play, type Script, type Step } from './script.ts';
import { planTask, taskDrafts, type TaskDraft, type TaskOptions } from './task-plan.ts';

/** Bounds of generated sessions. */
export interface SessionOptions extends TaskOptions {
  /** Default 2. */
  readonly roomsMax?: number;
  /** Users in all, who may be in several rooms. Default 3. */
  readonly usersMax?: number;
  /** Things that happen in a room beyond its first user's joining, publishing and leaving. Default 8. */
  readonly stepsMax?: number;
  /** From the first user's joining to the last one's leaving. Default 26 hours. */
  readonly spanMsMax?: number;
  /** Default `any`: plain and hostile ones. */
  readonly identifiers?: 'plain' | 'any';
  /** Unix milliseconds at which sessions start. Default: any hour, and around turns of days and years. */
  readonly starts?: fc.Arbitrary<number>;
}

/** Playlists of generated sessions have about so many segments at most. */
const segmentsMax = 240;

/**
 * Sessions that can happen: users join, publish, fall silent, leave and come back; one or two tasks record each room, are
 * stopped or end idle, move to another server, fail to upload. The first user of every room publishes both tracks of a
 * stream that every task of the room records, so that there are files unless the start fails. Gaps reach from a second
 * to a day, with a segment's length and its neighbours as classes of their own; tasks of long sessions have longer
 * segments, so that no playlist gets very long.
 * Shrinks to one user who publishes for a second in room 1.
 */
export function sessions(options: SessionOptions = {}): fc.Arbitrary<TrtcSession> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: sessionsAtPace(options, briskGaps) },
    { weight: 2, arbitrary: sessionsAtPace(options, anyGaps) },
  );
}

interface RoomDraft {
  readonly script: Script;
  readonly tasks: readonly TaskDraft[];
}

function sessionsAtPace(
  options: SessionOptions,
  gaps: fc.Arbitrary<number>,
): fc.Arbitrary<TrtcSession> {
  const { roomsMax = 2, usersMax = 3, spanMsMax = 26 * 3_600_000 } = options;
  const isPlain = options.identifiers === 'plain';
  return fc
    .record({
      startMs: options.starts ?? startsMs,
      rooms: roomSets(isPlain, roomsMax),
      users: fc.uniqueArray(isPlain ? plainUserIds() : userIds(), {
        minLength: 1,
        maxLength: usersMax,
      }),
      drafts: fc.array(roomDrafts(options, gaps), { minLength: roomsMax, maxLength: roomsMax }),
    })
    .map(({ startMs, rooms, users, drafts }) => {
      const parts = rooms.map((room, index) => playRoom(room, users, drafts[index], spanMsMax));
      const events = parts.flatMap(({ events }) => events).sort((a, b) => a.at - b.at);
      const tasks = parts.flatMap(({ tasks }) => tasks);
      return { startMs, events, tasks: tasks.map((task) => recovering(task, events)) };
    })
    .filter(({ tasks }) => new Set(tasks.map(({ taskId }) => taskId)).size === tasks.length);
}

/** The task without failures from which it did not recover: no document says what these leave. */
function recovering(plan: TrtcTaskPlan, events: readonly TrtcRoomEvent[]): TrtcTaskPlan {
  if (plan.failovers.length === 0) {
    return plan;
  }
  const timeline = followRoom(plan.room, events);
  const { end } = recordTask({ ...plan, failovers: [] }, timeline, defaultReading);
  return { ...plan, failovers: plan.failovers.filter(({ recoveredAt }) => recoveredAt < end) };
}

/** Different rooms, now and then the integer and the string of the same digits. */
function roomSets(isPlain: boolean, roomsMax: number): fc.Arbitrary<readonly TrtcRoomId[]> {
  const any = fc.uniqueArray(isPlain ? plainRoomIds() : roomIds(), {
    minLength: 1,
    maxLength: roomsMax,
    selector: roomKey,
  });
  return isPlain || roomsMax < 2
    ? any
    : fc.oneof(
        { withCrossShrink: true },
        { weight: 5, arbitrary: any },
        { weight: 1, arbitrary: twinRooms() },
      );
}

function playRoom(
  room: TrtcRoomId,
  users: readonly string[],
  draft: RoomDraft | undefined,
  spanMsMax: number,
): Pick<TrtcSession, 'events' | 'tasks'> {
  if (draft === undefined) {
    return { events: [], tasks: [] };
  }
  const played = play(room, users, draft.script, spanMsMax);
  const segmentMsMin = (played.endAt - played.publishAt) / segmentsMax;
  const tasks = draft.tasks.map((task, index) => {
    // Two robots in a room need different ids.
    const robotId = `${task.robotId}${'ab'.charAt(index)}`;
    const plan = planTask({ ...task, robotId }, room, played);
    const segmentMs = Math.max(plan.params.segmentMs, Math.ceil(segmentMsMin / 1000) * 1000);
    return { ...plan, params: { ...plan.params, segmentMs } };
  });
  return { events: played.events, tasks };
}

function roomDrafts(options: SessionOptions, gaps: fc.Arbitrary<number>): fc.Arbitrary<RoomDraft> {
  const { stepsMax = 8 } = options;
  const act = fc.constantFrom<Step['act'][]>(
    'audio',
    'video',
    'presence',
    'screen',
    'everyone-leaves',
  );
  return fc
    .record({
      delayMs: fc.oneof(
        { withCrossShrink: true },
        fc.constant(0),
        fc.integer({ min: 1, max: 600_000 }),
      ),
      silenceMs: fc.oneof({ withCrossShrink: true }, fc.constant(0), briskGaps),
      steps: fc.array(fc.record({ gapMs: gaps, act, who: fc.nat(7) }), { maxLength: stepsMax }),
      tailMs: gaps,
      tasks: fc.array(taskDrafts(options), { minLength: 1, maxLength: 2 }),
    })
    .map(({ tasks, ...script }) => {
      const opening = tasks[0]?.params.media === 'aux' ? 'aux' : 'main';
      return { script: { ...script, opening }, tasks: tasks.map(recording(opening)) };
    });
}

/** The task asks for the stream that the room opens with. */
function recording(opening: 'main' | 'aux'): (task: TaskDraft) => TaskDraft {
  return (task) => {
    const { media } = task.params;
    const asked = media === 'both' || media === opening ? media : opening;
    return { ...task, params: { ...task.params, media: asked } };
  };
}

const briskGaps = fc.integer({ min: 1000, max: 20_000 });

const segment = limits.segmentMsTypical;
const idle = limits.idleSecondsDefault * 1000;
const day = limits.mp4MsMax;

const anyGaps = fc.oneof(
  { withCrossShrink: true },
  { weight: 5, arbitrary: fc.integer({ min: 1000, max: 60_000 }) },
  { weight: 3, arbitrary: fc.constantFrom(segment - 1, segment, segment + 1, 2 * segment) },
  { weight: 2, arbitrary: fc.constantFrom(idle - 1, idle, idle + 1) },
  { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 3_600_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(day - 1, day, day + 1) },
);

const startsMs = fc
  .tuple(
    startTimes(),
    fc.oneof({ withCrossShrink: true }, fc.constant(0), fc.constantFrom(1, 500, 999)),
  )
  .map(([seconds, ms]) => seconds * 1000 + ms);
