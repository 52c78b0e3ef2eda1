import type { SuiteContext } from '#harness/suite.ts';
import type { Case } from '../../kit/experiments.ts';
import { duplicate, resend, sequence, type Plan } from '../../kit/plan.ts';
import { apiFile, mixedFile, mp4File, oneFile } from '../stories.ts';
import { isEventSent, type Story, type StoryEvent } from '../story.ts';

/**
 * A beginning names no file: behind a completion it may be that of the next file, and a job may then count as recording.
 * So beginnings are told out of order, or again, only where the job is over whatever comes, and never sent anew.
 */
export function news(events: readonly StoryEvent[], more: Partial<Story> = {}): Story {
  return {
    title: events.map(([what, type]) => `${what} ${type}`).join(', '),
    files: { F1: {}, F2: { afterSeconds: 600 }, M1: { format: 'MP4' } },
    events,
    ...more,
  };
}

/** Pairs whose order a receiver may take for granted. */
export const pairs: readonly Story[] = [
  news([
    ['F1', 'complete'],
    ['T1', 'over'],
  ]),
  news([
    ['F1', 'start'],
    ['T1', 'over'],
  ]),
  news([
    ['F1', 'complete'],
    ['F2', 'complete'],
  ]),
  news([
    ['F1', 'complete'],
    ['M1', 'complete'],
  ]),
  news([
    ['M1', 'complete'],
    ['T1', 'over'],
  ]),
  news([
    ['F1', 'start'],
    ['M1', 'start'],
  ]),
];

/** Files of each kind from their beginning to their job's end. */
export const courses: readonly Story[] = [oneFile, mp4File, mixedFile, apiFile];

/** Two files of a job are complete. */
export const twoCompletions: readonly Story[] = pairs.slice(2, 4);

/** Every story under every plan; stories of which a callback is not sent in this reading are left out. */
export function each(
  context: SuiteContext,
  title: string,
  stories: readonly Story[],
  ...plans: readonly Plan[]
): readonly Case<Story>[] {
  return stories
    .filter((story) => story.events.every((_, event) => isEventSent(story, event, context)))
    .flatMap((story) => plans.map((plan) => ({ title: `${title}: ${story.title}`, story, plan })));
}

/** Two users of a room, one of them in both formats, from their beginnings to the ends of their jobs. */
export const twoJobs: Story = {
  title: 'two jobs of a room',
  jobs: { T1: { user: 'U1' }, T2: { user: 'U2' } },
  files: { F1: {}, M1: { format: 'MP4' }, F2: { job: 'T2' } },
  events: [
    ['F1', 'start'],
    ['M1', 'start'],
    ['F2', 'start'],
    ['F1', 'complete'],
    ['M1', 'complete'],
    ['F2', 'complete'],
    ['T1', 'over'],
    ['T2', 'over'],
  ],
};

/** Deliveries of both jobs; larger than the other checks’ cases, which have one fault each. */
export const mixtures: readonly Plan[] = [
  [...sequence(7, 6, 5, 4, 3, 2, 1, 0), [duplicate(3)], [resend(4)], [duplicate(5)]],
  [
    [{ event: 5 }, { event: 2 }, { event: 6 }],
    ...sequence(3, 7, 4),
    [{ event: 1 }, { event: 0 }, resend(5)],
    [duplicate(6), resend(3)],
  ],
];
