import type { CheckResult, RunResult } from '#harness/result.ts';
import type { Messages } from '../language/en.ts';
import { checkTexts } from '../language/check-texts.ts';
import { messagesOf, type Language } from '../language/language.ts';
import type { RunText } from '../language/run-texts.ts';
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

/** A check's title; an English one in a page of another language is marked. */
export function titleMarkup(check: CheckResult, { language }: Page): Markup {
  const { title, isTitleTranslated } = checkTexts(check, language);
  return spoken(title, isTitleTranslated);
}

/** A check's hint, likewise. */
export function hintMarkup(check: CheckResult, { language }: Page): Markup {
  const { hint, isHintTranslated } = checkTexts(check, language);
  return spoken(hint, isHintTranslated);
}

/** English text of a clause or finding in whatever page. */
export function englishMarkup(text: string, { language }: Page): Markup {
  return spoken(text, language === 'en');
}

/** A text about the run, likewise. */
export function runTextMarkup({ text, isTranslated }: RunText): Markup {
  return spoken(text, isTranslated);
}

function spoken(text: string, isTranslated: boolean): Markup {
  return isTranslated
    ? markup`${text}`
    : markup`<span lang="en">${text}</span> <span class="tongue" aria-hidden="true">EN</span>`;
}
