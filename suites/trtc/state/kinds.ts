import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { implications, type ImpliedCase } from '../../kit/relations.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import { plainRoomNumberOf } from '../peculiar.ts';
import { toldOnce } from '../stories.ts';
import type { Story } from '../story.ts';

const fileEvents = [304, 307, 310, 311] as const;

/** Whoever keeps the one story keeps the other, which differs in kind alone. */
function alsoKept(title: string, usual: Story, other: Story): ImpliedCase<Story> {
  return {
    title,
    known: { story: usual, events: [0] },
    knownWithout: { story: usual, events: [] },
    asked: { story: other, events: [0] },
    askedWithout: { story: other, events: [] },
  };
}

const mixedClaim = stateClaim({
  path: 'state/mixed-streams-count',
  title: 'Files of mixed streams are kept where files of single streams are',
  basis: 'inferred',
  hint: 'A mixed file has an empty UserId: that is no missing value, and no reason to skip the callback.',
  evaluate: (seen) => expectImplied(seen, 'mixed-stream-not-kept'),
});

export const mixedStreamsCount = claimFor('trtc', mixedClaim, {
  clauses: [clauses.recordingModes, clauses.mixedResults, clauses.mp4FileMessage],
  notApplicable: ({ scope }) =>
    scope === 'single' ? 'the configuration says that single streams alone are recorded' : null,
  experiments: (context) =>
    implications(
      trtcKit,
      context,
      fileEvents.map((type) =>
        alsoKept(
          `a file of a single stream and one of a mixed stream, event type ${String(type)}`,
          toldOnce('a single stream', type, { F1: {} }),
          toldOnce('a mixed stream', type, { F1: { mode: 'mixed' } }),
        ),
      ),
    ),
});

const roomsClaim = stateClaim({
  path: 'state/integer-rooms-count',
  title: 'What is told of integer rooms is found again under their digits',
  basis: 'stated',
  needs: ['callback/accepts-integer-rooms'],
  hint: 'Look rooms up by the digits that the callback carried, whether it carried them as a number or as a string.',
  evaluate: (seen) => expectImplied(seen, 'integer-room-not-kept'),
});

export const integerRoomsCount = claimFor('trtc', roomsClaim, {
  clauses: [clauses.roomId, clauses.roomTypes],
  experiments: (context) =>
    implications(
      trtcKit,
      context,
      fileEvents.map((type) => {
        const story = toldOnce('a room', type, { F1: {} });
        return alsoKept(`a string room and an integer room, event type ${String(type)}`, story, {
          ...story,
          title: 'an integer room',
          identifiers: (fresh) => ({ R1: plainRoomNumberOf(String(fresh.room('R1'))) }),
        });
      }),
    ),
});
