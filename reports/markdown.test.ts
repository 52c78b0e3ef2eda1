import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileRun } from './hostile.test-data.ts';
import { code, fence, prose } from './markdown-escape.ts';
import { renderSummary } from './markdown.ts';
import {
  sampleAdvice,
  sampleCheck,
  sampleFailure,
  sampleUntestable,
} from './sample-checks.test-data.ts';
import { sampleRun, sampleRuns } from './samples.test-data.ts';

describe('renderSummary', () => {
  it('begins with the verdict and what it means', () => {
    const lines = renderSummary(sampleRuns.notMet).split('\n');
    expect(lines[0]).toBe('# ❌ Not met: Soundcheck, GME');
    expect(lines[2]).toBe(sampleRuns.notMet.summary);
  });

  it('shows each profile with its figures, and the certificates', () => {
    const text = renderSummary(sampleRuns.notMet);
    expect(text).toContain('| wire | met | 1 advice not followed, 1 met |');
    expect(text).toContain('| state | not met | 1 not met |');
    expect(text).toContain('| archive | not certified | none |');
    expect(text).toContain(
      '- certificate: wire profile met (gme; 1 of 2 checks met; seed 20261120)',
    );
    expect(renderSummary(sampleRuns.filtered)).toContain('No certificate.');
  });

  it('tells a failure whole: claim, clause, expected and actual, plan, change, replay', () => {
    const text = renderSummary(sampleRuns.notMet);
    for (const part of [
      `## ✗ MUST not met: ${sampleFailure.title}`,
      '> Callbacks of one recording may arrive in any order',
      '<code>"started"</code>',
      '| 2 | <code>F1 started, again</code> | <code>204</code> | duplicate, concurrent |',
      '**What to change:** Merge instead of overwriting: keep the highest phase',
      `\n\`\`\`sh\n${sampleFailure.replay ?? '-'}\n\`\`\``,
    ]) {
      expect(text).toContain(part);
    }
    expect(text.indexOf('MUST not met')).toBeLessThan(text.indexOf('SHOULD advice'));
  });

  it('says what was not tested, why a run was cut short, filtered or waived', () => {
    const cut = renderSummary(sampleRuns.inconclusive);
    expect(cut).toContain('**Cut short:** the time budget of 60 s was used up');
    expect(cut).toContain('- state: no observation was given');
    expect(cut).toContain('## ? MUST untestable:');
    expect(renderSummary(sampleRuns.filtered)).toContain('a filtered run certifies nothing');
    expect(renderSummary(sampleRuns.waived)).toContain('VOICE-17');
    const own = sampleRuns.met;
    const embedded = { ...own, target: { ...own.target, embedded: true } };
    expect(renderSummary(embedded)).toContain('nothing of yours');
  });

  it('speaks Chinese, and leaves what the target said as it is', () => {
    const text = renderSummary(sampleRuns.notMet, { language: 'zh' });
    expect(text).toMatch(/^# ❌ 不符合：Soundcheck，GME$/mu);
    expect(text).toContain('测试对象不符合要求：2 项检查不符合，其中 1 项为 MUST。');
    expect(text).toContain('| state | 不符合 | 1 项不符合 |');
    expect(text).toContain('| 位置 | 应为 | 实为 |');
    expect(text).toContain('<code>F1 only</code>');
    expect(text).toContain('**如何修改:** 合并而不是覆盖');
    expect(text).toContain(sampleAdvice.hint);
  });

  it('stays far below the size that CI servers take, and counts what it leaves out', () => {
    const long = '録'.repeat(5000);
    const findings = Array.from({ length: 50 }, () => ({
      at: long,
      code: 'wrong',
      expected: long,
      actual: long,
    }));
    const failures = Array.from({ length: 400 }, (_, index) => ({
      ...sampleFailure,
      id: `gme/state/claim-${index}` as const,
      findings,
    }));
    const text = renderSummary(
      sampleRun(failures, { notTested: Array(5000).fill(long) as string[] }),
    );
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/… and \d+ more problems in report\.html/);
    expect(text).toContain('… and 45 more findings');
  });

  it('keeps every word of a target inert', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const summary = renderSummary(hostileRun(`<script>![a](b)|\`${text}`));
        const prosaic = summary.replaceAll(/^(`{3,})sh\n[\s\S]*?\n\1$/gm, '');
        const tags = new Set(prosaic.match(/<[^>]*>?/g));
        expect([...tags].filter((tag) => !['<code>', '</code>', '<br>'].includes(tag))).toEqual([]);
        expect(prosaic).not.toMatch(/[^\P{Cc}\n]|!\[|\]\(|`/u);
        const widths = (prosaic.match(/^\|.*$/gm) ?? []).map((row) => row.split('|').length);
        expect(widths.every((width) => width === 5 || width === 6)).toBe(true);
      }),
    );
  });

  it('has nothing to say of a met run but the head', () => {
    expect(renderSummary(sampleRun([sampleCheck()]))).not.toContain('## ');
    expect(renderSummary(sampleRun([sampleUntestable]))).toContain('## ');
  });
});

describe('escaping for Markdown', () => {
  it.each([
    [prose('a | b <i> [x](y) `c`'), 'a &#124; b &#60;i&#62; &#91;x&#93;(y) &#96;c&#96;'],
    [prose('- item'), '&#45; item'],
    [prose('    1. item'), '1&#46; item'],
    [
      prose('see https://a.example and www.b.example'),
      'see https&#58;//a.example and www&#46;b.example',
    ],
    [code(''), '(empty)'],
    [code('a\nb'), '<code>a&#92;nb</code>'],
    [fence('a\n```\nb', ''), '````\na\n```\nb\n````'],
  ])('%s', (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
