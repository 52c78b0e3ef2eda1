import { emptyMask, Place } from './place.ts';
import type { Symbolic } from './symbolic.ts';
import { leavesByPath } from './volatility.ts';

/**
 * Paths of leaves that go back to what they were before, though nothing was delivered: the name of the replica that
 * answers, a greeting. News only ever lead onwards, so going back is none; and it is the one way to tell a word that
 * varies by itself from a word that says what became of a recording.
 *
 * Leaves inside lists are left alone: those are recordings. So are flags: whether a room is complete does not depend on
 * who is asked.
 * @param looks at one room, in the order of time.
 */
export function restlessPaths(looks: readonly Symbolic[]): ReadonlySet<string> {
  const root = Place.root(emptyMask);
  const seen = looks.map((state) => leavesByPath(state, root));
  const paths = new Set(seen.flatMap((leaves) => [...leaves.keys()]));
  return new Set(
    [...paths].filter((path) => {
      const texts = seen.map((leaves) => leaves.get(path)?.join());
      return (
        !path.includes('[*]') &&
        !path.includes('⟦') &&
        texts.every(isWordOrNumber) &&
        goesBack(texts)
      );
    }),
  );
}

/** So many words must be common to two rooms: a receiver at rest says one of them at most of both. */
const commonWordsMin = 2;

/**
 * Those of the paths at which another room, of which something else was told, says the same words: the replicas that
 * answer are the same for both. A word that is stale in one of the replicas says of each room what it was told.
 * @param looks at the one room and at the other.
 */
export function wordsOfNoRoom(
  paths: ReadonlySet<string>,
  looks: readonly Symbolic[],
  others: readonly Symbolic[],
): ReadonlySet<string> {
  const [words, otherWords] = [looks, others].map((states) => {
    const seen = states.map((state) => leavesByPath(state, Place.root(emptyMask)));
    return (path: string): ReadonlySet<string> =>
      new Set(seen.map((leaves) => leaves.get(path)?.join() ?? ''));
  });
  return new Set(
    [...paths].filter((path) => {
      const other = otherWords?.(path) ?? new Set();
      return [...(words?.(path) ?? [])].filter((word) => other.has(word)).length >= commonWordsMin;
    }),
  );
}

/** Names and process numbers of replicas; not what is set or not. */
function isWordOrNumber(text: string | undefined): boolean {
  return text !== undefined && !['true', 'false', 'null'].includes(text);
}

/** Whether a text comes again after another one; never where it was missing once. */
function goesBack(texts: readonly (string | undefined)[]): boolean {
  const turns = texts.filter((text, index) => text !== texts[index - 1]);
  return !texts.includes(undefined) && new Set(turns).size < turns.length;
}
