/** Ids in the order in which they are needed, all different. */
export type Ids<Id> = Iterable<Id> | ((index: number) => Id);

/**
 * Gives the id of each index, asked for in order from 0.
 * @param what For people: `task`, `job`.
 * @throws RangeError where there are too few.
 */
export function idSource<Id>(ids: Ids<Id>, what: string): (index: number) => Id {
  if (typeof ids === 'function') {
    return ids;
  }
  const iterator = ids[Symbol.iterator]();
  return (index) => {
    const next = iterator.next();
    if (next.done === true) {
      throw new RangeError(
        `There are only ${String(index)} ${what} ids, but the session has more ${what}s.`,
      );
    }
    return next.value;
  };
}
