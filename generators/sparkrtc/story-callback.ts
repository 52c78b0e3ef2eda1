import type { SparkCallback } from '#contracts/sparkrtc/callback.ts';
import { callbacksOf } from '#contracts/sparkrtc/predicted-callbacks.ts';
import { limits } from '#contracts/sparkrtc/limits.ts';
import { formatObjectKey, type SparkFile } from '#contracts/sparkrtc/object-key.ts';
import type { SparkReading } from '#contracts/sparkrtc/reading.ts';
import type { SparkJob, SparkRecording } from '#contracts/sparkrtc/recording-rules.ts';
import { exampleRule, layoutOf, type RecordingRule } from '#contracts/sparkrtc/recording-rule.ts';
import { defaultPicture } from '#contracts/sparkrtc/session.ts';
import { formatStreamName, type SparkStream } from '#contracts/sparkrtc/stream-name.ts';
import type { EventType, FreshIdentifiers, JobSpec, Story } from './story.ts';

/** What a story needs to be told: identifiers for its symbols, and the moment. No field of a body depends on when it is sent. */
export interface StoryBinding {
  readonly appId: string;
  readonly reading: SparkReading;
  /** Unix seconds. */
  readonly nowSeconds: number;
  /** Plain identifiers; what the story itself says goes before them. */
  readonly fresh: FreshIdentifiers;
  /** Where files lie and how they are named. Default `exampleRule`. */
  readonly rule?: RecordingRule;
}

/** One of a story's jobs with its identifiers; it has no recordings of its own. */
export interface BoundJob extends SparkJob {
  /** Empty for a mixed stream. */
  readonly userId: string;
}

/** One of a story's files with all that callbacks say of it. */
export interface BoundFile {
  readonly job: BoundJob;
  readonly recording: SparkRecording;
}

/** An event type that no document names. */
export const unknownEvent = 'RECORD_FILE_ARCHIVED';

const startedAgoSecondsDefault = 7200;
const fileSecondsDefault = 600;
const jobSeconds = 3600;

/** The job of a story that a symbol names. */
export function bindJob(story: Story, symbol: string, binding: StoryBinding): BoundJob {
  const spec: JobSpec = story.jobs?.[symbol] ?? {};
  const own = story.identifiers?.(binding.fresh) ?? {};
  const { room = 'R1', user = 'U1', startedAgoSeconds = startedAgoSecondsDefault } = spec;
  const ids = {
    roomId: own[room] ?? binding.fresh.room(room),
    jobId: own[symbol] ?? binding.fresh.job(symbol),
    userId: spec.kind === 'mixed' ? '' : (own[user] ?? binding.fresh.user(user)),
  };
  const stream = streamOf(spec, { ...ids, appId: binding.appId });
  const beginSeconds = binding.nowSeconds - startedAgoSeconds;
  return {
    ...ids,
    appId: binding.appId,
    stream,
    streamName: formatStreamName(stream),
    rule: binding.rule ?? exampleRule,
    beginSeconds,
    endSeconds: beginSeconds + jobSeconds,
    recordings: [],
  };
}

function streamOf(
  { kind = 'automatic', media = 'camera' }: JobSpec,
  ids: { readonly appId: string } & Pick<BoundJob, 'roomId' | 'jobId' | 'userId'>,
): SparkStream {
  const { appId, jobId, roomId, userId } = ids;
  switch (kind) {
    case 'automatic':
      return { kind, appId, roomId, userId, media };
    case 'single':
      return { kind, jobId, roomId, userId };
    case 'mixed':
      return { kind, jobId, roomId };
  }
}

/** The file of a story that a symbol names. @throws RangeError where it has none of that symbol. */
export function bindFile(story: Story, symbol: string, binding: StoryBinding): BoundFile {
  const spec = story.files[symbol];
  if (spec === undefined) {
    throw new RangeError(`story "${story.title}" has no file ${symbol}`);
  }
  const job = bindJob(story, spec.job ?? 'T1', binding);
  const { format = 'HLS', afterSeconds = 0, lengthSeconds = fileSecondsDefault } = spec;
  const beginSeconds = job.beginSeconds + afterSeconds;
  const endSeconds = beginSeconds + lengthSeconds;
  const file: SparkFile = {
    appId: job.appId,
    format,
    streamName: job.streamName,
    fileTimeSeconds: Math.min(beginSeconds + limits.generationSecondsTypical, endSeconds),
  };
  const recording: SparkRecording = {
    file,
    objectKey: formatObjectKey(file, layoutOf(job.rule), binding.reading),
    beginSeconds,
    endSeconds,
    parts: [{ begin: beginSeconds, end: endSeconds }],
    recordedSeconds: lengthSeconds,
    closedAtSeconds: endSeconds,
    closedBy: 'end',
    picture: defaultPicture,
  };
  return { job, recording };
}

/** The job of a story's symbol: its own name, or that of the file's job. */
export function jobOf(story: Story, what: string): string {
  return what in story.files ? (story.files[what]?.job ?? 'T1') : what;
}

/** Whether the service sends such callbacks at all: under `spark-two-events` the end of a job is not told. */
export function isSent(type: EventType, reading: SparkReading): boolean {
  return type !== 'over' || reading.jobOverEvent !== 'none';
}

/** The story without the callbacks that the service does not send under a reading. */
export function storyUnder(story: Story, reading: SparkReading): Story {
  return { ...story, events: story.events.filter(([, type]) => isSent(type, reading)) };
}

/**
 * The story's callback number `index` as the service would send it; a re-send is the same body under other headers.
 * @throws RangeError for an event or file that the story does not have, and for an event that the reading knows not.
 */
export function storyCallback(story: Story, index: number, binding: StoryBinding): SparkCallback {
  const [what, type, without = []] = story.events[index] ?? [];
  if (what === undefined || type === undefined) {
    throw new RangeError(`story "${story.title}" has no event ${String(index)}`);
  }
  const isLeftOut = (member: string): boolean => without.some((name) => name === member);
  const whole = wholeCallback(story, what, type, binding);
  return Object.fromEntries(Object.entries(whole).filter(([member]) => !isLeftOut(member)));
}

function wholeCallback(
  story: Story,
  what: string,
  type: EventType,
  binding: StoryBinding,
): SparkCallback {
  const { reading } = binding;
  if (type === 'unknown') {
    const { streamName, appId, jobId, roomId } = bindJob(story, what, binding);
    return { eventType: unknownEvent, streamName, appId, jobId, roomId };
  }
  const isOfFile = type !== 'over';
  const { job, recording } = isOfFile
    ? bindFile(story, what, binding)
    : { job: bindJob(story, what, binding), recording: undefined };
  const told = callbacksOf(
    { ...job, recordings: recording === undefined ? [] : [recording] },
    reading,
  );
  const callback = told[type === 'complete' ? 1 : 0]?.callback;
  if (callback === undefined) {
    throw new RangeError(`story "${story.title}" tells the end of a job, which is not sent`);
  }
  return callback;
}
