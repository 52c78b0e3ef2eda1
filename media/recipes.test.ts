import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { mediaRecipes } from '#fixtures/media/recipes.ts';
import { createInspector, inspectBytes } from './inspector.ts';
import { spellVerdict } from './recipes.test-kit.ts';

/** Pieces of this many bytes share no border with frames, tags or buffers. */
const pieceBytes = 1021;

/**
 * Everything that is told of every recipe: its bytes, duration, frames, each fault with its offset and its words. Where a change is
 * meant, `npx vitest run media/recipes.test.ts -u` writes the list anew.
 */
test('what is said of each recipe is what the list says', async () => {
  const told = mediaRecipes.map((recipe) => {
    const bytes = recipe.build();
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return `${recipe.name}, ${bytes.length} bytes, ${digest}\n${spellVerdict(inspectBytes(bytes))}`;
  });
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('recipes.golden.txt');
});

test.each(mediaRecipes.map((recipe) => [recipe.name, recipe] as const))(
  '%s is judged alike in pieces',
  (_, recipe) => {
    const bytes = recipe.build().subarray(0, 200_000);
    const inspector = createInspector();
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      inspector.push(bytes.subarray(at, at + pieceBytes));
    }
    expect(inspector.end()).toEqual(inspectBytes(bytes));
  },
);
