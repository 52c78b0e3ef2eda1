import { callbackFields, type BodySpelling, type TrtcDialect } from '#contracts/trtc/index.ts';
import type { PreflightProbe, SuiteContext } from '#harness/suite.ts';
import { sequence } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { trtcKit } from './kit.ts';
import { roomNumberOf } from './peculiar.ts';
import { hlsTask, mixedTask, mp4Task, vodTask } from './stories.ts';
import type { Story } from './story.ts';

interface Shape {
  readonly title: string;
  readonly story: Story;
  readonly event: number;
  readonly spelling?: BodySpelling;
}

/** `EventMsTs`, which some readings do not have, cannot be named. */
const sorted = {
  keyOrder: [...callbackFields].sort(),
  infoKeyOrder: ['EventTs', 'Payload', 'RoomId', 'TaskId', 'UserId'],
} as const;

/** Shapes of a plain callback: a receiver with the right key takes at least one, whatever else is wrong with it. */
const shapes: readonly Shape[] = [
  { title: 'recorder started', story: hlsTask, event: 0 },
  { title: 'recorder stopped', story: hlsTask, event: 4 },
  { title: 'MP4 stopped', story: mp4Task, event: 6 },
  { title: 'in VOD', story: vodTask, event: 2 },
  { title: 'upload stopped', story: hlsTask, event: 5 },
  {
    title: 'recorder started, compact JSON',
    story: hlsTask,
    event: 0,
    spelling: { style: 'compact' },
  },
  {
    title: 'recorder started, spaced JSON',
    story: hlsTask,
    event: 0,
    spelling: { style: 'spaced' },
  },
  {
    title: 'recorder started, indented JSON',
    story: hlsTask,
    event: 0,
    spelling: { style: 'pretty' },
  },
  { title: 'recorder started, sorted keys', story: hlsTask, event: 0, spelling: sorted },
  {
    title: 'recorder started, sorted keys in compact JSON',
    story: hlsTask,
    event: 0,
    spelling: { ...sorted, style: 'compact' },
  },
  {
    title: 'recorder started, an integer room',
    story: {
      ...hlsTask,
      title: 'an integer room',
      identifiers: (fresh) => ({ R1: roomNumberOf(String(fresh.room('R1'))) }),
    },
    event: 0,
  },
  { title: 'MP4 stopped, mixed stream', story: mixedTask, event: 6 },
  { title: 'recorder started, one more time', story: { ...hlsTask, title: 'once more' }, event: 0 },
];

/** Readings of the plainest callback that an endpoint may insist on, each with a callback that differs in it. */
const otherReadings: readonly (Shape & { readonly dialect: TrtcDialect })[] = [
  { dialect: 'trtc-2022', title: 'recorder started', story: hlsTask, event: 0 },
  { dialect: 'trtc-eventts-string', title: 'recorder started', story: hlsTask, event: 0 },
  { dialect: 'trtc-compact-body', title: 'recorder started', story: hlsTask, event: 0 },
];

/** Valid callbacks in the run's own reading, then plain ones in other readings. */
export function preflightProbes(context: SuiteContext): readonly PreflightProbe[] {
  const own = shapes.map((shape, index) => probe(context, shape, `own/${String(index)}`));
  const others = otherReadings.map((shape) =>
    probe({ ...context, dialects: [shape.dialect] }, shape, `reading/${shape.dialect}`),
  );
  const plain =
    context.dialects.length > 0
      ? shapes.slice(0, 1).map((shape) => probe({ ...context, dialects: [] }, shape, 'default'))
      : [];
  return [...own, ...plain, ...others];
}

function probe(
  context: SuiteContext,
  { title, story, event, spelling }: Shape,
  salt: string,
): PreflightProbe {
  const plan = spelling === undefined ? sequence(event) : [[{ event, spelling }]];
  const send = tellStory(trtcKit, story, plan, context, 'preflight', `preflight/${salt}`)
    .waves[0]?.[0];
  if (send === undefined) {
    throw new RangeError('a preflight story has no callback');
  }
  return { title, dialects: context.dialects, send };
}
