import type { Sentences } from './sentences.ts';

/**
 * Texts with values in another language. In English `{1}`, `{2}` … stand for the values in their order; the translation
 * has each where it wants. A value is carried over letter by letter, except where the translation says `{1*}`: that one
 * is a text of ours as well, and a phrase with one that has no translation is none.
 */
export type Phrases = Sentences;

interface Phrase {
  /** What stands between the values; one more than there are values. */
  readonly literals: readonly string[];
  readonly translation: string;
}

/** Finds the phrase that a text was made by, the most specific first; undefined where there is none. */
export function phraseBook(tables: readonly Phrases[]): (text: string) => string | undefined {
  const phrases = tables
    .flatMap((table) => Object.entries(table))
    .map(([english, translation]): Phrase => ({ literals: english.split(/\{\d\}/u), translation }))
    .sort((a, b) => lengthOf(b) - lengthOf(a));
  const find = (text: string): string | undefined => {
    for (const phrase of phrases) {
      const values = valuesOf(text, phrase);
      const filled = values === undefined ? undefined : fill(phrase.translation, values, find);
      if (filled !== undefined) {
        return filled;
      }
    }
    return undefined;
  };
  return find;
}

function lengthOf({ literals }: Phrase): number {
  return literals.join('').length;
}

/** The values of a text that a phrase made, in time linear in the text; undefined for another text. */
function valuesOf(text: string, { literals }: Phrase): readonly string[] | undefined {
  const [first = '', ...others] = literals;
  const last = others.pop();
  if (last === undefined) {
    return text === first ? [] : undefined;
  }
  if (!text.startsWith(first) || !text.endsWith(last)) {
    return undefined;
  }
  const values: string[] = [];
  let from = first.length;
  for (const literal of others) {
    const at = text.indexOf(literal, from + 1);
    if (at < 0) {
      return undefined;
    }
    values.push(text.slice(from, at));
    from = at + literal.length;
  }
  const end = text.length - last.length;
  return end > from ? [...values, text.slice(from, end)] : undefined;
}

/** Undefined where a value that is a text of ours has no translation. */
function fill(
  translation: string,
  values: readonly string[],
  find: (text: string) => string | undefined,
): string | undefined {
  const said = values.map((value, at) =>
    translation.includes(`{${String(at + 1)}*}`) ? find(value) : value,
  );
  return said.includes(undefined)
    ? undefined
    : translation.replaceAll(
        /\{(\d)\*?\}/gu,
        (_, number: string) => said[Number(number) - 1] ?? '',
      );
}
