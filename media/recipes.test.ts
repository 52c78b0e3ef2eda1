import { expect, test } from 'vitest';
import { containerRecipes, mediaRecipes, type MediaRecipe } from '#fixtures/media/recipes.ts';
import { createInspector, inspectBytes } from './inspector.ts';
import { digestOf, spellVerdict } from './recipes.test-kit.ts';

/** Pieces of this many bytes share no border with frames, tags or buffers. */
const pieceBytes = 1021;

/** Everything that is told of a recipe: its bytes, duration, frames, each fault with its offset and its words. */
function tell(recipe: MediaRecipe): string {
  const bytes = recipe.build();
  const verdict = inspectBytes(bytes, { promised: recipe.promised ?? 'mp3' });
  return `${recipe.name}, ${bytes.length} bytes, ${digestOf(bytes)}\n${spellVerdict(verdict)}`;
}

/** Where a change is meant, `npx vitest run media/recipes.test.ts -u` writes the lists anew. */
test.each([
  ['MP3', mediaRecipes, 'recipes.golden.txt'],
  ['container', containerRecipes, 'containers.golden.txt'],
] as const)(
  'what is said of each %s recipe is what the list says',
  async (_, recipes, list) => {
    await expect(`${recipes.map(tell).join('\n\n')}\n`).toMatchFileSnapshot(list);
  },
  120_000,
);

test.each([...mediaRecipes, ...containerRecipes].map((recipe) => [recipe.name, recipe] as const))(
  '%s is judged alike in pieces',
  (_, recipe) => {
    const bytes = recipe.build().subarray(0, 200_000);
    const options = { promised: recipe.promised ?? 'mp3' };
    const inspector = createInspector(options);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      inspector.push(bytes.subarray(at, at + pieceBytes));
    }
    expect(inspector.end()).toEqual(inspectBytes(bytes, options));
  },
);
