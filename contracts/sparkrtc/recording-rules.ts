import { idSource } from '../id-source.ts';
import { recordFormats } from './callback-fields.ts';
import { cutStream, secondsOf, type FileDraft, type Stretch } from './cut-stream.ts';
import { limits } from './limits.ts';
import { formatObjectKey, type SparkFile } from './object-key.ts';
import { byOccurrence, callbacksOf } from './predicted-callbacks.ts';
import type { PredictOptions, SparkJob, SparkPrediction, SparkRecording } from './prediction.ts';
import { defaultReading } from './reading.ts';
import { layoutOf, ruleOfFormat, ruleOfRoom, type RuleChange } from './recording-rule.ts';
import { RoomRecorder, type JobDraft } from './room-recorder.ts';
import type { SparkRoomEvent, SparkSession } from './session.ts';
import { formatStreamName, type SparkStream } from './stream-name.ts';

export type * from './prediction.ts';

/**
 * What SparkRTC records and notifies when a session happens under a rule.
 *
 * Each stream of a user's stay is a job, from its first publishing to the user's leaving, whatever pauses lie between;
 * a mixed job lasts as long as its room. The rule that was enabled when the room was created cuts each format for
 * itself: at the recording length, and at pauses that it does not merge. Each file has two callbacks, begun and
 * completed, and each job one for its end.
 * @throws RangeError for events out of order or impossible in their room, rooms that are not empty in the end, and too
 * few job ids.
 * Clauses `fileOfEachUser`, `newRoomsOnly`, `cutAtLength`, `pause*`, `name*`, `event*`, `jobEnd`.
 */
export function predict(session: SparkSession, options: PredictOptions): SparkPrediction {
  const scope = options.scope ?? 'single';
  const isWanted = ({ source }: JobDraft): boolean =>
    scope === 'both' || scope === (source === undefined ? 'mixed' : 'single');
  const nextId = idSource(options.jobIds, 'job');
  let count = 0;
  const jobs = record(session.events)
    .filter(isWanted)
    .flatMap((draft): readonly SparkJob[] => {
      const rule = ruleOfRoom(changesOf(options), session.startSeconds + draft.roomCreatedAt);
      if (rule === null) {
        return [];
      }
      const job = nameJob(draft, nextId(count), session.startSeconds, options);
      count += 1;
      return [
        { ...job, rule, recordings: recordingsOf(draft, { ...job, rule }, session, options) },
      ];
    });
  const reading = options.reading ?? defaultReading;
  return {
    jobs,
    callbacks: jobs.flatMap((job) => callbacksOf(job, reading)).sort(byOccurrence),
    objectKeys: jobs.flatMap(({ recordings }) => recordings.map(({ objectKey }) => objectKey)),
  };
}

function changesOf({ rule }: PredictOptions): readonly RuleChange[] {
  return 'region' in rule ? [{ atSeconds: 0, rule }] : rule;
}

function record(events: readonly SparkRoomEvent[]): readonly JobDraft[] {
  const recorders = new Map<string, RoomRecorder>();
  let now = 0;
  for (const event of events) {
    if (!Number.isSafeInteger(event.at) || event.at < now) {
      throw new RangeError(
        `Not a possible session: time goes from ${String(now)} s to ${String(event.at)} s.`,
      );
    }
    now = event.at;
    const recorder = recorders.get(event.room) ?? new RoomRecorder(event.room);
    recorders.set(event.room, recorder);
    recorder.apply(event);
  }
  for (const [room, recorder] of recorders) {
    if (recorder.occupied) {
      throw new RangeError(`Not a whole session: users are still in room '${room}' when it ends.`);
    }
  }
  return [...recorders.values()].flatMap(({ jobs }) => jobs).sort(byBeginning);
}

/** Jobs of one second: the mixed one before those of users. */
function byBeginning(a: JobDraft, b: JobDraft): number {
  const nameOf = ({ room, source }: JobDraft): string =>
    JSON.stringify([room, source === undefined ? '' : [source.user, source.media]]);
  return a.begin - b.begin || (nameOf(a) < nameOf(b) ? -1 : 1);
}

function nameJob(
  draft: JobDraft,
  jobId: string,
  startSeconds: number,
  { appId, startedBy }: PredictOptions,
): Omit<SparkJob, 'rule' | 'recordings'> {
  const stream = streamOf(draft, jobId, appId, startedBy ?? 'automatic');
  return {
    jobId,
    appId,
    roomId: draft.room,
    stream,
    streamName: formatStreamName(stream),
    beginSeconds: startSeconds + draft.begin,
    endSeconds: startSeconds + draft.end,
  };
}

function streamOf(
  { room: roomId, source }: JobDraft,
  jobId: string,
  appId: string,
  startedBy: 'automatic' | 'api',
): SparkStream {
  if (source === undefined) {
    return { kind: 'mixed', jobId, roomId };
  }
  const { user: userId, media } = source;
  return startedBy === 'api'
    ? { kind: 'single', jobId, roomId, userId }
    : { kind: 'automatic', appId, roomId, userId, media };
}

function recordingsOf(
  draft: JobDraft,
  job: Omit<SparkJob, 'recordings'>,
  { startSeconds }: SparkSession,
  options: PredictOptions,
): readonly SparkRecording[] {
  const { generationSeconds = limits.generationSecondsTypical, reading = defaultReading } = options;
  const shifted = ({ begin, end }: Stretch): Stretch => ({
    begin: startSeconds + begin,
    end: startSeconds + end,
  });
  const toRecording = (format: SparkFile['format'], cut: FileDraft): SparkRecording => {
    const file: SparkFile = {
      appId: job.appId,
      format,
      streamName: job.streamName,
      fileTimeSeconds: startSeconds + Math.min(cut.begin + generationSeconds, cut.end),
    };
    return {
      file,
      objectKey: formatObjectKey(file, layoutOf(job.rule), reading),
      beginSeconds: startSeconds + cut.begin,
      endSeconds: startSeconds + cut.end,
      parts: cut.parts.map(shifted),
      recordedSeconds: secondsOf(cut.parts),
      closedAtSeconds: startSeconds + cut.closedAt,
      closedBy: cut.closedBy,
      picture: draft.picture,
    };
  };
  return recordFormats
    .flatMap((format) => {
      const rule = ruleOfFormat(job.rule, format);
      const cuts = rule === undefined ? [] : cutStream(draft.stretches, rule, draft.end);
      return cuts.map((cut) => toRecording(format, cut));
    })
    .sort((a, b) => a.beginSeconds - b.beginSeconds);
}
