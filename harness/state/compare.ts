import { withBookkeeping, type CountedState } from './bookkeeping.ts';
import type { Symbolic, SymbolicLeaf } from './symbolic.ts';
import { childPath, emptyMask, learnMask, visitLeaves, type Mask } from './volatility.ts';

/** One place where two states differ, for people and for findings. */
export interface Difference {
  /** JSON path with symbols for identifiers. */
  readonly path: string;
  readonly expected: string;
  readonly actual: string;
}

/** What a comparison of states says. */
export type Comparison =
  | { readonly kind: 'equal' }
  | { readonly kind: 'different'; readonly differences: readonly Difference[] }
  /** Deliveries of the same story in the same order do not even agree with each other. */
  | { readonly kind: 'unstable'; readonly differences: readonly Difference[] };

/** Differences are for reading: more than these say nothing new. */
const differencesMax = 8;
const textLengthMax = 300;

/**
 * Compares a state with what in-order deliveries of the same story left. Lists count as multisets; leaves that differ
 * between the baselines are masked down to the identifiers they carry, never further.
 * `baselines` must not be empty; with one alone volatile leaves are not known.
 */
export function compareStates(
  baselines: readonly CountedState[],
  candidate: CountedState,
): Comparison {
  const learnt = learnMask(baselines.map(({ state }) => state));
  const mask = withBookkeeping(learnt, [...baselines, candidate]);
  const [first, ...others] = baselines;
  if (first === undefined) {
    throw new RangeError('compareStates needs a baseline');
  }
  for (const other of others) {
    const differences = differencesOf(first.state, other.state, mask);
    if (differences.length > 0) {
      return { kind: 'unstable', differences };
    }
  }
  const differences = differencesOf(first.state, candidate.state, mask);
  return differences.length === 0 ? { kind: 'equal' } : { kind: 'different', differences };
}

/** Task ids that came back rounded or cut, with the path where they stand. */
export function approximationsIn(
  state: Symbolic,
): readonly { readonly path: string; readonly symbol: string; readonly actual: string }[] {
  const found: { path: string; symbol: string; actual: string }[] = [];
  visitLeaves(state, emptyMask, (path, leaf) => {
    for (const { symbol, actual } of leaf.approximates) {
      found.push({ path, symbol, actual });
    }
    for (const [, symbol = ''] of path.matchAll(/⟦≈(\w+)⟧/gu)) {
      found.push({ path, symbol, actual: 'a key of an object' });
    }
  });
  return found;
}

/** Whether an identifier occurs anywhere, in a value or a key. */
export function occursIn(state: Symbolic, symbol: string): boolean {
  const marked = `⟦${symbol}⟧`;
  if (state.kind === 'leaf') {
    return state.text.includes(marked);
  }
  return state.kind === 'list'
    ? state.items.some((item) => occursIn(item, symbol))
    : [...state.entries].some(([key, item]) => key.includes(marked) || occursIn(item, symbol));
}

/** Text of a state for people: one line, keys sorted, bounded. */
export function stateText(state: Symbolic): string {
  return canonical(state, emptyMask, '$');
}

/** Text of a state with what a mask covers left out: equal texts, equal states. */
export function maskedStateText(state: Symbolic, mask: Mask): string {
  return canonical(state, mask, '$');
}

function differencesOf(expected: Symbolic, actual: Symbolic, mask: Mask): readonly Difference[] {
  const found: Difference[] = [];
  diff(expected, actual, mask, '$', '$', found);
  return found.slice(0, differencesMax);
}

function diff(
  expected: Symbolic,
  actual: Symbolic,
  mask: Mask,
  general: string,
  shown: string,
  found: Difference[],
): void {
  if (canonical(expected, mask, general) === canonical(actual, mask, general)) {
    return;
  }
  if (expected.kind === 'list' && actual.kind === 'list') {
    diffItems(expected.items, actual.items, mask, `${general}[*]`, `${shown}[]`, found);
  } else if (expected.kind === 'object' && actual.kind === 'object') {
    if (mask.keys.has(general)) {
      const items = [[...expected.entries.values()], [...actual.entries.values()]] as const;
      diffItems(items[0], items[1], mask, `${general}.*`, `${shown}.*`, found);
      return;
    }
    for (const key of new Set([...expected.entries.keys(), ...actual.entries.keys()])) {
      const [left, right] = [expected.entries.get(key), actual.entries.get(key)];
      const path = childPath(general, key, mask);
      if (left !== undefined && right !== undefined) {
        diff(left, right, mask, path, `${shown}.${key}`, found);
      } else {
        found.push({
          path: `${shown}.${key}`,
          expected: left === undefined ? 'nothing' : shorten(canonical(left, mask, path)),
          actual: right === undefined ? 'nothing' : shorten(canonical(right, mask, path)),
        });
      }
    }
  } else {
    found.push({
      path: shown,
      expected: shorten(canonical(expected, mask, general)),
      actual: shorten(canonical(actual, mask, general)),
    });
  }
}

/** Lists as multisets: what both sides hold cancels out; a single odd pair is looked into. */
function diffItems(
  expected: readonly Symbolic[],
  actual: readonly Symbolic[],
  mask: Mask,
  general: string,
  shown: string,
  found: Difference[],
): void {
  const missing = subtract(expected, actual, mask, general);
  const extra = subtract(actual, expected, mask, general);
  const [lost] = missing;
  const [added] = extra;
  if (missing.length === 1 && extra.length === 1 && lost !== undefined && added !== undefined) {
    diff(lost, added, mask, general, shown, found);
    return;
  }
  for (const item of missing) {
    found.push({
      path: shown,
      expected: shorten(canonical(item, mask, general)),
      actual: 'nothing',
    });
  }
  for (const item of extra) {
    found.push({
      path: shown,
      expected: 'nothing',
      actual: shorten(canonical(item, mask, general)),
    });
  }
}

function subtract(
  from: readonly Symbolic[],
  taken: readonly Symbolic[],
  mask: Mask,
  general: string,
): readonly Symbolic[] {
  const counts = new Map<string, number>();
  for (const item of taken) {
    const text = canonical(item, mask, general);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return from.filter((item) => {
    const text = canonical(item, mask, general);
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

function canonical(node: Symbolic, mask: Mask, path: string): string {
  if (node.kind === 'leaf') {
    return mask.leaves.has(path) ? maskedText(node) : node.text;
  }
  if (node.kind === 'list') {
    return `[${node.items
      .map((item) => canonical(item, mask, `${path}[*]`))
      .sort()
      .join(',')}]`;
  }
  const entries = [...node.entries].map(([key, item]) => {
    const text = canonical(item, mask, childPath(path, key, mask));
    return mask.keys.has(path) ? `⟦any⟧:${text}` : `${JSON.stringify(key)}:${text}`;
  });
  return `{${entries.sort().join(',')}}`;
}

/** A volatile leaf still says which identifiers it carries and whether it is set at all. */
function maskedText(leaf: SymbolicLeaf): string {
  if (leaf.text === 'null' || leaf.approximates.length > 0) {
    return leaf.text;
  }
  return `⟦any${leaf.carries.join('')}⟧`;
}

function shorten(text: string): string {
  return text.length <= textLengthMax ? text : `${text.slice(0, textLengthMax)}…`;
}
