import { idSource, type Ids } from '../id-source.ts';
import { eventTypes, type GmeCallback } from './callback.ts';
import { limits } from './limits.ts';
import { formatObjectKey, type GmeFile } from './object-key.ts';
import { defaultReading, recordModeOf, type GmeReading } from './reading.ts';
import { RoomRecorder, type FileDraft, type TaskDraft } from './room-recorder.ts';
import type { GmeRoomEvent, GmeSession } from './session.ts';

export type { GmeRoomEvent, GmeSession };

/** One file that the recording produces. Times in unix seconds. */
export interface GmeSegment {
  readonly file: GmeFile;
  readonly objectKey: string;
  readonly beginSeconds: number;
  /** After `beginSeconds`, by at most two hours. */
  readonly endSeconds: number;
}

/** One recording task: a room from its first entry to its last exit. Times in unix seconds. */
export interface GmeTask {
  readonly taskId: bigint;
  readonly roomId: string;
  readonly beginSeconds: number;
  readonly endSeconds: number;
  /** In the order of their beginning, the mixed stream before users; empty where nothing was recorded. */
  readonly segments: readonly GmeSegment[];
}

/** A notification and what it speaks of. */
export interface PredictedCallback {
  readonly callback: GmeCallback;
  readonly segment: GmeSegment;
  /** Unix seconds of the event, which a first delivery carries as its `Timestamp`. */
  readonly occurredAtSeconds: number;
}

/** All that a session produces. */
export interface GmePrediction {
  /** In the order of their beginning. */
  readonly tasks: readonly GmeTask[];
  /** In the true order of the events; deliveries may differ. */
  readonly callbacks: readonly PredictedCallback[];
  /** Keys of all files relative to the bucket's root, in the order of `tasks` and their segments. */
  readonly objectKeys: readonly string[];
}

/** What a session does not say, but its recording depends on. */
export interface PredictOptions {
  readonly bizId: number;
  /** What the console is set to record. */
  readonly scope: 'single' | 'mixed' | 'both';
  /** Ids of the tasks in the order of their beginning; enough of them, all different. */
  readonly taskIds: Ids<bigint>;
  readonly reading?: GmeReading;
}

/**
 * What GME records and notifies when a session happens under full recording.
 *
 * A task runs from the first entry to the last exit (and no longer than 24 hours, unless the reading says otherwise).
 * The mixed stream runs all through it; a user's single stream while the user's microphone is on. A stream's files end
 * when it does, at two hours, and at an interruption; they are numbered from 0 within the stream and task. Each file has
 * three callbacks: started, completed, uploaded.
 * @throws RangeError for events out of order or impossible in their room, rooms that are not empty in the end,
 * and too few task ids.
 * Clauses `taskStart`, `taskEnd`, `segmentation*`, `event*`, `name*`.
 */
export function predict(session: GmeSession, options: PredictOptions): GmePrediction {
  const reading = options.reading ?? defaultReading;
  const drafts = record(session.events, options.scope, reading);
  const nextId = idSource(options.taskIds, 'task');
  const tasks = drafts.map((draft, index) =>
    nameTask(draft, nextId(index), session.startSeconds, options.bizId, reading),
  );
  const segments = tasks.flatMap((task) => task.segments);
  return {
    tasks,
    callbacks: segments
      .flatMap((segment) => callbacksOf(segment, reading))
      .sort((a, b) => a.occurredAtSeconds - b.occurredAtSeconds || rank(a) - rank(b)),
    objectKeys: segments.map((segment) => segment.objectKey),
  };
}

function record(
  events: readonly GmeRoomEvent[],
  scope: PredictOptions['scope'],
  { stopsAfterDay }: GmeReading,
): readonly TaskDraft[] {
  const recorders = new Map<string, RoomRecorder>();
  let now = 0;
  for (const event of events) {
    if (!Number.isSafeInteger(event.at) || event.at < now) {
      throw new RangeError(
        `Not a possible session: time goes from ${String(now)} s to ${String(event.at)} s.`,
      );
    }
    now = event.at;
    const recorder =
      recorders.get(event.room) ?? new RoomRecorder(event.room, { scope, stopsAfterDay });
    recorders.set(event.room, recorder);
    recorder.apply(event);
  }
  for (const [room, recorder] of recorders) {
    if (recorder.occupied) {
      throw new RangeError(`Not a whole session: users are still in room '${room}' when it ends.`);
    }
  }
  return [...recorders.values()]
    .flatMap((recorder) => recorder.tasks)
    .sort((a, b) => a.begin - b.begin);
}

function nameTask(
  draft: TaskDraft,
  taskId: bigint,
  startSeconds: number,
  bizId: number,
  reading: GmeReading,
): GmeTask {
  const beginSeconds = startSeconds + draft.begin;
  const toSegment = ({ user, begin, end, seqNo }: FileDraft): GmeSegment => {
    const mode = user === undefined ? 'mixed' : 'single';
    const ownTime =
      reading.nameTime === 'segment-start' || (mode === 'single' && reading.nameId === 'task-id');
    const file: GmeFile = {
      bizId,
      roomId: draft.room,
      userId: user ?? '0',
      mode,
      taskId,
      startSeconds: ownTime ? startSeconds + begin : beginSeconds,
      seqNo,
    };
    return {
      file,
      objectKey: formatObjectKey(file, reading),
      beginSeconds: startSeconds + begin,
      endSeconds: startSeconds + end,
    };
  };
  return {
    taskId,
    roomId: draft.room,
    beginSeconds,
    endSeconds: startSeconds + draft.end,
    segments: [...draft.files].sort(byBeginning).map(toSegment),
  };
}

function byBeginning(a: FileDraft, b: FileDraft): number {
  if (a.begin !== b.begin || a.user === b.user) {
    return a.begin - b.begin;
  }
  return (a.user ?? '') < (b.user ?? '') ? -1 : 1;
}

function callbacksOf(segment: GmeSegment, reading: GmeReading): readonly PredictedCallback[] {
  const { file, objectKey, beginSeconds, endSeconds } = segment;
  const at = (eventType: number, occurredAtSeconds: number): PredictedCallback => ({
    callback: {
      bizId: file.bizId,
      roomId: file.roomId,
      userId: file.mode === 'mixed' ? reading.mixedUserId : file.userId,
      taskId: file.taskId,
      recordMode: recordModeOf(file.mode, reading),
      timestamp: occurredAtSeconds,
      eventType,
      detail: { seqNo: file.seqNo, fileName: objectKey },
    },
    segment,
    occurredAtSeconds,
  });
  const uploaded = at(eventTypes.uploaded, endSeconds + limits.uploadSecondsTypical);
  return reading.events === 'completion-only'
    ? [uploaded]
    : [at(eventTypes.started, beginSeconds), at(eventTypes.completed, endSeconds), uploaded];
}

/** In one second, what ends is told before what begins. */
function rank({ callback }: PredictedCallback): number {
  return callback.eventType === eventTypes.started ? 1 : 0;
}
