import { isRoomId, roomKey } from './room.ts';
import { limits } from './limits.ts';
import type { TrtcPrediction } from './prediction.ts';
import { defaultReading, type TrtcReading } from './reading.ts';
import { followRoom } from './room-timeline.ts';
import type { TrtcSession, TrtcTaskPlan } from './session.ts';
import { callbacksOf } from './task-callbacks.ts';
import { nameTask } from './task-files.ts';
import { recordTask } from './task-recorder.ts';

export type * from './prediction.ts';
export * from './record-params.ts';
export type * from './session.ts';
export { isToldAsVod, vodFileId } from './task-files.ts';

/** What a session does not say, but its recording depends on. */
export interface PredictOptions {
  readonly sdkAppId: number;
  readonly reading?: TrtcReading;
}

/**
 * What TRTC records and notifies when a session happens and tasks record it.
 *
 * A task runs from its start request to its stop, or until nobody was in the room for the idle time. A single stream is
 * recorded while it is published, the mix from the first data to the end of the task; each HLS stream has one playlist,
 * and after a failure another one. MP4 files are made when the upload has ended.
 * @throws RangeError for events out of order or impossible in their room, tasks that never end or are not possible.
 * Clauses `recordingModes`, `startTime`, `maxIdleTime`, `recoveredNames`, `mp4Format`, `vodRecording`, the events and names.
 */
export function predict(session: TrtcSession, options: PredictOptions): TrtcPrediction {
  const reading = options.reading ?? defaultReading;
  const { startMs } = session;
  requireOrder(session);
  requireTasks(session.tasks, session);
  const context = { sdkAppId: options.sdkAppId, startMs, reading };
  const tasks = session.tasks.map((plan) => {
    const timeline = followRoom(plan.room, session.events);
    return nameTask(plan, recordTask(plan, timeline, reading), context);
  });
  const files = tasks.flatMap(({ playlists, mp4Files }) => [
    ...playlists.flatMap((playlist) => [playlist, ...playlist.segments]),
    ...mp4Files,
  ]);
  return {
    tasks,
    callbacks: tasks
      .flatMap((task) => callbacksOf(task, startMs, reading))
      .sort((a, b) => a.occurredAtMs - b.occurredAtMs),
    objectKeys: files.filter(({ isStored }) => isStored).map(({ objectKey }) => objectKey),
  };
}

function requireOrder({ events }: TrtcSession): void {
  let now = 0;
  for (const { at } of events) {
    if (!Number.isSafeInteger(at) || at < now) {
      throw new RangeError(`Not a possible session: time goes from ${now} ms to ${at} ms.`);
    }
    now = at;
  }
}

function requireTasks(plans: readonly TrtcTaskPlan[], { events }: TrtcSession): void {
  if (new Set(plans.map(({ taskId }) => taskId)).size < plans.length) {
    throw new RangeError('Two tasks have the same id.');
  }
  for (const { room, robotId, startAt, params, taskId } of plans) {
    const { idleMs = limits.idleSecondsDefault * 1000 } = params;
    const users = events.filter((event) => roomKey(event.room) === roomKey(room));
    const problems = [
      isRoomId(room) ? undefined : `its room '${room}' cannot exist`,
      users.some(({ user }) => user === robotId) ? 'its robot is a user of the room' : undefined,
      Number.isSafeInteger(startAt) && startAt >= 0 ? undefined : 'its start is no time',
      idleMs >= limits.idleSecondsMin * 1000 && idleMs <= limits.idleSecondsMax * 1000
        ? undefined
        : `its idle time of ${idleMs} ms is not 5 s to a day`,
      params.segmentMs > 0 && params.mp4MsMax > 0 ? undefined : 'its files have no length',
    ];
    const problem = problems.find((text) => text !== undefined);
    if (problem !== undefined) {
      throw new RangeError(`The task '${taskId}' is not possible: ${problem}.`);
    }
  }
}
