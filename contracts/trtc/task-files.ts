import { createHash } from 'node:crypto';
import type { TrackType } from './event.ts';
import {
  formatCacheFile,
  formatFileName,
  formatObjectKey,
  type FilePlace,
  type Mp4ObjectFile,
  type Mp4Source,
  type PlaylistFile,
  type SegmentFile,
  type TrtcFile,
  type TrtcStream,
} from './object-key.ts';
import type { TrtcMp4, TrtcPlaylist, TrtcSegment, TrtcTask } from './prediction.ts';
import type { TrtcReading } from './reading.ts';
import { mp4LengthMsMax } from './record-params.ts';
import type { TrtcTaskPlan } from './session.ts';
import { cut, type Span } from './span.ts';
import type { StreamDraft, TaskDraft } from './task-recorder.ts';

/** What the naming of a task's files depends on. */
export interface NamingContext {
  readonly sdkAppId: number;
  /** Unix milliseconds at which the session's offsets are 0. */
  readonly startMs: number;
  readonly reading: TrtcReading;
}

/** Gives a recorded task its files. Clauses `name*`, `mp4Format`, `mp4Segmentation`, `vodRecording`. */
export function nameTask(plan: TrtcTaskPlan, draft: TaskDraft, context: NamingContext): TrtcTask {
  const { startMs } = context;
  const place = {
    prefix: plan.params.prefix,
    taskId: plan.taskId,
    sdkAppId: context.sdkAppId,
    roomId: plan.room,
  };
  const streams = plan.trouble === 'start-fails' ? [] : draft.streams;
  const playlists = streams.map((stream) => namePlaylist(stream, place, plan, context));
  const last = playlists.at(-1)?.segments.at(-1);
  const missing = plan.trouble === 'upload-lost' ? last?.objectKey : undefined;
  return {
    plan,
    beginMs: startMs + draft.begin,
    endMs: startMs + draft.end,
    leaveCode: draft.leaveCode,
    recoveredAtMs: draft.recoveries.map((at) => startMs + at),
    playlists: playlists.map((playlist) => without(playlist, missing)),
    mp4Files: hasMp4(plan, context.reading)
      ? mp4Sources(streams).flatMap((source) => nameMp4(source, place, plan, context))
      : [],
  };
}

/** The id that VOD gives to a file: 19 digits that differ from file to file. */
export function vodFileId(mp4: TrtcMp4): string {
  const digest = createHash('sha256').update(mp4.objectKey).digest();
  return String(digest.readBigUInt64BE() % 10n ** 19n).padStart(19, '0');
}

/** Whether a task's files go through VOD; automatic recording tells of those in COS in the same way. */
export function isToldAsVod({ params }: TrtcTaskPlan, { autoRecord }: TrtcReading): boolean {
  return params.storage === 'vod' || autoRecord;
}

/** Whether MP4 files have names: a failed conversion of HLS files leaves none. */
function hasMp4(plan: TrtcTaskPlan, reading: TrtcReading): boolean {
  const failing: readonly unknown[] = ['conversion-fails', 'upload-lost', 'storage-refuses'];
  return isToldAsVod(plan, reading) || (plan.params.mp4 && !failing.includes(plan.trouble));
}

function namePlaylist(
  draft: StreamDraft,
  place: FilePlace,
  plan: TrtcTaskPlan,
  { reading, startMs }: NamingContext,
): TrtcPlaylist {
  const { recovery, trackType } = draft;
  const stream: TrtcStream =
    draft.owner === undefined
      ? { mode: 'mixed' }
      : { mode: 'single', userId: draft.owner.user, mediaId: draft.owner.mediaId, trackType };
  const file: PlaylistFile = { ...place, kind: 'playlist', recovery, stream };
  const isStored = plan.params.storage === 'cos' && plan.trouble !== 'storage-refuses';
  const segments = draft.segments.map(({ begin, end }): TrtcSegment => {
    const beginMs = startMs + begin;
    const segment: SegmentFile = { ...file, kind: 'segment', startMs: beginMs };
    const objectKey = formatObjectKey(segment, reading);
    return { file: segment, objectKey, beginMs, endMs: startMs + end, isStored };
  });
  return {
    file,
    objectKey: formatObjectKey(file, reading),
    announcedName: announced(file, reading),
    trackType,
    beginMs: segments[0]?.beginMs ?? startMs,
    isEnded: !draft.isBroken,
    isStored,
    segments,
  };
}

function without(playlist: TrtcPlaylist, missing: string | undefined): TrtcPlaylist {
  const segments = playlist.segments.map((segment) =>
    segment.objectKey === missing ? { ...segment, isStored: false } : segment,
  );
  return { ...playlist, segments };
}

function announced(file: TrtcFile, reading: TrtcReading): string {
  return reading.fileNames === 'key'
    ? formatObjectKey(file, reading)
    : formatFileName(file, reading);
}

/** What becomes one recording in MP4: a user's stream with all its tracks, or the mix, from its first to its last data. */
interface Mp4Draft extends Span {
  readonly stream: Mp4Source;
  readonly trackType: TrackType;
}

function mp4Sources(streams: readonly StreamDraft[]): readonly Mp4Draft[] {
  const sources = new Map<string, Mp4Draft>();
  for (const { owner, trackType, segments } of streams) {
    const key = JSON.stringify(owner ?? null);
    const known = sources.get(key);
    const begin = segments[0]?.begin ?? 0;
    const end = segments.at(-1)?.end ?? 0;
    sources.set(key, {
      stream:
        owner === undefined
          ? { mode: 'mixed' }
          : { mode: 'single', userId: owner.user, mediaId: owner.mediaId },
      trackType: known === undefined || known.trackType === trackType ? trackType : 'audio_video',
      begin: Math.min(begin, known?.begin ?? begin),
      end: Math.max(end, known?.end ?? end),
    });
  }
  return [...sources.values()];
}

function nameMp4(
  { stream, trackType, begin, end }: Mp4Draft,
  place: FilePlace,
  plan: TrtcTaskPlan,
  { reading, startMs }: NamingContext,
): readonly TrtcMp4[] {
  const pieces = cut({ begin, end }, mp4LengthMsMax(plan.params));
  const inVod = isToldAsVod(plan, reading);
  const isStored =
    plan.params.storage === 'cos' &&
    (plan.trouble === undefined || plan.trouble === 'upload-delayed');
  return pieces.map((piece, at) => {
    const index = pieces.length > 1 ? at + 1 : undefined;
    const file: Mp4ObjectFile = { ...place, kind: 'mp4', stream, index };
    return {
      file,
      objectKey: formatObjectKey(file, reading),
      announcedName: inVod ? formatCacheFile(file, reading) : announced(file, reading),
      trackType,
      beginMs: startMs + piece.begin,
      endMs: startMs + piece.end,
      isStored,
    };
  });
}
