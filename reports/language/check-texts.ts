import type { CheckResult } from '#harness/result.ts';
import type { Language } from './language.ts';
import { zhChecks } from './zh-checks.ts';

/** A check's title and hint as a reader gets them. */
export interface CheckTexts {
  readonly title: string;
  readonly hint: string;
  /** Whether each stands in the reader's language; English where not. */
  readonly isTitleTranslated: boolean;
  readonly isHintTranslated: boolean;
}

const translations: Readonly<Record<Language, Readonly<Record<string, CheckTranslation>> | null>> =
  {
    en: null,
    zh: zhChecks,
  };

/** A check's texts in another language. */
export interface CheckTranslation {
  readonly title: string;
  readonly hint?: string;
}

/** A check's texts in a language, by its id; what has no translation stays English, and says so. */
export function checkTexts(
  { id, title, hint }: Pick<CheckResult, 'id' | 'title' | 'hint'>,
  language: Language,
): CheckTexts {
  const table = translations[language];
  const found = table !== null && Object.hasOwn(table, id) ? table[id] : undefined;
  return {
    title: found?.title ?? title,
    hint: found?.hint ?? hint,
    isTitleTranslated: table === null || found !== undefined,
    isHintTranslated: table === null || found?.hint !== undefined,
  };
}
