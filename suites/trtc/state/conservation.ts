import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { inOrder } from '../../kit/plan.ts';
import {
  besides,
  implications,
  type BesideCase,
  type ImpliedCase,
  type Telling,
} from '../../kit/relations.ts';
import { tellStory } from '../../kit/teller.ts';
import { expectImplied, expectKeptBeside } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import { everyStorage, toldOnce } from '../stories.ts';
import type { FileSpec, Story, StoryEvent } from '../story.ts';

export const recordsEachFile = claimFor('trtc', claims.recordsEachFile, {
  title: 'A recording shows in the receiver’s state',
  clauses: [clauses.eventNotification, clauses.intermediateStates, clauses.storageOfEvents],
  hint: 'Store what callbacks say before you answer 200, also of tasks that your server did not start, and make sure that the observation shows it.',
  experiments: (context) => {
    const told = (name: string, isTold: boolean): ReturnType<typeof tellStory> => ({
      ...tellStory(trtcKit, everyStorage, isTold ? inOrder(everyStorage) : [], context, name),
      lookFirst: true,
    });
    return [
      {
        title: 'a task to COS and one to VOD from start to end, and nothing at all',
        key: 'directed:0',
        arms: [told('in-order', true), told('in-order-again', true), told('nothing', false)],
        shows: 'in-order',
      },
    ];
  },
});

/** What tells of a file. */
const fileEvents = [304, 307, 310, 311] as const;

/** Two files of one task, told by one callback each. */
function twoFiles(
  title: string,
  types: readonly (304 | 307 | 310 | 311)[],
  one: FileSpec,
  other: FileSpec,
  more: Partial<Story> = {},
): readonly BesideCase<Story>[] {
  return types.map((type) => ({
    title: `${title}, event type ${String(type)}`,
    story: toldOnce(title, type, { F1: one, F2: other }, more),
    one: [0],
    other: [1],
  }));
}

const apart = { evaluate: expectKeptBeside, needs: ['state/records-each-file'] } as const;

export const segmentsStayApart = claimFor('trtc', claims.segmentsStayApart, {
  ...apart,
  title: 'MP4 files into which one recording was cut are all kept',
  clauses: [clauses.mp4Events, clauses.mp4Segmentation, clauses.nameIndex, clauses.vodFiles],
  hint: 'Key files by name (or FileId): a task has one 310 or 311 for each cut of each stream, and all count.',
  experiments: (context) =>
    besides(
      trtcKit,
      context,
      twoFiles('two cuts of a stream', [310, 311], { index: 1 }, { index: 2 }),
    ),
});

export const usersStayApart = claimFor('trtc', claims.usersStayApart, {
  ...apart,
  title: 'Files of different users of a task are all kept',
  clauses: [clauses.recordingModes, clauses.singleResults, clauses.mp4Events, clauses.vodFiles],
  hint: 'A task has one 304, 307, 310 or 311 for each user: keep a list of files, not a field that the last one fills.',
  experiments: (context) =>
    besides(trtcKit, context, twoFiles('two users', fileEvents, { user: 'U1' }, { user: 'U2' })),
});

export const streamsStayApart = claimFor('trtc', claims.streamsStayApart, {
  ...apart,
  title: 'A user’s primary stream and substream are both kept, and so are audio and video',
  clauses: [clauses.singleResults, clauses.nameMediaId, clauses.nameType, clauses.fileSlice],
  hint: 'A user has up to four playlists and two MP4 files in a task: keep the file, or stream and track, in the key.',
  experiments: (context) =>
    besides(trtcKit, context, [
      ...twoFiles('primary stream and substream', fileEvents, { media: 'main' }, { media: 'aux' }),
      ...twoFiles(
        'primary stream and substream of a user whose Base64 ends in dots',
        fileEvents,
        { media: 'main' },
        { media: 'aux' },
        { identifiers: (fresh) => ({ U1: `${fresh.user('U1')}x` }) },
      ),
      ...twoFiles('audio and video', [304, 307], { track: 'audio' }, { track: 'video' }),
    ]),
});

/** One after the other, with the same robot: only the task tells them apart. */
const twoTasks = {
  T1: { startedAgoSeconds: 7200 },
  T2: { startedAgoSeconds: 3600 },
} as const;

