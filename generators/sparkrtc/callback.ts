import fc from 'fast-check';
import { callbackFields, recordFormats, type SparkCallback } from '#contracts/sparkrtc/callback.ts';
import { defaultReading, type SparkReading } from '#contracts/sparkrtc/reading.ts';
import { streamMedia } from '#contracts/sparkrtc/stream-name.ts';
import { startTimes } from '../start-time.ts';
import { appIds, jobIds, roomIds, userIds } from './identifiers.ts';
import { isSent, storyCallback } from './story-callback.ts';
import type { Story } from './story.ts';

const members = callbackFields.map(({ member }) => member);

/** Which callbacks are made. */
export interface CallbackOptions {
  /** Whether fields may be left out. Default true. */
  readonly sparse?: boolean;
}

/**
 * Single conforming callbacks that belong to no session: any identifiers, streams, events and formats, often without
 * some fields. For whole stories take the callbacks of a session's prediction.
 */
export function callbacks(
  reading: SparkReading = defaultReading,
  { sparse = true }: CallbackOptions = {},
): fc.Arbitrary<SparkCallback> {
  const types = (['start', 'complete', 'over'] as const).filter((type) => isSent(type, reading));
  const without = fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...members]) },
  );
  return fc
    .record({
      appId: appIds(),
      ids: fc.record({ room: roomIds(), user: userIds(), job: jobIds() }),
      job: fc.record({
        kind: fc.constantFrom('automatic' as const, 'single' as const, 'mixed' as const),
        media: fc.constantFrom(...streamMedia),
      }),
      file: fc.record({
        format: fc.constantFrom(...recordFormats),
        afterSeconds: fc.nat(3600),
        lengthSeconds: fc.integer({ min: 1, max: 43_200 }),
      }),
      type: fc.constantFrom(...types),
      nowSeconds: startTimes(),
      without: sparse ? without : fc.constant([]),
    })
    .map(({ appId, ids, job, file, type, nowSeconds, without }) => {
      const story: Story = {
        title: 'one callback',
        jobs: { T1: job },
        files: { F1: file },
        events: [[type === 'over' ? 'T1' : 'F1', type, without]],
      };
      const fresh = { room: () => ids.room, user: () => ids.user, job: () => ids.job };
      return storyCallback(story, 0, { appId, reading, nowSeconds, fresh });
    });
}
