import { clauses } from '#contracts/trtc/index.ts';
import { claimFor } from '../../claims/claim.ts';
import { stateClaim } from '../../claims/state.ts';
import { implications, type ImpliedCase } from '../../kit/relations.ts';
import { expectImplied } from '../../oracles/relations.ts';
import { trtcKit } from '../kit.ts';
import { plainRoomNumberOf } from '../peculiar.ts';
import { toldOnce } from '../stories.ts';
import type { FileSpec, Story } from '../story.ts';

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

/** One of two files of a stream: of its playlists before and after a migration, or of its cuts. */
function oneOfTwo(type: (typeof fileEvents)[number], mode: 'single' | 'mixed'): readonly Story[] {
  const specs: readonly FileSpec[] =
    type === 304 || type === 307
      ? [{ mode }, { mode, recovery: 1 }]
      : [
          { mode, index: 1 },
          { mode, index: 2 },
        ];
  return specs.map((spec, index) =>
    toldOnce(`a file of a ${mode} stream`, type, { [`F${String(index + 1)}`]: spec }),
  );
}

/** Whoever tells two files of a single stream apart does so with two of a mixed one: it is no matter of the task alone. */
function alsoToldApart(type: (typeof fileEvents)[number]): readonly ImpliedCase<Story>[] {
  const [one, other] = oneOfTwo(type, 'single');
  const [mixedOne, mixedOther] = oneOfTwo(type, 'mixed');
  if (!one || !other || !mixedOne || !mixedOther) {
    return [];
  }
  return [
    {
      title: `files of a single stream and of a mixed stream, event type ${String(type)}`,
      known: { story: one, events: [0] },
      knownWithout: { story: other, events: [0] },
      asked: { story: mixedOne, events: [0] },
      askedWithout: { story: mixedOther, events: [0] },
    },
  ];
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
  experiments: (context) => implications(trtcKit, context, fileEvents.flatMap(alsoToldApart)),
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
