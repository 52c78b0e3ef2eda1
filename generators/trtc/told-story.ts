import fc from 'fast-check';
import { deliveryPlans, type DeliveryPlan } from '../delivery-plan.ts';
import type { FileSpec, Story, StoryEvent, TaskSpec } from './story.ts';

/** A story and a way to deliver its callbacks; the plan counts the story's events. */
export interface ToldStory {
  readonly story: Story;
  readonly plan: DeliveryPlan;
}

/** How a task stores what it records, and how that went. */
type Course =
  'hls' | 'hls-left-behind' | 'hls-recovered' | 'mp4' | 'mp4-failed' | 'vod' | 'vod-failed';

interface TaskDraft {
  readonly spec: TaskSpec;
  readonly course: Course;
  readonly files: readonly FileSpec[];
  readonly leaveCode: number;
  readonly failover: boolean;
}

const files: fc.Arbitrary<readonly FileSpec[]> = fc.uniqueArray(
  fc.record({
    user: fc.constantFrom('U1', 'U2'),
    mode: fc.constantFrom('single' as const, 'mixed' as const),
    media: fc.constantFrom('main' as const, 'aux' as const),
    track: fc.constantFrom('audio' as const, 'video' as const),
  }),
  {
    minLength: 1,
    maxLength: 3,
    selector: ({ user, mode, media }) => (mode === 'mixed' ? mode : `${user} ${media}`),
  },
);

const courses: readonly Course[] = [
  'hls',
  'hls-left-behind',
  'hls-recovered',
  'mp4',
  'mp4-failed',
  'vod',
  'vod-failed',
];

const drafts: fc.Arbitrary<readonly TaskDraft[]> = fc.array(
  fc.record({
    spec: fc.record({ room: fc.constantFrom('R1', 'R2') }),
    course: fc.constantFrom(...courses),
    files,
    leaveCode: fc.constantFrom(0, 99, 2),
    failover: fc.boolean(),
  }),
  { minLength: 1, maxLength: 2 },
);

/**
 * Stories of one or two tasks in two rooms, each with one to three streams and some of the callbacks of its course:
 * stored, left behind, recovered, converted to MP4, put into VOD; under any delivery plan.
 * Shrinks towards one callback of one task.
 */
export const toldStories: fc.Arbitrary<ToldStory> = drafts
  .map(toStory)
  .chain((story) =>
    fc
      .subarray([...story.events], { minLength: 1, maxLength: Math.min(10, story.events.length) })
      .map((events) => ({ ...story, events })),
  )
  .chain((story) => deliveryPlans(story.events.length).map((plan) => ({ story, plan })));

function toStory(all: readonly TaskDraft[]): Story {
  const tasks = all.map((draft, index) => ({
    ...draft,
    task: `T${String(index + 1)}`,
    // Of one room, the later task starts when the earlier one has ended.
    spec: { ...draft.spec, robot: `B${String(index + 1)}`, startedAgoSeconds: 7200 - 3600 * index },
  }));
  const named = tasks.map((task, index) => ({
    ...task,
    files: task.files.map(
      (spec, at) =>
        [`F${String(index + 1)}${'abc'.charAt(at)}`, { ...spec, task: task.task }] as const,
    ),
  }));
  return {
    title: 'generated',
    tasks: Object.fromEntries(named.map(({ task, spec }) => [task, spec])),
    files: Object.fromEntries(named.flatMap(({ files }) => files)),
    events: named.flatMap(({ task, course, files, leaveCode, failover }) =>
      eventsOf(
        course,
        task,
        files.map(([symbol]) => symbol),
        leaveCode,
        failover,
      ),
    ),
  };
}

/** The callbacks of one task in the order in which the documents tell them. */
function eventsOf(
  course: Course,
  task: string,
  symbols: readonly string[],
  leaveCode: number,
  failover: boolean,
): readonly StoryEvent[] {
  const ofFiles = (type: 304 | 307 | 310 | 311, code = 0): readonly StoryEvent[] =>
    symbols.map((symbol) => [symbol, type, code]);
  const moved: readonly StoryEvent[] = failover ? [[task, 306]] : [];
  const stop: StoryEvent = [task, 302, leaveCode];
  if (course === 'vod' || course === 'vod-failed') {
    const code = course === 'vod' ? 0 : 1;
    return [[task, 301], ...moved, stop, ...ofFiles(311, code), [task, 312, code]];
  }
  const ends: Readonly<Record<typeof course, readonly StoryEvent[]>> = {
    hls: [[task, 305]],
    'hls-left-behind': [[task, 305, 1]],
    'hls-recovered': [
      [task, 305, 1],
      [task, 305, 2],
    ],
    mp4: [[task, 305], ...ofFiles(310)],
    'mp4-failed': [[task, 305], ...ofFiles(310, 2)],
  };
  return [
    [task, 301],
    [task, 303],
    ...moved,
    ...ofFiles(307),
    ...ofFiles(304),
    stop,
    ...ends[course],
  ];
}
