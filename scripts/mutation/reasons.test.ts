import { describe, expect, it } from 'vitest';
import { reasonFor } from './reasons.ts';
import type { Survivor } from './summary.ts';

const survivor = (file: string, over: Partial<Survivor> = {}): Survivor => ({
  file,
  mutator: 'StringLiteral',
  was: "''",
  becomes: '"Stryker was here!"',
  isCovered: true,
  ...over,
});

describe('reasonFor', () => {
  it('explains what was looked at', () => {
    expect(reasonFor(survivor('contracts/gme/parse-object-key.ts'))).toMatch(/^Defaults/u);
  });

  it('asks for the file, the mutator and what stands there', () => {
    expect(reasonFor(survivor('contracts/gme/parse-object-keys.ts'))).toBeUndefined();
    const other = { mutator: 'Regex', was: "''" };
    expect(reasonFor(survivor('contracts/gme/parse-object-key.ts', other))).toBeUndefined();
    const elsewhere = { was: 'at + 1' };
    expect(reasonFor(survivor('contracts/gme/parse-object-key.ts', elsewhere))).toBeUndefined();
  });

  it('explains a folder as a whole where its name says so', () => {
    const list = { mutator: 'ArrayDeclaration', was: '[]' };
    expect(reasonFor(survivor('suites/gme/archive/serials.ts', list))).toMatch(/^Equal/u);
    expect(reasonFor(survivor('suites/gme/serials.ts', list))).toBeUndefined();
  });
});
