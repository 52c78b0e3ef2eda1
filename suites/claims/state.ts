import type { Observations } from '#harness/check.ts';
import { isAccepted } from '#harness/observation.ts';
import { expectConvergence } from '../oracles/convergence.ts';
import { expectPresence, expectSensitivity } from '../oracles/sensitivity.ts';
import { expectNoStrangers } from '../oracles/strangers.ts';
import { afterOthers, neverSpokenOf } from '../kit/many-rooms.ts';
import type { Claim } from './claim.ts';

/** Without this one, equality of states would prove nothing: empty states are equal too. */
const recorded = 'state/records-each-file';

/** What the receiver keeps: a MUST unless `words` say otherwise; each needs a receiver that records at all. */
export function stateClaim(
  words: Pick<Claim, 'path' | 'title' | 'basis' | 'hint' | 'evaluate'> & Partial<Claim>,
): Claim {
  const { needs = [], ...rest } = words;
  return {
    level: 'MUST',
    profile: 'state',
    ...rest,
    needs: [...(words.path === recorded ? [] : ([recorded] as const)), ...needs],
  };
}

export const recordsEachFile = stateClaim({
  path: 'state/records-each-file',
  title: 'A recorded file shows in the receiver’s state',
  basis: 'stated',
  hint: 'Store what the callback says before you answer 2xx, and make sure that the observation shows it.',
  alone: true,
  evaluate: (seen) => [...expectNoStrangers(seen), ...expectSensitivity(seen)],
});

export const lostEventsHarmNothingElse = stateClaim({
  path: 'state/lost-events-harm-nothing-else',
  title: 'A file is recorded though some of its callbacks never came',
  basis: 'stated',
  hint: 'Let every event create the recording it speaks of: the first may be the one that is lost.',
  evaluate: expectSensitivity,
});

export const orderChangesNothing = stateClaim({
  path: 'state/order-changes-nothing',
  title: 'The same callbacks in another order leave the same state',
  basis: 'stated',
  needs: ['delivery/accepts-any-order', 'state/lost-events-harm-nothing-else'],
  hint: 'Merge instead of overwriting: keep the furthest phase that a file has reached.',
  evaluate: (seen) => expectConvergence(seen, 'order-matters'),
});

