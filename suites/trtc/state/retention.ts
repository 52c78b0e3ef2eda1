import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { afterManyRooms } from '../../kit/many-rooms.ts';
import { besides, firstAndLast, numbered, type BesideCase } from '../../kit/relations.ts';
import { expectKeptBeside } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import { toldOnce } from '../stories.ts';
import type { FileSpec, Story, TaskSpec } from '../story.ts';

const taskCount = 8;
const types = [304, 310, 311] as const;

/** What is first is asked of every type, what is last of one: a list that is full refuses any type alike. */
function firstAndLastOf(
  storyOf: (type: (typeof types)[number]) => Story,
): readonly BesideCase<Story>[] {
  return types.flatMap((type, index) => firstAndLast(storyOf(type)).slice(0, index === 0 ? 2 : 1));
}

/** Eight tasks of one room, one after the other; each left one file. */
function manyTasks(type: (typeof types)[number]): Story {
  return toldOnce(
    `eight tasks of a room, event type ${String(type)}`,
    type,
    numbered('F', taskCount, (number): FileSpec => ({ task: `T${String(number)}` })),
    {
      tasks: numbered('T', taskCount, (number): TaskSpec => ({
        robot: `B${String(number)}`,
        startedAgoSeconds: 36_000 - number * 3600,
      })),
    },
  );
}

const tasksClaim = claims.stateClaim({
  path: 'state/earlier-tasks-stay',
  title: 'Earlier tasks of a room are not forgotten when later ones come',
  basis: 'inferred',
  needs: ['state/tasks-stay-apart'],
  hint: 'Keep every task of a room; a new one does not replace the last, and no cache may evict what was not stored.',
  evaluate: expectKeptBeside,
});

export const earlierTasksStay = claimFor('trtc', tasksClaim, {
  clauses: [clauses.taskId, clauses.eventNotification],
  experiments: (context) => besides(trtcKit, context, firstAndLastOf(manyTasks)),
});

const fileCount = 25;

/** As many users as one task records, each with one file. */
function manyFiles(type: (typeof types)[number]): Story {
  return toldOnce(
    `twenty-five users of a task, event type ${String(type)}`,
    type,
    numbered('F', fileCount, (number): FileSpec => ({ user: `U${String(number)}` })),
  );
}

const filesClaim = claims.stateClaim({
  path: 'state/earlier-files-stay',
  title: 'Of the files of twenty-five users in one task, the first is kept like the last',
  basis: 'inferred',
  needs: ['state/users-stay-apart'],
  hint: 'Keep every file: a task records up to 25 streams, and a list that is rewritten as a whole must hold them all.',
  evaluate: expectKeptBeside,
});

export const earlierFilesStay = claimFor('trtc', filesClaim, {
  clauses: [clauses.streamsPerRoom, clauses.subscription, clauses.eventNotification],
  experiments: (context) => besides(trtcKit, context, firstAndLastOf(manyFiles)),
});

export const earlierRoomsStay = claimFor('trtc', claims.earlierRoomsStay, {
  clauses: [clauses.eventNotification],
  experiments: (context) => [afterManyRooms(trtcKit, context)],
});
