import { clauses } from '#contracts/gme/index.ts';
import type { Experiment } from '#harness/experiment.ts';
import type { SuiteContext } from '#harness/suite.ts';
import { claimFor } from '../../claims/claim.ts';
import * as claims from '../../claims/state.ts';
import { expectConvergence, expectExactTaskIds } from '../../oracles/convergence.ts';
import { expectPresence, expectSensitivity } from '../../oracles/sensitivity.ts';
import {
  collidingFolderStories,
  collidingTaskStories,
  confusableRoomStories,
  confusableUserStories,
  identifierStories,
} from '../peculiar.ts';
import { twoRooms } from '../stories.ts';
import type { Story } from '../story.ts';
import { comparisons, omissions } from '../../kit/experiments.ts';
import { gmeKit } from '../kit.ts';

/** The same stories with plain and with peculiar identifiers: the states must be equal but for the names. */
function named(context: SuiteContext, stories: readonly Story[]): readonly Experiment[] {
  return comparisons(
    gmeKit,
    context,
    stories.map((story) => {
      const { identifiers, ...plain } = story;
      return {
        title: story.title,
        plain,
        peculiar: identifiers === undefined ? plain : { ...plain, identifiers },
      };
    }),
  );
}

export const roomsStayApart = claimFor('gme', claims.roomsStayApart, {
  clauses: [clauses.roomId],
  experiments: (context) => named(context, [twoRooms, ...confusableRoomStories()]),
});

const foldersClaim = claims.stateClaim({
  path: 'state/colliding-folders-stay-apart',
  title: 'Room and user are taken from the callback’s fields, not from the folder name',
  basis: 'inferred',
  needs: ['callback/accepts-separators-in-room-ids', 'state/lost-events-harm-nothing-else'],
  hint: 'Identifiers may hold underscores, so bizid_roomid_userid splits in several ways: use RoomID and UserID.',
  evaluate: (seen) => expectConvergence(seen, 'rooms-mixed-up'),
});

export const collidingFoldersStayApart = claimFor('gme', foldersClaim, {
  clauses: [clauses.nameSingle, clauses.roomId, clauses.userId],
  experiments: (context) => named(context, collidingFolderStories()),
});

export const userIdsStayApart = claimFor('gme', claims.userIdsStayApart, {
  clauses: [clauses.userId],
  experiments: (context) => named(context, confusableUserStories()),
});

export const roomIdVerbatim = claimFor('gme', claims.roomIdVerbatim, {
  clauses: [clauses.roomId, clauses.requestEncoding],
  needs: [
    'state/records-each-file',
    'callback/accepts-leading-zeros',
    'callback/accepts-non-ascii-room-ids',
    'callback/accepts-separators-in-room-ids',
    'callback/accepts-long-room-ids',
    'state/lost-events-harm-nothing-else',
  ],
  hint: 'Store RoomID as the string it is, in a column that holds 127 characters of any script.',
  experiments: (context) =>
    named(
      context,
      (['zeros', 'wide', 'separators', 'long'] as const).flatMap((family) =>
        identifierStories(family),
      ),
    ),
});

const taskIdsClaim = claims.stateClaim({
  path: 'state/task-id-exact',
  title: 'Task ids of 64 bits are kept to the last digit',
  basis: 'stated',
  needs: ['callback/accepts-large-task-ids', 'state/lost-events-harm-nothing-else'],
  hint: 'JSON.parse and other double-based parsers round TaskID: read it losslessly and keep it as int64 or string.',
  evaluate: (seen) => [
    ...expectExactTaskIds(seen),
    ...([...seen.arms.keys()].includes('peculiar')
      ? expectConvergence(seen, 'task-id-changed')
      : [...expectSensitivity(seen), ...expectPresence(seen, ['F1', 'F2'])]),
  ],
});

export const taskIdExact = claimFor('gme', taskIdsClaim, {
  clauses: [clauses.taskId, clauses.taskIdUnique],
  experiments: (context) => [
    ...named(context, identifierStories('tasks')),
    ...omissions(
      gmeKit,
      context,
      collidingTaskStories().map((story) => ({
        title: story.title,
        story,
        without: ['F1', 'F2'],
      })),
    ).map((experiment) => ({ ...experiment, key: `${experiment.key}:pair` })),
  ],
});
