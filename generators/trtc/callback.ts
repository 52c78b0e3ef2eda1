import fc from 'fast-check';
import type { TrtcCallback } from '#contracts/trtc/callback.ts';
import { defaultReading, type TrtcReading } from '#contracts/trtc/reading.ts';
import { startTimes } from '../start-time.ts';
import { robotIds, roomIds, taskIds, userIds } from './identifiers.ts';
import { storyCallback } from './story-callback.ts';
import type { EventType, FileSpec } from './story.ts';

/** A documented type with a `Status` or `LeaveCode` that it can have. */
const typesWithCodes: readonly (readonly [type: EventType, code: number])[] = [
  [301, 0],
  [302, 0],
  [303, 0],
  [304, 0],
  [305, 0],
  [306, 0],
  [307, 0],
  [310, 0],
  [311, 0],
  [312, 0],
  [301, 1],
  [303, 1],
  [305, 1],
  [305, 2],
  [309, 0],
  [310, 1],
  [310, 2],
  [311, 1],
  [311, 2],
  [312, 1],
  ...[1, 2, 3, 4, 99, 100, 101].map((code) => [302, code] as const),
];

/** Sent in the 2022 edition only. */
const olderTypes: readonly (readonly [type: EventType, code: number])[] = [[308, 0]];

const fileSpecs: fc.Arbitrary<FileSpec> = fc
  .record({
    mode: fc.constantFrom('single' as const, 'mixed' as const),
    media: fc.constantFrom('main' as const, 'aux' as const),
    track: fc.constantFrom('audio' as const, 'video' as const, 'audio_video' as const),
    recovery: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    index: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  })
  .map(({ index, ...spec }) => (index === undefined ? spec : { ...spec, index }));

/**
 * Single conforming callbacks that belong to no session: any identifiers, streams and documented types and codes.
 * For whole stories take the callbacks of a session's prediction.
 */
export function callbacks(reading: TrtcReading = defaultReading): fc.Arbitrary<TrtcCallback> {
  const types = [...typesWithCodes, ...(reading.edition === '2022' ? olderTypes : [])];
  return fc
    .record({
      sdkAppId: fc.integer({ min: 1_400_000_000, max: 1_499_999_999 }),
      roomId: roomIds(),
      userId: userIds(),
      robotId: robotIds(),
      taskId: taskIds(),
      file: fileSpecs,
      event: fc.constantFrom(...types),
      startSeconds: startTimes(),
      startMs: fc.nat(999),
      delayMs: fc.nat(7_200_000),
      wayMs: fc.nat(5000),
    })
    .map(({ sdkAppId, file, event: [type, code], ...rest }) => {
      const occurredAtMs = rest.startSeconds * 1000 + rest.startMs + rest.delayMs;
      const what = [304, 307, 310, 311].includes(type) ? 'F1' : 'T1';
      const story = {
        title: 'one callback',
        tasks: { T1: { startedAgoSeconds: rest.delayMs / 1000 } },
        files: { F1: file },
        events: [[what, type, code] as const],
      };
      const fresh = {
        room: () => rest.roomId,
        user: () => rest.userId,
        robot: () => rest.robotId,
        task: () => rest.taskId,
      };
      const binding = { sdkAppId, reading, nowMs: occurredAtMs, fresh };
      return storyCallback(story, 0, binding, {
        occurredAtMs,
        sentAtMs: occurredAtMs + rest.wayMs,
      });
    });
}
