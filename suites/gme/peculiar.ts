import type { FreshIdentifiers, Story } from './story.ts';

/** Families of identifiers that receivers stumble over. */
export type IdentifierFamily = 'wide' | 'separators' | 'zeros' | 'long' | 'users' | 'tasks';

type Identifiers = (fresh: FreshIdentifiers) => Readonly<Record<string, string>>;

function rooms(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ R1: shape(fresh.room('R1')) }));
}

function tasks(...bases: readonly bigint[]): readonly Identifiers[] {
  return bases.map((base) => (fresh) => ({
    T1: String(base - (fresh.task('T1') % 1_000_000_007n) * 2n - 1n),
  }));
}

const families: Readonly<Record<IdentifierFamily, readonly Identifiers[]>> = {
  wide: rooms(
    (id) => `语音房间${id}`,
    (id) => `комната-${id}-é`,
    (id) => `🎤${id}🎧`,
    (id) => `غرفة${id}`,
    // A decomposed letter: whoever normalises it has another text.
    (id) => `cafe\u0301${id}`,
  ),
  separators: rooms(
    (id) => `${id}_a_b`,
    (id) => `it's "${id}"`,
    (id) => `100%${id}%2F%00`,
    (id) => `a b+c&d=${id}#x?y;z`,
    (id) => `<b>${id}</b>`,
    (id) => `${id}'; DROP TABLE recordings; --`,
    (id) => `${id}\\n\\u0041`,
  ),
  zeros: rooms(
    (id) => `000${id}`,
    // Short enough to pass through a double unharmed but for its zeros.
    (id) => `00${id.slice(0, 11)}`,
    (id) => `0x${id}`,
    (id) => `${id}.0`,
    (id) => `1e${id.slice(0, 9)}`,
  ),
  long: rooms(
    (id) => id.padEnd(127, 'x'),
    (id) => id.padStart(127, 'A'),
    (id) => id.padEnd(127, '语'),
  ),
  users: [
    (fresh) => ({ U1: `user-${fresh.user('U1')}` }),
    (fresh) => ({ U1: `玩家${fresh.user('U1')}` }),
    (fresh) => ({ U1: `a_b'c"${fresh.user('U1')}` }),
    (fresh) => ({ U1: `000${fresh.user('U1')}` }),
  ],
  tasks: tasks(2n ** 63n, 2n ** 62n, 2n ** 54n),
};

/** One uploaded file under each peculiar identifier of a family. */
export function identifierStories(family: IdentifierFamily): readonly Story[] {
  return families[family].map((identifiers, index) => ({
    title: `peculiar identifiers: ${family} ${String(index + 1)}`,
    files: { F1: {} },
    events: [['F1', 3]],
    identifiers,
  }));
}

/** Pairs of rooms that a receiver takes for one when it treats an identifier as anything but a text. */
export function confusableRoomStories(): readonly Story[] {
  const pairs: readonly (readonly [string, (id: string) => readonly [string, string]])[] = [
    ['leading zero', (id) => [id.slice(0, 12), `0${id.slice(0, 12)}`]],
    ['letter case', (id) => [`room${id}`, `Room${id}`]],
    ['blank at the end', (id) => [`${id}x`, `${id}x `]],
    ['percent-encoding', (id) => [`${id} a`, `${id}%20a`]],
    ['plus and blank', (id) => [`${id} b`, `${id}+b`]],
    [
      '127 characters, last one different',
      (id) => [id.padEnd(126, 'x') + 'y', id.padEnd(126, 'x') + 'z'],
    ],
    ['one a prefix of the other', (id) => [id, `${id}1`]],
    ['an accent', (id) => [`${id}e`, `${id}\u00e9`]],
    ['what stands behind a colon', (id) => [`${id}:a`, `${id}:b`]],
    ['what stands behind a hash', (id) => [`${id}#a`, `${id}#b`]],
    ['a wildcard of SQL', (id) => [`${id}_b%`, `${id}xbc`]],
  ];
  return pairs.map(([title, pair]) => ({
    title: `rooms that differ in: ${title}`,
    files: {
      F1: { room: 'R1', user: 'U1', task: 'T1', startedAgoSeconds: 7200 },
      F2: { room: 'R2', user: 'U2', task: 'T2', startedAgoSeconds: 3600 },
    },
    events: [
      ['F1', 3],
      ['F2', 3],
    ],
    identifiers: (fresh) => {
      const [first, second] = pair(fresh.room('R1'));
      return { R1: first, R2: second };
    },
  }));
}

/** Pairs of users of one room whose ids a careless receiver takes for one. */
export function confusableUserStories(): readonly Story[] {
  const pairs: readonly (readonly [string, (id: string) => readonly [string, string]])[] = [
    ['leading zero', (id) => [id.slice(0, 12), `0${id.slice(0, 12)}`]],
    ['letter case', (id) => [`user${id}`, `User${id}`]],
    [
      '64 characters, last one different',
      (id) => [`${id.padEnd(63, 'x')}y`, `${id.padEnd(63, 'x')}z`],
    ],
  ];
  return pairs.map(([title, pair]) => ({
    title: `users that differ in: ${title}`,
    files: { F1: { user: 'U1' }, F2: { user: 'U2' } },
    events: [
      ['F1', 3],
      ['F2', 3],
    ],
    identifiers: (fresh) => {
      const [first, second] = pair(fresh.user('U1'));
      return { U1: first, U2: second };
    },
  }));
}

/** Pairs of rooms and users whose folder names `bizid_roomid_userid` read the same. */
export function collidingFolderStories(): readonly Story[] {
  const splits: readonly ((a: string, b: string) => Readonly<Record<string, string>>)[] = [
    (a, b) => ({ R1: `${a}_${b}`, U1: '4444444', R2: a, U2: `${b}_4444444` }),
    (a, b) => ({ R1: `${a}_0`, U1: b, R2: a, U2: `0_${b}` }),
  ];
  return splits.map((split, index) => ({
    title: `folder names that split in two ways ${String(index + 1)}`,
    files: {
      F1: { room: 'R1', user: 'U1', task: 'T1', startedAgoSeconds: 7200 },
      F2: { room: 'R2', user: 'U2', task: 'T2', startedAgoSeconds: 3600 },
    },
    events: [
      ['F1', 3],
      ['F2', 3],
    ],
    identifiers: (fresh) => split(fresh.room('R1'), fresh.user('U1')),
  }));
}

/** Pairs of task ids that are one as doubles, and one when cut to 32 bits. */
export function collidingTaskStories(): readonly Story[] {
  const partners: readonly (readonly [string, (id: bigint) => bigint])[] = [
    ['one apart', (id) => id + 1n],
    ['equal in their lower 32 bits', (id) => id + 2n ** 32n],
    ['equal in their lower 53 bits', (id) => id + 2n ** 53n],
  ];
  return partners.map(([title, partner]) => ({
    title: `task ids ${title}`,
    files: {
      F1: { mode: 'mixed', task: 'T1', startedAgoSeconds: 3600 },
      F2: { mode: 'mixed', task: 'T2', startedAgoSeconds: 3600 },
    },
    events: [
      ['F1', 3],
      ['F2', 3],
    ],
    identifiers: (fresh) => {
      // 18 digits, and 17 modulo 64: neither it nor its successor is a double.
      const first = ((fresh.task('T1') * 1000n) / 64n) * 64n + 17n;
      return { T1: String(first), T2: String(partner(first)) };
    },
  }));
}
