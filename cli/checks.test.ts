import { describe, expect, it } from 'vitest';
import { allChecks, describeChecks, describeDialects } from './checks.ts';
import { suites } from './services.ts';

describe('describeChecks', () => {
  it('lists every check on a line of its own', () => {
    const lines = describeChecks('').trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(allChecks().map(({ id }) => id));
    for (const [index, { level, profile, title }] of allChecks().entries()) {
      expect(lines[index]).toMatch(new RegExp(`${level} +${profile} +`, 'u'));
      expect(lines[index]).toContain(title);
    }
  });

  it('lists those that begin so', () => {
    const lines = describeChecks('gme/signature/refuses-w').trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'gme/signature/refuses-wrong-case',
      'gme/signature/refuses-wrong-key',
    ]);
  });

  it.each(allChecks().map((check) => [check.id, check] as const))('explains %s', (id, check) => {
    const text = describeChecks(id);
    const parts = [
      check.title,
      check.level,
      check.basis,
      check.profile,
      check.hint,
      ...(check.needs ?? []),
      ...check.clauses.flatMap((clause) => [clause.id, clause.section, clause.statement]),
    ];
    expect(parts.filter((part) => !text.includes(part))).toEqual([]);
  });

  it('knows no others', () => {
    expect(() => describeChecks('gme/x')).toThrow('no check begins with "gme/x"');
  });
});

it('lists the dialects of every service', () => {
  const text = describeDialects();
  for (const { name, statement } of suites.flatMap(({ dialects }) => dialects)) {
    expect(text).toContain(`${name}\n    ${statement}\n`);
  }
});
