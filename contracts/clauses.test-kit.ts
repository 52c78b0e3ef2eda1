import { describe, expect, it } from 'vitest';
import type { Clause } from './clause.ts';
import type { Contract } from './contract.ts';

/** What holds for the clauses of every service: ids of one form, full sentences, and all of them in the contract. */
export function describeClauses(
  contract: Contract,
  clauses: Readonly<Record<string, Clause>>,
): void {
  const all = Object.entries(clauses);
  const { service } = contract;

  describe(`clauses of ${service}`, () => {
    it('have unique ids of one form', () => {
      const ids = all.map(([, { id }]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const form = new RegExp(String.raw`^${service}/[a-z-]+#[a-z0-9-]+$`, 'u');
      expect(ids.filter((id) => !form.test(id))).toEqual([]);
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
        ([, { id, basis }]) => id.startsWith(`${service}/assumption#`) !== (basis === 'assumed'),
      );
      expect(misplaced).toEqual([]);
    });

    it('are all in the contract', () => {
      expect(contract.clauses).toHaveLength(all.length);
    });
  });
}
