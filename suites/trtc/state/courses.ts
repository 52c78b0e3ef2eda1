import type { Case } from '../../kit/experiments.ts';
import type { Plan } from '../../kit/plan.ts';
import { toldOnce } from '../stories.ts';
import type { FileSpec, Story, StoryEvent } from '../story.ts';

/** A few callbacks of one task, a second apart. */
export function news(events: readonly StoryEvent[], file: FileSpec = {}): Story {
  return {
    title: events.map(([, type, code = 0]) => [type, code].join(' ')).join(', '),
    files: { F1: file },
    events,
  };
}

/** Pairs whose true order a receiver may take for granted. */
export const pairs: readonly Story[] = [
  news([
    ['T1', 305, 1],
    ['T1', 305, 2],
  ]),
  news([
    ['T1', 302],
    ['F1', 310],
  ]),
  news([
    ['T1', 302],
    ['F1', 311],
  ]),
  news([
    ['T1', 301],
    ['T1', 302],
  ]),
  news([
    ['T1', 301],
    ['F1', 310],
  ]),
  news([
    ['T1', 301],
    ['F1', 311],
  ]),
  news([
    ['T1', 302],
    ['T1', 305],
  ]),
  news([
    ['T1', 303],
    ['T1', 305],
  ]),
  news([
    ['T1', 305],
    ['F1', 310],
  ]),
  news([
    ['F1', 307],
    ['F1', 304],
  ]),
  news([
    ['F1', 304],
    ['F1', 310],
  ]),
  news([
    ['F1', 304],
    ['T1', 302],
  ]),
  news([
    ['F1', 311],
    ['T1', 312],
  ]),
  news([
    ['T1', 301],
    ['T1', 306],
  ]),
  news([
    ['T1', 306],
    ['T1', 302],
  ]),
  news(
    [
      ['T1', 302],
      ['F1', 310],
    ],
    { mode: 'mixed' },
  ),
  news(
    [
      ['F1', 307],
      ['F1', 304],
    ],
    { mode: 'mixed' },
  ),
];

/** A recording to COS and one to VOD from start to end, as short as can be. */
export const courses: readonly Story[] = [
  news([
    ['T1', 301],
    ['T1', 302],
    ['F1', 310],
  ]),
  news([
    ['T1', 301],
    ['T1', 302],
    ['F1', 311],
  ]),
  news([
    ['F1', 307],
    ['F1', 304],
    ['T1', 305],
  ]),
  news([
    ['T1', 302],
    ['T1', 305, 1],
    ['T1', 305, 2],
  ]),
  news([
    ['T1', 301],
    ['T1', 306],
    ['F1', 304],
  ]),
  // A receiver that gives files to the room's latest task gives them to the wrong one.
  ...([304, 310, 311] as const).map((type) => ({
    ...news([
      ['T1', 301],
      ['T2', 301],
      ['F1', type],
    ]),
    title: `two tasks under way, a file of the first, event type ${String(type)}`,
    tasks: { T1: { robot: 'B1' }, T2: { robot: 'B2' } },
  })),
];

/** Two files of one task, told in the same second. */
export const twoFiles: readonly Story[] = ([304, 310, 311] as const).map((type) =>
  toldOnce(`two files, ${String(type)}`, type, { F1: { user: 'U1' }, F2: { user: 'U2' } }),
);

/** Every story under every plan. */
export function each(
  title: string,
  stories: readonly Story[],
  ...plans: readonly Plan[]
): readonly Case<Story>[] {
  return stories.flatMap((story) =>
    plans.map((plan) => ({ title: `${title}: ${story.title}`, story, plan })),
  );
}
