import fc from 'fast-check';
import { limits } from '#contracts/sparkrtc/limits.ts';
import { isIdentifier } from '#contracts/sparkrtc/stream-name.ts';
import {
  joined,
  lookalikes,
  peculiarities,
  plainParts,
  stretched,
} from '../identifier-families.ts';

/** Pieces with a meaning in stream names, and others that split or end them too soon. */
const links = ['_', '__', '-', '_-', '_av_m_', '_v_a_', '_s_', '_m_'] as const;

/** Room IDs that nothing can mistake: `room1` to `room9999`. */
export function plainRoomIds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 9999 }).map((number) => `room${String(number)}`);
}

/** User IDs that nothing can mistake. */
export function plainUserIds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 99_999 }).map((number) => `user${String(number)}`);
}

function permittedIds(plain: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const longest = fc
    .constantFrom('r', '0', 'r_', '-')
    .map((text) => stretched(text, limits.identifierBytesMax));
  const ends = fc
    .tuple(
      fc.constantFrom('_', '-', 's_', 'm_', ''),
      plainParts,
      fc.constantFrom('_', '-', '_av_m', '_v_a', ''),
    )
    .map((parts) => parts.join(''));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: plain },
    { weight: 3, arbitrary: joined(links) },
    { weight: 2, arbitrary: ends },
    { weight: 2, arbitrary: fc.constantFrom(...lookalikes.filter(isIdentifier)) },
    { weight: 1, arbitrary: longest },
  );
}

/** Room IDs of the permitted characters: plain ones, ones that stream names do not tell apart, the longest. Shrinks to `room1`. */
export function roomIds(): fc.Arbitrary<string> {
  return permittedIds(plainRoomIds());
}

/** User IDs of the same kinds. Shrinks to `user1`. */
export function userIds(): fc.Arbitrary<string> {
  return permittedIds(plainUserIds());
}

const hexDigits = Array.from('0123456789abcdef');

/** Application ids as the sample has them: 24 hexadecimal digits. */
export function appIds(): fc.Arbitrary<string> {
  const length = 24;
  return fc.string({ unit: fc.constantFrom(...hexDigits), minLength: length, maxLength: length });
}

/** Ids of recording jobs as the sample has them: letters and digits without underscores, about 31 of them. */
export function jobIds(): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom(...hexDigits),
    minLength: 24,
    maxLength: 32,
    size: 'max',
  });
}

/** A room and a user in it. */
export interface RoomUserPair {
  readonly roomId: string;
  readonly userId: string;
}

/** Two rooms with a user each, whose streams have the same name: `a` with `b_c`, `a_b` with `c`. */
export function collidingRooms(): fc.Arbitrary<readonly [RoomUserPair, RoomUserPair]> {
  return fc.tuple(plainParts, plainParts, plainParts).map(([a, b, c]) => [
    { roomId: a, userId: `${b}_${c}` },
    { roomId: `${a}_${b}`, userId: c },
  ]);
}

/** Two different permitted identifiers that look the same after a careless normalisation: of case, digits or punctuation. */
export function confusableIds(): fc.Arbitrary<readonly [string, string]> {
  return fc
    .tuple(plainParts, fc.boolean())
    .chain(([part, swap]) =>
      fc
        .constantFrom<readonly [string, string]>(
          [`${part}a`, `${part}A`],
          [`7${part}`, `07${part}`],
          [part, `${part}_`],
          [part, `-${part}`],
          [`${part}-1`, `${part}_1`],
          [`${part}_1`, `${part}__1`],
        )
        .map(([one, other]) => (swap ? [other, one] : [one, other])),
    );
}

/** What is peculiar about a room or user ID; for statistics over what a generator reaches. */
export function identifierTraits(id: string): readonly string[] {
  const traits: readonly (readonly [string, boolean])[] = [
    ['hyphen', id.includes('-')],
    ['ends-as-streams', /_(?:av_m|v_a)(?:_|$)/u.test(id)],
    ['begins-as-streams', /^[sm]_/u.test(id)],
    ['underscore-at-an-end', id.startsWith('_') || id.endsWith('_')],
    ['longest', id.length === limits.identifierBytesMax],
  ];
  return [...peculiarities(id), ...traits.flatMap(([name, holds]) => (holds ? [name] : []))];
}
