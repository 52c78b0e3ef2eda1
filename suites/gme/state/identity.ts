import { clauses } from '#contracts/gme/index.ts';
import { expectConvergence, expectExactTaskIds } from '../../oracles/convergence.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import { namingExperiments, omissions } from '../experiments.ts';
import {
  collidingFolderStories,
  collidingTaskStories,
  confusableRoomStories,
  confusableUserStories,
  identifierStories,
} from '../peculiar.ts';
import { twoRooms } from '../stories.ts';
import type { Story } from '../story.ts';
import { defineState } from './define.ts';

const named = (story: Story): { readonly title: string; readonly story: Story } => ({
  title: story.title,
  story,
});

export const roomsStayApart = defineState({
  id: 'gme/state/rooms-stay-apart',
  title: 'Rooms are kept apart, also those whose ids differ in little',
  basis: 'stated',
  clauses: [clauses.roomId],
  needs: ['gme/state/room-id-verbatim'],
  hint: 'Compare room ids byte for byte: no trimming, no case folding, no numbers, no cut, no case-insensitive collation.',
  experiments: (context) =>
    namingExperiments(context, [named(twoRooms), ...confusableRoomStories().map(named)]),
  evaluate: (seen) => expectConvergence(seen, 'rooms-mixed-up'),
});

export const collidingFoldersStayApart = defineState({
  id: 'gme/state/colliding-folders-stay-apart',
  title: 'Room and user are taken from the callback’s fields, not from the folder name',
  basis: 'inferred',
  clauses: [clauses.nameSingle, clauses.roomId, clauses.userId],
  needs: ['gme/callback/accepts-separators-in-room-ids', 'gme/state/lost-events-harm-nothing-else'],
  hint: 'Identifiers may hold underscores, so bizid_roomid_userid splits in several ways: use RoomID and UserID.',
  experiments: (context) => namingExperiments(context, collidingFolderStories().map(named)),
  evaluate: (seen) => expectConvergence(seen, 'rooms-mixed-up'),
});

export const userIdsStayApart = defineState({
  id: 'gme/state/user-ids-stay-apart',
  title: 'Users of a room are kept apart, also those whose ids differ in little',
  level: 'SHOULD',
  basis: 'inferred',
  clauses: [clauses.userId],
  needs: ['gme/callback/accepts-peculiar-user-ids', 'gme/state/users-stay-apart'],
  hint: 'Compare user ids byte for byte and keep them whole: a column of 32 characters is too short.',
  experiments: (context) => namingExperiments(context, confusableUserStories().map(named)),
  evaluate: (seen) => expectConvergence(seen, 'users-mixed-up'),
});

export const roomIdVerbatim = defineState({
  id: 'gme/state/room-id-verbatim',
  title: 'A room is found again under the very id that the callback carried',
  basis: 'stated',
  clauses: [clauses.roomId, clauses.requestEncoding],
  needs: [
    'gme/callback/accepts-leading-zeros',
    'gme/callback/accepts-non-ascii-room-ids',
    'gme/callback/accepts-separators-in-room-ids',
    'gme/callback/accepts-long-room-ids',
    'gme/state/lost-events-harm-nothing-else',
  ],
  hint: 'Store RoomID as the string it is, in a column that holds 127 characters of any script.',
  experiments: (context) =>
    namingExperiments(
      context,
      (['zeros', 'wide', 'separators', 'long'] as const).flatMap((family) =>
        identifierStories(family).map(named),
      ),
    ),
  evaluate: (seen) => expectConvergence(seen, 'room-id-changed'),
});

export const taskIdExact = defineState({
  id: 'gme/state/task-id-exact',
  title: 'Task ids of 64 bits are kept to the last digit',
  basis: 'stated',
  clauses: [clauses.taskId, clauses.taskIdUnique],
  needs: ['gme/callback/accepts-large-task-ids', 'gme/state/lost-events-harm-nothing-else'],
  hint: 'JSON.parse and other double-based parsers round TaskID: read it losslessly and keep it as int64 or string.',
  experiments: (context) => [
    ...namingExperiments(context, identifierStories('tasks').map(named)),
    ...omissions(
      context,
      collidingTaskStories().map((story) => ({
        title: story.title,
        story,
        without: ['F1', 'F2'],
      })),
    ).map((experiment) => ({ ...experiment, key: `${experiment.key}:pair` })),
  ],
  evaluate: (seen) => [
    ...expectExactTaskIds(seen),
    ...([...seen.arms.keys()].includes('peculiar')
      ? expectConvergence(seen, 'task-id-changed')
      : [...expectSensitivity(seen), ...expectPresence(seen, ['F1', 'F2'])]),
  ],
});
