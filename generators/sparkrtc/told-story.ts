import fc from 'fast-check';
import { recordFormats, type SparkCallback } from '#contracts/sparkrtc/callback.ts';
import { defaultReading, type SparkReading } from '#contracts/sparkrtc/reading.ts';
import { streamMedia } from '#contracts/sparkrtc/stream-name.ts';
import { deliveryPlans, type DeliveryPlan } from '../delivery-plan.ts';
import { storyUnder } from './story-callback.ts';
import type { FileSpec, JobSpec, Story, StoryEvent } from './story.ts';

/** A story and a way to deliver its callbacks; the plan counts the story's events. */
export interface ToldStory {
  readonly story: Story;
  readonly plan: DeliveryPlan;
}

interface JobDraft {
  readonly spec: JobSpec;
  /** Files in the order of time, each the continuation of the one before it, in these formats. */
  readonly formats: readonly (typeof recordFormats)[number][];
  readonly fileCount: number;
  readonly withoutFileSize: boolean;
}

const eventsMax = 10;

const drafts: fc.Arbitrary<readonly JobDraft[]> = fc.uniqueArray(
  fc.record({
    spec: fc.record({
      room: fc.constantFrom('R1', 'R2'),
      user: fc.constantFrom('U1', 'U2'),
      kind: fc.constantFrom('automatic' as const, 'single' as const, 'mixed' as const),
      media: fc.constantFrom(...streamMedia),
    }),
    formats: fc.subarray([...recordFormats], { minLength: 1 }),
    fileCount: fc.integer({ min: 1, max: 2 }),
    withoutFileSize: fc.boolean(),
  }),
  {
    minLength: 1,
    maxLength: 3,
    selector: ({ spec: { room, user, kind, media } }) =>
      kind === 'mixed' ? `${room} ${kind}` : `${room} ${user} ${kind} ${media}`,
  },
);

/**
 * Stories of one to three jobs in two rooms, of both formats, with one or two files each, and some of their callbacks:
 * files begun and complete, jobs over; under any delivery plan. Only what the reading knows is told.
 * Shrinks towards one callback of one job.
 */
export function toldStories(reading: SparkReading = defaultReading): fc.Arbitrary<ToldStory> {
  return drafts
    .map((all) => storyUnder(toStory(all), reading))
    .chain((story) =>
      fc
        .subarray([...story.events], {
          minLength: 1,
          maxLength: Math.min(eventsMax, story.events.length),
        })
        .map((events) => ({ ...story, events })),
    )
    .chain((story) => deliveryPlans(story.events.length).map((plan) => ({ story, plan })));
}

function toStory(all: readonly JobDraft[]): Story {
  const named = all.map((draft, index) => {
    const job = `T${String(index + 1)}`;
    const files = Array.from({ length: draft.fileCount }, (_, at) =>
      draft.formats.map((format): readonly [string, FileSpec] => [
        `F${String(index + 1)}${'ab'.charAt(at)}${format === 'HLS' ? 'h' : 'm'}`,
        { job, format, afterSeconds: 1200 * at },
      ]),
    ).flat();
    return { ...draft, job, files };
  });
  return {
    title: 'generated',
    jobs: Object.fromEntries(named.map(({ job, spec }) => [job, spec])),
    files: Object.fromEntries(named.flatMap(({ files }) => files)),
    events: named.flatMap(({ job, files, withoutFileSize }): readonly StoryEvent[] => {
      const without: readonly (keyof SparkCallback)[] = withoutFileSize ? ['fileSizeBytes'] : [];
      const ofFiles = files.flatMap(([symbol]): readonly StoryEvent[] => [
        [symbol, 'start'],
        without.length === 0 ? [symbol, 'complete'] : [symbol, 'complete', without],
      ]);
      return [...ofFiles, [job, 'over']];
    }),
  };
}
