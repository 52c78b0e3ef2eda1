import { describe, expect, it } from 'vitest';
import { gmeSuite } from '#suites/gme/registry.ts';
import { sparkrtcSuite } from '#suites/sparkrtc/registry.ts';
import { trtcSuite } from '#suites/trtc/registry.ts';
import { renderHtml } from '../html.ts';
import { sampleFailure } from '../sample-checks.test-data.ts';
import { sampleRun } from '../samples.test-data.ts';
import { translate, translateReading } from './translate.ts';
import { zh } from './zh.ts';
import { zhTables } from './zh/sentences.ts';

const suites = [gmeSuite, trtcSuite, sparkrtcSuite];

/** Every sentence that a check or a clause of a service says. */
const sentences = new Set(
  suites.flatMap(({ activeChecks, archiveChecks, clauses }) => [
    ...[...activeChecks, ...archiveChecks].flatMap(({ title, hint }) => [title, hint]),
    ...clauses.flatMap(({ statement, reading }) =>
      reading === undefined ? [statement] : [statement, reading],
    ),
  ]),
);

const entries = zhTables.flatMap((table) => Object.entries(table));

/** What no language changes: flags, figures, names in code, file endings. */
function fixedParts(text: string): readonly string[] {
  const parts = /--[a-z-]+|\d+|[A-Za-z]{2,}[A-Z_][A-Za-z_]*(?<!s)|\.[a-z0-9]{2,4}\b/gu;
  return text.match(parts) ?? [];
}

describe('the Chinese sentences', () => {
  it('are there for every title, hint, statement and reading of every service', () => {
    const missing = [...sentences].filter((english) => !translate(english, 'zh').isTranslated);
    expect(missing).toEqual([]);
  });

  it('translate nothing that nobody says any more', () => {
    expect(entries.map(([english]) => english).filter((one) => !sentences.has(one))).toEqual([]);
  });

  it('stand once, and in Chinese', () => {
    const english = entries.map(([sentence]) => sentence);
    expect(english.filter((sentence, at) => english.indexOf(sentence) !== at)).toEqual([]);
    expect(entries.filter(([, chinese]) => !/\p{Script=Han}/u.test(chinese))).toEqual([]);
  });

  it('tell titles of a service apart where English does', () => {
    for (const { activeChecks, archiveChecks, service } of suites) {
      const titles = [...activeChecks, ...archiveChecks].map(({ title }) => title);
      const chinese = titles.map((title) => translate(title, 'zh').text);
      expect(new Set(chinese).size, service).toBe(new Set(titles).size);
    }
  });

  it('keep flags, figures and names', () => {
    const lost = entries.flatMap(([english, chinese]) =>
      fixedParts(english)
        .filter((part) => !chinese.includes(part))
        .map((part) => `${part}: ${english}`),
    );
    expect(lost).toEqual([]);
  });
});

describe('a sentence without a translation', () => {
  const unknown = { ...sampleFailure, title: 'A claim of tomorrow' };

  it('stays English, and says so', () => {
    expect(translate('A claim of tomorrow', 'zh')).toEqual({
      text: 'A claim of tomorrow',
      isTranslated: false,
    });
    expect(translate('A claim of tomorrow', 'en').isTranslated).toBe(true);
  });

  it('is marked in the page', () => {
    const page = renderHtml(sampleRun([unknown]), { language: 'zh' });
    expect(page).toContain('<h3><span lang="en">A claim of tomorrow</span>');
    expect(page).toContain(zh.untranslated);
    expect(renderHtml(sampleRun([unknown]))).not.toContain('<span lang="en">');
  });

  it('is not found under names that every object has', () => {
    expect(translate('constructor', 'zh').text).toBe('constructor');
  });

  it('keeps its English introduction where it is a reading', () => {
    expect(translateReading({ reading: 'Who knows.' }, 'zh')).toEqual({
      text: 'We read it so: Who knows.',
      isTranslated: false,
    });
    expect(translateReading({}, 'zh')).toBeNull();
  });
});
