import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultMergeOptions,
  mergeFrameRate,
  mergeSegments,
  sectionsOf,
  type MergeOptions,
  type MergeSegment,
} from './merge-sections.ts';

const startMs = Date.UTC(2024, 0, 1);

/** `'a main video 0-12'`: one segment, in seconds. */
function segments(...lines: readonly string[]): readonly MergeSegment[] {
  return lines.map((line) => {
    const [userId = '', mediaId, track, span = ''] = line.split(' ');
    const [begin, end] = span.split('-').map((text) => startMs + Number(text) * 1000);
    return { userId, mediaId, track, beginMs: begin, endMs: end } as MergeSegment;
  });
}

/** `name seconds` of each file. */
function merged(lines: readonly string[], options: Partial<MergeOptions> = {}): readonly string[] {
  return mergeSegments(segments(...lines), { ...defaultMergeOptions, ...options }).map(
    ({ name, durationMs }) => `${name} ${durationMs / 1000}`,
  );
}

describe('mergeSegments', () => {
  it.each<readonly [string, readonly string[], Partial<MergeOptions>, readonly string[]]>([
    [
      'keeps together what is 15 s apart, and parts what is more',
      ['a main audio 0-10', 'a main audio 25-30', 'a main audio 45.001-50'],
      {},
      ['YQ.._20240101000000000.m4a 30', 'YQ.._20240101000045001.m4a 4.999'],
    ],
    [
      'lets video bridge a gap of the audio',
      ['a main audio 0-10', 'a main video 10-30', 'a main audio 40-50'],
      {},
      ['YQ.._20240101000000000_av.mp4 50'],
    ],
    [
      'does not let a stream bridge that is left out',
      ['a main audio 0-10', 'a aux video 10-30', 'a main audio 40-50'],
      {},
      ['YQ.._20240101000000000.m4a 10', 'YQ.._20240101000040000.m4a 10'],
    ],
    [
      'takes the substream when asked to',
      ['a main audio 0-10', 'a main video 0-10', 'a aux video 5-12'],
      { video: 'aux' },
      ['YQ.._20240101000000000_av.mp4 12'],
    ],
    [
      'takes whichever stream there is',
      ['a aux video 0-10', 'b main video 0-10', 'b aux video 0-20'],
      { video: 'either' },
      ['YQ.._20240101000000000_av.mp4 10', 'Yg.._20240101000000000_av.mp4 10'],
    ],
    [
      'makes one file for each user with blanks',
      ['a main audio 0-10', 'a main audio 40-50'],
      { by: 'user' },
      ['YQ.._20240101000000000.m4a 50'],
    ],
    [
      'makes one file for each user without blanks',
      ['a main audio 0-10', 'a main audio 40-50'],
      { by: 'user', dropsBlanks: true },
      ['YQ.._20240101000000000.m4a 20'],
    ],
    ['makes nothing of a stream that is left out', ['a aux video 0-10'], { by: 'user' }, []],
    ['makes nothing of nothing', [], {}, []],
  ])('%s', (_, lines, options, files) => {
    expect(merged(lines, options)).toEqual(files);
  });
});

describe('sectionsOf', () => {
  const some = fc.array(
    fc.record({
      userId: fc.constant('a'),
      mediaId: fc.constant<'main'>('main'),
      track: fc.constantFrom('audio', 'video'),
      beginMs: fc.nat(300_000),
      lengthMs: fc.integer({ min: 1, max: 12_000 }),
    }),
    { maxLength: 30 },
  );
  const lists = some.map((all) =>
    all.map(({ lengthMs, ...rest }) => ({ ...rest, endMs: rest.beginMs + lengthMs })),
  );

  it('keeps every segment once, and parts exactly where nothing is recorded for more than 15 s', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const sections = sectionsOf(list);
        expect(sections.flat()).toHaveLength(list.length);
        const ends = sections.map((section) => Math.max(...section.map(({ endMs }) => endMs)));
        const gaps = sections
          .slice(1)
          .map((next, index) => (next[0]?.beginMs ?? 0) - (ends[index] ?? 0));
        expect(gaps.filter((gap) => gap <= 15_000)).toEqual([]);
        for (const section of sections) {
          section.slice(1).forEach((segment, index) => {
            const before = section.slice(0, index + 1).map(({ endMs }) => endMs);
            expect(segment.beginMs - Math.max(...before)).toBeLessThanOrEqual(15_000);
          });
        }
      }),
    );
  });

  it('does not depend on the order of the segments', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const times = (all: readonly (readonly MergeSegment[])[]): readonly unknown[] =>
          all.map((section) => section.map(({ beginMs }) => beginMs));
        expect(times(sectionsOf([...list].reverse()))).toEqual(times(sectionsOf(list)));
      }),
    );
  });
});

describe('mergeFrameRate', () => {
  it.each([
    [undefined, 15],
    [4, 5],
    [5, 5],
    [60, 60],
    [121, 120],
  ])('of %j is %d', (asked, rate) => {
    expect(mergeFrameRate(asked)).toBe(rate);
  });
});
