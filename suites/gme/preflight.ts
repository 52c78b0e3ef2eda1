import {
  callbackFields,
  detailFields,
  type BodySpelling,
  type GmeDialect,
} from '#contracts/gme/index.ts';
import type { PreflightProbe, SuiteContext } from '#harness/suite.ts';
import { sequence } from '../kit/plan.ts';
import { tellStory } from '../kit/teller.ts';
import { gmeKit } from './kit.ts';
import { mixedFile, oneFile } from './stories.ts';
import type { Story } from './story.ts';

const sortedFields = [...callbackFields].sort();
const sortedDetail = [...detailFields].sort();

/** Shapes of a plain callback: a receiver with the right key takes at least one, whatever else is wrong with it. */
const shapes: readonly {
  readonly title: string;
  readonly story: Story;
  readonly event: number;
  readonly spelling?: BodySpelling;
}[] = [
  { title: 'uploaded, single stream', story: oneFile, event: 2 },
  { title: 'started, single stream', story: oneFile, event: 0 },
  { title: 'completed, mixed stream', story: mixedFile, event: 1 },
  { title: 'uploaded, spaced JSON', story: oneFile, event: 2, spelling: { style: 'spaced' } },
  { title: 'uploaded, indented JSON', story: oneFile, event: 2, spelling: { style: 'pretty' } },
  {
    title: 'uploaded, sorted keys',
    story: oneFile,
    event: 2,
    spelling: { keyOrder: sortedFields, detailKeyOrder: sortedDetail },
  },
  {
    title: 'uploaded, sorted keys in spaced JSON',
    story: oneFile,
    event: 2,
    spelling: { keyOrder: sortedFields, detailKeyOrder: sortedDetail, style: 'spaced' },
  },
  { title: 'uploaded, one more time', story: { ...oneFile, title: 'once more' }, event: 2 },
  { title: 'uploaded, mixed stream', story: mixedFile, event: 2 },
];

/** Readings of the signature that an endpoint may speak; each goes on top of nothing else. */
const signatureDialects = [
  ['gme-sig-hex'],
  ['gme-sig-base64-of-hex'],
  ['gme-sig-post-prefix'],
  ['gme-sig-in-query'],
  ['gme-sig-hex', 'gme-sig-post-prefix'],
  ['gme-sig-post-prefix', 'gme-sig-in-query'],
] as const satisfies readonly (readonly GmeDialect[])[];

/** Valid callbacks in the run's own reading, then the plainest one in each other reading. */
export function preflightProbes(context: SuiteContext): readonly PreflightProbe[] {
  const own = shapes.map((shape, index) => probe(context, shape, `own/${String(index)}`));
  const others = signatureDialects.flatMap((names) =>
    shapes
      .slice(0, 1)
      .map((shape) => probe({ ...context, dialects: names }, shape, `reading/${names.join('+')}`)),
  );
  const plain =
    context.dialects.length > 0
      ? shapes.slice(0, 1).map((shape) => probe({ ...context, dialects: [] }, shape, 'default'))
      : [];
  return [...own, ...plain, ...others];
}

function probe(
  context: SuiteContext,
  { title, story, event, spelling }: (typeof shapes)[number],
  salt: string,
): PreflightProbe {
  const plan = spelling === undefined ? sequence(event) : [[{ event, spelling }]];
  const send = tellStory(gmeKit, story, plan, context, 'preflight', `preflight/${salt}`)
    .waves[0]?.[0];
  if (send === undefined) {
    throw new RangeError('a preflight story has no callback');
  }
  return { title, dialects: context.dialects, send };
}
