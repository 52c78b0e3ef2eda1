import {
  formatObjectKey,
  recordModeOf,
  resolveReading,
  type GmeCallback,
} from '#contracts/gme/index.ts';
import { freshDigits } from '#generators/fresh.ts';
import type { FreshIdentifiers, Story } from '#generators/gme/story.ts';
import type { Name, Subject } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';

export type { EventType, FileSpec, FreshIdentifiers, Story } from '#generators/gme/story.ts';

/** A story with identifiers. */
export interface BoundStory {
  readonly story: Story;
  readonly names: readonly Name[];
  readonly subjects: readonly Subject[];
  /** `timestamp` in Unix seconds: when the request is sent. */
  callback(file: string, type: number, timestamp: number): GmeCallback;
}

/** Recordings of a story lie this far back unless it says otherwise. */
const startedAgoSecondsDefault = 3600;

/**
 * Gives a story identifiers that were never used before. The same `salt` gives the same ones; plain identifiers are
 * decimal, as openIDs are, and plain task ids fit a double, so that only the checks about them depend on large ones.
 */
export function bindStory(story: Story, context: SuiteContext, salt: string): BoundStory {
  const reading = resolveReading(context.dialects);
  const fresh = freshIdentifiers(`${context.nonce}/${salt}`);
  const own = story.identifiers?.(fresh) ?? {};
  const room = (symbol: string): string => own[symbol] ?? fresh.room(symbol);
  const user = (symbol: string): string => own[symbol] ?? fresh.user(symbol);
  const task = (symbol: string): bigint => BigInt(own[symbol] ?? fresh.task(symbol));

  const callbackOf = (symbol: string, type: number, timestamp: number): GmeCallback => {
    const spec = story.files[symbol];
    if (spec === undefined) {
      throw new RangeError(`story "${story.title}" has no file ${symbol}`);
    }
    const { mode = 'single', seqNo = 1, startedAgoSeconds = startedAgoSecondsDefault } = spec;
    // Where names carry the segment's own start, two segments must not begin at once.
    const ownStart = reading.nameTime === 'segment-start' || reading.nameId === 'task-id';
    const file = {
      bizId: Number(context.appId),
      roomId: room(spec.room ?? 'R1'),
      userId: mode === 'mixed' ? (own['mixed'] ?? reading.mixedUserId) : user(spec.user ?? 'U1'),
      mode,
      taskId: task(spec.task ?? 'T1'),
      startSeconds:
        Math.floor(context.nowMs / 1000) - startedAgoSeconds + (ownStart ? 60 * seqNo : 0),
      seqNo,
    };
    return {
      bizId: file.bizId,
      roomId: file.roomId,
      userId: file.userId,
      taskId: file.taskId,
      recordMode: recordModeOf(mode, reading),
      timestamp,
      eventType: type,
      detail: { seqNo: file.seqNo, fileName: formatObjectKey(file, reading) },
    };
  };

  return {
    story,
    names: namesOf(story, callbackOf, context),
    subjects: subjectsOf(story, callbackOf, context),
    callback: callbackOf,
  };
}

function freshIdentifiers(seedText: string): FreshIdentifiers {
  return {
    room: (symbol) => freshDigits(`${seedText}/${symbol}`, 15),
    // Below the moments of our days in microseconds, so that no identifier looks like a time.
    user: (symbol) => `3${freshDigits(`${seedText}/${symbol}`, 14)}`,
    task: (symbol) => BigInt(`4${freshDigits(`${seedText}/${symbol}`, 14)}`),
  };
}

type CallbackOf = (symbol: string, type: number, timestamp: number) => GmeCallback;

function namesOf(story: Story, callbackOf: CallbackOf, context: SuiteContext): readonly Name[] {
  const names = new Map<string, Name>();
  const add = (name: Name): void => {
    names.set(`${name.kind}/${name.value}`, name);
  };
  for (const [symbol, spec] of Object.entries(story.files)) {
    const callback = callbackOf(symbol, 3, Math.floor(context.nowMs / 1000));
    add({ kind: 'file', symbol, value: callback.detail.fileName });
    // One symbol for all folders: two of them may have the same name, and none says more than its file.
    const { fileName } = callback.detail;
    add({ kind: 'file', symbol: 'folder', value: fileName.slice(0, fileName.lastIndexOf('/')) });
    add({ kind: 'room', symbol: spec.room ?? 'R1', value: callback.roomId });
    add({ kind: 'task', symbol: spec.task ?? 'T1', value: String(callback.taskId) });
    if (spec.mode !== 'mixed') {
      add({ kind: 'user', symbol: spec.user ?? 'U1', value: callback.userId });
    }
  }
  return [...names.values()];
}

function subjectsOf(
  story: Story,
  callbackOf: CallbackOf,
  context: SuiteContext,
): readonly Subject[] {
  return Object.entries(story.files).map(([symbol, spec]) => {
    const callback = callbackOf(symbol, 3, 0);
    const user = spec.mode === 'mixed' ? 'mixed' : (spec.user ?? 'U1');
    return {
      key: `${spec.room ?? 'R1'}/${spec.task ?? 'T1'}/${user}`,
      appId: context.appId,
      roomId: callback.roomId,
      taskId: String(callback.taskId),
      userId: callback.userId,
    };
  });
}
