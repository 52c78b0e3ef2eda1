import fc from 'fast-check';
import { limits } from '#contracts/gme/limits.ts';
import { predict } from '#contracts/gme/recording-rules.ts';
import type { GmeSession } from '#contracts/gme/session.ts';
import { plainRoomIds, plainUserIds, roomIds, userIds } from './identifiers.ts';
import { play, type Script, type Step } from './script.ts';
import { startTimes } from '../start-time.ts';

/** Bounds of generated sessions. */
export interface SessionOptions {
  /** Default 2. */
  readonly roomsMax?: number;
  /** Users in all, who may be in several rooms. Default 3. */
  readonly usersMax?: number;
  /** Things that happen in a room beyond its first user's entering, speaking and leaving. Default 8. */
  readonly stepsMax?: number;
  /** From the first entry to the last exit of a room. Default 30 hours. */
  readonly spanSecondsMax?: number;
  /** Default `any`: plain and hostile ones. */
  readonly identifiers?: 'plain' | 'any';
  /** Rooms, in place of those that `identifiers` names. */
  readonly rooms?: fc.Arbitrary<string>;
  /** Users, in place of those that `identifiers` names. */
  readonly users?: fc.Arbitrary<string>;
  /** Whether recordings break off and restart. Default true. */
  readonly interruptions?: boolean;
  /** Unix seconds at which sessions start. Default `startTimes()`. */
  readonly starts?: fc.Arbitrary<number>;
}

/**
 * Sessions that can happen: users enter, speak, fall silent, leave and come back, recordings break off and restart,
 * rooms empty and fill again. Every room has at least one file of each kind, and no two files share a name. Gaps reach
 * from a second to a day, with the two-hour limit and its neighbours as classes of their own.
 * Shrinks to one user who enters a plain room, speaks for a second and leaves.
 */
export function sessions(options: SessionOptions = {}): fc.Arbitrary<GmeSession> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: sessionsAtPace(options, briskGaps) },
    { weight: 4, arbitrary: sessionsAtPace(options, anyGaps) },
  );
}

function sessionsAtPace(
  options: SessionOptions,
  gaps: fc.Arbitrary<number>,
): fc.Arbitrary<GmeSession> {
  const { roomsMax = 2, usersMax = 3, starts = startTimes() } = options;
  const isPlain = options.identifiers === 'plain';
  const { rooms = isPlain ? plainRoomIds() : roomIds() } = options;
  const { users = isPlain ? plainUserIds() : userIds() } = options;
  return fc
    .record({
      startSeconds: starts,
      rooms: fc.uniqueArray(rooms, { minLength: 1, maxLength: roomsMax }),
      users: fc.uniqueArray(users, { minLength: 1, maxLength: usersMax }),
      scripts: fc.array(scripts(options, gaps), { minLength: roomsMax, maxLength: roomsMax }),
    })
    .map(({ startSeconds, rooms, users, scripts }) => ({
      startSeconds,
      events: rooms
        .flatMap((room, index) => play(room, users, scripts[index], options.spanSecondsMax))
        .sort((a, b) => a.at - b.at),
    }))
    .filter(hasDistinctNames);
}

function scripts(options: SessionOptions, gaps: fc.Arbitrary<number>): fc.Arbitrary<Script> {
  const { stepsMax = 8, interruptions = true } = options;
  const act = fc.oneof<fc.WeightedArbitrary<Step['act']>[]>(
    { weight: 4, arbitrary: fc.constant('microphone') },
    { weight: 2, arbitrary: fc.constant('presence') },
    { weight: 1, arbitrary: fc.constant('everyone-leaves') },
    { weight: interruptions ? 2 : 0, arbitrary: fc.constant('interruption') },
  );
  return fc.record({
    delay: fc.oneof({ withCrossShrink: true }, fc.constant(0), fc.integer({ min: 1, max: 600 })),
    silence: fc.oneof({ withCrossShrink: true }, fc.constant(0), gaps),
    steps: fc.array(fc.record({ gap: gaps, act, who: fc.nat(7) }), {
      maxLength: stepsMax,
    }),
    tail: gaps,
  });
}

const briskGaps = fc.integer({ min: 1, max: 12 });

const segment = limits.segmentSecondsMax;

const anyGaps = fc.oneof(
  { withCrossShrink: true },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }) },
  { weight: 2, arbitrary: fc.integer({ min: 60, max: 3600 }) },
  { weight: 3, arbitrary: fc.constantFrom(segment - 1, segment, segment + 1, 2 * segment) },
  { weight: 1, arbitrary: fc.integer({ min: 3600, max: 36_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 72_000, max: 108_000 }) },
);

/** Underscores in identifiers can give two files of one second the same name: then one would overwrite the other. */
function hasDistinctNames(session: GmeSession): boolean {
  const { objectKeys } = predict(session, {
    bizId: 1,
    scope: 'both',
    taskIds: (index) => BigInt(index),
  });
  return new Set(objectKeys).size === objectKeys.length;
}
