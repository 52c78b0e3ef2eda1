import fc from 'fast-check';
import { limits } from '#contracts/gme/limits.ts';
import {
  confusableIds,
  hostileIds,
  peculiarities,
  plainParts,
  stretched,
} from '../identifier-families.ts';

export { hostileIds };

/** A room and a user in it. */
export interface RoomUserPair {
  readonly roomId: string;
  readonly userId: string;
}

/** Room IDs of the greatest length, in ASCII and in characters of two and three bytes. */
export function longestRoomIds(): fc.Arbitrary<string> {
  return fc
    .constantFrom('r', '0', 'r_', 'é', '房')
    .map((text) => stretched(text, limits.roomIdLengthMax));
}

/** Room IDs: short plain ones, hostile ones and the longest. Shrinks to a small number. */
export function roomIds(): fc.Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: plainRoomIds() },
    { weight: 5, arbitrary: hostileIds() },
    { weight: 1, arbitrary: longestRoomIds() },
  );
}

/** Room IDs that nothing can mistake: `1` to `9999`. */
export function plainRoomIds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 9999 }).map(String);
}

/** User IDs as the client SDKs prescribe them: 64-bit integers above 10,000 written out. */
export function plainUserIds(): fc.Arbitrary<string> {
  const above = limits.userIdNumberMin + 1;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.integer({ min: above, max: 99_999 }).map(String) },
    { weight: 1, arbitrary: fc.bigInt({ min: BigInt(above), max: 2n ** 63n - 1n }).map(String) },
  );
}

/** User IDs: mostly prescribed ones, and other strings, which exist on request. */
export function userIds(): fc.Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: plainUserIds() },
    { weight: 1, arbitrary: hostileIds() },
  );
}

/** Task ids beyond what a double counts: from 2^53 + 1 to 2^63 - 1. */
export function taskIds(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 2n ** 53n + 1n, max: 2n ** 63n - 1n });
}

/** Two different task ids that a double cannot tell apart. */
export function taskIdPairs(): fc.Arbitrary<readonly [bigint, bigint]> {
  // From 2^55 doubles are at least 8 apart, so the three integers above one round down to it.
  return fc
    .record({
      near: fc.bigInt({ min: 2n ** 55n, max: 2n ** 62n }),
      offsets: fc.constantFrom([0n, 1n], [1n, 0n], [1n, 3n], [3n, 2n]),
    })
    .map(({ near, offsets: [first = 0n, second = 1n] }) => {
      const double = BigInt(Number(near));
      return [double + first, double + second] as const;
    });
}

/** Two rooms with a user each, whose single streams lie in folders of the same name: `a` with `b_c`, `a_b` with `c`. */
export function collidingRooms(): fc.Arbitrary<readonly [RoomUserPair, RoomUserPair]> {
  return fc.tuple(plainParts, plainParts, plainUserIds()).map(([a, b, c]) => [
    { roomId: a, userId: `${b}_${c}` },
    { roomId: `${a}_${b}`, userId: c },
  ]);
}

/** Two different rooms that look the same after a careless normalisation: of case, digits, Unicode or blanks. */
export function confusableRooms(): fc.Arbitrary<readonly [string, string]> {
  return confusableIds();
}

/** What is peculiar about an identifier; for statistics over what a generator reaches. */
export function identifierTraits(id: string): readonly string[] {
  const isLongest = id.length === limits.roomIdLengthMax;
  return [
    ...peculiarities(id),
    ...(isLongest ? ['longest'] : []),
    ...(isLongest && /[^\0-\x7f]/u.test(id) ? ['longest-non-ascii'] : []),
  ];
}
