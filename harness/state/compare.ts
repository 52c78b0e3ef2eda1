import { withBookkeeping, type CountedState } from './bookkeeping.ts';
import type { Symbolic } from './symbolic.ts';
import { emptyMask, Place, type Mask } from './place.ts';
import { canonicalTexts, type Texts } from './canonical.ts';
import { learnMask, visitLeaves } from './volatility.ts';

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
  const root = Place.root(mask);
  const texts = canonicalTexts();
  const [first, ...others] = baselines;
  if (first === undefined) {
    throw new RangeError('compareStates needs a baseline');
  }
  for (const other of others) {
    const differences = differencesOf(first.state, other.state, root, texts);
    if (differences.length > 0) {
      return { kind: 'unstable', differences };
    }
  }
  const differences = differencesOf(first.state, candidate.state, root, texts);
  return differences.length === 0 ? { kind: 'equal' } : { kind: 'different', differences };
}

/** Task ids that came back rounded or cut, with the path where they stand. */
export function approximationsIn(
  state: Symbolic,
): readonly { readonly path: string; readonly symbol: string; readonly actual: string }[] {
  const found: { path: string; symbol: string; actual: string }[] = [];
  visitLeaves(state, Place.root(emptyMask), (path, leaf) => {
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
  return canonicalTexts()(state, Place.root(emptyMask));
}

/** Text of a state with what a mask covers left out: equal texts, equal states. */
export function maskedStateText(state: Symbolic, mask: Mask): string {
  return canonicalTexts()(state, Place.root(mask));
}

function differencesOf(
  expected: Symbolic,
  actual: Symbolic,
  root: Place,
  texts: Texts,
): readonly Difference[] {
  const found: Difference[] = [];
  diff(expected, actual, { place: root, shown: '$', texts, found });
  return found.slice(0, differencesMax);
}

/** Where a comparison is, and what it has found. */
interface Walk {
  readonly place: Place;
  /** The path for people, with the keys as they are. */
  readonly shown: string;
  readonly texts: Texts;
  readonly found: Difference[];
}

function diff(expected: Symbolic, actual: Symbolic, walk: Walk): void {
  const { place, shown, texts, found } = walk;
  if (texts(expected, place) === texts(actual, place)) {
    return;
  }
  if (expected.kind === 'list' && actual.kind === 'list') {
    diffItems(expected.items, actual.items, {
      ...walk,
      place: place.item(),
      shown: `${shown}[]`,
    });
  } else if (expected.kind === 'object' && actual.kind === 'object') {
    diffEntries(expected.entries, actual.entries, walk);
  } else {
    found.push({
      path: shown,
      expected: shorten(texts(expected, place)),
      actual: shorten(texts(actual, place)),
    });
  }
}

function diffEntries(
  expected: ReadonlyMap<string, Symbolic>,
  actual: ReadonlyMap<string, Symbolic>,
  walk: Walk,
): void {
  const { texts, found } = walk;
  if (walk.place.hasMadeUpKeys) {
    const items = { ...walk, place: walk.place.entry('*'), shown: `${walk.shown}.*` };
    diffItems([...expected.values()], [...actual.values()], items);
    return;
  }
  for (const key of new Set([...expected.keys(), ...actual.keys()])) {
    const [left, right] = [expected.get(key), actual.get(key)];
    const place = walk.place.entry(key);
    const shown = `${walk.shown}.${key}`;
    if (left !== undefined && right !== undefined) {
      diff(left, right, { ...walk, place, shown });
    } else {
      found.push({
        path: shown,
        expected: left === undefined ? 'nothing' : shorten(texts(left, place)),
        actual: right === undefined ? 'nothing' : shorten(texts(right, place)),
      });
    }
  }
}

/** Lists as multisets: what both sides hold cancels out; a single odd pair is looked into. */
function diffItems(expected: readonly Symbolic[], actual: readonly Symbolic[], walk: Walk): void {
  const { place, shown, texts, found } = walk;
  const missing = subtract(expected, actual, walk);
  const extra = subtract(actual, expected, walk);
  const [lost] = missing;
  const [added] = extra;
  if (missing.length === 1 && extra.length === 1 && lost !== undefined && added !== undefined) {
    diff(lost, added, walk);
    return;
  }
  for (const item of missing) {
    found.push({ path: shown, expected: shorten(texts(item, place)), actual: 'nothing' });
  }
  for (const item of extra) {
    found.push({ path: shown, expected: 'nothing', actual: shorten(texts(item, place)) });
  }
}

function subtract(
  from: readonly Symbolic[],
  taken: readonly Symbolic[],
  { place, texts }: Walk,
): readonly Symbolic[] {
  const counts = new Map<string, number>();
  for (const item of taken) {
    const text = texts(item, place);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return from.filter((item) => {
    const text = texts(item, place);
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count <= 0;
  });
}

function shorten(text: string): string {
  return text.length <= textLengthMax ? text : `${text.slice(0, textLengthMax)}…`;
}
