import fc from 'fast-check';
import { limits } from '#contracts/sparkrtc/limits.ts';
import type { SparkSession } from '#contracts/sparkrtc/session.ts';
import { streamMedia } from '#contracts/sparkrtc/stream-name.ts';
import { startTimes } from '../start-time.ts';
import { collidingRooms, plainRoomIds, plainUserIds, roomIds, userIds } from './identifiers.ts';
import { play, type Script, type Step } from './script.ts';

/** Bounds of generated sessions. */
export interface SessionOptions {
  /** Default 2. */
  readonly roomsMax?: number;
  /** Users in all, who may be in several rooms. Default 3. */
  readonly usersMax?: number;
  /** Things that happen in a room beyond its first user's coming, publishing and leaving. Default 8. */
  readonly stepsMax?: number;
  /** From the first user's coming to the last one's leaving, about. Default 26 hours. */
  readonly spanSecondsMax?: number;
  /** Default `any`: plain ones, ones that stream names do not tell apart, the longest. */
  readonly identifiers?: 'plain' | 'any';
}

/**
 * Sessions that can happen: users enter, publish camera and screen, pause, resume, leave and come back. The first user of
 * every room publishes, so that there is something to record. Gaps reach from a second to a day, with the bounds of
 * pauses and lengths and their neighbours as classes of their own.
 * Shrinks to one user who publishes for a second in `room1`.
 */
export function sessions(options: SessionOptions = {}): fc.Arbitrary<SparkSession> {
  const { roomsMax = 2, usersMax = 3, spanSecondsMax = 26 * 3600 } = options;
  const isPlain = options.identifiers === 'plain';
  const ids = fc.record({
    rooms: fc.uniqueArray(isPlain ? plainRoomIds() : roomIds(), {
      minLength: 1,
      maxLength: roomsMax,
    }),
    users: fc.uniqueArray(isPlain ? plainUserIds() : userIds(), {
      minLength: 1,
      maxLength: usersMax,
    }),
  });
  const colliding = collidingRooms().map((pairs) => ({
    rooms: pairs.map(({ roomId }) => roomId),
    users: pairs.map(({ userId }) => userId),
  }));
  return fc
    .record({
      startSeconds: startTimes(),
      ids:
        isPlain || roomsMax < 2
          ? ids
          : fc.oneof(
              { withCrossShrink: true },
              { weight: 7, arbitrary: ids },
              { weight: 1, arbitrary: colliding },
            ),
      scripts: fc.array(scripts(options), { minLength: roomsMax, maxLength: roomsMax }),
    })
    .map(({ startSeconds, ids: { rooms, users }, scripts }) => ({
      startSeconds,
      events: rooms
        .flatMap((room, index) => {
          const script = scripts[index];
          return script === undefined ? [] : play(room, users, script, spanSecondsMax);
        })
        .sort((a, b) => a.at - b.at),
    }));
}

function scripts({ stepsMax = 8 }: SessionOptions): fc.Arbitrary<Script> {
  const act = fc.constantFrom<Step['act'][]>(
    'camera',
    'camera',
    'screen',
    'presence',
    'everyone-leaves',
  );
  const pictures = fc.constantFrom({ width: 320, height: 180 }, { width: 1280, height: 720 }, null);
  return fc.record({
    delaySeconds: fc.oneof(
      { withCrossShrink: true },
      fc.constant(0),
      fc.integer({ min: 1, max: 600 }),
    ),
    silenceSeconds: fc.oneof({ withCrossShrink: true }, fc.constant(0), briskGaps),
    opening: fc.constantFrom(...streamMedia),
    picture: pictures,
    steps: fc
      .tuple(fc.constantFrom(briskGaps, anyGaps))
      .chain(([gaps]) =>
        fc.array(fc.record({ gapSeconds: gaps, act, who: fc.nat(7) }), { maxLength: stepsMax }),
      ),
    tailSeconds: anyGaps,
  });
}

const briskGaps = fc.integer({ min: 1, max: 40 });

const minute = limits.lengthSecondsMin;
const pause = limits.pauseSecondsMax;
const { HLS: hlsMax, MP4: mp4Max } = limits.lengthSecondsMax;

const anyGaps = fc.oneof(
  { withCrossShrink: true },
  { weight: 5, arbitrary: briskGaps },
  { weight: 3, arbitrary: fc.constantFrom(minute - 1, minute, minute + 1, 2 * minute) },
  { weight: 2, arbitrary: fc.constantFrom(14, 15, 16, pause - 1, pause, pause + 1) },
  { weight: 1, arbitrary: fc.integer({ min: minute, max: 3600 }) },
  { weight: 1, arbitrary: fc.constantFrom(hlsMax, hlsMax + 1, mp4Max, mp4Max + 1, 86_400) },
);
