import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascii } from '#fixtures/media/bytes.ts';
import { FaultLog } from '../fault-log.ts';
import type { MediaFault } from '../verdict.ts';
import { LineFeeds } from './line-feeds.ts';

interface Stretch {
  readonly text: string;
  readonly base: number;
}

function reported(...stretches: readonly Stretch[]): readonly MediaFault[] {
  const feeds = new LineFeeds();
  for (const { text, base } of stretches) {
    // Other bytes around it: only those between the two indexes are looked at.
    feeds.scan(ascii(`\n\n${text}\n\n`), 2, 2 + text.length, base - 2);
  }
  const log = new FaultLog();
  feeds.report(log);
  return log.list();
}

describe('LineFeeds', () => {
  it('are believed to be converted from eight on', () => {
    expect(reported({ text: '.\r\n'.repeat(7), base: 100 })).toEqual([]);
    expect(reported({ text: '.\r\n'.repeat(8), base: 100 })).toMatchObject([
      {
        code: 'line-endings-converted',
        offset: 102,
        message: 'All 8 line feed bytes in damaged stretches follow a carriage return.',
      },
    ]);
  });

  it('are not where one follows something else', () => {
    expect(reported({ text: `${'.\r\n'.repeat(20)}.\n`, base: 0 })).toEqual([]);
    expect(reported({ text: `.\n${'.\r\n'.repeat(20)}`, base: 0 })).toEqual([]);
  });

  it('do not count at the begin of a stretch, before which nobody looked', () => {
    const [text, more] = [`\n${'.\r\n'.repeat(7)}`, '.\r\n'];
    expect(reported({ text, base: 50 })).toEqual([]);
    expect(reported({ text, base: 50 }, { text: more, base: 900 })).toMatchObject([{ offset: 53 }]);
  });

  it('at the begin of a stretch count where the one before ended there', () => {
    const before = { text: '.\r\n'.repeat(7) + '\r', base: 50 };
    expect(reported(before, { text: '\n', base: 72 })).toHaveLength(1);
    expect(reported(before, { text: '\n', base: 73 })).toEqual([]);
    const other = { text: '.\r\n'.repeat(8) + '.', base: 50 };
    expect(reported(other, { text: '\n', base: 75 })).toEqual([]);
  });

  it('are told of at the first that counts', () => {
    const first = { text: '\n', base: 0 };
    const converted = { text: 'a\r\n'.repeat(9), base: 1 };
    expect(reported(first, converted)).toMatchObject([{ offset: 3 }]);
  });

  it('are the same in stretches of any length', () => {
    const letters = fc.array(fc.constantFrom('\r\n', '.', '\r'), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(letters, fc.integer({ min: 0, max: 7 }), (list, step) => {
        const text = `.${list.join('')}`;
        const pieces: Stretch[] = [];
        for (let at = 0; at < text.length; at += Math.max(1, step)) {
          pieces.push({ text: text.slice(at, at + Math.max(1, step)), base: 10 + at });
          // Nothing was looked at: that changes nothing.
          pieces.push({ text: '', base: 5 });
        }
        expect(reported(...pieces)).toEqual(reported({ text, base: 10 }));
      }),
    );
  });
});
