import { describe, expect, it } from 'vitest';
import { sampleRuns } from '../samples.test-data.ts';
import { en } from './en.ts';
import { notTestedTexts, summaryText } from './run-texts.ts';
import { zh } from './zh.ts';

/** Every text of a catalogue by its path; functions are called with arguments that show. */
function textsOf(catalogue: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    if (typeof value === 'function') {
      const call = value as (...parts: readonly unknown[]) => string;
      return [[here, call(11, 22, 33, 44)] as const];
    }
    return typeof value === 'string' ? [[here, value] as const] : textsOf(value as object, here);
  });
}

describe('the Chinese catalogue', () => {
  const chinese = new Map(textsOf(zh));

  it('has a text of its own for everything that English says in words', () => {
    const same = textsOf(en)
      .filter(([path, text]) => path !== '/tag' && chinese.get(path) === text)
      .map(([path]) => path);
    expect(same).toEqual([]);
  });

  it('says every figure that English says', () => {
    for (const [path, text] of textsOf(en)) {
      const figures = (words: string): readonly string[] =>
        (words.match(/11|22|33|44/gu) ?? []).sort();
      expect(figures(chinese.get(path) ?? ''), path).toEqual(figures(text));
    }
  });

  it('keeps what the script of the page fills in', () => {
    expect(zh.shown).toMatch(/\{shown\}.*\{all\}/u);
  });
});

describe('texts about a run', () => {
  it('are made anew where the figures say it all', () => {
    expect(summaryText(sampleRuns.met, 'zh').text).toBe('测试对象符合要求（wire、state）。');
    expect(summaryText(sampleRuns.filtered, 'zh').text).toContain('gme/signature');
    expect(summaryText(sampleRuns.waived, 'zh').text).toContain('1 项不符合已豁免');
    expect(summaryText(sampleRuns.notMet, 'zh').text).toContain('2 项检查不符合，其中 1 项为 MUST');
    expect(summaryText(sampleRuns.harnessError, 'zh').isTranslated).toBe(true);
  });

  it('stay English where only the sentence knows what happened', () => {
    for (const run of [sampleRuns.inconclusive, sampleRuns.configuration]) {
      expect(summaryText(run, 'zh')).toEqual({ text: run.summary, isTranslated: false });
      expect(summaryText(run, 'en')).toEqual({ text: run.summary, isTranslated: true });
    }
  });

  it('name what was not tested', () => {
    const notTested = [
      'profile archive: no --bucket was given',
      'profile state: not asked for',
      'gme/state/a: says nothing while gme/state/b is not met',
      'gme/state/c: says nothing while gme/state/a is untested',
      'checks outside --only gme/state',
      'something else',
    ];
    expect(notTestedTexts({ ...sampleRuns.met, notTested }, 'zh')).toEqual([
      { text: '认证项 archive：未给出 --bucket', isTranslated: true },
      { text: '认证项 state：未要求', isTranslated: true },
      { text: 'gme/state/a：在 gme/state/b 不符合期间无法得出结论', isTranslated: true },
      { text: 'gme/state/c：在 gme/state/a 未经测试期间无法得出结论', isTranslated: true },
      { text: '--only gme/state 以外的检查项', isTranslated: true },
      { text: 'something else', isTranslated: false },
    ]);
  });
});
