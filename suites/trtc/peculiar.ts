import { limits, roomMarks, type TrtcRoomId } from '#contracts/trtc/index.ts';
import type { FreshIdentifiers, Story } from './story.ts';

/** Families of identifiers that receivers stumble over. */
export type IdentifierFamily = 'numbers' | 'texts' | 'zeros' | 'long' | 'users' | 'tasks';

type Identifiers = (fresh: FreshIdentifiers) => Readonly<Record<string, TrtcRoomId>>;

function rooms(...shapes: readonly ((id: string) => TrtcRoomId)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ R1: shape(String(fresh.room('R1'))) }));
}

function users(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ U1: shape(fresh.user('U1')) }));
}

function tasks(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({
    T1: shape(fresh.task('T1')),
    T2: shape(fresh.task('T2')),
  }));
}

/** An integer room of ten digits, beyond 31 bits, made from a fresh plain room. */
export function roomNumberOf(id: string): number {
  const below = limits.roomNumberMax - 3_000_000_000;
  return 3_000_000_000 + Number(BigInt(id) % BigInt(below));
}

/** An integer room that any receiver of numbers takes as it is. */
export function plainRoomNumberOf(id: string): number {
  return 1_000_000_000 + Number(BigInt(id) % 600_000_000n);
}

const families: Readonly<Record<IdentifierFamily, readonly Identifiers[]>> = {
  numbers: rooms(roomNumberOf, plainRoomNumberOf),
  texts: rooms(
    (id) => `room_${id}_a-b`,
    (id) => `a b+c&d=${id}#x?y;z`,
    (id) => `<b>${id}<b>`,
    (id) => `100%${id}%2F%00`,
    (id) => `${id}:{}[]()|~^@,.!$`,
    (id) => `__UserId_s_${id}__UserId_e_main`,
    // Every mark that a string room may have.
    (id) => `${roomMarks.trim()}${id}`,
  ),
  zeros: rooms(
    (id) => `000${id}`,
    // Short enough to pass through a double unharmed but for its zeros.
    (id) => `00${id.slice(0, 11)}`,
    (id) => `0x${id}`,
    (id) => `${id}.0`,
    (id) => `1e${id.slice(0, 9)}`,
    (id) => `-${id}`,
  ),
  long: rooms(
    (id) => id.padEnd(limits.roomTextBytesMax, 'x'),
    (id) => id.padStart(limits.roomTextBytesMax, 'A'),
  ),
  users: users(
    // The Base64 of these has each of the characters that names replace or keep: / = and +.
    (id) => `${id}???`,
    (id) => `${id}~~~`,
    (id) => `a_b-c__UserId_e_main_${id}`,
    (id) => `000${id.replace('user', '')}`,
    (id) => `玩家${id}`,
    (id) => `o'hara "${id}" <x>`,
  ),
  tasks: tasks(
    (id) => `-${id}`,
    (id) => `--${id}`,
    (id) => `${id}.`,
    (id) => `-m9-bVVU7id${id}oZWQndiborbEWH3zY-lIXlprc-gQvQE..`,
    (id) => id.replace('k', '').replace('x', ''),
  ),
};

/**
 * News of every kind that a receiver may keep, with a task to COS and one to VOD in one room: whatever identifier is
 * peculiar shows somewhere.
 */
export const plainNews: Story = {
  title: 'news of every kind',
  sameSecond: true,
  tasks: {
    T1: { robot: 'B1', startedAgoSeconds: 7200 },
    T2: { robot: 'B2', startedAgoSeconds: 3600 },
  },
  files: { F1: { task: 'T1' }, F2: { task: 'T2' } },
  events: [
    ['F1', 304],
    ['F1', 310],
    ['T1', 302],
    ['F2', 311],
  ],
};

/** The same news under each peculiar identifier of a family. */
export function identifierStories(family: IdentifierFamily): readonly Story[] {
  return families[family].map((identifiers, index) => ({
    ...plainNews,
    title: `peculiar identifiers: ${family} ${String(index + 1)}`,
    identifiers,
  }));
}

/** Rooms that make names of files with every character of Base64, in both places of its padding, and long ones. */
const spelledRooms = rooms(
  (id) => `${id}~~~`,
  (id) => `${id}???`,
  (id) => `${id}~`,
  (id) => `${id}~?`,
  (id) => id.padEnd(limits.roomTextBytesMax, '~'),
);

/** News of every kind under each of these rooms. */
export function spelledRoomStories(): readonly Story[] {
  return spelledRooms.map((identifiers, index) => ({
    ...plainNews,
    title: `names of files with all that Base64 has: ${String(index + 1)}`,
    identifiers,
  }));
}

