import type { Place } from './place.ts';
import type { Symbolic } from './symbolic.ts';
import { leavesByPath } from './volatility.ts';

/**
 * Paths whose leaves merely number the rows: in every state the same two or more consecutive integers, each once.
 * Which row has which number follows from the order of arrival, and that means nothing. Whatever else such numbers
 * may be (serials of segments), only their distribution over the rows goes uncompared, and the rows name their files.
 */
export function rowNumberPaths(states: readonly Symbolic[], root: Place): readonly string[] {
  const [first, ...others] = states.map((state) => leavesByPath(state, root));
  return [...(first ?? [])].flatMap(([path, texts]) => {
    const numbers = consecutive(texts);
    return numbers !== null && others.every((other) => consecutive(other.get(path)) === numbers)
      ? [path]
      : [];
  });
}

/** The integers in ascending order as one text, where they follow one another without gap; null otherwise. */
function consecutive(texts: readonly string[] | undefined): string | null {
  if (texts === undefined || texts.length < 2 || !texts.every((text) => /^\d{1,9}$/u.test(text))) {
    return null;
  }
  const numbers = texts.map(Number).sort((a, b) => a - b);
  const [from = 0] = numbers;
  return numbers.every((number, index) => number === from + index) ? numbers.join(',') : null;
}
