import type { Place } from './place.ts';
import type { Symbolic, SymbolicLeaf } from './symbolic.ts';

/** The text of a state, or of a part of it at its place: equal texts, equal states. Keys and lists are sorted. */
export type Texts = (node: Symbolic, place: Place) => string;

/** Texts that remember those of lists and objects: a comparison that goes into the parts asks for them again. */
export function canonicalTexts(): Texts {
  const known = new Map<Symbolic, { readonly place: Place; readonly text: string }>();
  const texts: Texts = (node, place) => {
    if (node.kind === 'leaf') {
      return place.isVolatile ? maskedText(node) : node.text;
    }
    const before = known.get(node);
    if (before?.place === place) {
      return before.text;
    }
    const text =
      node.kind === 'list' ? listText(node.items, place) : objectText(node.entries, place);
    known.set(node, { place, text });
    return text;
  };
  const listText = (items: readonly Symbolic[], place: Place): string =>
    `[${items
      .map((item) => texts(item, place.item()))
      .sort()
      .join(',')}]`;
  const objectText = (entries: ReadonlyMap<string, Symbolic>, place: Place): string =>
    `{${[...entries]
      .map(([key, item]) => {
        const entry = place.entry(key);
        return `${entry.label}:${texts(item, entry)}`;
      })
      .sort()
      .join(',')}}`;
  return texts;
}

/** A volatile leaf still says which identifiers it carries and whether it is set at all. */
function maskedText(leaf: SymbolicLeaf): string {
  if (leaf.text === 'null' || leaf.approximates.length > 0) {
    return leaf.text;
  }
  return `⟦any${leaf.carries.join('')}⟧`;
}
