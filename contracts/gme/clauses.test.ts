import { describe, expect, it } from 'vitest';
import type { Clause } from '../clause.ts';
import { clauses } from './clauses.ts';
import { gme } from './contract.ts';

const all: readonly (readonly [string, Clause])[] = Object.entries(clauses);

describe('clauses', () => {
  it('have unique ids of one form', () => {
    const ids = all.map(([, { id }]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^gme\/[a-z-]+#[a-z-]+$/u.test(id))).toEqual([]);
  });

  it.each(all)('%s is one full sentence', (_, { statement }) => {
    expect(statement).toMatch(/^[A-Z].*\.$/u);
    expect(statement).not.toMatch(/\. [A-Z]/u);
  });

  it.each(all)(
    '%s says full sentences for its reading and for why it is untestable',
    (_, clause) => {
      for (const text of [clause.reading, clause.untestable]) {
        expect(text ?? 'None.').toMatch(/^["A-Z].*[.?]$/u);
      }
    },
  );

  it('are stated in a provider’s document unless they are marked as assumed', () => {
    const misplaced = all.filter(
      ([, { id, basis }]) => id.startsWith('gme/assumption#') !== (basis === 'assumed'),
    );
    expect(misplaced).toEqual([]);
  });

  it('are all in the contract', () => {
    expect(gme.clauses).toHaveLength(all.length);
  });
});
