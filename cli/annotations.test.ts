import { describe, expect, it } from 'vitest';
import { hostileRun } from '#reports/hostile.test-data.ts';
import { sampleAdvice, sampleFailure } from '#reports/sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from '#reports/samples.test-data.ts';
import { annotationLines } from './annotations.ts';

describe('annotationLines', () => {
  it('makes errors of broken MUSTs and warnings of advice', () => {
    expect(annotationLines(sampleRuns.notMet)).toEqual([
      `::error title=${sampleFailure.id} not met (MUST)::${sampleFailure.title}. Expected "uploaded", as in the in-order arm, got "started". ${sampleFailure.hint} Replay: ${sampleFailure.replay ?? ''}`,
      `::warning title=${sampleAdvice.id} advice not followed (SHOULD)::${sampleAdvice.title}. Expected at most 5000 ms, got 6120 ms. ${sampleAdvice.hint}`,
      '::notice title=Soundcheck::certificate: wire profile met (gme; 1 of 2 checks met; seed 20261120)',
    ]);
  });

  it('notes only the certificates of a met run and always complains of one that is not', () => {
    const { met } = sampleRuns;
    expect(annotationLines(met).map((line) => line.slice(0, 49))).toEqual([
      '::notice title=Soundcheck::certificate: wire prof',
      '::notice title=Soundcheck::certificate: state pro',
    ]);
    const embedded = { ...met, target: { ...met.target, embedded: true } };
    expect(annotationLines(embedded)[0]).toBe(
      '::notice title=Soundcheck::The embedded reference was tested, nothing of yours.',
    );
    expect(annotationLines(sampleRuns.configuration)).toEqual([
      '::error title=Soundcheck%3A configuration::Nothing listens at http://127.0.0.1:8080/callback.',
    ]);
    expect(annotationLines(sampleRuns.inconclusive)[0]).toMatch(
      /^::error title=Soundcheck%3A incon/,
    );
  });

  it('counts what GitHub would drop', () => {
    const many = Array.from({ length: 25 }, (_, index) => ({
      ...sampleFailure,
      id: `gme/state/claim-${index}` as const,
    }));
    const lines = annotationLines(sampleRun(many));
    const errors = lines.filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(10);
    expect(errors.at(-1)).toBe('::error title=Soundcheck::16 more errors in the report.');
  });

  it('keeps each command on its line whatever the target says', () => {
    const lines = annotationLines(hostileRun('a%0A::error::b\n::add-mask::x,title=y'));
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]|%(?!25|3A|2C)/);
      expect(line).toMatch(/^::(?:error|warning) title=[^:,]*::/);
    }
    expect(lines.length).toBeGreaterThan(1);
  });
});
