import { emptyMask, Place, type Mask } from './place.ts';
import type { Symbolic, SymbolicLeaf } from './symbolic.ts';

/** Names that frameworks give to the row version of a record: it counts writes, not recordings. */
const bookkeepingNames = new Set([
  '__v',
  'version',
  'revision',
  'rev',
  '_rev',
  'etag',
  'lock_version',
  'lockVersion',
  'row_version',
  'rowVersion',
]);

/** Visits every leaf with its generalised path and, inside lists, the number of its nearest list item. */
export function visitLeaves(
  node: Symbolic,
  place: Place,
  visit: (path: string, leaf: SymbolicLeaf, index: number | undefined) => void,
  index?: number,
): void {
  if (node.kind === 'leaf') {
    visit(place.path, node, index);
  } else if (node.kind === 'list') {
    for (const [number, item] of node.items.entries()) {
      visitLeaves(item, place.item(), visit, number);
    }
  } else {
    for (const [key, item] of node.entries) {
      visitLeaves(item, place.entry(key), visit, index);
    }
  }
}

/**
 * Learns from deliveries of the same story in the same order what differs though nothing did: row numbers,
 * received-at times, made-up keys. With a single baseline nothing can be learnt but names of bookkeeping fields.
 */
export function learnMask(baselines: readonly Symbolic[]): Mask {
  let mask = emptyMask;
  // Marking an object's keys as made up shifts the paths below it, so the leaves are read again after it.
  for (let depth = 0; depth < 6; depth += 1) {
    const keys = new Set([...mask.keys, ...differingKeys(baselines, Place.root(mask))]);
    const grew = keys.size > mask.keys.size;
    mask = { leaves: new Set(), keys };
    if (!grew) {
      break;
    }
  }
  return { keys: mask.keys, leaves: differingLeaves(baselines, Place.root(mask)) };
}

function differingKeys(baselines: readonly Symbolic[], root: Place): readonly string[] {
  const seen = baselines.map((baseline) => keysByPath(baseline, root));
  const [first] = seen;
  if (first === undefined) {
    return [];
  }
  return [...first].flatMap(([path, keys]) =>
    seen.some((other) => areMadeUp(keys, other.get(path))) ? [path] : [],
  );
}

/** Keys are made up where as many others stand in their place and none of those carries an identifier. */
function areMadeUp(keys: ReadonlySet<string>, others: ReadonlySet<string> | undefined): boolean {
  if (others?.size !== keys.size) {
    return false;
  }
  const odd = [
    ...[...keys].filter((key) => !others.has(key)),
    ...[...others].filter((key) => !keys.has(key)),
  ];
  return odd.length > 0 && odd.every((key) => !key.includes('⟦'));
}

function keysByPath(node: Symbolic, root: Place): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const walk = (current: Symbolic, place: Place): void => {
    if (current.kind === 'list') {
      for (const item of current.items) {
        walk(item, place.item());
      }
    } else if (current.kind === 'object') {
      const keys = found.get(place.path) ?? new Set<string>();
      found.set(place.path, keys);
      for (const [key, item] of current.entries) {
        keys.add(key);
        walk(item, place.entry(key));
      }
    }
  };
  walk(node, root);
  return found;
}

function differingLeaves(baselines: readonly Symbolic[], root: Place): ReadonlySet<string> {
  const differing = new Set<string>();
  const [first, ...rest] = baselines.map((baseline) => leavesByPath(baseline, root));
  for (const [path, values] of first ?? []) {
    if (bookkeepingNames.has(path.slice(path.lastIndexOf('.') + 1))) {
      differing.add(path);
    }
    const odd = rest.flatMap((other) => oddOnes(values, other.get(path) ?? []));
    if (odd.length > 0 && !odd.some(isFlag) && !odd.every(isWord)) {
      differing.add(path);
    }
  }
  return differing;
}

/** What stands in one of two multisets only. */
function oddOnes(left: readonly string[], right: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of left) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  for (const text of right) {
    counts.set(text, (counts.get(text) ?? 0) - 1);
  }
  return [...counts].filter(([, count]) => count !== 0).map(([text]) => text);
}

/** Set or not set: that is decided, it does not vary by itself. */
function isFlag(text: string): boolean {
  return text === 'true' || text === 'false' || text === 'null';
}

/**
 * `"uploaded"`, `"in_progress"`, `"IN PROGRESS"`: words are chosen, clocks and counters do not make them. A random id may
 * look like one now and then, but not every time.
 */
function isWord(text: string): boolean {
  return /^"(?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+|\p{Lo}+)(?:[ _-](?:\p{Ll}+|\p{Lu}+|\p{Lu}\p{Ll}+))*"$/u.test(
    text,
  );
}

/** Texts of all leaves by generalised path. */
export function leavesByPath(node: Symbolic, root: Place): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  visitLeaves(node, root, (path, leaf) => {
    const texts = found.get(path);
    if (texts === undefined) {
      found.set(path, [leaf.text]);
    } else {
      texts.push(leaf.text);
    }
  });
  return found;
}
