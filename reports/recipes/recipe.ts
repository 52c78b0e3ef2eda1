import type { Language } from '../language/language.ts';

/** What to write, in one framework. */
export interface RecipeSample {
  readonly framework: string;
  readonly code: string;
}

/** How a family of defects is mended in the usual frameworks. */
export interface Recipe {
  /** Beginnings of check ids without their service: `signature/refuses-`. */
  readonly claims: readonly string[];
  readonly title: Readonly<Record<Language, string>>;
  readonly advice: Readonly<Record<Language, string>>;
  readonly samples: readonly RecipeSample[];
}
