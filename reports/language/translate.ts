import type { ClauseReference } from '#harness/result.ts';
import { messagesOf, type Language } from './language.ts';
import { phraseBook, type Phrases } from './phrases.ts';
import type { ReaderText, Sentences } from './sentences.ts';
import { zhPhrases } from './zh/phrases.ts';
import { zhTables } from './zh/sentences.ts';

const dictionaries: Readonly<Record<Language, ((english: string) => string | undefined) | null>> = {
  en: null,
  zh: dictionaryOf(zhTables, zhPhrases),
};

/** A text of ours in a language, with values in it or without; what has no translation stays English, and says so. */
export function translate(english: string, language: Language): ReaderText {
  const lookUp = dictionaries[language];
  const translated = lookUp === null ? english : lookUp(english);
  return { text: translated ?? english, isTranslated: translated !== undefined };
}

/** How we read a clause, as a sentence of its own; null where the clause is clear as it is. */
export function translateReading(
  { reading }: Pick<ClauseReference, 'reading'>,
  language: Language,
): ReaderText | null {
  if (reading === undefined) {
    return null;
  }
  const { text, isTranslated } = translate(reading, language);
  // An English reading behind a Chinese colon would be neither.
  return { text: messagesOf(isTranslated ? language : 'en').reading(text), isTranslated };
}

function dictionaryOf(
  tables: readonly Sentences[],
  phrases: readonly Phrases[],
): (english: string) => string | undefined {
  const sentences = new Map(tables.flatMap((table) => Object.entries(table)));
  const phraseOf = phraseBook(phrases);
  return (english) => sentences.get(english) ?? phraseOf(english);
}
