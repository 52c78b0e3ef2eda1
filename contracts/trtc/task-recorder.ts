import { leaveCodes, type TrackType } from './event.ts';
import { limits } from './limits.ts';
import type { Recovery } from './object-key.ts';
import type { TrtcReading } from './reading.ts';
import type { RecordParams } from './record-params.ts';
import type { Publication, RoomTimeline } from './room-timeline.ts';
import type { TrtcTaskPlan } from './session.ts';
import { clip, cut, unite, type Span } from './span.ts';

/** One HLS stream of a task between two failures, before it has a name. Times in milliseconds since the session's start. */
export interface StreamDraft {
  readonly recovery: Recovery;
  /** Undefined for the mix. */
  readonly owner: { readonly user: string; readonly mediaId: 'main' | 'aux' } | undefined;
  readonly trackType: TrackType;
  /** Whether the server failed while this was recorded, so that the playlist never got its end. */
  readonly isBroken: boolean;
  /** In the order of time, at least one. */
  readonly segments: readonly Span[];
}

/** What a task recorded. Times in milliseconds since the session's start. */
export interface TaskDraft {
  readonly begin: number;
  readonly end: number;
  readonly leaveCode: number;
  /** When recording went on after a failure. */
  readonly recoveries: readonly number[];
  /** In the order of their beginning. */
  readonly streams: readonly StreamDraft[];
}

interface Generation extends Span {
  readonly recovery: Recovery;
  readonly isBroken: boolean;
}

/**
 * Records a room by the rules of the documents.
 * @throws RangeError for a task that never ends and for failures out of order or more than three.
 * Clauses `recordingModes`, `startTime`, `streamsPerRoom`, `subscription`, `maxIdleTime`, `stopRequest`, `recoveredNames`.
 */
export function recordTask(
  plan: TrtcTaskPlan,
  room: RoomTimeline,
  reading: TrtcReading,
): TaskDraft {
  const { end, leaveCode } = endOf(plan, room, reading);
  const task = { begin: plan.startAt, end };
  const generations = generationsOf(plan, task);
  const tracks = subscribedTracks(plan.params, room.publications, task);
  const record = plan.params.mode === 'mixed' ? recordMix : recordSingles;
  const streams = generations.flatMap((generation) => record(plan.params, tracks, generation));
  return {
    ...task,
    leaveCode,
    recoveries: generations.slice(1).map(({ begin }) => begin),
    streams: streams.sort((a, b) => beginOf(a) - beginOf(b)),
  };
}

/** Explicitly, or when nobody was in the room for the idle time. */
function endOf(
  { startAt, stop, params, taskId }: TrtcTaskPlan,
  { occupied }: RoomTimeline,
  { autoRecord }: TrtcReading,
): { readonly end: number; readonly leaveCode: number } {
  const seconds = autoRecord ? limits.idleSecondsAuto : limits.idleSecondsDefault;
  const idleMs = params.idleMs ?? seconds * 1000;
  let emptySince = startAt;
  for (const { begin, end } of occupied) {
    if (end > emptySince && begin <= emptySince + idleMs) {
      emptySince = end;
    }
  }
  const idleEnd = emptySince + idleMs;
  if (stop !== undefined && stop.at <= idleEnd) {
    return { end: Math.max(stop.at, startAt), leaveCode: stop.leaveCode };
  }
  if (idleEnd === Number.POSITIVE_INFINITY) {
    throw new RangeError(`Not a whole session: the task '${taskId}' never ends.`);
  }
  return { end: idleEnd, leaveCode: leaveCodes.idle };
}

/** The stretches between failures. */
function generationsOf({ failovers }: TrtcTaskPlan, task: Span): readonly Generation[] {
  const generations: Generation[] = [];
  let begin = task.begin;
  const recoveries: readonly Recovery[] = [0, 1, 2, 3];
  for (const recovery of recoveries) {
    const failure = failovers[recovery];
    if (failure === undefined || failure.at >= task.end) {
      generations.push({ begin, end: task.end, recovery, isBroken: false });
      return generations;
    }
    if (failure.at < begin || failure.recoveredAt < failure.at) {
      throw new RangeError(
        `Not a possible session: a failure at ${failure.at} ms is out of order.`,
      );
    }
    generations.push({ begin, end: failure.at, recovery, isBroken: true });
    begin = failure.recoveredAt;
    if (begin >= task.end) {
      return generations;
    }
  }
  throw new RangeError(`A task is recovered at most ${limits.recoveriesMax} times.`);
}

/** Tracks that the task asks for, without those of streams that found 25 others before them. */
function subscribedTracks(
  { tracks, media, subscribed }: RecordParams,
  publications: readonly Publication[],
  task: Span,
): readonly Publication[] {
  const wanted = publications
    .filter(({ track }) => tracks === 'both' || tracks === track)
    .filter(({ mediaId }) => media === 'both' || media === mediaId)
    .filter(({ user }) => subscribed?.includes(user) ?? true)
    .flatMap((track) => clip(track, task).map((span) => ({ ...track, ...span })));
  const accepted: (Span & { readonly key: string })[] = [];
  const ofStreams = [...groupBy(wanted, ownerKey)].flatMap(([key, ofStream]) =>
    unite(ofStream).map(({ begin, end }) => ({ key, begin, end })),
  );
  for (const stream of ofStreams.sort((a, b) => a.begin - b.begin)) {
    if (accepted.filter(({ end }) => end > stream.begin).length < limits.streamsMax) {
      accepted.push(stream);
    }
  }
  return wanted.filter((track) =>
    accepted.some(
      ({ key, begin, end }) => key === ownerKey(track) && begin <= track.begin && track.end <= end,
    ),
  );
}

/** From the first data on until the end, with gaps filled. */
function recordMix(
  { tracks, segmentMs }: RecordParams,
  publications: readonly Publication[],
  generation: Generation,
): readonly StreamDraft[] {
  const [first] = unite(publications.flatMap((track) => clip(track, generation)));
  if (first === undefined) {
    return [];
  }
  const { recovery, isBroken, end } = generation;
  const trackType = tracks === 'both' ? 'audio_video' : tracks;
  const segments = cut({ begin: first.begin, end }, segmentMs);
  return [{ recovery, isBroken, owner: undefined, trackType, segments }];
}

/** Each track of each stream while it is published; both as one where they are merged. */
function recordSingles(
  { mergesTracks, segmentMs }: RecordParams,
  publications: readonly Publication[],
  generation: Generation,
): readonly StreamDraft[] {
  const { recovery, isBroken } = generation;
  const inTime = publications.flatMap((track) =>
    clip(track, generation).map((span) => ({ ...track, ...span })),
  );
  const typeOf = ({ track }: Publication): TrackType => (mergesTracks ? 'audio_video' : track);
  const streams = groupBy(inTime, (track) => JSON.stringify([ownerKey(track), typeOf(track)]));
  return [...streams.values()].map(([first, ...others]) => ({
    recovery,
    isBroken,
    owner: { user: first.user, mediaId: first.mediaId },
    trackType: typeOf(first),
    segments: unite([first, ...others]).flatMap((span) => cut(span, segmentMs)),
  }));
}

function ownerKey({ user, mediaId }: Publication): string {
  return JSON.stringify([user, mediaId]);
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, readonly [T, ...T[]]> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) {
      groups.set(keyOf(item), [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}

function beginOf({ segments }: StreamDraft): number {
  return segments[0]?.begin ?? 0;
}
