import { describe, expect, test } from 'vitest';
import type { Check, CheckId } from './check.ts';
import type { CheckResult } from './result.ts';
import { resultOf } from './results.test-kit.ts';
import { applyWaivers, readWaivers, requireKnownChecks, type Waiver } from './waivers.ts';
import type { Verdict } from './verdict.ts';

const today = new Date('2026-11-20T10:00:00Z');
const waiver: Waiver = {
  check: 'gme/test/one',
  reason: 'known',
  owner: 'team',
  ticket: 'T-1',
  expires: '2026-12-31',
};

function read(...entries: readonly unknown[]): readonly Waiver[] {
  return readWaivers(JSON.stringify(entries), 'waivers.json', today);
}

describe('readWaivers', () => {
  test('takes a list', () => {
    expect(read(waiver, { ...waiver, check: 'gme/test/two' })).toEqual([
      waiver,
      { ...waiver, check: 'gme/test/two' },
    ]);
    expect(read()).toEqual([]);
  });

  test.each([
    ['no JSON', 'nonsense', 'waivers.json is not JSON'],
    ['no list', '{}', 'waivers.json is not a list'],
    ['no object', '[7]', 'waivers.json[0] has no check'],
    ['null', '[null]', 'waivers.json[0] has no check'],
    ['a text', '["gme/test/one"]', 'waivers.json[0] has no check'],
    ['no owner', JSON.stringify([{ ...waiver, owner: undefined }]), 'waivers.json[0] has no owner'],
    [
      'blank reason',
      JSON.stringify([waiver, { ...waiver, reason: ' ' }]),
      'waivers.json[1] has no reason',
    ],
    [
      'a number for a text',
      JSON.stringify([{ ...waiver, owner: 7 }]),
      'waivers.json[0] has no owner',
    ],
    [
      'a field too many',
      JSON.stringify([{ ...waiver, until: 'x' }]),
      'waivers.json[0] has an unknown field "until"',
    ],
    [
      'no date',
      JSON.stringify([{ ...waiver, expires: 'soon' }]),
      'waivers.json[0]: expires is not a date: "soon"',
    ],
    [
      'a time',
      JSON.stringify([{ ...waiver, expires: '2026-12-31T00:00' }]),
      'expires is not a date',
    ],
    [
      'a day that does not exist',
      JSON.stringify([{ ...waiver, expires: '2027-02-30' }]),
      'expires is not a date',
    ],
    [
      'a month that does not exist',
      JSON.stringify([{ ...waiver, expires: '2026-13-45' }]),
      'expires is not a date',
    ],
    [
      'a year of six digits',
      JSON.stringify([{ ...waiver, expires: '+012026-12-31' }]),
      'expires is not a date',
    ],
    [
      'a day too far',
      JSON.stringify([{ ...waiver, expires: '2027-02-20' }]),
      'runs for more than 90 days',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => readWaivers(text, 'waivers.json', today)).toThrow(
      expect.objectContaining({
        kind: 'CONFIGURATION',
        message: expect.stringContaining(message) as string,
      }),
    );
  });

  test.each([
    [
      'nonsense',
      'Write a list: [{ "check": "gme/…", "reason": "…", "owner": "…", "ticket": "…", "expires"',
    ],
    ['{}', 'Wrap the waivers in [ ].'],
    ['[{"until":1}]', 'The fields are check, reason, owner, ticket, expires, codes.'],
    ['[{}]', 'Every waiver needs check, reason, owner, ticket, expires, each a text.'],
    [JSON.stringify([{ ...waiver, expires: 'soon' }]), 'Write it as YYYY-MM-DD.'],
    [JSON.stringify([{ ...waiver, expires: '2027-03-30' }]), 'Choose an earlier date'],
  ])('of %s says what to write instead: %s', (text, hint) => {
    expect(() => readWaivers(text, 'waivers.json', today)).toThrow(
      expect.objectContaining({ hint: expect.stringContaining(hint) as string }),
    );
  });

  test('keeps what the JSON parser said', () => {
    expect(() => readWaivers('nonsense', 'waivers.json', today)).toThrow(
      expect.objectContaining({ cause: expect.any(SyntaxError) as SyntaxError }),
    );
  });

  test('takes the last day allowed', () => {
    expect(read({ ...waiver, expires: '2027-02-18' })).toHaveLength(1);
    const endOfDay = new Date('2026-11-20T23:59:59Z');
    expect(
      readWaivers(JSON.stringify([{ ...waiver, expires: '2027-02-19' }]), 'w', endOfDay),
    ).toHaveLength(1);
  });
});