type Pair<Id> = readonly [title: string, make: (id: string) => readonly [Id, Id]];

/** Pairs of string rooms that a receiver takes for one when it treats an identifier as anything but a text. */
const roomPairs: readonly Pair<TrtcRoomId>[] = [
  ['leading zero', (id) => [id.slice(0, 12), `0${id.slice(0, 12)}`]],
  ['letter case', (id) => [`room${id}`, `Room${id}`]],
  ['blank at the end', (id) => [`${id}x`, `${id}x `]],
  ['percent-encoding', (id) => [`${id} a`, `${id}%20a`]],
  ['plus and blank', (id) => [`${id} b`, `${id}+b`]],
  [
    '64 characters, last one different',
    (id) => [`${id.padEnd(63, 'x')}y`, `${id.padEnd(63, 'x')}z`],
  ],
  ['one a prefix of the other', (id) => [id, `${id}1`]],
  ['what stands behind a colon', (id) => [`${id}:a`, `${id}:b`]],
  ['a wildcard of SQL', (id) => [`${id}_b%`, `${id}xbc`]],
  ['numbers beyond 31 bits', (id) => [roomNumberOf(id), roomNumberOf(id) - 2 ** 31]],
];

/** None is a part of the other: a receiver's own composite keys would read as either. */
const taskPairs: readonly Pair<string>[] = [
  ['letter case', (id) => [`${id}a`, `${id}A`]],
  ['a hyphen and an underscore', (id) => [`${id}-b`, `${id}_b`]],
  ['the last of 80 characters', (id) => [`${id.padEnd(79, 'x')}y`, `${id.padEnd(79, 'x')}z`]],
];

const userPairs: readonly Pair<string>[] = [
  ['leading zero', (id) => [id.slice(4), `0${id.slice(4)}`]],
  ['letter case', (id) => [id, id.replace('user', 'User')]],
  // Three bytes become four letters, and a plain id has a multiple of three.
  ['letter case of their Base64', (id) => [`${id}abc`, `${id}abI`]],
  ['characters that Base64 spells with a slash and a hyphen', (id) => [`${id}???`, `${id}>>>`]],
];

/** The same news of two rooms. */
const twoRooms: Story = {
  title: 'two rooms',
  sameSecond: true,
  tasks: {
    T1: { room: 'R1', robot: 'B1' },
    T2: { room: 'R2', robot: 'B2' },
    T3: { room: 'R1', robot: 'B3' },
    T4: { room: 'R2', robot: 'B4' },
  },
  files: {
    F1: { task: 'T1', user: 'U1' },
    F2: { task: 'T2', user: 'U2' },
    F3: { task: 'T3', user: 'U1' },
    F4: { task: 'T4', user: 'U2' },
  },
  events: [
    ['F1', 310],
    ['F2', 310],
    ['F3', 311],
    ['F4', 311],
  ],
};

/** Two rooms that nothing can mistake, and pairs that are easily taken for one. */
export function confusableRoomStories(): readonly Story[] {
  return [
    twoRooms,
    ...roomPairs.map(([title, pair]): Story => ({
      ...twoRooms,
      title: `rooms that differ in: ${title}`,
      identifiers: (fresh) => {
        const [R1, R2] = pair(String(fresh.room('R1')));
        return { R1, R2 };
      },
    })),
  ];
}

/** Pairs of tasks of one room whose ids a careless receiver takes for one. */
export function confusableTaskStories(): readonly Story[] {
  return taskPairs.flatMap(([title, pair]) =>
    ([304, 310, 311] as const).map((type): Story => ({
      title: `task ids that differ in: ${title}, event type ${String(type)}`,
      sameSecond: true,
      tasks: { T1: { robot: 'B1' }, T2: { robot: 'B2' } },
      files: { F1: { task: 'T1', user: 'U1' }, F2: { task: 'T2', user: 'U2' } },
      events: [
        ['F1', type],
        ['F2', type],
      ],
      identifiers: (fresh) => {
        const [T1, T2] = pair(fresh.task('T1'));
        return { T1, T2 };
      },
    })),
  );
}

/** Pairs of users of one task whose ids a careless receiver takes for one. */
export function confusableUserStories(): readonly Story[] {
  return userPairs.flatMap(([title, pair]) =>
    ([310, 311] as const).map((type): Story => ({
      title: `users that differ in: ${title}, event type ${String(type)}`,
      sameSecond: true,
      files: { F1: { user: 'U1' }, F2: { user: 'U2' } },
      events: [
        ['F1', type],
        ['F2', type],
      ],
      identifiers: (fresh) => {
        const [U1, U2] = pair(fresh.user('U1'));
        return { U1, U2 };
      },
    })),
  );
}
