import { resolveReading, type TrtcCallback, type TrtcReading } from '#contracts/trtc/index.ts';
import { freshDigits } from '#generators/fresh.ts';
import {
  bindFile,
  bindTask,
  storyCallback,
  type BoundFile,
  type StoryBinding,
  type StoryMoment,
} from '#generators/trtc/story-callback.ts';
import type { FreshIdentifiers, Story } from '#generators/trtc/story.ts';
import type { Name, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';

export type {
  EventType,
  FileSpec,
  FreshIdentifiers,
  Story,
  StoryEvent,
  TaskSpec,
} from '#generators/trtc/story.ts';

/** A TRTC story with identifiers. */
export interface BoundTrtcStory {
  readonly reading: TrtcReading;
  readonly names: readonly Name[];
  readonly subjects: readonly Subject[];
  /** The file of a symbol. @throws RangeError where the story has none. */
  file(symbol: string): BoundFile;
  /** The story's callback number `event`. @throws RangeError for an event that the story does not have. */
  callback(event: number, moment: StoryMoment): TrtcCallback;
}

/**
 * Gives a story identifiers that were never used before; the same `salt` gives the same ones. Plain rooms are strings
 * of digits, as in most samples: receivers that read them as numbers and those that do not both take them, and the room
 * for integers is too small for identifiers that no earlier run has used. Only the checks about rooms depend on numbers.
 */
export function bindStory(story: Story, context: SuiteContext, salt: string): BoundTrtcStory {
  const reading = resolveReading(context.dialects);
  const binding: StoryBinding = {
    sdkAppId: Number(context.appId),
    reading,
    nowMs: context.nowMs,
    fresh: freshIdentifiers(`${context.nonce}/${salt}`),
  };
  return {
    reading,
    names: namesOf(story, binding),
    subjects: subjectsOf(story, binding, context),
    file: (symbol) => bindFile(story, symbol, binding),
    callback: (event, moment) =>
      withFellows(story, event, binding, storyCallback(story, event, binding, moment)),
  };
}

function freshIdentifiers(seedText: string): FreshIdentifiers {
  return {
    // Below the moments of our days in microseconds, so that no identifier looks like a time.
    room: (symbol) => `3${freshDigits(`${seedText}/${symbol}`, 14)}`,
    user: (symbol) => `user${freshDigits(`${seedText}/${symbol}`, 14)}`,
    robot: (symbol) => `robot${freshDigits(`${seedText}/${symbol}`, 14)}`,
    task: (symbol) => `k${freshDigits(`${seedText}/${symbol}`, 24)}x`,
  };
}

/** Where one 310 speaks of all files of a task, it also names those that other 310s would. */
function withFellows(
  story: Story,
  index: number,
  binding: StoryBinding,
  callback: TrtcCallback,
): TrtcCallback {
  const { event } = callback;
  const [what = ''] = story.events[index] ?? [];
  if (event.kind !== 'mp4-stop' || binding.reading.mp4Events === 'per-file') {
    return callback;
  }
  const fellows = story.events.flatMap(([symbol, type], at) => {
    const isFellow =
      type === 310 && symbol !== what && taskOfFile(story, symbol) === taskOfFile(story, what);
    const moment = { occurredAtMs: 0, sentAtMs: 0 };
    const told = isFellow ? storyCallback(story, at, binding, moment).event : undefined;
    return told?.kind === 'mp4-stop' ? told.files : [];
  });
  return { ...callback, event: { ...event, files: [...event.files, ...fellows] } };
}

function taskOfFile({ files }: Story, symbol: string): string {
  return files[symbol]?.task ?? 'T1';
}

/** The task of a story's symbol: its own name, or that of the file's task. */
export function taskOf(story: Story, what: string): string {
  return what in story.files ? taskOfFile(story, what) : what;
}

/** Symbols of the tasks that a story speaks of, in the order in which it does. */
export function tasksOf(story: Story): readonly string[] {
  return [
    ...new Set([
      ...Object.keys(story.tasks ?? {}),
      ...story.events.map(([what]) => taskOf(story, what)),
    ]),
  ];
}

/**
 * Every identifier under its symbol. A file has a name as a playlist (`F1`), as an MP4 file (`F1-mp4`) and one in VOD
 * (`F1-vod`); where two things are spelt alike the first gives its symbol.
 */
function namesOf(story: Story, binding: StoryBinding): readonly Name[] {
  const names = new Map<string, Name>();
  const add = (name: Name): void => {
    const key = `${name.kind}/${name.value}`;
    if (name.value !== '' && !names.has(key)) {
      names.set(key, name);
    }
  };
  for (const symbol of tasksOf(story)) {
    const { roomId, taskId, robotId } = bindTask(story, symbol, binding);
    const { room = 'R1', robot = 'B1' } = story.tasks?.[symbol] ?? {};
    add({ kind: 'room', symbol: room, value: String(roomId) });
    add({ kind: 'task', symbol, value: taskId });
    add({ kind: 'user', symbol: robot, value: robotId });
  }
  for (const [symbol, spec] of Object.entries(story.files)) {
    const file = bindFile(story, symbol, binding);
    add({ kind: 'user', symbol: spec.user ?? 'U1', value: file.userId });
    add({ kind: 'file', symbol, value: file.playlistName });
    add({ kind: 'file', symbol: `${symbol}-mp4`, value: file.mp4Name });
    add({ kind: 'file', symbol: `${symbol}-mp4`, value: file.cacheName });
    add({ kind: 'file', symbol: `${symbol}-vod`, value: file.vodFileId });
  }
  return [...names.values()];
}

/** One subject for each user of each task; the robot stands for what has no user of its own. */
function subjectsOf(
  story: Story,
  binding: StoryBinding,
  context: SuiteContext,
): readonly Subject[] {
  return tasksOf(story).flatMap((symbol) => {
    const { roomId, taskId, robotId } = bindTask(story, symbol, binding);
    const room = story.tasks?.[symbol]?.room ?? 'R1';
    const users = new Map(
      Object.entries(story.files)
        .filter(([file, { mode }]) => taskOfFile(story, file) === symbol && mode !== 'mixed')
        .map(([file, { user = 'U1' }]) => [user, bindFile(story, file, binding).userId]),
    );
    return [...(users.size === 0 ? [['robot', robotId] as const] : users)].map(
      ([user, userId]): Subject => ({
        key: `${room}/${symbol}/${user}`,
        appId: context.appId,
        roomId: String(roomId),
        taskId,
        userId,
      }),
    );
  });
}
