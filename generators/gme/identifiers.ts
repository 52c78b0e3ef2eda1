import fc from 'fast-check';
import { limits } from '#contracts/gme/limits.ts';

/** A room and a user in it. */
export interface RoomUserPair {
  readonly roomId: string;
  readonly userId: string;
}

/** Identifiers that careless code takes for something else: every one is an ordinary string to the documents. */
const lookalikes = [
  '0',
  '007',
  '1e3',
  '0x10',
  '-1',
  '1.0',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'A',
  'a',
  '9007199254740993',
] as const;

/** Parts that have a meaning in names, URLs, SQL, JSON or markup. */
const separators = [
  '_',
  '__',
  '/',
  '%',
  '%2F',
  '%s',
  '+',
  ' ',
  '"',
  "'",
  '\\',
  '&',
  '?',
  '#',
  '<',
  ';',
  ',',
] as const;

const letters = ['é', 'ß', '房', '間', 'ひ', '방', 'ع', '😀', '👩‍👧', '𝕏'] as const;

const plainParts = fc.oneof(
  fc.integer({ min: 1, max: 999 }).map(String),
  fc.constantFrom('a', 'b', 'room', 'x1'),
);

/** A part, one to three separators or letters each with a part behind it: `a_b`, `100/7_😀x1`. */
function joined(links: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      plainParts,
      fc.array(fc.tuple(fc.constantFrom(...links), plainParts), { minLength: 1, maxLength: 3 }),
    )
    .map(([first, rest]) => first + rest.map(([link, part]) => link + part).join(''));
}

/** `length` UTF-16 units made of one short text. */
function stretched(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** Room IDs of the greatest length, in ASCII and in characters of two and three bytes. */
export function longestRoomIds(): fc.Arbitrary<string> {
  return fc
    .constantFrom('r', '0', 'r_', 'é', '房')
    .map((text) => stretched(text, limits.roomIdLengthMax));
}

/** Identifiers that a careless receiver mistakes, splits, decodes or rounds. */
export function hostileIds(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: joined(['_']) },
    { weight: 3, arbitrary: joined(separators) },
    { weight: 3, arbitrary: joined(letters) },
    { weight: 2, arbitrary: fc.constantFrom(...lookalikes) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 99 }).map((id) => `00${String(id)}`) },
  );
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
  return fc
    .tuple(plainParts, fc.boolean())
    .chain(([part, swap]) =>
      fc
        .constantFrom<readonly [string, string]>(
          [`${part}a`, `${part}A`],
          [`7${part}`, `07${part}`],
          [part, `${part}\u0020`],
          [`${part}\u00e9`, `${part}e\u0301`],
          [`${part}%2F1`, `${part}/1`],
          [`${part}+1`, `${part} 1`],
        )
        .map(([one, other]) => (swap ? [other, one] : [one, other])),
    );
}

/** What is peculiar about an identifier; for statistics over what a generator reaches. */
export function identifierTraits(id: string): readonly string[] {
  const traits: readonly (readonly [string, boolean])[] = [
    ['plain', /^[1-9][0-9a-z]*$/u.test(id)],
    ['underscore', id.includes('_')],
    ['slash', id.includes('/')],
    ['percent', id.includes('%')],
    ['quote', /["']/u.test(id)],
    ['blank', id.includes(' ')],
    ['backslash', id.includes('\\')],
    ['leading-zero', /^0\d/u.test(id)],
    ['cjk', /\p{Script=Han}/u.test(id)],
    ['emoji', /\p{Extended_Pictographic}/u.test(id)],
    ['beyond-first-plane', /[\u{10000}-\u{10ffff}]/u.test(id)],
    ['lookalike', (lookalikes as readonly string[]).includes(id)],
    ['longest', id.length === limits.roomIdLengthMax],
    ['longest-non-ascii', id.length === limits.roomIdLengthMax && /[^\0-\x7f]/u.test(id)],
    ['beyond-double', /^\d{17,}$/u.test(id)],
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}
