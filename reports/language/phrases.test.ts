import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { phraseBook } from './phrases.ts';
import { translate } from './translate.ts';
import { zhPhrases } from './zh/phrases.ts';

const root = join(import.meta.dirname, '../..');

/** What the sources say that make the texts of runs and findings. */
const sources = ['contracts', 'harness', 'suites', 'reports']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
      join(root, folder, path),
    ),
  )
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !path.includes('/language/') &&
      !/\.test(?:-kit|-data)?\.ts$/u.test(path),
  )
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** Where the sources put a text together: values, alternatives, and before what a part adds. */
const seams =
  /\{\d\}|[:,;] | \(|\b(?:single|mixed|none|nowhere|Nothing|neither|first segment’s name|playlist)\b/u;

const entries = zhPhrases.flatMap((table) => Object.entries(table));

describe('the Chinese phrases', () => {
  it('stand once, and in Chinese', () => {
    const english = entries.map(([phrase]) => phrase);
    expect(english.filter((phrase, at) => english.indexOf(phrase) !== at)).toEqual([]);
    expect(entries.filter(([, chinese]) => !/\p{Script=Han}/u.test(chinese))).toEqual([]);
  });

  it('have the values that English has, numbered in its order', () => {
    for (const [english, chinese] of entries) {
      const numbers = [...english.matchAll(/\{(\d)\}/gu)].map(([, number]) => Number(number));
      expect(numbers, english).toEqual(numbers.map((_, at) => at + 1));
      const carried = [...chinese.matchAll(/\{(\d)\*?\}/gu)].map(([, number]) => Number(number));
      expect(carried.toSorted(), english).toEqual(numbers);
    }
  });

  it('are of words that the sources still say', () => {
    const gone = entries.flatMap(([english]) =>
      english.split(seams).filter((words) => words.length > 3 && !sources.includes(words)),
    );
    expect(gone).toEqual([]);
  });
});

describe('a phrase', () => {
  const zh = (english: string): string => translate(english, 'zh').text;

  it('carries its values letter by letter', () => {
    expect(zh('an answer within 5000 ms')).toBe('5000 毫秒内应答');
    expect(zh('the serial number 3 after 2')).toBe('2 之后的序号 3');
    expect(zh('$& has the serial number $1 too')).toBe('$& 的序号也是 $1');
    expect(zh('the room of a_1/b, where the task is, where the task 7 is too')).toContain('a_1/b');
  });

  it('translates a value that is a text of ours, and only then is one', () => {
    expect(zh('No playlist of the application was found among 3 objects.')).toBe(
      '在 3 个对象中没有找到本应用的播放列表。',
    );
    expect(translate('No idea was found among 3 objects.', 'zh').isTranslated).toBe(false);
  });

  it('is taken before a less specific one', () => {
    const find = phraseBook([{ 'at most {1}': 'A{1}', 'at most {1} s': 'B{1}' }]);
    expect(find('at most 3 s')).toBe('B3');
    expect(find('at most 3 bytes')).toBe('A3 bytes');
    expect(find('at most ')).toBeUndefined();
    expect(find('not at most 3')).toBeUndefined();
  });

  it('needs linear time for hostile texts', () => {
    const find = phraseBook([{ 'a{1}a{2}a{3}b': 'x' }]);
    expect(find('a'.repeat(200_000))).toBeUndefined();
  });
});
