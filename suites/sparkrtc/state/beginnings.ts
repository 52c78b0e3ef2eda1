import type { DeliveryPlan } from '#generators/delivery-plan.ts';
import type { ToldStory } from '#generators/sparkrtc/told-story.ts';
import { jobOf } from '#generators/sparkrtc/story-callback.ts';

/**
 * The told story without what no receiver can tell: a beginning names no file, so out of order or sent anew it may be
 * that of the next one. Left are beginnings of jobs whose end is delivered as well, repeated byte for byte at most.
 */
export function withPlainBeginnings({ story, plan }: ToldStory): ToldStory {
  const { events } = story;
  const delivered = plan.flat().map(({ index }) => index);
  const over = new Set(
    delivered.flatMap((index) => (events[index]?.[1] === 'over' ? [events[index][0]] : [])),
  );
  const isBeginning = (index: number): boolean => events[index]?.[1] === 'start';
  const isPlain = (index: number): boolean =>
    !isBeginning(index) || over.has(jobOf(story, events[index]?.[0] ?? ''));
  const plain: DeliveryPlan = plan
    .map((wave) =>
      wave
        .filter(({ index }) => isPlain(index))
        .map((delivery) =>
          delivery.kind === 're-send' && isBeginning(delivery.index)
            ? { index: delivery.index, kind: 'duplicate' as const }
            : delivery,
        ),
    )
    .filter((wave) => wave.length > 0);
  const [first = 0] = delivered;
  // One beginning and nothing else is plain enough.
  return { story, plan: plain.length > 0 ? plain : [[{ index: first, kind: 'original' }]] };
}
