import type { FileSpec, JobSpec, Story, StoryEvent } from './story.ts';

/** A file from its beginning to the end of its job. */
const fromStartToEnd: readonly StoryEvent[] = [
  ['F1', 'start'],
  ['F1', 'complete'],
  ['T1', 'over'],
];

/** An automatically recorded camera as HLS. */
export const oneFile: Story = {
  title: 'a stream as HLS',
  files: { F1: {} },
  events: fromStartToEnd,
};

/** The same as MP4. */
export const mp4File: Story = {
  title: 'a stream as MP4',
  files: { F1: { format: 'MP4' } },
  events: fromStartToEnd,
};

/** A room's mixed stream. */
export const mixedFile: Story = {
  ...oneFile,
  title: 'a mixed stream',
  jobs: { T1: { kind: 'mixed' } },
};

/** A user's screen. */
export const screenFile: Story = {
  ...mp4File,
  title: 'a screen',
  jobs: { T1: { media: 'screen' } },
};

/** A single stream whose recording the API started. */
export const apiFile: Story = {
  ...oneFile,
  title: 'a stream through the API',
  jobs: { T1: { kind: 'single' } },
};

/** One stream in both formats at once. */
export const bothFormats: Story = {
  title: 'a stream as HLS and MP4',
  files: { F1: { format: 'HLS' }, F2: { format: 'MP4' } },
  events: [
    ['F1', 'start'],
    ['F2', 'start'],
    ['F1', 'complete'],
    ['F2', 'complete'],
    ['T1', 'over'],
  ],
};

/** A stream that the recording length cuts: the second file begins with the very callback of the first. */
export const cutFile: Story = {
  title: 'a stream in two files',
  files: { F1: {}, F2: { afterSeconds: 600 } },
  events: [
    ['F1', 'start'],
    ['F1', 'complete'],
    ['F2', 'start'],
    ['F2', 'complete'],
    ['T1', 'over'],
  ],
};

/** Two things of one story, alike in all that is not said of them. */
export interface Pair {
  readonly files: readonly [FileSpec, FileSpec];
  readonly jobs?: Readonly<Record<string, JobSpec>>;
  readonly identifiers?: Story['identifiers'];
}

/** Two files with the beginning and the completion of each: events 0 and 1 begin them, 2 and 3 complete them. */
export function twoFiles(title: string, { files: [F1, F2], jobs, identifiers }: Pair): Story {
  return {
    title,
    files: { F1, F2 },
    ...(jobs === undefined ? {} : { jobs }),
    ...(identifiers === undefined ? {} : { identifiers }),
    events: [
      ['F1', 'start'],
      ['F2', 'start'],
      ['F1', 'complete'],
      ['F2', 'complete'],
    ],
  };
}

/** As many users of a room as asked for, each with one file that one callback tells, in the same second. */
export function crowd(count: number): Story {
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
  return {
    title: 'a crowded room',
    sameSecond: true,
    jobs: Object.fromEntries(numbers.map((number) => [`T${number}`, { user: `U${number}` }])),
    files: Object.fromEntries(
      numbers.map((number, index): [string, FileSpec] => [
        `F${number}`,
        { job: `T${number}`, format: index % 2 === 0 ? 'HLS' : 'MP4' },
      ]),
    ),
    events: numbers.map((number) => [`F${number}`, 'complete']),
  };
}
