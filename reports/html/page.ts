import type { ClauseReference, RunResult } from '#harness/result.ts';
import type { Messages } from '../language/en.ts';
import { messagesOf, type Language } from '../language/language.ts';
import type { ReaderText } from '../language/sentences.ts';
import { translate, translateReading } from '../language/translate.ts';
import { markup, type Markup } from './escape.ts';

/** What every part of a page needs beside its data. */
export interface Page {
  readonly language: Language;
  readonly say: Messages;
  readonly signing: RunResult['signing'];
}

/** A page in a language over a run. */
export function pageOf({ signing }: RunResult, language: Language): Page {
  return { language, say: messagesOf(language), signing };
}

/** A sentence of a check, a clause or the run; one that stays English in a page of another language is marked. */
export function saidMarkup(english: string, { language }: Page): Markup {
  return readerMarkup(translate(english, language));
}

/** How a clause is read, likewise; nothing where it is clear. */
export function readingMarkup(clause: ClauseReference, { language }: Page): Markup | null {
  const reading = translateReading(clause, language);
  return reading === null ? null : readerMarkup(reading);
}

/** What stands in a finding: sentences, and values that no language has; only a screen reader hears which is which. */
export function valueMarkup(english: string, { language }: Page): Markup {
  const { text, isTranslated } = translate(english, language);
  return isTranslated ? markup`${text}` : markup`<span lang="en">${text}</span>`;
}

/** A text that knows whether it is in the page's language. */
export function readerMarkup({ text, isTranslated }: ReaderText): Markup {
  return isTranslated
    ? markup`${text}`
    : markup`<span lang="en">${text}</span> <span class="tongue" aria-hidden="true">EN</span>`;
}
