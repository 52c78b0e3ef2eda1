import fc from 'fast-check';
import type { TrtcRoomId } from '#contracts/trtc/callback.ts';
import { limits } from '#contracts/trtc/limits.ts';
import { roomMarks } from '#contracts/trtc/room.ts';
import {
  confusableIds,
  hostileIds,
  joined,
  lookalikes,
  peculiarities,
  plainParts,
  stretched,
} from '../identifier-families.ts';

const roomPunctuation = Array.from(roomMarks);

/** Integer rooms: mostly small, and the greatest ones. Shrinks to 1. */
export function roomNumbers(): fc.Arbitrary<number> {
  const { roomNumberMin: min, roomNumberMax: max } = limits;
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.integer({ min, max: 9999 }) },
    { weight: 1, arbitrary: fc.constantFrom(2 ** 31 - 1, 2 ** 31, max) },
    { weight: 1, arbitrary: fc.integer({ min, max }) },
  );
}

/** String rooms of the permitted characters: plain ones, ones that careless code splits or decodes, the longest. */
export function roomTexts(): fc.Arbitrary<string> {
  const longest = fc
    .constantFrom('r', '0', 'r_', '~?')
    .map((text) => stretched(text, limits.roomTextBytesMax));
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: plainParts },
    { weight: 3, arbitrary: joined(['_', '__', '__UserId_s_', '-']) },
    { weight: 2, arbitrary: joined(roomPunctuation) },
    { weight: 2, arbitrary: fc.constantFrom(...lookalikes) },
    { weight: 1, arbitrary: longest },
  );
}

/** Rooms of both types. Shrinks to the integer 1. */
export function roomIds(): fc.Arbitrary<TrtcRoomId> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: roomNumbers() },
    { weight: 3, arbitrary: roomTexts() },
  );
}

/** Rooms that nothing can mistake: integers from 1 to 9999. */
export function plainRoomIds(): fc.Arbitrary<TrtcRoomId> {
  return fc.integer({ min: 1, max: 9999 });
}

/** Two rooms that are apart only by type: the integer and the string of its digits. */
export function twinRooms(): fc.Arbitrary<readonly [number, string]> {
  return roomNumbers().map((room) => [room, String(room)]);
}

/** User ids that nothing can mistake. */
export function plainUserIds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 99_999 }).map((number) => `user${String(number)}`);
}

/**
 * User ids whose Base64 has each of its peculiar characters: `+`, which names keep, `/`, which becomes `-`, and one
 * or two `=`, which become `.`.
 */
function spelledPeculiarly(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('~~~', '???', '~>?', 'ab>', 'ab?'), fc.constantFrom('', 'a', 'ab'))
    .map(([head, tail]) => head + tail);
}

/** User ids: plain ones, ones with a meaning in names, URLs or markup, letters beyond ASCII. Shrinks to `user1`. */
export function userIds(): fc.Arbitrary<string> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: plainUserIds() },
    { weight: 2, arbitrary: hostileIds() },
    { weight: 1, arbitrary: joined(['_', '/', '=', '__UserId_e_', '_main_']) },
    { weight: 1, arbitrary: spelledPeculiarly() },
  );
}

/** Ids of recording robots. */
export function robotIds(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 9999 }).map((number) => `recorder_${String(number)}`);
}

const taskLetters = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-');

/** Task ids as they occur: some 50 letters, digits and `-`, often with `-` in front and `.` behind. */
export function taskIds(): fc.Arbitrary<string> {
  return fc
    .record({
      front: fc.constantFrom('', '-', '--'),
      core: fc.string({
        unit: fc.constantFrom(...taskLetters),
        minLength: 8,
        maxLength: 70,
        size: 'max',
      }),
      behind: fc.constantFrom('', '.', '..'),
    })
    .map(({ front, core, behind }) => front + core + behind);
}

/** Two different task ids that careless code takes for one: by case, by a trimmed end, as an option or a path. */
export function confusableTasks(): fc.Arbitrary<readonly [string, string]> {
  const core = fc.string({ unit: fc.constantFrom(...taskLetters), minLength: 8, maxLength: 40 });
  return core.chain((text) =>
    fc.constantFrom<readonly [string, string]>(
      [`${text}a`, `${text}A`],
      [text, `-${text}`],
      [`-${text}`, `--${text}`],
      [text, `${text}.`],
      [`${text}.`, `${text}..`],
    ),
  );
}

/** Two different user ids that look the same after a careless normalisation: of case, digits, Unicode or blanks. */
export function confusableUsers(): fc.Arbitrary<readonly [string, string]> {
  return confusableIds();
}

/** What is peculiar about a user id or a string room; for statistics over what a generator reaches. */
export function identifierTraits(id: string): readonly string[] {
  const spelled = Buffer.from(id).toString('base64');
  const traits: readonly (readonly [string, boolean])[] = [
    ['equals', id.includes('=')],
    ['separator-of-names', /__?UserId_[se]_/u.test(id)],
    ['base64-plus', spelled.includes('+')],
    ['base64-slash', spelled.includes('/')],
    ['base64-one-equals', /[^=]=$/u.test(spelled)],
    ['base64-two-equals', spelled.endsWith('==')],
    ['longest-room', Buffer.byteLength(id) === limits.roomTextBytesMax],
  ];
  return [...peculiarities(id), ...traits.flatMap(([name, holds]) => (holds ? [name] : []))];
}

/** What is peculiar about a task id. */
export function taskTraits(taskId: string): readonly string[] {
  const traits: readonly (readonly [string, boolean])[] = [
    ['leading-dash', taskId.startsWith('-')],
    ['trailing-dot', taskId.endsWith('.')],
    ['plain', /^[A-Za-z0-9]+$/u.test(taskId)],
    ['long', taskId.length > 50],
  ];
  return traits.flatMap(([name, holds]) => (holds ? [name] : []));
}
