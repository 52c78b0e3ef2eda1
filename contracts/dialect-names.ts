import type { Dialect } from './clause.ts';

/**
 * Checks the names that a user gave with `--dialect`, for any service.
 * Naming one dialect twice is harmless.
 * @param exclusive Groups of names of which at most one may be chosen.
 * @throws Error for a name that is not in `known` (the message lists near matches) and for two names of one group.
 */
export function checkDialectNames(
  names: readonly string[],
  known: readonly Dialect[],
  exclusive: readonly (readonly string[])[] = [],
): void {
  const knownNames = known.map(({ name }) => name);
  for (const name of names) {
    if (!knownNames.includes(name)) {
      throw new Error(unknownDialect(name, knownNames));
    }
  }
  for (const group of exclusive) {
    const [first, second] = group.filter((name) => names.includes(name));
    if (first !== undefined && second !== undefined) {
      throw new Error(
        `The dialects '${first}' and '${second}' contradict each other: choose at most one of ${group.join(', ')}.`,
      );
    }
  }
}

function unknownDialect(name: string, known: readonly string[]): string {
  const near = nearMatches(name, known);
  const advice =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known are: ${known.join(', ')}.`;
  return `There is no dialect named '${name}'. ${advice}`;
}

/** Up to three candidates, nearest first, that contain `name` or differ from it by at most a third of its letters. */
function nearMatches(name: string, candidates: readonly string[]): readonly string[] {
  const asked = name.toLowerCase();
  const distanceMax = Math.max(2, Math.floor(asked.length / 3));
  return candidates
    .map((candidate) => ({
      candidate,
      distance: asked.length > 2 && candidate.includes(asked) ? 0 : editDistance(asked, candidate),
    }))
    .filter(({ distance }) => distance <= distanceMax)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Insertions, deletions and substitutions that turn one text into the other, by UTF-16 unit. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j += 1) {
      const substituted = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(substituted, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
