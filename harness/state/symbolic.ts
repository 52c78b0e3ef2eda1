import { isLosslessNumber, type Json } from '#contracts/json.ts';
import type { Name } from '../experiment.ts';
import { renamerOf, type Renamer } from './renamer.ts';
import { isTimeNear, isTimeTupleNear } from './time-like.ts';

/** A state in which identifiers stand as symbols, so that unrelated rooms can be compared. */
export type Symbolic =
  | SymbolicLeaf
  | { readonly kind: 'list'; readonly items: readonly Symbolic[] }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Symbolic> };

/** A scalar. */
export interface SymbolicLeaf {
  readonly kind: 'leaf';
  /** JSON text with symbols in place of identifiers, `⟦time⟧` for a moment of this run, `⟦absent⟧`. */
  readonly text: string;
  /** Symbols of the identifiers that the leaf carries, sorted. */
  readonly carries: readonly string[];
  /** Symbols of the task ids that came back rounded or cut, and what stood there. */
  readonly approximates: readonly { readonly symbol: string; readonly actual: string }[];
}

export const absentLeaf: SymbolicLeaf = {
  kind: 'leaf',
  text: '⟦absent⟧',
  carries: [],
  approximates: [],
};

/** Puts symbols for identifiers. Pure; `nowMs` is the wall clock of the run, for times near it. */
export function toSymbolic(value: Json, names: readonly Name[], nowMs: number): Symbolic {
  return rename(value, renamerOf(names), nowMs);
}

function rename(value: Json, renamer: Renamer, nowMs: number): Symbolic {
  if (value === null || typeof value === 'boolean') {
    return { kind: 'leaf', text: String(value), carries: [], approximates: [] };
  }
  if (typeof value === 'string') {
    const leaf = renamer.text(value);
    const isTime = leaf.carries.length === 0 && isTimeNear(value, nowMs);
    return { kind: 'leaf', ...leaf, text: isTime ? '⟦time⟧' : JSON.stringify(leaf.text) };
  }
  if (isLosslessNumber(value)) {
    const leaf = renamer.number(value.value);
    const isTime =
      leaf.carries.length === 0 && leaf.approximates.length === 0 && isTimeNear(value.value, nowMs);
    return { kind: 'leaf', ...leaf, text: isTime ? '⟦time⟧' : leaf.text };
  }
  if (isList(value)) {
    return isTimeTupleNear(value, nowMs)
      ? { kind: 'leaf', text: '⟦time⟧', carries: [], approximates: [] }
      : { kind: 'list', items: value.map((item) => rename(item, renamer, nowMs)) };
  }
  return {
    kind: 'object',
    entries: new Map(
      Object.entries(value).map(([key, item]) => [
        renamer.text(key).text,
        rename(item, renamer, nowMs),
      ]),
    ),
  };
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
