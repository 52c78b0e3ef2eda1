import type { CheckTranslation } from './check-texts.ts';

/** Titles and hints of checks in Chinese, by id. What is missing here is shown in English, and marked. */
export const zhChecks: Readonly<Record<string, CheckTranslation>> = {};
