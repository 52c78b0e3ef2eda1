import { describe, expect, it } from 'vitest';
import type { Clause } from '#contracts/clause.ts';
import { coverageFaults, renderCatalogue, type CatalogueCheck } from './catalogue.ts';

const order: Clause = {
  id: 'gme/callback#order',
  document: 'GME callback',
  section: 'Notes',
  statement: 'Order is not promised | really.',
  basis: 'stated',
  reading: 'any order',
};
const price: Clause = {
  id: 'gme/billing#price',
  document: 'GME billing',
  section: 'Prices',
  statement: 'Recording costs money.',
  basis: 'stated',
  untestable: 'No bill is seen by the harness.',
};

function check(changes: Partial<CatalogueCheck> = {}): CatalogueCheck {
  return {
    id: 'gme/state/any-order',
    title: 'Order changes nothing',
    level: 'MUST',
    basis: 'stated',
    profile: 'state',
    clauses: [order],
    hint: 'Keep the highest phase.',
    ...changes,
  };
}

describe('renderCatalogue', () => {
  const wire = check({
    id: 'gme/delivery/in-time',
    profile: 'wire',
    level: 'SHOULD',
    needs: ['gme/state/any-order'],
  });
  const text = renderCatalogue([check(), wire], [order, price]);

  it('lists each check once, by profile and area, with what it rests on', () => {
    expect(text).toContain('2 checks (1 MUST, 1 SHOULD) over 2 clauses.');
    const headings = text.match(/^#{2,} .*$/gm);
    expect(headings).toEqual([
      '## GME: wire',
      '### gme/delivery',
      '## GME: state',
      '### gme/state',
      '## Clauses and their checks',
    ]);
    expect(text.match(/<a id="gme-state-any-order">/g)).toHaveLength(1);
    expect(text).toContain('| Order changes nothing | MUST | stated |');
    expect(text).toContain('| Keep the highest phase. |');
    expect(text).toContain('needs <a href="#gme-state-any-order">');
  });

  it('shows for each clause its checks, or why there is none', () => {
    expect(text).toContain('Order is not promised &#124; really.<br>We read it so: any order');
    expect(text).toContain('none: No bill is seen by the harness.');
    const row = text.split('\n').find((line) => line.includes('<a id="gme-callback-order">'));
    expect(row).toContain('gme/state/any-order');
    expect(row).toContain('gme/delivery/in-time');
  });

  it('links only to anchors that it has', () => {
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) {
      expect(text).toContain(`<a id="${target ?? '?'}">`);
    }
  });

  it('keeps every row at the width of its table', () => {
    const widths = new Set(text.match(/^\|.*$/gm)?.map((row) => row.split('|').length));
    expect([...widths].toSorted((a, b) => a - b)).toEqual([7, 8]);
  });

  it('refuses to hide a gap', () => {
    expect(() => renderCatalogue([], [order])).toThrow(RangeError);
  });
});

describe('coverageFaults', () => {
  it('finds nothing wrong with a whole catalogue', () => {
    expect(coverageFaults([check()], [order, price])).toEqual([]);
  });

  it.each([
    ['a silent clause', [], [order], 'gme/callback#order has neither'],
    ['a contradiction', [check()], [{ ...order, untestable: 'why' }], 'has checks and says'],
    ['an unknown clause', [check()], [], 'which no contract has'],
    ['a check twice', [check(), check()], [order], 'Two checks are called gme/state/any-order'],
    ['a clause twice', [check()], [order, order], 'Two clauses are called gme/callback#order'],
  ] as const)('finds %s', (_, checks, clauses, message) => {
    expect(coverageFaults(checks, clauses).join('\n')).toContain(message);
  });
});
