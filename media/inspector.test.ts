import { describe, expect, it } from 'vitest';
import { containerRecipes, mediaRecipes, soundRecipes } from '#fixtures/media/recipes.ts';
import { faultKinds } from './faults.ts';
import { createInspector, inspectBytes } from './inspector.ts';

const allRecipes = [...mediaRecipes, ...containerRecipes];

describe('recipes', () => {
  it.each(allRecipes.map((recipe) => [recipe.name, recipe] as const))('%s', (_, recipe) => {
    const { verdict, format, faults } = inspectBytes(recipe.build(), {
      promised: recipe.promised ?? 'mp3',
    });
    const told = { verdict, format, faults: faults.map(({ code, offset }) => ({ code, offset })) };
    expect(told).toMatchObject({ verdict: recipe.verdict, format: recipe.format });
    if (recipe.code === undefined) {
      expect(told.faults).toEqual([]);
      return;
    }
    const expected = {
      code: recipe.code,
      ...(recipe.offset === undefined ? {} : { offset: recipe.offset }),
    };
    expect(told.faults).toContainEqual(expect.objectContaining(expected));
  });

  it('names are unique', () => {
    expect(new Set(allRecipes.map(({ name }) => name)).size).toBe(allRecipes.length);
  });

  it('cover every fault code but the closing one', () => {
    const covered = new Set(allRecipes.map(({ code }) => code));
    const missing = Object.keys(faultKinds).filter(
      (code) => !covered.has(code as keyof typeof faultKinds),
    );
    expect(missing).toEqual(['more-faults']);
  });

  it.each(['m3u8', 'ts', 'mp4'])('of %s are many', (promised) => {
    const recipes = containerRecipes.filter((recipe) => recipe.promised === promised);
    const sound = recipes.filter(({ verdict }) => verdict === 'valid').length;
    expect(sound).toBeGreaterThanOrEqual(8);
    expect(recipes.length - sound).toBeGreaterThanOrEqual(15);
  });

  it('are many', () => {
    expect(soundRecipes.length).toBeGreaterThanOrEqual(30);
    expect(mediaRecipes.length - soundRecipes.length).toBeGreaterThanOrEqual(60);
  });
});

describe('an inspector', () => {
  it('takes no bytes after its end', () => {
    const inspector = createInspector();
    const verdict = inspector.end();
    expect(inspector.end()).toBe(verdict);
    expect(() => inspector.push(new Uint8Array(1))).toThrow('push after end');
  });
});
