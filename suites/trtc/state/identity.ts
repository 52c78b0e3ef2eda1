import { clauses } from '#contracts/trtc/index.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { comparisons } from '../../kit/experiments.ts';
import { besides } from '../../kit/relations.ts';
import { expectConvergence } from '../../oracles/convergence.ts';
import { expectKeptBeside } from '../../oracles/relations.ts';
import { expectFileNames } from '../../oracles/sensitivity.ts';
import { trtcKit } from '../kit.ts';
import {
  confusableRoomStories,
  confusableTaskStories,
  confusableUserStories,
  identifierStories,
  plainRoomNumberOf,
  roomNumberOf,
  spelledRoomStories,
} from '../peculiar.ts';
import { toldOnce } from '../stories.ts';
import type { Story } from '../story.ts';

/** The same stories with plain and with peculiar identifiers: the states must be equal but for the names. */
function named(context: SuiteContext, stories: readonly Story[]): readonly Experiment[] {
  return comparisons(
    trtcKit,
    context,
    stories.map((story) => ({ title: story.title, plain: plainly(story), peculiar: story })),
  );
}

/** The story with plain identifiers. Integer rooms stay integers, for a receiver may well show the type. */
function plainly({ identifiers, ...story }: Story): Story {
  if (identifiers === undefined) {
    return story;
  }
  return {
    ...story,
    identifiers: (fresh) =>
      Object.fromEntries(
        Object.entries(identifiers(fresh)).flatMap(([symbol, id]) =>
          typeof id === 'number' ? [[symbol, plainRoomNumberOf(String(fresh.room(symbol)))]] : [],
        ),
      ),
  };
}

const needs = ['state/records-each-file'] as const;
const fileNames = 'state/file-names-verbatim';

const namesClaim = claims.stateClaim({
  path: fileNames,
  title: 'A file is found again under the very name that the callback carried',
  basis: 'stated',
  needs: ['callback/accepts-string-rooms', 'callback/accepts-long-room-ids'],
  hint: 'Keep names as they are: no URL decoding (a + stays a +), no case folding, and a column of 255 characters.',
  evaluate: expectFileNames,
});

/** Rooms in whose Base64, and so in names of files, all characters occur that Base64 has, and one as long as can be. */
export const fileNamesVerbatim = claimFor('trtc', namesClaim, {
  clauses: [clauses.fileInfo, clauses.mp4FileList, clauses.roomText, clauses.nameIdentifiers],
  experiments: (context) => named(context, spelledRoomStories()),
});

export const roomsStayApart = claimFor('trtc', claims.roomsStayApart, {
  clauses: [clauses.roomId, clauses.roomText],
  needs: [...needs, 'state/room-id-verbatim'],
  experiments: (context) => named(context, confusableRoomStories()),
});

export const roomIdVerbatim = claimFor('trtc', claims.roomIdVerbatim, {
  clauses: [clauses.roomId, clauses.roomText, clauses.roomNumber],
  needs: [
    ...needs,
    fileNames,
    'callback/accepts-integer-rooms',
    'callback/accepts-string-rooms',
    'callback/accepts-leading-zeros',
    'callback/accepts-long-room-ids',
  ],
  hint: 'Store RoomId as the text it is, in a column of 64 characters; an integer room as its digits, beyond 31 bits.',
  experiments: (context) =>
    named(
      context,
      (['numbers', 'zeros', 'texts', 'long'] as const).flatMap((family) =>
        identifierStories(family),
      ),
    ),
});

const twinsClaim = claims.stateClaim({
  path: 'state/room-types-stay-apart',
  title: 'Tasks of an integer room and of the string room with the same digits are both kept',
  basis: 'stated',
  needs: ['state/tasks-stay-apart', 'callback/accepts-integer-rooms'],
  hint: 'The number 123 and the string "123" are two rooms: keep the type in the key, or key by TaskId.',
  evaluate: expectKeptBeside,
});

/** A task of the integer room and one of its twin, alike in all but that. */
function twins(type: 302 | 304 | 310 | 311): Story {
  const isOfTask = type === 302;
  return {
    ...toldOnce(`an integer room and its twin, event type ${String(type)}`, 310, {
      F1: { task: 'T1' },
      F2: { task: 'T2' },
    }),
    tasks: { T1: { room: 'R1', robot: 'B1' }, T2: { room: 'R2', robot: 'B1' } },
    events: isOfTask
      ? [
          ['T1', type],
          ['T2', type],
        ]
      : [
          ['F1', type],
          ['F2', type],
        ],
    identifiers: (fresh) => {
      const R1 = roomNumberOf(String(fresh.room('R1')));
      return { R1, R2: String(R1) };
    },
  };
}

export const roomTypesStayApart = claimFor('trtc', twinsClaim, {
  clauses: [clauses.roomTypes, clauses.roomId, clauses.nameRoomNumber],
  experiments: (context) =>
    besides(
      trtcKit,
      context,
      ([302, 304, 310, 311] as const).map((type) => {
        const story = twins(type);
        return { title: story.title, story, one: [0], other: [1] };
      }),
    ),
});

export const userIdsStayApart = claimFor('trtc', claims.userIdsStayApart, {
  needs: [...needs, fileNames, 'callback/accepts-peculiar-user-ids', 'state/users-stay-apart'],
  clauses: [clauses.payload, clauses.nameIdentifiers, clauses.robotId, clauses.robotIdentity],
  hint: 'Compare user ids byte for byte; of EventInfo and Payload only the latter names the recorded user.',
  experiments: (context) => named(context, confusableUserStories()),
});

const taskVerbatim = claims.stateClaim({
  path: 'state/task-id-verbatim',
  title: 'A task is found again under the very id that the callback carried',
  basis: 'stated',
  needs: ['callback/accepts-peculiar-task-ids'],
  hint: 'TaskId is an opaque string: no trimming of hyphens and dots, no parsing, a column of 128 characters.',
  evaluate: (seen) => expectConvergence(seen, 'task-id-changed'),
});

export const taskIdVerbatim = claimFor('trtc', taskVerbatim, {
  clauses: [clauses.taskIdField, clauses.taskId],
  experiments: (context) => named(context, identifierStories('tasks')),
});

const taskIds = claims.stateClaim({
  path: 'state/task-ids-stay-apart',
  title: 'Tasks are kept apart, also those whose ids differ in little',
  basis: 'stated',
  needs: ['state/task-id-verbatim', 'state/tasks-stay-apart'],
  hint: 'Compare task ids byte for byte: no case folding, no trimmed ends, no case-insensitive collation.',
  evaluate: (seen) => expectConvergence(seen, 'tasks-mixed-up'),
});

export const taskIdsStayApart = claimFor('trtc', taskIds, {
  clauses: [clauses.taskIdField, clauses.taskId],
  experiments: (context) => named(context, confusableTaskStories()),
});

const userNames = claims.stateClaim({
  path: 'state/users-from-the-payload',
  title: 'What is known of a recorded user does not depend on how names in Base64 look',
  level: 'SHOULD',
  basis: 'inferred',
  needs: [fileNames, 'callback/accepts-peculiar-user-ids'],
  hint: 'Take users from the payload; where only a name tells, undo - and . and decode standard Base64, not the URL-safe one.',
  evaluate: (seen) => expectConvergence(seen, 'users-mixed-up'),
});

export const usersFromThePayload = claimFor('trtc', userNames, {
  clauses: [clauses.nameIdentifiers, clauses.fileSlice, clauses.mp4FileMessage],
  experiments: (context) => named(context, identifierStories('users')),
});
