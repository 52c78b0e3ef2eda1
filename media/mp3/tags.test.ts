import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascii, join, noise, overwrite } from '#fixtures/media/bytes.ts';
import * as tags from '#fixtures/media/tags.ts';
import { Window } from '../window.ts';
import { hasId3v2Mark, hasTagMark, tagAt, tailTagsStart } from './tags.ts';

/** A window over these bytes and nothing else, as at the end of a file. */
function windowOf(...pieces: readonly (Uint8Array | string)[]): Window {
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? ascii(piece) : piece));
  return new Window(join(...bytes), 1000, true);
}

const id3Head = (size: string, { flags = '\0', major = '\x03' } = {}): string =>
  `ID3${major}\0${flags}${size}`;

describe('tagAt', () => {
  it.each([
    ['the lowest digit of a size', id3Head('\0\0\0\x7f'), 10 + 0x7f],
    ['the second digit', id3Head('\0\0\x7f\0'), 10 + 0x7f * 2 ** 7],
    ['the third digit', id3Head('\0\x7f\0\0'), 10 + 0x7f * 2 ** 14],
    ['the highest digit', id3Head('\x7f\0\0\0'), 10 + 0x7f * 2 ** 21],
    ['a footer', id3Head('\0\0\0\x05', { flags: '\x10' }), 25],
    ['every flag but the footer', id3Head('\0\0\0\x05', { flags: '\xef' }), 15],
    ['the highest version', id3Head('\0\0\0\x05', { major: '\x0f' }), 15],
  ])('reads %s of an ID3v2 tag', (_, head, bytes) => {
    expect(tagAt(windowOf(head), 0)).toEqual({ kind: 'ID3v2', bytes });
    expect(tagAt(windowOf('....', head, '....'), 4)).toEqual({ kind: 'ID3v2', bytes });
  });

  it.each(['\x80\0\0\0', '\0\x80\0\0', '\0\0\x80\0', '\0\0\0\x80'])(
    'takes no ID3v2 tag whose size has a high bit, and still sees its mark',
    (size) => {
      const window = windowOf(id3Head(size));
      expect(tagAt(window, 0)).toBeUndefined();
      expect(hasTagMark(window, 0)).toBe(false);
      expect(hasId3v2Mark(window, 0)).toBe(true);
    },
  );

  it.each([
    ['a header cut by one byte', id3Head('\0\0\0\x05').slice(0, 9)],
    ['a version that no tag has', id3Head('\0\0\0\x05', { major: '\x10' })],
    ['the mark alone', 'ID3'],
    ['another mark', 'IDX\x03\0\0\0\0\0\x05'],
  ])('takes %s for none', (_, text) => {
    const window = windowOf(text);
    expect(hasId3v2Mark(window, 0)).toBe(false);
    expect(tagAt(window, 0)).toBeUndefined();
    expect(hasTagMark(window, 0)).toBe(false);
  });

  it('reads an APE tag by its header, never by its footer', () => {
    const tag = tags.apeTag(300);
    expect(tagAt(windowOf('..', tag), 2)).toEqual({ kind: 'APE', bytes: tag.length });
    expect(tagAt(windowOf(tag.subarray(0, 32)), 0)).toEqual({ kind: 'APE', bytes: tag.length });
    expect(tagAt(windowOf(tag.subarray(0, 31)), 0)).toBeUndefined();
    const footer = windowOf(tag.subarray(-32));
    expect(tagAt(footer, 0)).toBeUndefined();
    expect(hasTagMark(footer, 0)).toBe(false);
    expect(hasTagMark(windowOf(tag), 0)).toBe(true);
  });

  it('reads a Lyrics3 block up to its closing mark', () => {
    const [first, second] = [tags.lyrics3v1('la la'), tags.lyrics3v2('la la')];
    expect(tagAt(windowOf('...', first), 3)).toEqual({ kind: 'Lyrics3', bytes: first.length });
    expect(tagAt(windowOf(second, 'more'), 0)).toEqual({ kind: 'Lyrics3', bytes: second.length });
    expect(tagAt(windowOf('LYRICSBEGINLYRICSEND'), 0)).toEqual({ kind: 'Lyrics3', bytes: 20 });
    expect(tagAt(windowOf('LYRICSBEGINLYRICSEN'), 0)).toBeUndefined();
    expect(tagAt(windowOf('LYRICSBEGINN', 'LYRICSEND'), 0)).toEqual({ kind: 'Lyrics3', bytes: 21 });
  });

  it('looks for the closing mark of a Lyrics3 block four times its longest length ahead', () => {
    const bytesMax = 4 * (5100 + 11 + 9);
    const blockOf = (bytes: number): Uint8Array => tags.lyrics3v1('x'.repeat(bytes - 20));
    expect(tagAt(windowOf(blockOf(bytesMax), noise(99)), 0)?.bytes).toBe(bytesMax);
    expect(tagAt(windowOf(blockOf(bytesMax + 1), noise(99)), 0)).toBeUndefined();
    expect(hasTagMark(windowOf(blockOf(bytesMax + 1)), 0)).toBe(true);
  });

  it('tells ID3v1 from its extension', () => {
    expect(tagAt(windowOf('.', tags.id3v1Tag('x')), 1)).toEqual({ kind: 'ID3v1', bytes: 128 });
    expect(tagAt(windowOf('.', tags.tagPlus('x')), 1)).toEqual({ kind: 'TAG+', bytes: 227 });
    expect(hasTagMark(windowOf('TAG'), 0)).toBe(true);
    expect(hasTagMark(windowOf('TA'), 0)).toBe(false);
  });

  it.each(['IAG', 'AAG', 'LAG', 'TA', 'XTAG', 'LYRICSBEGI', 'APETAGE', 'xxxxxxxxxxxxxxxxxxxx'])(
    'finds none in %s',
    (text) => {
      expect(tagAt(windowOf(text), 0)).toBeUndefined();
      expect(hasTagMark(windowOf(text), 0)).toBe(false);
    },
  );
});