/** One piece of news of each of two tasks of a room, about the same user or others, whose files have the same names. */
function ofTwoTasks(
  title: string,
  events: readonly (readonly [StoryEvent, StoryEvent])[],
  tasks: NonNullable<Story['tasks']> = twoTasks,
): readonly BesideCase<Story>[] {
  return events.map((pair): BesideCase<Story> => ({
    title: `${title}, event type ${String(pair[0][1])}`,
    story: {
      title,
      sameSecond: true,
      tasks,
      files: { F1: { task: 'T1' }, F2: { task: 'T2' } },
      events: pair,
    },
    one: [0],
    other: [1],
  }));
}

/**
 * A task that has begun takes no file from one that is under way. Two files are compared, not a file and a beginning: of
 * a task that has only begun a receiver need show nothing.
 */
function besideOpenTask(type: 304 | 310 | 311): ImpliedCase<Story> {
  const told = (before: readonly StoryEvent[], file: 'F1' | 'F2'): Telling<Story> => {
    const events: readonly StoryEvent[] = [['T1', 301], ...before, [file, type]];
    return {
      story: {
        title: `a file of a task, event type ${String(type)}`,
        tasks: { T1: { robot: 'B1' }, T2: { robot: 'B2' } },
        files: { F1: { media: 'main' }, F2: { media: 'aux' } },
        events,
      },
      events: events.map((_, event) => event),
    };
  };
  return {
    title: `a task begins while another of the room is under way, event type ${String(type)}`,
    known: told([], 'F1'),
    knownWithout: told([], 'F2'),
    asked: told([['T2', 301]], 'F1'),
    askedWithout: told([['T2', 301]], 'F2'),
  };
}

export const tasksStayApart = claimFor('trtc', claims.tasksStayApart([]), {
  ...apart,
  evaluate: (seen) => [...expectKeptBeside(seen), ...expectImplied(seen, 'later-task-displaces')],
  clauses: [clauses.taskIdField, clauses.taskId, clauses.nameFolders],
  hint: 'Key by TaskId: tasks of a room have files of the same names, which lie in folders of their own.',
  experiments: (context) => [
    ...besides(
      trtcKit,
      context,
      ofTwoTasks('two tasks of a room', [
        ...fileEvents.map(
          (type) =>
            [
              ['F1', type],
              ['F2', type],
            ] as const,
        ),
        [
          ['T1', 302],
          ['T2', 302],
        ],
        [
          ['T1', 305],
          ['T2', 305],
        ],
      ]),
    ),
    ...implications(trtcKit, context, ([304, 310, 311] as const).map(besideOpenTask)).map(
      (experiment) => ({ ...experiment, key: `${experiment.key}:open` }),
    ),
  ],
});

const modesClaim = claims.stateClaim({
  path: 'state/single-and-mixed-stay-apart',
  title: 'A task that records users singly and one that records the mix of the room are both kept',
  basis: 'inferred',
  hint: 'A mixed file has an empty UserId: key by TaskId and file, so that it displaces nothing and nothing it.',
  evaluate: expectKeptBeside,
});

export const singleAndMixedStayApart = claimFor('trtc', modesClaim, {
  clauses: [clauses.recordingModes, clauses.mixedResults, clauses.mp4FileMessage],
  experiments: (context) =>
    besides(
      trtcKit,
      context,
      fileEvents.map((type) => {
        const story = toldOnce(
          `a single and a mixed task, event type ${String(type)}`,
          type,
          { F1: { task: 'T1' }, F2: { task: 'T2', mode: 'mixed' } },
          { tasks: twoTasks },
        );
        return { title: story.title, story, one: [0], other: [1] };
      }),
    ),
});

const recoveryClaim = claims.stateClaim({
  path: 'state/recovered-playlists-stay-apart',
  title: 'The playlist before a migration and the recovered one after it are both kept',
  basis: 'inferred',
  hint: 'The ha1_ of a recovered playlist is part of its name: it is another file of the same stream, not a new version.',
  evaluate: expectKeptBeside,
});

export const recoveredPlaylistsStayApart = claimFor('trtc', recoveryClaim, {
  clauses: [clauses.recoveredNames, clauses.failover, clauses.fileInfo],
  experiments: (context) =>
    besides(
      trtcKit,
      context,
      twoFiles('a stream before and after a migration', [304, 307], {}, { recovery: 1 }),
    ),
});
