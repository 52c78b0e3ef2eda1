import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { hostileRun } from './hostile.test-data.ts';
import { renderJunit } from './junit.ts';
import { junitFaults, type XmlNode } from './junit-rules.test-data.ts';
import {
  sampleAdvice,
  sampleCheck,
  sampleFailure,
  sampleUntestable,
  sampleWaived,
} from './sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from './samples.test-data.ts';

const must = { failOn: 'must' } as const;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
});

function parse(xml: string): readonly XmlNode[] {
  expect(() => create(xml)).not.toThrow();
  return parser.parse(xml) as readonly XmlNode[];
}

/** The opening tag that comes first inside the test case of `id`, or `''` when it has none. */
function noteOf(xml: string, id: string): string {
  const start = xml.indexOf(`<testcase name="${id}"`);
  expect(start).toBeGreaterThan(0);
  const opening = xml.slice(start, xml.indexOf('>', start) + 1);
  if (opening.endsWith('/>')) {
    return '';
  }
  return /^\s*(<[^>]*>)/.exec(xml.slice(start + opening.length))?.[1] ?? '';
}

describe('renderJunit', () => {
  it.each([...Object.entries(sampleRuns), ['hostile', hostileRun()] as const])(
    'keeps to the common JUnit schema: %s',
    (_, run) => {
      for (const failOn of ['must', 'should'] as const) {
        expect(junitFaults(parse(renderJunit(run, { failOn })))).toEqual([]);
      }
    },
  );

  it('makes a broken MUST a failure with the whole story', () => {
    const xml = renderJunit(sampleRuns.notMet, must);
    expect(noteOf(xml, sampleFailure.id)).toMatch(
      /^<failure type="MUST" message="The same callbacks/,
    );
    for (const part of ['expected', 'F1 uploaded', 'soundcheck replay', 'Merge instead']) {
      expect(xml).toContain(part);
    }
  });

  it('lets a broken SHOULD pass, with output, unless the gate is on SHOULD', () => {
    const run = sampleRuns.notMet;
    expect(noteOf(renderJunit(run, must), sampleAdvice.id)).toBe('<system-out>');
    expect(noteOf(renderJunit(run, { failOn: 'should' }), sampleAdvice.id)).toMatch(/^<failure /);
  });

  it('never shows an untestable MUST or a harness error as green or skipped', () => {
    expect(noteOf(renderJunit(sampleRuns.inconclusive, must), sampleUntestable.id)).toMatch(
      /^<error type="untestable" message=".*answered 503/,
    );
    expect(renderJunit(sampleRuns.harnessError, must)).toContain('<error type="harness-error"');
    const advice = { ...sampleUntestable, level: 'SHOULD' } as const;
    expect(noteOf(renderJunit(sampleRun([advice]), must), advice.id)).toMatch(/^<skipped /);
    expect(noteOf(renderJunit(sampleRun([advice]), { failOn: 'should' }), advice.id)).toMatch(
      /^<error /,
    );
  });

  it('skips what is waived and names who waived it; an expired or needless waiver fails', () => {
    expect(noteOf(renderJunit(sampleRuns.waived, must), sampleWaived.id)).toMatch(
      /^<skipped type="waived" message="Waived by voice team until 2026-12-31 \(T-1\): VOICE-17/,
    );
    const waiver = { reason: 'known', owner: 'voice team', ticket: 'T-1', expires: '2026-11-19' };
    const expired = { ...sampleWaived, waiver };
    expect(noteOf(renderJunit(sampleRun([expired]), must), expired.id)).toMatch(/^<failure /);
    const needless = sampleCheck({ waiver });
    expect(noteOf(renderJunit(sampleRun([needless]), must), needless.id)).toMatch(
      /^<failure type="stale-waiver"/,
    );
  });

  it.each(['configuration', 'inconclusive', 'harnessError', 'notMet'] as const)(
    'is red for a run that is not met: %s',
    (name) => {
      expect(renderJunit(sampleRuns[name], must)).toMatch(/<(?:error|failure) /);
    },
  );

  it('is red for a run that checked nothing or was cut short, though no check failed', () => {
    const cut = sampleRun([sampleCheck()], {
      verdict: 'inconclusive',
      exitCode: 3,
      interrupted: 'SIGINT',
      certificates: [],
    });
    expect(noteOf(renderJunit(cut, must), 'run')).toMatch(/^<error type="inconclusive"/);
    expect(noteOf(renderJunit(sampleRuns.configuration, must), 'run')).toMatch(/^<error /);
    expect(renderJunit(sampleRuns.met, must)).not.toMatch(/<(?:error|failure) |name="run"/);
  });

  it('carries any text of a target, shown where XML has no way to write it', () => {
    expect(renderJunit(hostileRun(), must)).toContain(String.raw`\u{1b}[2J\u{0}`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const xml = renderJunit(hostileRun(text), must);
        expect(junitFaults(parse(xml))).toEqual([]);
        expect(xml).not.toMatch(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
    );
  });
});

describe('junitFaults', () => {
  it.each([
    ['a foreign root', '<tests/>'],
    ['a suite without its figures', '<testsuites><testsuite name="a"/></testsuites>'],
    ['an unknown attribute', '<testsuites colour="red"/>'],
    [
      'figures that do not add up',
      '<testsuites><testsuite name="a" tests="2" failures="0" errors="0"><properties/></testsuite></testsuites>',
    ],
  ])('rejects %s', (_, xml) => {
    expect(junitFaults(parse(xml))).not.toEqual([]);
  });
});
