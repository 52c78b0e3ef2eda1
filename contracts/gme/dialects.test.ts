import { describe, expect, it } from 'vitest';
import { clauses } from './clauses.ts';
import { defaultReading, dialects, resolveReading } from './dialects.ts';

describe('resolveReading', () => {
  it('without names is the default reading', () => {
    expect(resolveReading([])).toEqual(defaultReading);
  });

  it('by default takes each ambiguity as the table of ambiguities does', () => {
    expect(defaultReading).toEqual({
      signatureEncoding: 'base64',
      signedPrefix: '',
      signatureIn: 'header',
      events: 'all',
      recordModes: 'callback',
      nameId: 'serial',
      nameBlanks: false,
      nameTime: 'task-start',
      nameZoneHours: 8,
      mixedUserId: '0',
      stopsAfterDay: true,
      retries: true,
    });
  });

  it.each(dialects.map(({ name }) => name))('%s changes exactly one thing', (name) => {
    const reading = resolveReading([name]);
    const keys = Object.keys(defaultReading) as (keyof typeof defaultReading)[];
    expect(keys.filter((key) => reading[key] !== defaultReading[key])).toHaveLength(1);
  });

  it('joins names in any order, and a name twice counts once', () => {
    const names = ['gme-name-utc', 'gme-sig-hex', 'gme-name-utc'];
    expect(resolveReading(names)).toEqual(resolveReading([...names].reverse()));
    expect(resolveReading(names)).toMatchObject({ signatureEncoding: 'hex', nameZoneHours: 0 });
  });

  it('names near matches of an unknown dialect', () => {
    expect(() => resolveReading(['gme-sig-hax'])).toThrow(
      "There is no dialect named 'gme-sig-hax'. Did you mean gme-sig-hex?",
    );
    expect(() => resolveReading(['gme-name-utcs'])).toThrow(/Did you mean gme-name-utc(?: or|\?)/u);
    expect(() => resolveReading(['utc'])).toThrow(/Did you mean gme-name-utc\?/u);
  });

  it('lists the known dialects where none is near', () => {
    expect(() => resolveReading(['zzzzzzzz'])).toThrow(/Known are: gme-sig-hex, /u);
  });

  it('refuses dialects that contradict each other', () => {
    expect(() => resolveReading(['gme-sig-hex', 'gme-sig-base64-of-hex'])).toThrow(/contradict/u);
  });
});

describe('dialects', () => {
  it('are the ones that the table of ambiguities names', () => {
    expect(dialects.map(({ name }) => name)).toEqual([
      'gme-sig-hex',
      'gme-sig-base64-of-hex',
      'gme-sig-post-prefix',
      'gme-sig-in-query',
      'gme-completion-only',
      'gme-recordmode-api',
      'gme-name-taskid',
      'gme-name-blanks',
      'gme-name-segment-time',
      'gme-name-utc',
      'gme-mixed-user-empty',
      'gme-no-24h-stop',
      'gme-no-retry',
    ]);
  });

  it('each belong to a clause that says how it is read by default', () => {
    const readings = new Map(
      Object.values(clauses).map((clause) => [clause.id as string, 'reading' in clause]),
    );
    expect(dialects.filter(({ clause }) => readings.get(clause) !== true)).toEqual([]);
  });
});
