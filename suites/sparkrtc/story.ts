import {
  resolveReading,
  type SparkCallback,
  type SparkReading,
} from '#contracts/sparkrtc/index.ts';
import { freshDigits } from '#generators/fresh.ts';
import {
  bindFile,
  bindJob,
  isSent,
  jobOf,
  storyCallback,
  type StoryBinding,
} from '#generators/sparkrtc/story-callback.ts';
import type { FreshIdentifiers, Story } from '#generators/sparkrtc/story.ts';
import type { Name, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';

export type {
  EventType,
  FileSpec,
  FreshIdentifiers,
  JobSpec,
  Story,
  StoryEvent,
} from '#generators/sparkrtc/story.ts';

/** A SparkRTC story with identifiers. */
export interface BoundSparkStory {
  readonly reading: SparkReading;
  readonly names: readonly Name[];
  readonly subjects: readonly Subject[];
  /**
   * The story's callback number `event`; no field of it depends on when it is sent.
   * @throws RangeError for an event that the story does not have, and for one that the reading knows not.
   */
  callback(event: number): SparkCallback;
}

/** Gives a story identifiers that were never used before; the same `salt` gives the same ones. */
export function bindStory(story: Story, context: SuiteContext, salt: string): BoundSparkStory {
  const reading = resolveReading(context.dialects);
  const binding: StoryBinding = {
    appId: context.appId,
    reading,
    nowSeconds: Math.floor(context.nowMs / 1000),
    fresh: freshIdentifiers(`${context.nonce}/${salt}`),
  };
  return {
    reading,
    names: namesOf(story, binding),
    subjects: subjectsOf(story, binding),
    callback: (event) => storyCallback(story, event, binding),
  };
}

/** Whether the service sends the story's callback number `event` in the run's reading. */
export function isEventSent({ events }: Story, event: number, context: SuiteContext): boolean {
  const type = events[event]?.[1];
  return type === undefined || isSent(type, resolveReading(context.dialects));
}

/** Letters and digits, as in the samples; ids of jobs have the sample's 32 hexadecimal digits. */
function freshIdentifiers(seedText: string): FreshIdentifiers {
  return {
    room: (symbol) => `room${freshDigits(`${seedText}/${symbol}`, 14)}`,
    user: (symbol) => `user${freshDigits(`${seedText}/${symbol}`, 14)}`,
    job: (symbol) => `6081a${freshDigits(`${seedText}/${symbol}`, 26)}f`,
  };
}

/** Symbols of the jobs that a story speaks of, in the order in which it does. */
function jobsOf(story: Story): readonly string[] {
  return [
    ...new Set([
      ...Object.keys(story.jobs ?? {}),
      ...Object.values(story.files).map(({ job = 'T1' }) => job),
      ...story.events.map(([what]) => jobOf(story, what)),
    ]),
  ];
}

/**
 * Every identifier under its symbol: a job also gives its stream's name (`T1-stream`), a file its key, its folder and
 * its own name without the extension. Where two things are spelt alike the first gives its symbol.
 */
function namesOf(story: Story, binding: StoryBinding): readonly Name[] {
  const names = new Map<string, Name>();
  const add = (name: Name): void => {
    const key = `${name.kind}/${name.value}`;
    if (name.value !== '' && !names.has(key)) {
      names.set(key, name);
    }
  };
  for (const [symbol] of Object.entries(story.files)) {
    const { objectKey } = bindFile(story, symbol, binding).recording;
    const nameAt = objectKey.lastIndexOf('/') + 1;
    add({ kind: 'file', symbol, value: objectKey });
    add({ kind: 'file', symbol, value: objectKey.slice(nameAt) });
    add({ kind: 'file', symbol: `${symbol}-folder`, value: objectKey.slice(0, nameAt - 1) });
    add({
      kind: 'file',
      symbol: `${symbol}-stem`,
      value: objectKey.slice(nameAt, objectKey.lastIndexOf('.')),
    });
  }
  for (const symbol of jobsOf(story)) {
    const { jobId, roomId, userId, streamName } = bindJob(story, symbol, binding);
    const { room = 'R1', user = 'U1' } = story.jobs?.[symbol] ?? {};
    add({ kind: 'task', symbol, value: jobId });
    add({ kind: 'file', symbol: `${symbol}-stream`, value: streamName });
    add({ kind: 'room', symbol: room, value: roomId });
    add({ kind: 'user', symbol: user, value: userId });
  }
  return [...names.values()];
}

/** One subject for each job; a mixed stream's has no user. */
function subjectsOf(story: Story, binding: StoryBinding): readonly Subject[] {
  return jobsOf(story).map((symbol) => {
    const { appId, jobId: taskId, roomId, userId } = bindJob(story, symbol, binding);
    const { room = 'R1', user = 'U1' } = story.jobs?.[symbol] ?? {};
    const key = `${room}/${symbol}/${userId === '' ? 'mixed' : user}`;
    return { key, appId, roomId, taskId, userId };
  });
}
