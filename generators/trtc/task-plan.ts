import fc from 'fast-check';
import type { TrtcRoomId } from '#contracts/trtc/callback.ts';
import { defaultRecordParams, type RecordParams } from '#contracts/trtc/record-params.ts';
import type { TrtcFailover, TrtcStop, TrtcTaskPlan, TrtcTrouble } from '#contracts/trtc/session.ts';
import { robotIds, taskIds } from './identifiers.ts';
import type { PlayedScript } from './script.ts';

/** Which tasks may be planned. */
export interface TaskOptions {
  /** Default: both. */
  readonly modes?: readonly ('single' | 'mixed')[];
  /** Default: both. */
  readonly storages?: readonly ('cos' | 'vod')[];
  /** Whether servers fail and others take over. Default true. */
  readonly failovers?: boolean;
  /** Whether starts, uploads and conversions go wrong. Default true. */
  readonly troubles?: boolean;
}

/** A task in relation to what happens in its room. */
export interface TaskDraft {
  readonly taskId: string;
  readonly robotId: string;
  readonly params: RecordParams;
  /** Whether it starts before the first user joins, with that user, or when that user publishes. */
  readonly start: 'early' | 'with-user' | 'with-data';
  /** Thousandths of the time from the first data to the room's end at which it is stopped; undefined for never. */
  readonly stopAt: number | undefined;
  readonly leaveCode: TrtcStop['leaveCode'];
  /** Failures by thousandths of that time, in order. */
  readonly failures: readonly { readonly at: number; readonly gapMs: number }[];
  readonly trouble: TrtcTrouble | undefined;
  readonly lacksImage: boolean;
}

const segmentLengths = [12_000, 10_000, 5000, 30_000] as const;
const minute = 60_000;

function recordParams({ modes, storages }: TaskOptions): fc.Arbitrary<RecordParams> {
  const idle = fc.constantFrom(undefined, 5000, 30_000, 300_000);
  return fc.record({
    mode: fc.constantFrom(...(modes ?? (['single', 'mixed'] as const))),
    storage: fc.constantFrom(...(storages ?? (['cos', 'cos', 'cos', 'vod'] as const))),
    mp4: fc.boolean(),
    tracks: fc.constantFrom('both' as const, 'both' as const, 'audio' as const, 'video' as const),
    media: fc.constantFrom('both' as const, 'both' as const, 'main' as const, 'aux' as const),
    mergesTracks: sometimes(3, fc.constant(true), false),
    subscribed: fc.constant(undefined),
    idleMs: idle,
    prefix: sometimes(
      2,
      fc.constantFrom<readonly string[]>(['rec'], ['a', 'b-1'], ['2026_01']),
      [],
    ),
    segmentMs: fc.constantFrom(...segmentLengths),
    mp4MsMax: fc.constantFrom(defaultRecordParams.mp4MsMax, minute, 2 * minute),
    mp4BytesPerSecond: fc.constant(0),
  });
}

const troubles: readonly TrtcTrouble[] = [
  'start-fails',
  'storage-refuses',
  'upload-delayed',
  'upload-lost',
  'conversion-left',
  'conversion-fails',
];

/** Tasks of one room. Shrinks to a single-stream task to COS that starts with the first data and ends idle. */
export function taskDrafts(options: TaskOptions): fc.Arbitrary<TaskDraft> {
  const { failovers = true, troubles: goesWrong = true } = options;
  const failure = fc.record({
    at: fc.integer({ min: 100, max: 900 }),
    gapMs: fc.integer({ min: 0, max: 4000 }),
  });
  return fc.record({
    taskId: taskIds(),
    robotId: robotIds(),
    params: recordParams(options),
    start: fc.constantFrom('with-data' as const, 'with-user' as const, 'early' as const),
    stopAt: sometimes(1, fc.integer({ min: 300, max: 1000 }), undefined),
    leaveCode: fc.constantFrom(0, 1, 2, 3, 4, 100, 101),
    failures: failovers
      ? sometimes(4, fc.array(failure, { minLength: 1, maxLength: 3 }), [])
      : fc.constant([]),
    trouble: goesWrong
      ? sometimes(3, fc.constantFrom(...troubles), undefined)
      : fc.constant(undefined),
    lacksImage: goesWrong ? sometimes(9, fc.constant(true), false) : fc.constant(false),
  });
}

/** `rare` in one of `otherwise` + 1 cases; shrinks to `usual`. */
function sometimes<T, U>(otherwise: number, rare: fc.Arbitrary<T>, usual: U): fc.Arbitrary<T | U> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: otherwise, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: rare },
  );
}

/** Earlier than the first user joins, but not so early that the task would end before. */
const earlyMs = 3000;

/** The task that a draft becomes in a room where `played` happens. */
export function planTask(draft: TaskDraft, room: TrtcRoomId, played: PlayedScript): TrtcTaskPlan {
  const { joinAt, publishAt, endAt } = played;
  const startAt = {
    early: Math.max(0, joinAt - earlyMs),
    'with-user': joinAt,
    'with-data': publishAt,
  }[draft.start];
  const atPart = (part: number): number =>
    Math.round(publishAt + ((endAt - publishAt) * part) / 1000);
  const { leaveCode, stopAt, lacksImage } = draft;
  const recordsMix = draft.params.mode === 'mixed';
  return {
    taskId: draft.taskId,
    robotId: draft.robotId,
    room,
    params: draft.params,
    startAt,
    stop:
      stopAt === undefined
        ? undefined
        : { at: Math.max(publishAt + 1000, atPart(stopAt)), leaveCode },
    failovers: failoversOf(draft, atPart, publishAt),
    trouble: draft.trouble,
    imageErrors:
      lacksImage && recordsMix ? [{ at: startAt, url: 'https://example.com/background.png' }] : [],
  };
}

/** In order, a second and more apart from one another and from the first data. */
function failoversOf(
  { failures }: TaskDraft,
  atPart: (part: number) => number,
  publishAt: number,
): readonly TrtcFailover[] {
  const failovers: TrtcFailover[] = [];
  for (const { at, gapMs } of [...failures].sort((a, b) => a.at - b.at)) {
    const before = failovers.at(-1)?.recoveredAt ?? publishAt;
    const failsAt = Math.max(atPart(at), before + 1000);
    failovers.push({ at: failsAt, recoveredAt: failsAt + gapMs });
  }
  return failovers;
}