describe('applyWaivers', () => {
  test.each<[Verdict, boolean, number]>([
    ['not-met', true, 0],
    ['met', false, 1],
    ['untestable', false, 0],
    ['not-applicable', false, 0],
    ['harness-error', false, 0],
  ])('a check that is %s: waived %s, faults %d', (verdict, isWaived, faults) => {
    const applied = applyWaivers([resultOf({ verdict })], [waiver], today);

    expect(applied.results[0]?.waiver).toEqual(
      isWaived ? { reason: 'known', owner: 'team', ticket: 'T-1', expires: '2026-12-31' } : null,
    );
    expect(applied.faults).toHaveLength(faults);
    expect(applied.results[0]?.verdict).toBe(verdict);
  });

  test('holds to the end of its last day, and then fails the run', () => {
    const results = [resultOf({ verdict: 'not-met' })];
    const lastDay = { ...waiver, expires: '2026-11-20' };

    expect(applyWaivers(results, [lastDay], new Date('2026-11-20T23:59:59Z')).faults).toEqual([]);
    const next = applyWaivers(results, [lastDay], new Date('2026-11-21T00:00:01Z'));
    expect(next.faults).toEqual(['the waiver of gme/test/one expired on 2026-11-20']);
    expect(next.results[0]?.waiver).toBeNull();
  });

  test('an expired waiver of a check that did not run fails the run, too', () => {
    expect(applyWaivers([], [{ ...waiver, expires: '2026-11-01' }], today).faults).toHaveLength(1);
  });

  test('waives its own check alone', () => {
    const { results } = applyWaivers(
      [resultOf({ verdict: 'not-met' }), resultOf({ id: 'gme/test/one-more', verdict: 'not-met' })],
      [waiver],
      today,
    );

    expect(results.map((result) => result.waiver !== null)).toEqual([true, false]);
  });

  test('another check that is met makes no waiver spare, nor does one that did not run', () => {
    const results = [resultOf({ id: 'gme/test/zero' }), resultOf({ verdict: 'not-met' })];

    expect(applyWaivers(results, [waiver], today).faults).toEqual([]);
    expect(applyWaivers([], [waiver], today).faults).toEqual([]);
  });

  test('a spare waiver is named', () => {
    expect(applyWaivers([resultOf()], [waiver], today).faults).toEqual([
      'the waiver of gme/test/one is no longer needed: the check is met',
    ]);
  });
});

test('waivers of unknown checks are refused, those of known ones are not', () => {
  const check = (id: CheckId): Check => ({
    id,
    title: 'Something holds.',
    level: 'MUST',
    basis: 'stated',
    profile: 'wire',
    clauses: [
      {
        id: 'gme/document#one',
        document: 'A document',
        section: 'One',
        statement: 'It holds.',
        basis: 'stated',
      },
    ],
    observes: [],
    hint: 'Do it.',
    evaluate: () => [],
  });

  expect(() => {
    requireKnownChecks([waiver], [check('gme/test/two')]);
  }).toThrow(
    expect.objectContaining({
      kind: 'CONFIGURATION',
      message: 'a waiver names an unknown check: gme/test/one',
      hint: 'See `soundcheck checks` for the ids.',
    }),
  );
  expect(() => {
    requireKnownChecks([waiver], [check('gme/test/two'), check('gme/test/one')]);
  }).not.toThrow();
});

describe('waivers of finding codes', () => {
  const finding = (code: string): CheckResult['findings'][number] => ({
    at: 'here',
    code,
    expected: 'x',
    actual: 'y',
  });
  const failing = (...codes: readonly string[]): CheckResult => ({
    ...resultOf({ id: 'gme/test/one', verdict: 'not-met' }),
    findings: codes.map(finding),
  });
  const ofCode: Waiver = { ...waiver, codes: ['known'] };

  test('cover a failure whose findings all have such a code', () => {
    const { results, faults } = applyWaivers([failing('known', 'known')], [ofCode], today);
    expect(faults).toEqual([]);
    expect(results[0]?.waiver).toMatchObject({ codes: ['known'], ticket: 'T-1' });
  });

  test('do not cover another finding of the same check, and say so', () => {
    const { results, faults } = applyWaivers([failing('known', 'new')], [ofCode], today);
    expect(faults).toEqual([]);
    expect(results[0]?.waiver).toBeNull();
    expect(results[0]?.evidence.at(-1)).toBe('waived for known alone; not for new');
  });

  test('are no longer needed when no finding has the code', () => {
    const { faults } = applyWaivers([failing('new')], [ofCode], today);
    expect(faults).toEqual([
      'the waiver of gme/test/one for known is no longer needed: nothing has that code',
    ]);
  });

  test('are not called needless by a list of findings that was cut', () => {
    const many = Array.from({ length: 20 }, () => 'new');
    expect(applyWaivers([failing(...many)], [ofCode], today).faults).toEqual([]);
  });

  test.each([
    ['no list', 'known'],
    ['an empty list', []],
    ['no texts', [7]],
    ['an empty text', ['']],
  ])('%s is refused', (_, codes) => {
    expect(() => read({ ...waiver, codes })).toThrow('codes is not a list of finding codes');
  });

  test('two waivers of one check are refused', () => {
    expect(() => read(waiver, ofCode)).toThrow('waives gme/test/one twice');
  });
});