export const duplicatesChangeNothing = stateClaim({
  path: 'state/duplicates-change-nothing',
  title: 'A callback that comes again leaves the state as it was',
  basis: 'stated',
  needs: ['delivery/accepts-duplicates'],
  hint: 'Make the write idempotent: a unique key per file (and event), insert-or-update instead of insert.',
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

export const lateDuplicatesChangeNothing = stateClaim({
  path: 'state/late-duplicates-change-nothing',
  title: 'A callback that comes again after later ones leaves the state as it was',
  basis: 'stated',
  needs: ['state/duplicates-change-nothing', 'state/order-changes-nothing'],
  hint: 'A repeated beginning after the end is old news: never go back to an earlier phase.',
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

export const resendsChangeNothing = stateClaim({
  path: 'state/resends-change-nothing',
  title: 'A callback sent again with a new time of sending leaves the state as it was',
  basis: 'inferred',
  needs: ['delivery/accepts-resends', 'state/duplicates-change-nothing'],
  hint: 'Recognise a repetition by what it speaks of: its time, signature and so the body’s hash differ.',
  evaluate: (seen) => expectConvergence(seen, 're-send-counts'),
});

export const concurrentDuplicatesChangeNothing = stateClaim({
  path: 'state/concurrent-duplicates-change-nothing',
  title: 'A callback that comes several times at once is recorded once',
  basis: 'inferred',
  needs: ['state/duplicates-change-nothing'],
  hint: 'Let the database decide (unique constraint, upsert, lock): between a look and an insert another request comes in.',
  evaluate: (seen) => expectConvergence(seen, 'duplicate-counts'),
});

export const concurrentEventsChangeNothing = stateClaim({
  path: 'state/concurrent-events-change-nothing',
  title: 'Callbacks that come at the same time are all recorded',
  basis: 'inferred',
  needs: ['state/order-changes-nothing', 'state/segments-stay-apart'],
  hint: 'Read, change and write in one transaction (or per-room lock): two requests must not overwrite each other.',
  evaluate: (seen) => expectConvergence(seen, 'event-lost'),
});

export const unknownEventsChangeNothing = stateClaim({
  path: 'state/unknown-events-change-nothing',
  title: 'A callback of an unknown event type leaves the recording as it was',
  level: 'SHOULD',
  basis: 'assumed',
  needs: ['callback/accepts-unknown-event-types'],
  hint: 'Acknowledge what you do not know and leave the state alone; a default branch is no end of a recording.',
  evaluate: (seen) => expectConvergence(seen, 'unknown-event-counts'),
});

export const burstsAreRecorded = stateClaim({
  path: 'state/bursts-are-recorded',
  title: 'Of many callbacks at the same time, every accepted one is recorded',
  basis: 'inferred',
  needs: ['state/concurrent-events-change-nothing', 'state/users-stay-apart'],
  hint: 'Answer 2xx only for what has been stored; a bounded queue that is full must refuse, not forget.',
  evaluate: (seen) =>
    // What was refused will be sent again: whether it should have been is another check's matter.
    [...seen.arms.values()].every(({ exchanges }) => exchanges.every(isAccepted))
      ? expectConvergence(seen, 'event-lost')
      : [],
});

/** So many callbacks at once show a queue that forgets. */
export const crowdSize = 16;

export const anyPlanConverges = stateClaim({
  path: 'state/any-plan-converges',
  title:
    'Whatever mixture of order, repetition, re-sends, loss and concurrency: the state is that of in-order delivery',
  basis: 'inferred',
  needs: [
    'state/order-changes-nothing',
    'state/duplicates-change-nothing',
    'state/resends-change-nothing',
    'state/concurrent-duplicates-change-nothing',
    'state/concurrent-events-change-nothing',
    'state/users-stay-apart',
    'state/streams-stay-apart',
    'state/tasks-stay-apart',
  ],
  hint: 'See the timeline: it is the smallest mixture found that leaves another state.',
  evaluate: (seen) => expectConvergence(seen, 'plan-matters'),
});

/** What is delivered must be kept beside what else is: leaving either out shows, and names that are shown are all there. */
function keptApart(symbols: readonly string[]): Claim['evaluate'] {
  return (seen) => [...expectSensitivity(seen), ...expectPresence(seen, symbols)];
}

const needsLoss = ['state/lost-events-harm-nothing-else'] as const;

export const segmentsStayApart = stateClaim({
  path: 'state/segments-stay-apart',
  title: 'Segments of one stream are all kept',
  basis: 'stated',
  needs: needsLoss,
  hint: 'Key recordings by file: a task has as many files as it has segments.',
  evaluate: keptApart(['F1', 'F2']),
});

export const usersStayApart = stateClaim({
  path: 'state/users-stay-apart',
  title: 'Streams of different users of a room are all kept',
  basis: 'stated',
  needs: needsLoss,
  hint: 'A room has one single stream per user: make the user part of the recording’s key.',
  evaluate: keptApart(['F1', 'F2']),
});

export const streamsStayApart = stateClaim({
  path: 'state/streams-stay-apart',
  title: 'A user’s stream and the room’s mixed stream are both kept',
  basis: 'stated',
  needs: needsLoss,
  hint: 'With both streams recorded, one task has single and mixed files: keep the mode in the key.',
  evaluate: keptApart(['F1', 'F2']),
});

/** @param endEvents Event types that end a file: a receiver may show a file only from then on. */
export function tasksStayApart(endEvents: readonly string[]): Claim {
  return stateClaim({
    path: 'state/tasks-stay-apart',
    title: 'Two tasks of one room are both kept',
    basis: 'stated',
    needs: needsLoss,
    hint: 'When a room empties and fills again, a new task begins: key recordings by task, not by room.',
    evaluate: (seen) => [
      ...expectSensitivity(seen),
      ...expectPresence(seen, endedIn(seen, endEvents)),
      // A receiver that shows tasks at all must not show one for the other.
      ...expectPresence(
        seen,
        // In these stories every file has a task of its own, with the file's number.
        endedIn(seen, endEvents).map((file) => file.replace('F', 'T')),
      ),
    ],
  });
}

/** Files whose end was delivered. */
function endedIn(
  { arms }: Pick<Observations, 'arms'>,
  endEvents: readonly string[],
): readonly string[] {
  const marks = [...arms.values()].flatMap(({ exchanges }) =>
    exchanges.flatMap(({ send }) =>
      send.mark !== undefined && endEvents.includes(send.mark.event) ? [send.mark.file] : [],
    ),
  );
  return [...new Set(marks)].sort();
}

export const roomsStayApart = stateClaim({
  path: 'state/rooms-stay-apart',
  title: 'Rooms are kept apart, also those whose ids differ in little',
  basis: 'stated',
  needs: ['state/room-id-verbatim'],
  hint: 'Compare room ids byte for byte: no trimming, no case folding, no numbers, no cut, no case-insensitive collation.',
  evaluate: (seen) => expectConvergence(seen, 'rooms-mixed-up'),
});

export const userIdsStayApart = stateClaim({
  path: 'state/user-ids-stay-apart',
  title: 'Users of a room are kept apart, also those whose ids differ in little',
  level: 'SHOULD',
  basis: 'inferred',
  needs: ['callback/accepts-peculiar-user-ids', 'state/users-stay-apart'],
  hint: 'Compare user ids byte for byte and keep them whole: a column of 32 characters is too short.',
  evaluate: (seen) => expectConvergence(seen, 'users-mixed-up'),
});

export const roomIdVerbatim = stateClaim({
  path: 'state/room-id-verbatim',
  title: 'A room is found again under the very id that the callback carried',
  basis: 'stated',
  needs: needsLoss,
  hint: 'Store the room id as the string it is, in a column that is wide enough and holds any script.',
  evaluate: (seen) => expectConvergence(seen, 'room-id-changed'),
});

export const earlierRoomsStay = stateClaim({
  path: 'state/earlier-rooms-stay',
  title: 'A room is remembered as it was after two hundred more rooms',
  basis: 'inferred',
  hint: 'Store recordings durably; a bounded map in memory forgets the first rooms on a busy day.',
  evaluate: ({ arms }) => {
    const without = (name: string): Observations['arms'] =>
      new Map([...arms].filter(([other]) => other !== name));
    return [
      ...expectConvergence({ arms: without(neverSpokenOf) }, 'room-forgotten'),
      // The baselines live through the two hundred rooms as well: forgotten together, all would still be equal.
      ...expectSensitivity({ arms: without(afterOthers) }),
    ];
  },
});

export const convergesAfterLostCallback: Claim = {
  path: 'recovery/converges-after-lost-callback',
  title: 'Whichever callback is lost, the file in the bucket brings the receiver to the full state',
  level: 'MUST',
  basis: 'stated',
  profile: 'recovery',
  needs: [recorded],
  hint: 'List the bucket from time to time and take over the files whose callbacks never came.',
  evaluate: (seen) => expectConvergence(seen, 'not-recovered'),
};
