import { describe, expect, it } from 'vitest';
import { gmeSuite } from '#suites/gme/registry.ts';
import { recipeFor, recipeTexts } from './recipes.ts';
import { recipes } from './recipes/table.ts';

describe('recipeFor', () => {
  it.each([
    ['gme/signature/accepts-every-spelling', 'Verify the bytes'],
    ['trtc/signature/refuses-respelled-body', 'Verify the bytes'],
    ['gme/delivery/accepts-split-bodies', 'Verify the bytes'],
    ['gme/signature/refuses-wrong-key', 'Compare the whole signature'],
    ['gme/callback/accepts-large-task-ids', 'Keep 64-bit ids'],
    ['gme/state/task-id-exact', 'Keep 64-bit ids'],
    ['gme/state/order-changes-nothing', 'One row per file'],
    ['gme/delivery/accepts-duplicates', 'One row per file'],
    ['gme/delivery/answers-in-time', 'Store, answer'],
    ['gme/recovery/converges-after-lost-callback', 'Reconcile'],
  ])('%s: %s', (id, beginning) => {
    const recipe = recipeFor(id);
    expect(recipe?.title.en).toMatch(new RegExp(`^${beginning}`, 'u'));
  });

  it('has none where nothing general can be said', () => {
    expect(recipeFor('gme/naming/extension-is-lower-case')).toBeUndefined();
  });

  it('covers the usual frameworks where the raw body matters', () => {
    const samples = recipeFor('gme/signature/accepts-every-spelling')?.samples ?? [];
    expect(samples.map(({ framework }) => framework)).toEqual([
      'Express',
      'Fastify',
      'Koa',
      'Nest',
      'Spring',
      'Flask',
      'Gin',
      'PHP',
    ]);
  });

  it('names no claim that no check begins with', () => {
    const claims = gmeSuite.activeChecks.map(({ id }) => id.slice(id.indexOf('/') + 1));
    for (const prefix of recipes.flatMap((recipe) => recipe.claims)) {
      expect(
        claims.filter((claim) => claim.startsWith(prefix)),
        prefix,
      ).not.toEqual([]);
    }
  });

  it('speaks every language', () => {
    for (const recipe of recipes) {
      expect(recipeTexts(recipe, 'zh').advice).toMatch(/\p{Script=Han}/u);
      expect(recipeTexts(recipe, 'en').advice).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
