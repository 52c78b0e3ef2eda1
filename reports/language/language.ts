import { en, type Messages } from './en.ts';
import { zh } from './zh.ts';

/** Languages of the reports and the console. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Messages>> = { en, zh };

/** The texts of a language. */
export function messagesOf(language: Language): Messages {
  return catalogues[language];
}
