import {
  callbackFields,
  resolveReading,
  type BodySpelling,
  type SparkDialect,
  type SparkReading,
} from '#contracts/sparkrtc/index.ts';
import type { PreflightProbe, SuiteContext } from '#harness/suite.ts';
import { sequence } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { sparkKit } from './kit.ts';
import { apiFile, mixedFile, mp4File, oneFile, screenFile } from './stories.ts';
import type { Story } from './story.ts';

interface Shape {
  readonly title: string;
  readonly story: Story;
  readonly event: number;
  readonly spelling?: BodySpelling;
}

/** Members that a completed file's callback has in a reading, by name. */
function sortedMembers({ fileSize }: SparkReading): readonly string[] {
  return callbackFields
    .map(({ name }) => name)
    .filter((name) => name !== 'detail_message' && (fileSize || name !== 'file_size'))
    .toSorted();
}

/** Shapes of a plain callback: a receiver with the right key takes at least one, whatever else is wrong with it. */
function shapesIn(reading: SparkReading): readonly Shape[] {
  const sorted = sortedMembers(reading);
  return [
    { title: 'file complete, HLS', story: oneFile, event: 1 },
    { title: 'file begun, HLS', story: oneFile, event: 0 },
    { title: 'file complete, MP4', story: mp4File, event: 1 },
    { title: 'file complete, mixed stream', story: mixedFile, event: 1 },
    { title: 'file complete, screen', story: screenFile, event: 1 },
    { title: 'file complete, through the API', story: apiFile, event: 1 },
    {
      title: 'file complete, spaced JSON',
      story: oneFile,
      event: 1,
      spelling: { style: 'spaced' },
    },
    {
      title: 'file complete, indented JSON',
      story: oneFile,
      event: 1,
      spelling: { style: 'pretty' },
    },
    {
      title: 'file complete, sorted keys',
      story: oneFile,
      event: 1,
      spelling: { keyOrder: sorted },
    },
    {
      title: 'file complete, sorted keys in spaced JSON',
      story: oneFile,
      event: 1,
      spelling: { keyOrder: sorted, style: 'spaced' },
    },
    { title: 'file complete, one more time', story: { ...oneFile, title: 'once more' }, event: 1 },
  ];
}

/** Readings of the plainest callback that an endpoint may insist on. */
const otherReadings: readonly SparkDialect[] = [
  'spark-timestamp-ms',
  'spark-no-file-size',
  'spark-format-lower',
];

/** Valid callbacks in the run's own reading, then the plainest one in other readings. */
export function preflightProbes(context: SuiteContext): readonly PreflightProbe[] {
  const shapes = shapesIn(resolveReading(context.dialects));
  const own = shapes.map((shape, index) => probe(context, shape, `own/${String(index)}`));
  const plainest = shapes.slice(0, 1);
  const others = otherReadings.flatMap((dialect) =>
    plainest.map((shape) => probe({ ...context, dialects: [dialect] }, shape, `as/${dialect}`)),
  );
  const plain =
    context.dialects.length > 0
      ? plainest.map((shape) => probe({ ...context, dialects: [] }, shape, 'default'))
      : [];
  return [...own, ...plain, ...others];
}

function probe(
  context: SuiteContext,
  { title, story, event, spelling }: Shape,
  salt: string,
): PreflightProbe {
  const plan = spelling === undefined ? sequence(event) : [[{ event, spelling }]];
  const send = tellStory(sparkKit, story, plan, context, 'preflight', `preflight/${salt}`)
    .waves[0]?.[0];
  if (send === undefined) {
    throw new RangeError('a preflight story has no callback');
  }
  return { title, dialects: context.dialects, send };
}