/** Tags that are told from the end of a file, by the length of what they hold. */
const tailTags: Readonly<Record<string, (length: number) => Uint8Array>> = {
  id3v1: () => tags.id3v1Tag('x'),
  'id3v1 with its extension': () => join(tags.tagPlus('x'), tags.id3v1Tag('x')),
  ape: (length) => tags.apeTag(length),
  'ape without header': (length) => tags.apeTag(length, { header: false }),
  'lyrics of version 1': (length) => tags.lyrics3v1('l'.repeat(length)),
  'lyrics of version 2': (length) => tags.lyrics3v2('l'.repeat(length)),
  'id3v2 with footer': (length) => tags.id3v2WithFooter('t'.repeat(length)),
};
const audio = noise(700);

describe('tailTagsStart', () => {
  it.each(Object.entries(tailTags))('is where %s begins', (_, tagOf) => {
    for (const length of [0, 1, 30, 150, 2000]) {
      expect(tailTagsStart(windowOf(audio, tagOf(length)), 0, 0)).toBe(audio.length);
    }
  });

  it('takes the mark in the header of an APE tag for none of ID3v1', () => {
    // Its letters TAG stand 128 bytes before the end.
    const tag = tags.apeTag(53);
    expect(tag.length).toBe(131);
    expect(tailTagsStart(windowOf(audio, tag), 0, 0)).toBe(audio.length);
    expect(tailTagsStart(windowOf(audio, tag, tags.id3v1Tag('x')), 0, 0)).toBe(audio.length);
  });

  it('is where the first of any tags in any order begins', () => {
    const oneTag = fc
      .tuple(fc.constantFrom(...Object.values(tailTags)), fc.nat(300))
      .map(([tagOf, length]) => tagOf(length));
    fc.assert(
      fc.property(fc.array(oneTag, { maxLength: 5 }), (list) => {
        expect(tailTagsStart(windowOf(audio, ...list), 0, 0)).toBe(audio.length);
      }),
    );
  });

  it('is where the extension begins though no ID3v1 follows', () => {
    expect(tailTagsStart(windowOf(audio, tags.tagPlus('x')), 0, 0)).toBe(audio.length);
  });

  it('believes no tag that would begin before the floor', () => {
    for (const tagOf of Object.values(tailTags)) {
      const window = windowOf(audio, tagOf(90));
      expect(tailTagsStart(window, audio.length, 0)).toBe(audio.length);
      expect(tailTagsStart(window, audio.length + 1, 0)).toBeGreaterThan(audio.length);
    }
  });

  it('may lie before the window, in bytes that were read already', () => {
    const tag = tags.apeTag(500);
    expect(tailTagsStart(windowOf(tag.subarray(200)), -200, 0)).toBe(-200);
    expect(tailTagsStart(windowOf(tag.subarray(200)), -199, 0)).toBe(tag.length - 200);
  });

  it('does not look for the begin of lyrics before the first readable byte', () => {
    const lyrics = tags.lyrics3v1('la la la la');
    const window = windowOf(audio, lyrics);
    expect(tailTagsStart(window, 0, audio.length)).toBe(audio.length);
    expect(tailTagsStart(window, 0, audio.length + 1)).toBe(window.end);
  });

  it('finds the begin of lyrics of the longest text, and of none that is longer', () => {
    const bytesMax = 5100 + 11 + 9;
    const longest = tags.lyrics3v1('l'.repeat(bytesMax - 20));
    expect(tailTagsStart(windowOf(audio, longest), 0, 0)).toBe(audio.length);
    const longer = windowOf(audio, tags.lyrics3v1('l'.repeat(bytesMax - 19)));
    expect(tailTagsStart(longer, 0, 0)).toBe(longer.end);
  });

  it('reads nothing where fewer than ten bytes are left', () => {
    const window = windowOf(audio, tags.id3v2WithFooter('x'));
    expect(tailTagsStart(window, 0, window.end - 10)).toBe(audio.length);
    expect(tailTagsStart(window, 0, window.end - 9)).toBe(window.end);
  });

  it.each([
    ['lyrics whose size is no number', tags.lyrics3v2('la'), 15, '-'],
    ['lyrics whose mark is damaged', tags.lyrics3v2('la'), 9, 'l'],
    ['lyrics whose begin is damaged', tags.lyrics3v1('la'), 22, 'l'],
    ['a footer whose size has a high bit', tags.id3v2WithFooter('x'), 1, '\x80'],
    ['a damaged mark of ID3v1', tags.id3v1Tag('x'), 128, 't'],
  ])('stops before %s', (_, tag, fromEnd, byte) => {
    const window = windowOf(audio, overwrite(tag, tag.length - fromEnd, ascii(byte)));
    expect(tailTagsStart(window, 0, 0)).toBe(window.end);
  });

  it('stops at a tag without length', () => {
    const footer = tags.apeTag(0).slice(-32);
    new DataView(footer.buffer).setUint32(12, 0, true);
    footer[23] = 0;
    const window = windowOf(audio, footer);
    expect(tailTagsStart(window, 0, 0)).toBe(window.end);
  });

  it('is the end of a file without tags', () => {
    expect(tailTagsStart(windowOf(audio), 0, 0)).toBe(audio.length);
    expect(tailTagsStart(windowOf(''), 0, 0)).toBe(0);
  });
});
