import fc from 'fast-check';
import { eventTypes, type GmeCallback } from '#contracts/gme/callback.ts';
import { formatObjectKey } from '#contracts/gme/object-key.ts';
import { defaultReading, recordModeOf, type GmeReading } from '#contracts/gme/reading.ts';
import { roomIds, taskIds, userIds } from './identifiers.ts';
import { startTimes } from '../start-time.ts';

/**
 * Single conforming callbacks that belong to no session: any identifiers, both modes, the three event types.
 * For whole stories take the callbacks of a session's prediction.
 */
export function callbacks(reading: GmeReading = defaultReading): fc.Arbitrary<GmeCallback> {
  return fc
    .record({
      bizId: fc.integer({ min: 1_400_000_000, max: 1_499_999_999 }),
      roomId: roomIds(),
      userId: userIds(),
      taskId: taskIds(),
      mode: fc.constantFrom('single', 'mixed'),
      startSeconds: startTimes(),
      eventType: fc.constantFrom(...Object.values(eventTypes)),
      seqNo: fc.nat(99),
      delaySeconds: fc.nat(7200),
    })
    .map(({ mode, startSeconds, eventType, seqNo, delaySeconds, ...ids }) => ({
      ...ids,
      userId: mode === 'mixed' ? reading.mixedUserId : ids.userId,
      recordMode: recordModeOf(mode, reading),
      timestamp: startSeconds + delaySeconds,
      eventType,
      detail: {
        seqNo,
        fileName: formatObjectKey({ ...ids, mode, startSeconds, seqNo }, reading),
      },
    }));
}
