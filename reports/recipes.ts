import type { Language } from './language/language.ts';
import type { Recipe } from './recipes/recipe.ts';
import { recipes } from './recipes/table.ts';

/** The recipe for a check, by its id; undefined where none fits. The first that fits wins. */
export function recipeFor(id: string): Recipe | undefined {
  const claim = id.slice(id.indexOf('/') + 1);
  return recipes.find(({ claims }) => claims.some((prefix) => claim.startsWith(prefix)));
}

/** A recipe's title and advice in a language. */
export function recipeTexts(
  { title, advice }: Recipe,
  language: Language,
): { readonly title: string; readonly advice: string } {
  return { title: title[language], advice: advice[language] };
}
