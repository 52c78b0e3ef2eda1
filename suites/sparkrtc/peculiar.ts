import { limits } from '#contracts/sparkrtc/index.ts';
import type { FreshIdentifiers, Story } from './story.ts';

/** Families of identifiers that receivers stumble over, all of permitted characters. */
export type IdentifierFamily = 'links' | 'numbers' | 'long' | 'users' | 'jobs';

type Identifiers = NonNullable<Story['identifiers']>;

function rooms(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ R1: shape(fresh.room('R1')) }));
}

function users(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ U1: shape(fresh.user('U1')) }));
}

function jobs(...shapes: readonly ((id: string) => string)[]): readonly Identifiers[] {
  return shapes.map((shape) => (fresh) => ({ T1: shape(fresh.job('T1')) }));
}

/** The digits of a fresh identifier. */
function digitsOf(id: string): string {
  return id.replaceAll(/\D/gu, '');
}

const longest = limits.identifierBytesMax;

const families: Readonly<Record<IdentifierFamily, readonly Identifiers[]>> = {
  links: rooms(
    (id) => `${id}_a_b`,
    (id) => `_${id}_`,
    (id) => `-${id}-`,
    (id) => `${id}__-_`,
    // What stands before and behind the ids in names of streams.
    (id) => `s_${id}_av_m`,
    (id) => `m_${id}_v_a`,
  ),
  numbers: rooms(
    (id) => `000${digitsOf(id)}`,
    // Short enough to pass through a double unharmed but for its zeros.
    (id) => `00${digitsOf(id).slice(0, 11)}`,
    (id) => `0x${digitsOf(id)}`,
    (id) => `1e${digitsOf(id).slice(0, 9)}`,
    (id) => `-${digitsOf(id)}`,
    (id) => digitsOf(id),
    (id) => `99${digitsOf(id)}${digitsOf(id)}`,
  ),
  long: rooms(
    (id) => id.padEnd(longest, 'x'),
    (id) => id.padStart(longest, 'A'),
    (id) => id.padEnd(longest, '_'),
  ),
  users: users(
    (id) => `${id}_a_b`,
    (id) => `_${id}_av_m`,
    (id) => `-${id}-`,
    (id) => `000${digitsOf(id)}`,
    (id) => id.padEnd(longest, 'x'),
  ),
  jobs: jobs(
    (id) => digitsOf(id).slice(0, 24),
    (id) => `000${digitsOf(id).slice(0, 12)}`,
    (id) => `1e${digitsOf(id).slice(0, 9)}`,
    (id) => id.toUpperCase(),
    (id) => `${id}-${id.slice(0, 8)}`,
  ),
};

/** News of both kinds that a receiver may keep of a file. */
export const plainNews: Story = {
  title: 'a file begun and complete',
  files: { F1: {} },
  events: [
    ['F1', 'start'],
    ['F1', 'complete'],
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

type Pair = readonly [title: string, make: (id: string) => readonly [string, string]];

/** Pairs that a receiver takes for one when it treats an identifier as anything but a text. */
const pairs: readonly Pair[] = [
  ['leading zero', (id) => [`7${digitsOf(id).slice(0, 11)}`, `07${digitsOf(id).slice(0, 11)}`]],
  ['letter case', (id) => [id, id.toUpperCase()]],
  ['underscore and hyphen', (id) => [`${id}_1`, `${id}-1`]],
  ['underscore at the end', (id) => [id, `${id}_`]],
  ['hyphen in front', (id) => [id, `-${id}`]],
  ['one a prefix of the other', (id) => [id, `${id}1`]],
  ['a wildcard of SQL', (id) => [`${id}_b`, `${id}xb`]],
  ['what stands behind an underscore', (id) => [`${id}_a`, `${id}_b`]],
  [
    '64 characters, last one different',
    (id) => [`${id.padEnd(longest - 1, 'x')}y`, `${id.padEnd(longest - 1, 'x')}z`],
  ],
];

const twoRooms: Story = {
  title: 'two rooms',
  sameSecond: true,
  jobs: { T1: { room: 'R1', user: 'U1' }, T2: { room: 'R2', user: 'U2' } },
  files: { F1: { job: 'T1' }, F2: { job: 'T2' } },
  events: [
    ['F1', 'complete'],
    ['F2', 'complete'],
  ],
};

const twoUsers: Story = {
  ...twoRooms,
  title: 'two users',
  jobs: { T1: { user: 'U1' }, T2: { user: 'U2' } },
};

/** Two rooms that nothing can mistake, and pairs that are easily taken for one. */
export function confusableRoomStories(): readonly Story[] {
  return [twoRooms, ...pairs.map((pair) => confused(twoRooms, 'rooms', 'R', pair))];
}

/** Pairs of users of one room whose ids a careless receiver takes for one. */
export function confusableUserStories(): readonly Story[] {
  return pairs.map((pair) => confused(twoUsers, 'users', 'U', pair));
}

function confused(story: Story, what: string, letter: 'R' | 'U', [title, make]: Pair): Story {
  return {
    ...story,
    title: `${what} that differ in: ${title}`,
    identifiers: (fresh) => {
      const [one, other] = make(letter === 'R' ? fresh.room('R1') : fresh.user('U1'));
      return { [`${letter}1`]: one, [`${letter}2`]: other };
    },
  };
}

/** Rooms and users whose streams have one name, `appid_roomid_userid_av_m`, though they are two. */
export const collidingStreams: Story['identifiers'] = (fresh: FreshIdentifiers) => {
  const [room, user] = [fresh.room('R1'), fresh.user('U1')];
  return { R1: room, U1: `b_${user}`, R2: `${room}_b`, U2: user };
};
